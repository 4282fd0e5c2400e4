/** Placed findings gathered into the comments that will be written. */
import type { JsonFinding } from '../reports/json-report.ts'
import { combineReplacements } from './combine-edits.ts'
import { type Hunk, headText, type LineRange, rowsOf } from './diff.ts'
import { committable, type PlacedFinding, type Placement } from './placement.ts'
import { bySeverity } from './severity.ts'

type Shown = Extract<Placement, { kind: 'lines' | 'file' }>
type OnLines = Extract<Placement, { kind: 'lines' }>

/** The content of one comment. */
export interface CommentGroup {
  readonly placement: Shown
  /** Heaviest first; never empty. */
  readonly findings: readonly JsonFinding[]
  /** Those whose suggestion is part of the replacement. */
  readonly suggested: readonly JsonFinding[]
}

/**
 * Gathers findings: those on the same or overlapping lines share a comment, and one without a suggestion joins the comment
 * of its container. So no two suggestions ever share a line, which GitHub would not apply together.
 */
export function groupFindings(placed: readonly PlacedFinding[]): readonly CommentGroup[] {
  const groups: CommentGroup[] = []
  for (const { finding, placement } of placed.filter(isShown).sort(bySuggestionFirst)) {
    const index = groups.findIndex((group) => belongs(group, finding, placement))
    const group = groups[index]
    if (group === undefined) {
      groups.push({ placement, findings: [finding], suggested: hasReplacement(placement) ? [finding] : [] })
    } else {
      groups[index] = join(group, { finding, placement }, groups.toSpliced(index, 1))
    }
  }
  return groups.map((group) => ({ ...group, findings: [...group.findings].sort(bySeverity) }))
}

type ShownFinding = { readonly finding: JsonFinding; readonly placement: Shown }

function isShown(placed: PlacedFinding): placed is ShownFinding {
  return placed.placement.kind !== 'summary'
}

function bySuggestionFirst(a: ShownFinding, b: ShownFinding): number {
  return Number(hasReplacement(b.placement)) - Number(hasReplacement(a.placement)) || bySeverity(a.finding, b.finding)
}

function hasReplacement(placement: Shown): boolean {
  return placement.kind === 'lines' && placement.replacement !== null
}

function belongs(group: CommentGroup, finding: JsonFinding, placement: Shown): boolean {
  if (group.placement.path !== placement.path || group.placement.kind !== placement.kind) return false
  if (placement.kind === 'file' || group.placement.kind === 'file') return true
  if (overlaps(group.placement.range, placement.range)) return true
  return !hasReplacement(placement) && group.findings.some((other) => isSameContainer(other, finding))
}

function join(group: CommentGroup, added: ShownFinding, others: readonly CommentGroup[]): CommentGroup {
  const findings = [...group.findings, added.finding]
  const first = group.placement
  const second = added.placement
  if (first.kind === 'lines' && second.kind === 'lines' && second.replacement !== null) {
    const woven = weave(first, second)
    if (woven !== null && others.every((other) => !isOnLines(other, woven))) {
      return { placement: woven, findings, suggested: [...group.suggested, added.finding] }
    }
  }
  return { ...group, findings }
}

/** Two suggestions on overlapping lines as one over all their lines, null when they contradict each other. */
function weave(first: OnLines, second: OnLines): OnLines | null {
  const range = {
    startLine: Math.min(first.range.startLine, second.range.startLine),
    endLine: Math.max(first.range.endLine, second.range.endLine),
  }
  if (first.replacement === null) return second
  if (second.replacement === null || first.hunk !== second.hunk) return null
  const original = headText(rowsOf(first.hunk, range))
  const replacement = combineReplacements(original, [widen(first, range), widen(second, range)])
  if (replacement === null || committable(replacement, first.hunk, range) === null) return null
  return { ...first, range, replacement }
}

function widen(placement: OnLines, range: LineRange): string {
  const { hunk, replacement } = placement
  const before = linesBetween(hunk, range.startLine, placement.range.startLine - 1)
  const after = linesBetween(hunk, placement.range.endLine + 1, range.endLine)
  return [...before, replacement ?? '', ...after].join('\n')
}

function linesBetween(hunk: Hunk, startLine: number, endLine: number): readonly string[] {
  return startLine > endLine ? [] : [headText(rowsOf(hunk, { startLine, endLine }))]
}

function isOnLines(group: CommentGroup, placement: OnLines): boolean {
  if (group.placement.kind === 'file' || group.placement.path !== placement.path) return false
  return overlaps(group.placement.range, placement.range)
}

function overlaps(a: LineRange, b: LineRange): boolean {
  return a.startLine <= b.endLine && b.startLine <= a.endLine
}

function isSameContainer(a: JsonFinding, b: JsonFinding): boolean {
  return a.container === b.container && JSON.stringify(a.workload) === JSON.stringify(b.workload)
}
