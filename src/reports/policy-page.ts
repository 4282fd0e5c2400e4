/** Where a policy is explained. */

/** Folder of the policy pages on the web. */
const PAGES = 'https://github.com/workerlint/workerlint/blob/v1/docs/policies'

/** Address of a policy's page. */
export function policyPage(policy: string): string {
  return `${PAGES}/${policy}.md`
}
