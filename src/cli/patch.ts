/** `--diff`: suggestions as a unified patch that `git apply` and `patch -p1` take. */
import { createTwoFilesPatch } from 'diff'
import type { JsonReport, JsonSuggestion } from '../reports/json-report.ts'

/** The patch of all suggestions of a report; empty when there are none. */
export function unifiedPatch(report: JsonReport, textOf: (file: string) => string): string {
  const byFile = new Map<string, JsonSuggestion[]>()
  for (const { suggestion } of report.findings) {
    if (suggestion === null) continue
    byFile.set(suggestion.file, [...(byFile.get(suggestion.file) ?? []), suggestion])
  }
  return [...byFile].map(([file, suggestions]) => filePatch(file, textOf(file), suggestions)).join('')
}

function filePatch(file: string, before: string, suggestions: readonly JsonSuggestion[]): string {
  const after = applyToText(before, suggestions)
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: 3 })
  return patch.replace(/^=+\n/, '')
}

function applyToText(text: string, suggestions: readonly JsonSuggestion[]): string {
  const lines = text.split('\n')
  for (const { startLine, endLine, replacement } of [...suggestions].sort((a, b) => b.startLine - a.startLine)) {
    const hasReturn = lines[endLine - 1]?.endsWith('\r') === true
    lines.splice(startLine - 1, endLine - startLine + 1, ...`${replacement}${hasReturn ? '\r' : ''}`.split('\n'))
  }
  return lines.join('\n')
}
