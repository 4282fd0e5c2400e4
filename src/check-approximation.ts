/** The flow for a chart that nobody rendered: only what is certain of it counts, told as less sure than a rendering. */
import { type CheckOptions, judgeRepository } from './check-files.ts'
import type { Finding } from './findings/finding.ts'
import type { Report } from './findings/report.ts'
import { typedIgnores } from './findings/typed-ignores.ts'
import type { InspectedContainer } from './inspection/inspection.ts'
import type { Approximation } from './rendering/approximation/approximate-chart.ts'
import { hasUnknown } from './rendering/approximation/has-unknown.ts'
import { chartLeaves } from './rendering/chart-candidates.ts'
import type { RenderedValue } from './rendering/rendering.ts'
import type { TypedLeaf } from './rendering/typed-leaves.ts'
import { type Repository, withAddedFile } from './repository/repository.ts'
import type { Location } from './source/location.ts'
import { lineIndexAt } from './source/source-file.ts'
import { type RenderedLeaves, readRenderedLeaves } from './tracing/rendered-leaves.ts'
import { lineLocation } from './tracing/typed-place.ts'
import type { Workload } from './workloads/workload.ts'

/** Checks what can be told of a chart; there are no suggestions, for nothing proves them without helm. */
export async function checkApproximation(
  approximation: Approximation,
  repository: Repository,
  options: CheckOptions,
): Promise<Report> {
  const judged = await judgeRepository(withAddedFile(repository, approximation.file), options)
  const leaves = readRenderedLeaves(approximation.file)
  const typed = (finding: Finding) => typedFinding(finding, approximation, leaves)
  const findings = judged.findings
    .filter(({ violation: { subject } }) => isCertain(subject.workload, subject.container, approximation))
    .map(typed)
  const certain = judged.inspection.containers.filter((one) => isCertain(one.workload, one, approximation))
  const { templates, values } = approximation
  const sources = new Map([...templates, ...[...values.leaves.values()].map(({ file }) => [file.path, file] as const)])
  const ignored = typedIgnores(findings, sources, options.today)
  const counting = findings.filter((finding) => !ignored.has(finding))
  return {
    counts: {
      files: 0,
      documents: 0,
      containers: certain.length,
      processes: certain.reduce((sum, { processes }) => sum + processes.processes.length, 0),
      undecided: 0,
    },
    findings: counting.map((finding) => ({ finding, suggestion: null })),
    suppressed: [...ignored].map(([finding, suppression]) => ({ finding, suppression, suggestion: null })),
    unresolved: [],
    problems: [],
    policies: options.policies.map(({ policy }) => policy),
  }
}

/** Is everything known that a finding on a container, or on a workload with all of its containers, may rest on? Templates without actions are checked as files. */
function isCertain(
  workload: Workload | null,
  container: InspectedContainer | null,
  approximation: Approximation,
): boolean {
  if (workload === null || workload.manifest.file !== approximation.file) return false
  const { object } = workload.manifest
  const typed = approximation.typedLineOf(lineIndexAt(approximation.file, object.location.span.start))
  const template = typed === null ? undefined : approximation.templates.get(typed.file)
  if (template?.text.includes('{{') !== true) return false
  return !hasUnknown(object, container === null ? null : container.container.node)
}

function typedFinding(finding: Finding, approximation: Approximation, leaves: RenderedLeaves): Finding {
  const place = (at: Location) => typedPlace(at, approximation, leaves)
  return {
    ...finding,
    policy: { ...finding.policy, confidence: 'heuristic' },
    primary: place(finding.primary),
    related: finding.related.map(({ at, message }) => ({ at: place(at), message })),
    edits: [],
  }
}

/** The value that is substituted here, when there is no doubt which one it is, else the line of the template. */
function typedPlace(at: Location, approximation: Approximation, leaves: RenderedLeaves): Location {
  if (at.file !== approximation.file) return at
  const line = lineIndexAt(at.file, at.span.start)
  const typed = approximation.typedLineOf(line)
  const template = typed === null ? undefined : approximation.templates.get(typed.file)
  if (typed === null || template === undefined) return at
  const leaf = leaves.at(at)
  const value = leaf === null ? null : { text: leaf.node.text.value, line: leaf.line, path: leaf.path }
  const written = template.text.split('\n')[typed.line] ?? ''
  const source = value === null || !written.includes('{{') ? null : sourceOf(value, approximation)
  return source === null ? lineLocation(template, typed.line) : source.node.location
}

/** The one value that the expression names and that the text holds, else the only one of this text under the same two keys. */
function sourceOf(value: RenderedValue, approximation: Approximation): TypedLeaf | null {
  const { named, alike } = chartLeaves(value, approximation)
  const held = named.filter(({ node }) => node.text.value !== '' && value.text.includes(node.text.value))
  if (held.length > 0) return held.length === 1 && named.length === 1 ? (held[0] ?? null) : null
  const own = value.path.slice(-2).join('\n')
  const same = alike.filter(({ path, node }) => node.text.value === value.text && path.slice(-2).join('\n') === own)
  return same.length === 1 ? (same[0] ?? null) : null
}
