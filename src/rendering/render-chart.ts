/** Rendering a chart with the user's helm, in a copy of its files. */
import { posix } from 'node:path'
import type { Repository } from '../repository/repository.ts'
import type { FieldPath } from '../source/field-path.ts'
import { createSourceFile, type SourceFile } from '../source/source-file.ts'
import { chartHomes, chartLeaves } from './chart-candidates.ts'
import { prepareDependencies } from './chart-dependencies.ts'
import { alignMarkedLines, type TypedLines, templatePath, typedLineFinder } from './chart-lines.ts'
import { readChartValues, subchartPrefix, type ValuesLayer } from './chart-values.ts'
import type { ChartFile, ChartRequest } from './charts.ts'
import type { HelmOptions } from './helm-options.ts'
import { createMarkTable, holdsMarks } from './line-marks.ts'
import { markTemplate } from './mark-template.ts'
import type { RenderFailure, Rendering, RenderOutcome } from './rendering.ts'
import { runTool, type ToolOutcome } from './run-tool.ts'
import { copySources, type SourceCopy } from './source-copy.ts'

/** A chart, what to render it with, and the files it is read from. */
export interface ChartRun {
  readonly request: ChartRequest
  readonly chart: ChartFile
  readonly repository: Repository
  readonly options: HelmOptions
}

/** Renders a chart; failures carry helm's own message. */
export async function renderChart(run: ChartRun): Promise<RenderOutcome> {
  const { request, chart, repository, options } = run
  const files = chartFiles(request, repository)
  const templates = textsOf(repository, files.filter(isTemplate))
  const copies = [copySources(repository, files), copySources(repository, files)] as const
  const [plain, marked] = copies
  const notes = await prepareDependencies({ chart, folder: request.chart, repository, copies, options })
  const told = { owner: chart.file, variant: request.variant, notes }
  const [outcome, lines] = await Promise.all([helmTemplate(plain, run), tracedLines({ plain, marked, templates, run })])
  marked.dispose()
  if (outcome.kind !== 'rendered') {
    plain.dispose()
    return { ...told, rendering: null, failure: failureOf(outcome, run) }
  }
  const file = createSourceFile(renderedPath(run), outcome.text)
  const named = { templates, folder: request.chart, name: chart.name }
  const typedLineOf = typedLineFinder(file, await lines(outcome.text), named)
  const values = readChartValues(valuesLayers(run))
  const sources = { templates, values, folder: request.chart, typedLineOf }
  const rendering: Rendering = {
    owner: chart.file,
    variant: request.variant,
    file,
    usesTemplates: true,
    chart: {
      name: chart.name,
      release: request.release ?? releaseName(chart.name),
      templateOf: (source) => templates.get(templatePath(source, named)) ?? null,
    },
    sources: textsOf(
      repository,
      files.filter((path) => isTemplate(path) || /\.ya?ml$/.test(path)),
    ),
    typedLineOf,
    leavesFor: (value) => chartLeaves(value, sources),
    homesFor: (value) => chartHomes(value, sources),
    renderWith: (changed) => renderChanged(changed, plain, run),
    covers: (path) => isPartOfChart(path, request),
    dispose: () => plain.dispose(),
  }
  return { ...told, rendering, failure: null }
}

interface Marking {
  readonly plain: SourceCopy
  readonly marked: SourceCopy
  readonly templates: ReadonlyMap<string, SourceFile>
  readonly run: ChartRun
}

/** Renders with marked templates; the typed lines are known once the plain text is. */
async function tracedLines({
  plain,
  marked,
  templates,
  run,
}: Marking): Promise<(text: string) => Promise<TypedLines | null>> {
  if ([...templates.values()].some(({ text }) => holdsMarks(text))) return async () => null
  const table = createMarkTable()
  for (const [path, { text }] of templates) marked.write(path, markTemplate(path, text, table))
  const traced = await helmTemplate(marked, run)
  return async (text) => {
    if (traced.kind !== 'rendered') return null
    const aligned = alignMarkedLines(text, traced.text, { table, again: text })
    if (aligned !== null) return aligned
    const again = await helmTemplate(plain, run)
    return again.kind === 'rendered' ? alignMarkedLines(text, traced.text, { table, again: again.text }) : null
  }
}

async function renderChanged(
  changed: ReadonlyMap<string, string>,
  copy: SourceCopy,
  run: ChartRun,
): Promise<ToolOutcome> {
  const paths = [...changed.keys(), ...schemaFiles(run)]
  for (const path of schemaFiles(run)) copy.remove(path)
  for (const [path, text] of changed) copy.write(path, text)
  const outcome = await helmTemplate(copy, run)
  for (const path of paths) {
    const before = run.repository.readBytes(path)
    if (before !== null) copy.write(path, before)
  }
  return outcome
}

