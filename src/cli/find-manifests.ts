/** What of a repository workerlint is for: folders with manifests, Helm charts and kustomizations. */
import { join } from 'node:path'
import { readText } from '../repository/read-text.ts'
import { walkFolder } from '../repository/walk.ts'

/** Folders by what they hold, sorted; `.` is the working directory. */
export interface FoundManifests {
  readonly paths: readonly string[]
  readonly charts: readonly string[]
  readonly kustomizations: readonly string[]
}

/** Kinds that own pods. */
const POD_KIND =
  /^kind:\s*["']?(Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob|Rollout|PodTemplate|Service)\b/m

/** Looks through the YAML files below the working directory. */
export function findManifests(workingDirectory: string): FoundManifests {
  const files = walkFolder(workingDirectory)
  const charts = foldersOf(files, /(^|\/)Chart\.ya?ml$/)
  const kustomizations = foldersOf(files, /(^|\/)kustomization\.ya?ml$/)
  const isInChart = (file: string) => charts.some((chart) => chart === '.' || file.startsWith(`${chart}/`))
  const manifests = files.filter((file) => {
    if (!/\.ya?ml$/.test(file) || file.startsWith('.github/') || isInChart(file)) return false
    const read = readText(join(workingDirectory, file))
    return read.kind === 'text' && /^apiVersion:/m.test(read.text) && POD_KIND.test(read.text)
  })
  const tops = [...new Set(manifests.map((file) => (file.includes('/') ? (file.split('/')[0] ?? '.') : '.')))].sort()
  return { paths: tops.includes('.') ? ['.'] : tops, charts, kustomizations }
}

function foldersOf(files: readonly string[], name: RegExp): readonly string[] {
  return files.filter((file) => name.test(file)).map((file) => file.split('/').slice(0, -1).join('/') || '.')
}
