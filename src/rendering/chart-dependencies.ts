/** The charts that a chart needs: copied into place, fetched, or left out. */
import { posix } from 'node:path'
import type { Repository } from '../repository/repository.ts'
import { type ChartDependency, type ChartFile, isVendored, readChartFile, withoutDependencies } from './charts.ts'
import type { HelmOptions } from './helm-options.ts'
import { runTool } from './run-tool.ts'
import type { SourceCopy } from './source-copy.ts'

/** What dependencies are prepared with. */
export interface DependencyRequest {
  readonly chart: ChartFile
  /** Folder of the chart. */
  readonly folder: string
  readonly repository: Repository
  readonly copies: readonly SourceCopy[]
  readonly options: HelmOptions
}

/** Makes copies of a chart complete; gives one sentence for everything that the rendering has to do without. */
export async function prepareDependencies(request: DependencyRequest): Promise<readonly string[]> {
  const { chart, folder, repository, copies, options } = request
  const absent = chart.dependencies
    .filter((dependency) => !isVendored(dependency, folder, repository))
    .filter((dependency) => !copyLocal(dependency, request))
  if (absent.length === 0) return []
  if (options.allowNetwork) return fetchDependencies(request)
  const dropped = new Set(absent.map(({ key }) => key))
  for (const path of [chart.file.path, posix.join(folder, 'requirements.yaml')]) {
    const content = repository.read(path)
    if (content.kind !== 'text') continue
    for (const copy of copies) copy.write(path, withoutDependencies(content.file, dropped))
  }
  for (const copy of copies)
    for (const lock of ['Chart.lock', 'requirements.lock']) copy.remove(posix.join(folder, lock))
  const names = absent.map(({ name }) => name).join(', ')
  return [`rendered without ${names}: not in charts/; helm dependency build puts dependencies there`]
}

/** `repository: file://../common` is a chart of the same repository. */
function copyLocal(dependency: ChartDependency, { folder, repository, copies }: DependencyRequest): boolean {
  const written = /^file:\/\/(.+)$/.exec(dependency.repository)?.[1]
  const local = written === undefined ? null : posix.join(folder, written)
  if (local === null || readChartFile(repository, local) === null) return false
  for (const path of repository.listAll().filter((candidate) => candidate.startsWith(`${local}/`))) {
    const bytes = repository.readBytes(path)
    const target = posix.join(folder, 'charts', dependency.name, posix.relative(local, path))
    if (bytes !== null) for (const copy of copies) copy.write(target, bytes)
  }
  return true
}

/** https://helm.sh/docs/helm/helm_dependency_build/ */
async function fetchDependencies({ folder, copies, options }: DependencyRequest): Promise<readonly string[]> {
  const notes = new Set<string>()
  for (const copy of copies) {
    const outcome = await runTool({
      program: options.program,
      words: ['dependency', 'build', copy.pathOf(folder)],
      folder: copy.folder,
      home: copy.home,
    })
    if (outcome.kind === 'failed') notes.add(`dependencies could not be fetched: ${outcome.message}`)
  }
  return [...notes]
}