/** Probes write values that no schema foresees. */
function schemaFiles({ request, repository }: ChartRun): readonly string[] {
  return repository.listAll().filter((path) => path.endsWith('values.schema.json') && isInside(path, request.chart))
}

/** `helm template`: https://helm.sh/docs/helm/helm_template/ */
function helmTemplate(copy: SourceCopy, { request, chart, options }: ChartRun): Promise<ToolOutcome> {
  return runTool({
    program: options.program,
    words: [
      'template',
      request.release ?? releaseName(chart.name),
      copy.pathOf(request.chart),
      '--skip-tests',
      ...(request.namespace === null ? [] : ['--namespace', request.namespace]),
      ...request.values.flatMap((path) => ['--values', copy.pathOf(path)]),
      ...request.sets.flatMap((set) => ['--set', set]),
    ],
    folder: copy.folder,
    home: copy.home,
  })
}

/** Release names are at most 53 characters: https://helm.sh/docs/chart_template_guide/getting_started/#adding-a-simple-template-call */
export function releaseName(chart: string): string {
  const name = chart
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, 53)
    .replace(/^-+|-+$/g, '')
  return name === '' ? 'release' : name
}

/** The rendered text stands beside the chart, under a name that no file has. */
function renderedPath({ request, chart }: ChartRun): string {
  return posix.join(request.chart, `<helm template ${(request.variant ?? chart.name).replaceAll('/', ' ')}>`)
}

/** The files that a rendering reads: the chart's own and values files. */
function chartFiles(request: ChartRequest, repository: Repository): readonly string[] {
  const own = repository.listAll().filter((path) => isInside(path, request.chart))
  return [...new Set([...own, ...request.values])]
}

function isInside(path: string, folder: string): boolean {
  return folder === '.' ? !path.startsWith('../') : path.startsWith(`${folder}/`)
}

function isTemplate(path: string): boolean {
  return /(^|\/)templates\/.*\.(ya?ml|tpl|txt|json)$/.test(path) && !path.endsWith('NOTES.txt')
}

/** Templates, inner charts and values are no manifests by themselves. */
function isPartOfChart(path: string, { chart, values }: ChartRequest): boolean {
  if (values.includes(path)) return true
  const way = posix.relative(chart, path)
  return (
    isInside(path, chart) && /^((templates|charts|crds|ci)\/|Chart\.|requirements\.|[^/]*values[^/]*\.ya?ml$)/.test(way)
  )
}

function textsOf(repository: Repository, paths: readonly string[]): ReadonlyMap<string, SourceFile> {
  return new Map(
    paths.flatMap((path) => {
      const content = repository.read(path)
      return content.kind === 'text' ? [[path, content.file] as const] : []
    }),
  )
}

/** Values files in the order in which helm merges them: charts inside charts first, the innermost before all. */
function valuesLayers({ chart, request, repository }: ChartRun): readonly ValuesLayer[] {
  const relative = (path: string) => posix.relative(request.chart, path)
  const inner = repository
    .listAll()
    .filter((path) => isInside(path, posix.join(request.chart, 'charts')) && /\/values\.ya?ml$/.test(path))
    .sort((a, b) => b.split('/').length - a.split('/').length)
    .map((path) => ({ path, prefix: aliased(subchartPrefix(relative(path)), chart) }))
  const own = ['values.yaml', 'values.yml'].map((name) => posix.join(request.chart, name))
  const outer = [...own, ...request.values].map((path) => ({ path, prefix: [] }))
  return [...inner, ...outer].flatMap(({ path, prefix }) => {
    const content = repository.read(path)
    return content.kind === 'text' ? [{ file: content.file, prefix }] : []
  })
}

/** A dependency's values stand under its alias. */
function aliased(prefix: FieldPath, chart: ChartFile): FieldPath {
  const [first, ...rest] = prefix
  const key = chart.dependencies.find(({ name }) => name === first)?.key
  return key === undefined ? prefix : [key, ...rest]
}

function failureOf(outcome: Exclude<ToolOutcome, { kind: 'rendered' }>, { chart }: ChartRun): RenderFailure {
  const { file: owner, name } = chart
  if (outcome.kind === 'missing') {
    const why =
      'helm is not installed, so the chart was not rendered; https://helm.sh/docs/intro/install/ says how to get it'
    return { owner, name, why, isMissing: true }
  }
  return { owner, name, why: `helm cannot render the chart: ${outcome.message}`, isMissing: false }
}
