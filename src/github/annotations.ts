/** Annotations and log lines of a workflow run, as the text a runner reads. */
import type { JsonFinding, JsonSeverity } from '../reports/json-report.ts'
import { oneLine } from '../reports/markdown-text.ts'
import { shorten } from './byte-budget.ts'
import { annotationsPerType, maxAnnotationLength } from './limits.ts'
import { bySeverity } from './severity.ts'

/** The findings that a runner will show as annotations, and those beyond its limit. */
export interface AnnotationChoice {
  readonly shown: readonly JsonFinding[]
  readonly beyond: readonly JsonFinding[]
}

/** Keeps the first findings of every annotation type; a runner drops the rest without a word. */
export function chooseAnnotations(findings: readonly JsonFinding[]): AnnotationChoice {
  const counts = new Map<string, number>()
  const shown: JsonFinding[] = []
  const beyond: JsonFinding[] = []
  for (const finding of [...findings].sort(bySeverity)) {
    const command = commands[finding.severity]
    const count = counts.get(command) ?? 0
    counts.set(command, count + 1)
    if (count < annotationsPerType) shown.push(finding)
    else beyond.push(finding)
  }
  return { shown, beyond }
}

/** The workflow command that annotates a finding. https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message */
export function annotationCommand(finding: JsonFinding): string {
  return workflowCommand(
    commands[finding.severity],
    {
      file: finding.file,
      line: String(finding.start.line),
      endLine: String(finding.end.line),
      ...(finding.start.line === finding.end.line
        ? { col: String(finding.start.column), endColumn: String(finding.end.column) }
        : {}),
      title: `workerlint: ${finding.policy}`,
    },
    finding.message,
  )
}

/** A workflow command with its properties and message escaped. https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
export function workflowCommand(
  name: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string>>,
  message: string,
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(defuse(value))}`)
  return `::${name}${list.length === 0 ? '' : ` ${list.join(',')}`}::${escapeData(shorten(defuse(message), maxAnnotationLength))}`
}

/**
 * Text that a runner prints and does not obey: one line that starts with no `::` and holds no `##[`.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function logLine(text: string): string {
  const line = defuse(oneLine(text))
  return /^\s*::/.test(line) ? `: ${line.trimStart().slice(1)}` : line
}

/** A finding as one line of the log. */
export function findingLine(finding: JsonFinding): string {
  return logLine(`${finding.severity} ${finding.file}:${finding.start.line} ${finding.policy}: ${finding.message}`)
}

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<JsonSeverity, string>

function defuse(text: string): string {
  return text.replaceAll('##[', '## [').replace(/[\u2028\u2029\u0085]/g, ' ')
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
