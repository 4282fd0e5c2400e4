/** What a chart would render to, as far as that can be told without helm. */

import { posix } from 'node:path'
import { parseDocument } from 'yaml'
import type { Repository } from '../../repository/repository.ts'
import { appendAll } from '../../source/lists.ts'
import { createSourceFile, lineIndexAt, type SourceFile } from '../../source/source-file.ts'
import { type ChartValues, readChartValues } from '../chart-values.ts'
import type { ChartFile, ChartRequest } from '../charts.ts'
import type { TypedLine } from '../line-marks.ts'
import { releaseName } from '../render-chart.ts'
import { ChartRefusal, UNKNOWN } from './known.ts'
import { parseAsGo } from './parse-as-go.ts'
import { readTemplate, type TemplateNode } from './template-tree.ts'
import { PLACEHOLDER, writeTemplate } from './write-template.ts'

/** What is approximated. */
export interface ApproximationRequest {
  readonly request: ChartRequest
  readonly chart: ChartFile
  readonly repository: Repository
}

/** Documents that are certain, and workloads with placeholders for what is not. */
export interface Approximation {
  readonly file: SourceFile
  readonly templates: ReadonlyMap<string, SourceFile>
  readonly values: ChartValues
  /** Folder of the chart. */
  readonly folder: string
  typedLineOf(line: number): TypedLine | null
}

