/** Accepted edits to suggestions: a reviewer presses one button for all that change the same lines. */
import { changedLines, type Edit, type LineEdit, type LineRange, toLineEdit } from './findings/edits/edit.ts'
import type { Finding } from './findings/finding.ts'
import { appendAll } from './source/lists.ts'

/** Findings whose edits share lines become one suggestion, carried by the first. */
export function groupByLines(accepted: readonly Finding[]): ReadonlyMap<Finding, LineEdit> {
  return new Map([...byFile(accepted).values()].flatMap(groupInFile))
}

/** Findings by the file that their edits change. */
function byFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const files = new Map<string, Finding[]>()
  for (const finding of findings) {
    const path = finding.edits[0]?.file.path ?? ''
    const own = files.get(path)
    if (own === undefined) files.set(path, [finding])
    else own.push(finding)
  }
  return files
}

interface LineGroup {
  /** Its first finding. */
  readonly finding: Finding
  readonly edits: Edit[]
  /** The lines that its edits change; no other group has one of them. */
  readonly ranges: LineRange[]
  readonly order: number
}

function groupInFile(accepted: readonly Finding[]): readonly (readonly [Finding, LineEdit])[] {
  const groups = new Set<LineGroup>()
  const groupAt = new Map<number, LineGroup>()
  for (const [order, finding] of accepted.entries()) {
    const range = changedLines(finding.edits)
    if (range === null) continue
    const touched = new Set(linesOf(range).flatMap((line) => groupAt.get(line) ?? []))
    const [first, ...others] = [...touched].sort((a, b) => a.order - b.order)
    const group = first ?? { finding, edits: [], ranges: [], order }
    const ranges = [...others.flatMap((other) => other.ranges), range]
    for (const other of others) {
      groups.delete(other)
      appendAll(group.edits, other.edits)
    }
    groups.add(group)
    appendAll(group.edits, finding.edits)
    appendAll(group.ranges, ranges)
    for (const line of ranges.flatMap(linesOf)) groupAt.set(line, group)
  }
  return [...groups].flatMap(({ finding, edits }) => {
    const lines = toLineEdit(edits)
    return lines === null ? [] : [[finding, lines] as const]
  })
}

function linesOf({ startLine, endLine }: LineRange): readonly number[] {
  return Array.from({ length: endLine - startLine }, (_, index) => startLine + index)
}
