/** Presses the button: applies the suggestions of live review comments to the head as GitHub does. */
import type { ModelPull, State, Tree } from './state.ts'

/**
 * The head with all suggestions in one batch. Fails where GitHub's button would: two on one line, outdated, a file as a
 * whole, no change, or deleted rows inside the range.
 * https://docs.github.com/pull-requests/collaborating-with-pull-requests/reviewing-changes-in-pull-requests/incorporating-feedback-in-your-pull-request
 */
export function applySuggestions(state: State, pull: ModelPull): Tree {
  const head = new Map(state.commits.get(pull.headSha) ?? [])
  const taken = new Set<string>()
  const live = pull.comments
    .filter((comment) => comment.minimizedReason === null && /^```+suggestion$/m.test(comment.body))
    .sort((a, b) => (b.line ?? 0) - (a.line ?? 0))
  for (const comment of live) {
    const { line, path } = comment
    if (line === null) throw new Error('Outdated suggestions cannot be applied.')
    const start = comment.startLine ?? line
    for (let number = start; number <= line; number++) {
      if (taken.has(`${path}:${number}`)) throw new Error('Only one suggestion per line can be applied in a batch.')
      taken.add(`${path}:${number}`)
    }
    refuseDeletedRows(pull, path, { start, line })
    const lines = (head.get(path) ?? '').split('\n')
    const replacement = suggestionIn(comment.body)
    if (lines.slice(start - 1, line).join('\n') === replacement.join('\n')) {
      throw new Error('This suggestion is invalid because no changes were made to the code.')
    }
    lines.splice(start - 1, line - start + 1, ...replacement)
    head.set(path, lines.join('\n'))
  }
  return head
}

/** The lines between the fences of the first suggestion. */
export function suggestionIn(body: string): readonly string[] {
  const lines = body.split('\n')
  const open = lines.findIndex((line) => /^```+suggestion$/.test(line))
  const fence = /^`+/.exec(lines[open] ?? '')?.[0] ?? '```'
  const length = lines.slice(open + 1).indexOf(fence)
  return lines.slice(open + 1, open + 1 + length)
}

function refuseDeletedRows(
  pull: ModelPull,
  path: string,
  range: { readonly start: number; readonly line: number },
): void {
  const file = pull.files.find((entry) => entry.filename === path)
  const hunk = file?.hunks.find((rows) => rows.some((row) => row.line === range.line)) ?? []
  const from = hunk.findIndex((row) => row.line === range.start)
  const to = hunk.findIndex((row) => row.line === range.line)
  if (hunk.slice(from, to).some((row) => row.sign === '-')) {
    throw new Error('Applying suggestions on deleted lines is not supported.')
  }
}
