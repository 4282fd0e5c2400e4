/** What of a repository workerlint is for: folders with manifests, Helm charts and kustomizations. */
import { join } from 'node:path'
import { readText } from '../repository/read-text.ts'
import { walkFolder } from '../repository/walk.ts'

/** A chart and the values files beside its own, which are usually one for each environment. */
export interface FoundChart {
  readonly folder: string
  readonly values: readonly string[]
}

/** Folders by what they hold, sorted; `.` is the working directory. */
export interface FoundManifests {
  readonly paths: readonly string[]
  readonly charts: readonly FoundChart[]
  readonly kustomizations: readonly string[]
}

/** Kinds that own pods. */
const POD_KIND =
  /^kind:\s*["']?(Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob|Rollout|PodTemplate|Service)\b/m

/** Looks through the YAML files below the working directory. */
export function findManifests(workingDirectory: string): FoundManifests {
  const files = walkFolder(workingDirectory)
  const charts = outermost(foldersOf(files, /(^|\/)Chart\.ya?ml$/))
  const isInChart = (file: string) => charts.some((chart) => isBelow(file, chart))
  const kustomizations = foldersOf(files, /(^|\/)(kustomization\.ya?ml|Kustomization)$/)
  const manifests = files.filter((file) => {
    if (!/\.ya?ml$/.test(file) || file.startsWith('.github/') || isInChart(file)) return false
    const read = readText(join(workingDirectory, file))
    return read.kind === 'text' && /^apiVersion:/m.test(read.text) && POD_KIND.test(read.text)
  })
  const tops = [...new Set(manifests.map((file) => (file.includes('/') ? (file.split('/')[0] ?? '.') : '.')))].sort()
  return {
    paths: tops.includes('.') ? ['.'] : tops,
    charts: charts.map((folder) => ({ folder, values: valuesOf(files, folder) })),
    kustomizations: kustomizations.filter((folder) => !isInChart(`${folder}/`)),
  }
}

/** Files such as `values-prod.yaml`, which say what differs from `values.yaml`. */
function valuesOf(files: readonly string[], chart: string): readonly string[] {
  return files.filter((file) => {
    const inside = chart === '.' ? file : file.startsWith(`${chart}/`) ? file.slice(chart.length + 1) : ''
    return /^values[-_.][\w.-]+\.ya?ml$/.test(inside) || /^(values|environments|env)\/[\w.-]+\.ya?ml$/.test(inside)
  })
}

/** Without charts inside charts, which are rendered with them. */
function outermost(folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => !folders.some((other) => other !== folder && isBelow(folder, other)))
}

function isBelow(path: string, folder: string): boolean {
  return folder === '.' || path.startsWith(`${folder}/`)
}

function foldersOf(files: readonly string[], name: RegExp): readonly string[] {
  return files.filter((file) => name.test(file)).map((file) => file.split('/').slice(0, -1).join('/') || '.')
}
