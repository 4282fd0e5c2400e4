/** `--fix`: suggestions are applied until none is left. */
import { resolve } from 'node:path'
import { check } from '../check.ts'
import type { LineEdit } from '../findings/edits/edit.ts'
import type { PreparedRun } from '../prepare.ts'
import { readText } from '../repository/read-text.ts'
import { withReplacedFiles } from '../repository/repository.ts'
import { UserError } from '../source/errors.ts'
import { lineStartAt } from '../source/source-file.ts'
import { writeFileAtomically } from './write-file.ts'

/** More rounds are not tried: each one makes the findings fewer. */
const MOST_ROUNDS = 10

/** Applies all suggestions, round by round in memory, then writes each changed file once. */
export async function applyFixes(
  run: PreparedRun,
  workingDirectory: string,
  tell: (line: string) => void,
): Promise<void> {
  let { repository } = run
  const changed = new Map<string, string>()
  let count = 0
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const report = await check(repository, run.options)
    const suggestions = report.findings.flatMap(({ suggestion }) => suggestion ?? [])
    if (suggestions.length === 0) break
    for (const [path, text] of applySuggestions(suggestions)) changed.set(path, text)
    count += suggestions.length
    repository = withReplacedFiles(run.repository, changed)
  }
  for (const path of changed.keys()) refuseChanged(path, run, workingDirectory)
  for (const [path, text] of changed) writeFileAtomically(path, text, workingDirectory)
  tell(
    `${count} ${count === 1 ? 'suggestion' : 'suggestions'} applied in ${changed.size} ${changed.size === 1 ? 'file' : 'files'}`,
  )
}

/** What somebody wrote meanwhile is not written over. */
function refuseChanged(path: string, { repository }: PreparedRun, workingDirectory: string): void {
  const before = repository.read(path)
  const now = readText(resolve(workingDirectory, path))
  if (before.kind === 'text' && now.kind === 'text' && before.file.text === now.text) return
  throw new UserError(`${path} changed while it was checked, so nothing was fixed; run it again`)
}

/** Texts of the files after suggestions, which share no line. */
export function applySuggestions(suggestions: readonly LineEdit[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const suggestion of [...suggestions].sort((a, b) => b.startLine - a.startLine)) {
    const { file } = suggestion
    const text = texts.get(file.path) ?? file.text
    const start = lineStartAt(file, suggestion.startLine)
    const isLast = suggestion.endLine >= file.lineStarts.length
    const end = isLast ? file.text.length : lineStartAt(file, suggestion.endLine)
    const replaced = file.text.slice(start, end)
    const ending = replaced.endsWith('\r\n') ? '\r\n' : replaced.endsWith('\n') ? '\n' : ''
    texts.set(file.path, text.slice(0, start) + suggestion.replacement + ending + text.slice(end))
  }
  return texts
}
