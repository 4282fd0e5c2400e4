/** What a workflow has to grant, said once and exactly. */
import type { ApiFailure } from './failure.ts'

/** The least permissions of a mode. https://docs.github.com/actions/reference/workflow-syntax-for-github-actions#permissions */
export const permissionsOf = {
  review: ['contents: read', 'pull-requests: write'],
  audit: ['contents: read', 'issues: write'],
  status: ['contents: read', 'statuses: write'],
  check: ['contents: read', 'checks: write'],
} as const

/** A sentence with the block to paste, for a token that may not write. */
export function permissionNotice(
  mode: keyof typeof permissionsOf,
  refusal: { readonly failure: ApiFailure; readonly isFork: boolean },
): string {
  const block = ['permissions:', ...permissionsOf[mode].map((line) => `  ${line}`)].join('\n')
  const accepted = refusal.failure.acceptedPermissions
  const named = accepted === null ? '' : ` GitHub asks for ${accepted}.`
  const reason = refusal.isFork
    ? 'the token of a pull request from a fork or from Dependabot is read-only'
    : `GitHub answered ${refusal.failure.status}`
  return `Nothing could be written to GitHub because ${reason}; the findings are in the annotations and in the step summary.${named} Outside of forks this job needs:\n${block}`
}
