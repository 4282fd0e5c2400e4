/** Findings in committed renderings of charts that are in the repository too: told once, in what people typed. */
import type { Finding } from './findings/finding.ts'
import type { Report, ReportedFinding, SuppressedFinding } from './findings/report.ts'
import { typedIgnores } from './findings/typed-ignores.ts'
import { committedLine } from './rendering/committed-lines.ts'
import { isSameButRelease } from './rendering/release-names.ts'
import type { RenderedChart, Rendering } from './rendering/rendering.ts'
import { sourceComments } from './rendering/source-comments.ts'
import { lineIndexAt, type SourceFile } from './source/source-file.ts'
import { lineLocation } from './tracing/typed-place.ts'
import type { Manifest } from './workloads/manifest.ts'

/** A rendering with what was found in it. */
export interface RenderedReport {
  readonly rendering: Rendering
  readonly report: Report
}

/** The report on files as they are, and those on renderings. */
export interface TracedReports {
  readonly own: Report
  readonly rendered: readonly RenderedReport[]
}

/** Moves what was found in committed renderings to the chart; findings that the chart's own rendering has are told there. */
export function traceCommitted(own: Report, rendered: readonly RenderedReport[], today: string | null): TracedReports {
  const copies = own.findings.flatMap(({ finding }) => copyOf(finding, rendered) ?? [])
  if (copies.length === 0) return { own, rendered }
  const seen = new Map<Finding, Finding[]>()
  const moved: Finding[] = []
  for (const copy of copies) {
    const same = originalsOf(copy)
    for (const { finding } of same) seen.set(finding, [...(seen.get(finding) ?? []), copy.finding])
    if (same.length === 0) moved.push(movedFinding(copy))
  }
  const ignored = typedIgnores(moved, new Map(copies.map(({ template }) => [template.path, template])), today)
  const gone = new Set(copies.map(({ finding }) => finding))
  return {
    own: {
      ...own,
      findings: [
        ...own.findings.filter(({ finding }) => !gone.has(finding)),
        ...moved.filter((finding) => !ignored.has(finding)).map((finding) => ({ finding, suggestion: null })),
      ],
      suppressed: [
        ...own.suppressed,
        ...[...ignored].map(([finding, suppression]) => ({ finding, suppression, suggestion: null })),
      ],
    },
    rendered: rendered.map((one) => ({ ...one, report: withCopies(one.report, seen) })),
  }
}

/** A finding in a committed rendering, the template that wrote its object, and the chart's own renderings. */
interface Copy {
  readonly finding: Finding
  readonly source: string
  readonly template: SourceFile
  readonly renderings: readonly (RenderedReport & { readonly chart: RenderedChart })[]
}

/** Null when the finding is in no committed rendering, or it is not certain of which chart. */
function copyOf(finding: Finding, rendered: readonly RenderedReport[]): Copy | null {
  const source = sourceOf(finding)
  if (source === null) return null
  const renderings = rendered.flatMap((one) => {
    const { chart } = one.rendering
    return chart !== null && source.startsWith(`${chart.name}/`) ? [{ ...one, chart }] : []
  })
  const templates = new Set(renderings.map(({ chart }) => chart.templateOf(source)?.path))
  const template = renderings[0]?.chart.templateOf(source) ?? null
  return template === null || templates.size !== 1 ? null : { finding, source, template, renderings }
}

/** What `# Source:` says of the object that a finding is about. */
function sourceOf(finding: Finding): string | null {
  const object = objectOf(finding)
  if (object === null || !/^# Source: /m.test(object.file.text)) return null
  const line = lineIndexAt(object.file, object.object.location.span.start)
  return sourceComments(object.file.text).find(({ start, end }) => start <= line && line < end)?.source ?? null
}

function objectOf({ violation: { subject } }: Finding): Manifest | null {
  return subject.object ?? subject.workload?.manifest ?? null
}

/** The same finding in the chart's own renderings: those of one place, with the same message when there is one. */
function originalsOf({ finding, source, renderings }: Copy): readonly (ReportedFinding | SuppressedFinding)[] {
  const all = renderings.flatMap(({ report, chart }) =>
    [...report.findings, ...report.suppressed].filter((entry) => isSame(entry.finding, { finding, source, chart })),
  )
  const first = all.find((entry) => entry.finding.message === finding.message) ?? all[0]
  if (first === undefined) return []
  const { primary } = first.finding
  return all.filter(
    (entry) =>
      entry.finding.primary.file.path === primary.file.path && entry.finding.primary.span.start === primary.span.start,
  )
}

function isSame(own: Finding, copy: Pick<Copy, 'finding' | 'source'> & { readonly chart: RenderedChart }): boolean {
  const object = objectOf(own)
  const other = objectOf(copy.finding)
  return (
    own.policy.id === copy.finding.policy.id &&
    own.violation.target === copy.finding.violation.target &&
    containerOf(own) === containerOf(copy.finding) &&
    object?.identity.kind === other?.identity.kind &&
    isSameButRelease(other?.identity.name ?? '', object?.identity.name ?? '', copy.chart.release) &&
    sourceOf(own) === copy.source
  )
}

function containerOf({ violation: { subject } }: Finding): string {
  return subject.container?.container.name ?? ''
}

/** The finding at the template's line, without edits: whoever made the rendering had other values. */
function movedFinding({ finding, template }: Copy): Finding {
  const { primary, related } = finding
  if (primary.file !== objectOf(finding)?.file) return finding
  const line = committedLine(template, primary.file, lineIndexAt(primary.file, primary.span.start))
  const rendered = { at: primary, message: 'a committed rendering has it here' }
  return { ...finding, primary: lineLocation(template, line), related: [...related, rendered], edits: [] }
}

function withCopies(report: Report, seen: ReadonlyMap<Finding, readonly Finding[]>): Report {
  const withPlaces = <T extends ReportedFinding>(entry: T): T => {
    const copies = seen.get(entry.finding) ?? []
    const places = copies.map(({ primary }) => ({ at: primary, message: 'a committed rendering has it here' }))
    if (places.length === 0) return entry
    return { ...entry, finding: { ...entry.finding, related: [...entry.finding.related, ...places] } }
  }
  return { ...report, findings: report.findings.map(withPlaces), suppressed: report.suppressed.map(withPlaces) }
}
