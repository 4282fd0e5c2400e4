/** The charts of a repository: what is rendered, with which values. */

import { posix } from 'node:path'
import { parse } from 'yaml'
import { itemsAt, stringAt, type YamlNode } from '../manifests/node.ts'
import { parseYaml } from '../manifests/parse.ts'
import type { Repository } from '../repository/repository.ts'
import { UserError } from '../source/errors.ts'
import { appendAll } from '../source/lists.ts'
import type { SourceFile } from '../source/source-file.ts'
import { CHART_FILE } from './file-names.ts'

/** One rendering of a chart. */
export interface ChartRequest {
  /** Folder of the chart; `.` is the working directory. */
  readonly chart: string
  /** Null takes the chart's name. */
  readonly release: string | null
  readonly namespace: string | null
  /** Values files by repository path, later ones win. */
  readonly values: readonly string[]
  /** `key=value` as for `helm --set`. */
  readonly sets: readonly string[]
  readonly variant: string | null
}

/** What `Chart.yaml` says. */
export interface ChartFile {
  readonly file: SourceFile
  readonly name: string
  readonly isLibrary: boolean
  readonly dependencies: readonly ChartDependency[]
}

/** A chart that another one needs. `key` is where its values stand: the alias, else the name. */
export interface ChartDependency {
  readonly name: string
  readonly key: string
  readonly repository: string
}

/** The charts among the files to check, each with its default values and every `ci/*-values.yaml`; charts inside charts and libraries are parts of others. */
export function discoverCharts(repository: Repository): readonly ChartRequest[] {
  const folders = repository.checked.filter((path) => CHART_FILE.test(path)).map((path) => posix.dirname(path))
  return folders
    .filter((folder) => !folders.some((other) => other !== folder && isBelow(folder, posix.join(other, 'charts'))))
    .filter((folder) => readChartFile(repository, folder)?.isLibrary === false)
    .flatMap((chart) => {
      const ci = repository
        .listAll()
        .filter((path) => posix.dirname(path) === posix.join(chart, 'ci') && /-values\.ya?ml$/.test(path))
      const base = { chart, release: null, namespace: null, sets: [] }
      const sets = ci.map((path) => ({ ...base, values: [path], variant: posix.relative(chart, path) }))
      return [{ ...base, values: [], variant: sets.length === 0 ? null : 'values.yaml' }, ...sets]
    })
}

/**
 * Reads a request such as `charts/web,ci/prod.yaml --namespace shop --set image.tag=1`. Values files are looked for from
 * the working directory, then from the chart.
 */
export function parseChartRequest(text: string, repository: Repository): ChartRequest {
  const [head = '', ...words] = text.trim().split(/\s+/)
  const [written = '', ...listed] = head.split(',')
  const chart = posix.normalize(written).replace(/(.)\/$/, '$1')
  if (readChartFile(repository, chart) === null)
    throw new UserError(`helm chart ${JSON.stringify(written)} does not exist: no Chart.yaml there`)
  const request = { release: '', namespace: '', values: [...listed], sets: [] as string[] }
  for (let index = 0; index < words.length; index++) {
    const [option = '', ...rest] = (words[index] ?? '').split('=')
    const value = rest.length > 0 ? rest.join('=') : (words[++index] ?? '')
    if (value === '') throw new UserError(`helm ${JSON.stringify(text)}: ${option} needs a value`)
    applyOption(option.replace(/^-+/, ''), value, request)
  }
  const values = request.values.map((path) => findValuesFile(path, chart, repository))
  const variant = [...values.map((path) => posix.relative(chart, path)), ...request.sets].join(', ')
  return {
    chart,
    release: request.release || null,
    namespace: request.namespace || null,
    values,
    sets: request.sets,
    variant: variant || null,
  }
}

/** Reads `Chart.yaml` of a folder; null when there is none. */
export function readChartFile(repository: Repository, folder: string): ChartFile | null {
  for (const name of ['Chart.yaml', 'Chart.yml']) {
    const content = repository.read(posix.join(folder, name))
    if (content.kind !== 'text') continue
    const [document] = parseYaml(content.file).documents
    return {
      file: content.file,
      name: stringAt(document, ['name']) ?? posix.basename(folder),
      isLibrary: stringAt(document, ['type']) === 'library',
      dependencies: dependenciesOf(document, repository, folder),
    }
  }
  return null
}

/** Charts of the old form list their dependencies in `requirements.yaml`. https://helm.sh/docs/topics/charts/#chart-dependencies */
function dependenciesOf(
  document: YamlNode | undefined,
  repository: Repository,
  folder: string,
): readonly ChartDependency[] {
  const old = repository.read(posix.join(folder, 'requirements.yaml'))
  const [requirements] = old.kind === 'text' ? parseYaml(old.file).documents : []
  return [...itemsAt(document, ['dependencies']), ...itemsAt(requirements, ['dependencies'])].flatMap((node) => {
    const name = stringAt(node, ['name'])
    if (name === undefined) return []
    return [{ name, key: stringAt(node, ['alias']) ?? name, repository: stringAt(node, ['repository']) ?? '' }]
  })
}

/** `Chart.yaml` or `requirements.yaml` without some of its dependencies, as JSON: what helm reads, not what people do. */
export function withoutDependencies(file: SourceFile, dropped: ReadonlySet<string>): string {
  const content: unknown = parse(file.text)
  if (typeof content !== 'object' || content === null || !('dependencies' in content)) return file.text
  const listed: readonly unknown[] = Array.isArray(content.dependencies) ? content.dependencies : []
  const kept = listed.filter((entry) => !dropped.has(keyOf(entry)))
  return JSON.stringify({ ...content, dependencies: kept })
}

function keyOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return ''
  if ('alias' in entry && typeof entry.alias === 'string') return entry.alias
  return 'name' in entry ? String(entry.name) : ''
}

/** Does the chart carry a dependency in its `charts` folder, as a folder or an archive? */
export function isVendored(dependency: ChartDependency, chart: string, repository: Repository): boolean {
  const folder = posix.join(chart, 'charts')
  return repository
    .listAll()
    .some(
      (path) =>
        path.startsWith(`${folder}/${dependency.name}/`) ||
        (path.startsWith(`${folder}/${dependency.name}-`) && path.endsWith('.tgz')),
    )
}

interface PendingRequest {
  release: string
  namespace: string
  readonly values: string[]
  readonly sets: string[]
}

function applyOption(option: string, value: string, request: PendingRequest): void {
  switch (option) {
    case 'release':
      request.release = value
      return
    case 'namespace':
    case 'n':
      request.namespace = value
      return
    case 'values':
    case 'f':
      appendAll(request.values, value.split(','))
      return
    case 'set':
      request.sets.push(value)
      return
    default:
      throw new UserError(
        `helm option ${JSON.stringify(option)} is not known; expected release, namespace, values or set`,
      )
  }
}

function findValuesFile(path: string, chart: string, repository: Repository): string {
  const found = [posix.normalize(path), posix.join(chart, path)].find(
    (candidate) => repository.read(candidate).kind === 'text',
  )
  if (found === undefined) throw new UserError(`values file ${JSON.stringify(path)} does not exist`)
  return found
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}
