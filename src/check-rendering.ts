/** The flow for a rendering: it is checked as it would be applied, and everything found is told where people typed it. */
import { buildReport, type CheckOptions, type Judgement, judgeRepository } from './check-files.ts'
import type { Finding } from './findings/finding.ts'
import type { Report } from './findings/report.ts'
import { typedIgnores } from './findings/typed-ignores.ts'
import { groupByLines } from './group-by-lines.ts'
import { proveTypedEdits } from './prove-typed-edits.ts'
import type { Rendering } from './rendering/rendering.ts'
import { type Repository, withAddedFile } from './repository/repository.ts'
import { locationOf } from './source/location.ts'
import { lineStartAt } from './source/source-file.ts'
import { anchorsOf } from './tracing/anchors.ts'
import { findSources } from './tracing/find-sources.ts'
import { readRenderedLeaves } from './tracing/rendered-leaves.ts'
import { linePlace, type Tracing, typedPlace, valuePlace } from './tracing/typed-place.ts'

/** Checks what a rendering gives; places and suggestions are those of typed files. */
export async function checkRendering(
  rendering: Rendering,
  repository: Repository,
  options: CheckOptions,
): Promise<Report> {
  const inside = withAddedFile(repository, rendering.file)
  const judged = await judgeRepository(inside, options)
  const all = [...judged.findings, ...judged.suppressed.map(({ finding }) => finding)]
  const leaves = readRenderedLeaves(rendering.file)
  const sources = await findSources(anchorsOf(all, leaves), leaves, rendering)
  const tracing: Tracing = { rendering, leaves, sources }
  const edits = await proveTypedEdits(judged.findings, { tracing, repository: inside, options })
  const typed = (finding: Finding) => typedFinding(finding, edits.get(finding) ?? [], tracing)
  const findings = judged.findings.map(typed)
  const ignored = typedIgnores(findings, rendering.sources, options.today)
  const counting = findings.filter((finding) => !ignored.has(finding))
  const suggestions = groupByLines(counting)
  const judgement: Judgement = {
    ...judged,
    findings: counting,
    suppressed: [
      ...judged.suppressed.map(({ finding, suppression }) => ({ finding: typed(finding), suppression })),
      ...[...ignored].map(([finding, suppression]) => ({ finding, suppression })),
    ],
  }
  const offered = counting.map((finding) => ({ finding, suggestion: suggestions.get(finding) ?? null }))
  const { isReported: _all, ...unlimited } = options
  const report = await buildReport({ ...judgement, offered }, inside, unlimited)
  return placed(report, tracing)
}

/** The finding where it was typed; the line that wrote it is a related place when a value elsewhere feeds it. */
function typedFinding(finding: Finding, edits: Finding['edits'], tracing: Tracing): Finding {
  const primary = typedPlace(finding.primary, tracing)
  const { file, usesTemplates } = tracing.rendering
  const isRendered = usesTemplates && finding.primary.file === file
  const line = isRendered && valuePlace(finding.primary, tracing) !== null ? linePlace(finding.primary, tracing) : null
  const written = line === null ? [] : [{ at: line, message: 'the value is used here' }]
  const related = finding.related.map(({ at, message }) => ({ at: typedPlace(at, tracing), message }))
  return { ...finding, primary, related: [...related, ...written], edits }
}

/** What names a line of the rendered text names the typed line. */
function placed(report: Report, tracing: Tracing): Report {
  const { file } = tracing.rendering
  return {
    ...report,
    counts: { ...report.counts, files: 0 },
    unresolved: report.unresolved.map((entry) => ({ ...entry, at: typedPlace(entry.at, tracing) })),
    problems: report.problems.map((problem) => {
      if (problem.file !== file.path) return problem
      const start = lineStartAt(file, problem.line - 1)
      const at = typedPlace(locationOf(file, start, start), tracing)
      const line = at.file.text.slice(0, at.span.start).split('\n').length
      return { ...problem, file: at.file.path, line }
    }),
  }
}
