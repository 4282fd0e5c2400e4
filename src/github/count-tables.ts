/** Findings counted by severity: of each workload, and of each repository of many. */
import type { JsonFinding, JsonSeverity } from '../reports/json-report.ts'
import { code, link } from '../reports/markdown-text.ts'
import { subjectText } from './finding-text.ts'
import { bySeverity } from './severity.ts'
import { repositoryOf, type SourceBase, sourceLink } from './source-link.ts'
import type { LongTable } from './summary-sections.ts'

const SEVERITIES = ['error', 'warning', 'info'] as const

/** Counts per workload, heaviest first; each leads to the line of its first finding at the commit. */
export function workloadTable(findings: readonly JsonFinding[], base: SourceBase): LongTable {
  const rows = grouped(findings, (finding) => {
    const subject = subjectText({ workload: finding.workload, container: null })
    const repository = repositoryOf(base, finding.file)
    const name = subject === '' ? code(finding.file) : subject
    return repository === null ? name : `${code(repository)} ${name}`
  }).map(([name, list]) => [name, ...SEVERITIES.map((severity) => countCell(list, severity, base))])
  return { header: ['workload', 'errors', 'warnings', 'infos'], rows }
}

/** Counts per repository, heaviest first; no rows when the findings are of one. */
export function repositoryTable(findings: readonly JsonFinding[], base: SourceBase): LongTable {
  if (base.commits === undefined) return { header: [], rows: [] }
  const rows = grouped(findings, ({ file }) => repositoryOf(base, file) ?? '')
    .filter(([name]) => name !== '')
    .map(([name, list]) => [
      link(code(name), `${base.serverUrl}/${name}`),
      ...SEVERITIES.map((severity) => String(list.filter((finding) => finding.severity === severity).length)),
    ])
  return { header: ['repository', 'errors', 'warnings', 'infos'], rows }
}

/** Groups in the order of their heaviest finding. */
function grouped(
  findings: readonly JsonFinding[],
  nameOf: (finding: JsonFinding) => string,
): readonly (readonly [string, readonly JsonFinding[]])[] {
  const groups = new Map<string, JsonFinding[]>()
  for (const finding of [...findings].sort(bySeverity)) {
    const name = nameOf(finding)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [finding])
    else group.push(finding)
  }
  return [...groups]
}

function countCell(findings: readonly JsonFinding[], severity: JsonSeverity, base: SourceBase): string {
  const list = findings.filter((finding) => finding.severity === severity)
  const [first] = list
  return first === undefined ? '0' : link(String(list.length), sourceLink(base, first.file, first.start.line))
}
