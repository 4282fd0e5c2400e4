/** Findings moved from the lines of one version of a file to those of another. */
import { diffArrays } from 'diff'
import type { JsonFinding, JsonSuggestion } from '../reports/json-report.ts'

/** The line in the other version by line, both from 1; lines that differ are missing. */
export type LineMap = ReadonlyMap<number, number>

/** Which lines of two texts are the same. A merge commit and the head of its pull request differ when the base has moved. */
export function mapLines(from: string, to: string): LineMap {
  const map = new Map<number, number>()
  let left = 1
  let right = 1
  for (const part of diffArrays(from.split('\n'), to.split('\n'))) {
    const count = part.value.length
    if (!part.added && !part.removed) {
      for (let index = 0; index < count; index++) map.set(left + index, right + index)
    }
    if (!part.added) left += count
    if (!part.removed) right += count
  }
  return map
}

/** The finding with the lines of the other version; null when its own lines are not there. */
export function alignFinding(finding: JsonFinding, map: LineMap): JsonFinding | null {
  const start = map.get(finding.start.line)
  const end = map.get(finding.end.line)
  if (start === undefined || end === undefined) return null
  return {
    ...finding,
    start: { ...finding.start, line: start },
    end: { ...finding.end, line: end },
    related: finding.related.filter((place) => place.file !== finding.file),
    suggestion: finding.suggestion === null ? null : alignSuggestion(finding.suggestion, finding.file, map),
  }
}

/** Only lines that stayed together may be replaced together. */
function alignSuggestion(suggestion: JsonSuggestion, file: string, map: LineMap): JsonSuggestion | null {
  if (suggestion.file !== file) return suggestion
  const startLine = map.get(suggestion.startLine)
  if (startLine === undefined) return null
  for (let line = suggestion.startLine; line <= suggestion.endLine; line++) {
    if (map.get(line) !== startLine + line - suggestion.startLine) return null
  }
  return { ...suggestion, startLine, endLine: startLine + suggestion.endLine - suggestion.startLine }
}