/** Objects on which what is found in workloads may rest: a chart of which one is not known has no findings. */
const BEARING =
  /^\s*kind: *["']?(HorizontalPodAutoscaler|VerticalPodAutoscaler|ScaledObject|PodDisruptionBudget|LimitRange|Service)\b/m

interface Line {
  readonly text: string
  readonly typed: TypedLine
}

/** Approximates a chart; null when its values are not all in files, or when helm would refuse it. */
export function approximateChart(asked: ApproximationRequest): Approximation | null {
  const { request } = asked
  if (request.sets.length > 0) return null
  const templates = templatesOf(asked)
  const trees = new Map([...templates].map(([path, { text }]) => [path, readTemplate(text)] as const))
  const lines: Line[] = []
  try {
    const named = namedTemplates([...trees.values()])
    const world = { root: rootOf(asked), named, work: { pieces: 0 } }
    for (const [path, file] of templates) {
      if (!isManifestTemplate(posix.relative(request.chart, path))) continue
      const tree = trees.get(path) ?? null
      if (tree === null && BEARING.test(file.text)) return null
      for (const document of tree === null ? [] : documentsOf(file, writeTemplate(tree, world))) {
        const text = document.map((line) => line.text).join('\n')
        if (!isUsable(text)) {
          if (text.trim() !== '' && BEARING.test(file.text)) return null
          continue
        }
        lines.push({ text: '---', typed: { file: path, line: 0 } })
        appendAll(lines, document)
      }
    }
  } catch (error) {
    if (error instanceof ChartRefusal) return null
    throw error
  }
  const name = `<without helm ${(request.variant ?? asked.chart.name).replaceAll('/', ' ')}>`
  const file = createSourceFile(posix.join(request.chart, name), lines.map(({ text }) => `${text}\n`).join(''))
  const values = readChartValues(valuesFiles(asked).map((values) => ({ file: values, prefix: [] })))
  return { file, templates, values, folder: request.chart, typedLineOf: (line) => lines[line]?.typed ?? null }
}

/** The written lines of each document, with the template's line behind each. */
function documentsOf(file: SourceFile, { text, pieces }: ReturnType<typeof writeTemplate>): readonly Line[][] {
  const documents: Line[][] = [[]]
  let offset = 0
  let piece = 0
  for (const line of text.split('\n')) {
    const first = offset + (line.length - line.trimStart().length)
    while ((pieces[piece + 1]?.at ?? Number.POSITIVE_INFINITY) <= first) piece++
    const { at = 0, start = 0 } = pieces[piece] ?? {}
    const isLiteral = file.text.startsWith(text.slice(at, first + 1), start)
    const typed = { file: file.path, line: lineIndexAt(file, isLiteral ? start + first - at : start) }
    if (/^---(\s|$)/.test(line)) documents.push([])
    else documents.at(-1)?.push({ text: line.trimEnd(), typed })
    offset += line.length + 1
  }
  return documents
}

/** Placeholders may stand in workloads only; what is no YAML counts for nothing. */
function isUsable(text: string): boolean {
  if (text.trim() === '' || /helm\.sh\/hook["']?:\s*["']?test/.test(text)) return false
  const document = parseDocument(text)
  if (document.errors.length > 0) return false
  if (!PLACEHOLDER.test(text)) return true
  return /^kind: *["']?(Deployment|StatefulSet|DaemonSet|ReplicaSet|Job|CronJob|Pod)["']?\s*$/m.test(text)
}

function templatesOf({ request, repository }: ApproximationRequest): ReadonlyMap<string, SourceFile> {
  const inside = request.chart === '.' ? '' : `${request.chart}/`
  return new Map(
    repository
      .listAll()
      .filter((path) => path.startsWith(inside) && !path.startsWith('../'))
      .filter((path) => /(^|\/)templates\/.*\.(ya?ml|tpl)$/.test(path.slice(inside.length)))
      .flatMap((path) => {
        const content = repository.read(path)
        return content.kind === 'text' ? [[path, content.file] as const] : []
      }),
  )
}

/** Those of inner charts have values of their own; partials and tests are not applied. */
function isManifestTemplate(way: string): boolean {
  return /^templates\/(?!tests\/).*\.ya?ml$/.test(way) && !posix.basename(way).startsWith('_')
}

/** Templates by name; one that is defined twice depends on the order in which helm reads the files. */
function namedTemplates(
  trees: readonly (readonly TemplateNode[] | null)[],
): ReadonlyMap<string, readonly TemplateNode[]> {
  const named = new Map<string, readonly TemplateNode[]>()
  const twice = new Set<string>()
  for (const node of trees.flatMap((tree) => tree ?? [])) {
    if (node.kind !== 'block' || (node.word !== 'define' && node.word !== 'block')) continue
    const [branch] = node.branches
    const name = /^"([^"]+)"/.exec(branch?.head ?? '')?.[1]
    if (name === undefined || branch === undefined) continue
    if (named.has(name)) twice.add(name)
    named.set(name, branch.body)
  }
  for (const name of twice) named.delete(name)
  return named
}

/** https://helm.sh/docs/chart_template_guide/builtin_objects/ */
function rootOf(asked: ApproximationRequest): unknown {
  const { request, chart } = asked
  const own: unknown = parsed(chart.file)
  const about = isMap(own) ? own : {}
  const values = valuesFiles(asked).reduce<unknown>((merged, file) => mergedValues(merged, parsed(file)), {})
  const inner = chart.dependencies.flatMap(({ key }) => [[key, UNKNOWN] as const])
  return {
    Values: {
      ...(isMap(values) ? values : {}),
      ...Object.fromEntries(inner),
      ...(inner.length > 0 ? { global: UNKNOWN } : {}),
    },
    Release: {
      Name: request.release ?? releaseName(chart.name),
      Namespace: request.namespace ?? 'default',
      Service: 'Helm',
      IsInstall: true,
      IsUpgrade: false,
      Revision: 1,
    },
    Chart: {
      Name: chart.name,
      Version: textOrUnknown(about['version']),
      AppVersion: textOrUnknown(about['appVersion']),
      Type: UNKNOWN,
      Annotations: UNKNOWN,
    },
    Capabilities: UNKNOWN,
    Files: UNKNOWN,
    Template: UNKNOWN,
    Subcharts: UNKNOWN,
  }
}

/** Values files in the order in which helm merges them. */
function valuesFiles({ request, repository }: ApproximationRequest): readonly SourceFile[] {
  const own = ['values.yaml', 'values.yml'].map((name) => posix.join(request.chart, name))
  return [...own, ...request.values].flatMap((path) => {
    const content = repository.read(path)
    return content.kind === 'text' ? [content.file] : []
  })
}

/** A version that is no text was written without quotes, and helm prints it in a form of its own. */
function textOrUnknown(value: unknown): unknown {
  return value === undefined ? '' : typeof value === 'string' ? value : UNKNOWN
}

function parsed(file: SourceFile): unknown {
  try {
    return parseAsGo(file.text)
  } catch {
    throw new ChartRefusal(`${file.path} is no YAML`)
  }
}

/** Maps are merged, null takes a key out, all else is replaced. https://helm.sh/docs/chart_template_guide/values_files/ */
function mergedValues(under: unknown, over: unknown): unknown {
  if (!isMap(under) || !isMap(over)) return over ?? under
  const merged = new Map(Object.entries(under))
  for (const [key, value] of Object.entries(over)) {
    if (value === null && merged.has(key)) merged.delete(key)
    else merged.set(key, isMap(value) && isMap(merged.get(key)) ? mergedValues(merged.get(key), value) : value)
  }
  return Object.fromEntries(merged)
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
