/** Where in a pull request a finding can be shown, and whether its suggestion can be committed there. */
import type { JsonFinding } from '../reports/json-report.ts'
import { hasInvisible } from '../reports/markdown-text.ts'
import { type FileDiff, type Hunk, headText, hunkOf, type LineRange, rowsOf, touches } from './diff.ts'

/** Which findings may be shown beside the diff. */
export type Scope = 'changed-lines' | 'changed-files' | 'all'

/** Where a finding goes. */
export type Placement =
  | {
      readonly kind: 'lines'
      readonly path: string
      readonly range: LineRange
      readonly hunk: Hunk
      /** What the lines become with a press of the button; null when GitHub could not commit it. */
      readonly replacement: string | null
    }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'summary'; readonly why: SummaryReason }

/** Why a finding is not beside the diff. */
export type SummaryReason = 'outside the diff' | 'beyond max-comments' | 'resolved by a person' | 'could not be posted'

/** A finding with its place. */
export interface PlacedFinding {
  readonly finding: JsonFinding
  readonly placement: Placement
}

/** Finds the place of a finding: its suggestion's lines, its own, then those of related places. */
export function placeFinding(finding: JsonFinding, files: ReadonlyMap<string, FileDiff>, scope: Scope): PlacedFinding {
  for (const candidate of candidatesOf(finding)) {
    const diff = files.get(candidate.path)
    const hunk = diff === undefined ? null : hunkOf(diff, candidate.range)
    if (hunk === null || (scope === 'changed-lines' && !touches(hunk, candidate.range))) continue
    return { finding, placement: placeOnLines(finding, candidate, hunk) }
  }
  const isUnreadable = files.get(finding.file)?.hunks === null
  if (isUnreadable && scope !== 'changed-lines') return { finding, placement: { kind: 'file', path: finding.file } }
  return { finding, placement: { kind: 'summary', why: 'outside the diff' } }
}

/**
 * The replacement as GitHub would commit it, null when it would refuse: nothing changes, a deleted row lies inside, or
 * line endings would be mixed. https://docs.github.com/pull-requests/collaborating-with-pull-requests/reviewing-changes-in-pull-requests/incorporating-feedback-in-your-pull-request
 */
export function committable(replacement: string, hunk: Hunk, range: LineRange): string | null {
  const rows = rowsOf(hunk, range)
  const present = headText(rows)
  if (rows.length === 0 || rows.some((row) => row.kind === 'deleted') || replacement === present) return null
  return /\r/.test(present + replacement) || hasInvisible(present + replacement) ? null : replacement
}

interface Candidate {
  readonly path: string
  readonly range: LineRange
  readonly isSuggestion: boolean
}

function candidatesOf(finding: JsonFinding): readonly Candidate[] {
  const { suggestion } = finding
  const own: Candidate[] = suggestion === null ? [] : [{ path: suggestion.file, range: suggestion, isSuggestion: true }]
  const places = [finding, ...finding.related].flatMap((place) => {
    const whole = { startLine: place.start.line, endLine: place.end.line }
    const first = { startLine: place.start.line, endLine: place.start.line }
    return [whole, first].map((range) => ({ path: place.file, range, isSuggestion: false }))
  })
  return [...own, ...places]
}

function placeOnLines(finding: JsonFinding, candidate: Candidate, hunk: Hunk): Placement {
  const { suggestion } = finding
  const range = { startLine: candidate.range.startLine, endLine: candidate.range.endLine }
  const isOwn = candidate.isSuggestion && suggestion !== null
  return {
    kind: 'lines',
    path: candidate.path,
    range,
    hunk,
    replacement: isOwn ? committable(suggestion.replacement, hunk, range) : null,
  }
}
