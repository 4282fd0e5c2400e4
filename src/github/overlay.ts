/** Texts laid over the workspace, to check the head or the base of a pull request without checking it out. */
import type { GitHubClient } from './client.ts'
import type { FileDiff } from './diff.ts'
import { maxTexts } from './limits.ts'
import { readTexts } from './read-texts.ts'
import type { RepositoryName } from './repository-name.ts'

/** What replaces files of the workspace: a text, or null for a file that is not there. */
export type Overlay = ReadonlyMap<string, string | null>

/** An overlay, and whether all changed files are in it. */
export interface CompleteOverlay {
  readonly overlay: Overlay
  readonly isComplete: boolean
}

/** The head of a pull request over its base. Configuration always stays that of the base. */
export async function headOverlay(
  client: GitHubClient,
  repository: RepositoryName,
  change: { readonly headSha: string; readonly files: readonly FileDiff[] },
): Promise<CompleteOverlay> {
  const files = change.files.filter((file) => isRelevant(file.path) && !isConfiguration(file.path))
  const present = files.filter((file) => file.status !== 'removed').map((file) => file.path)
  const texts = await readTexts(client, repository, { sha: change.headSha, paths: present.slice(0, maxTexts) })
  const gone = files.flatMap((file) => (file.status === 'removed' ? [file.path] : (file.previousPath ?? [])))
  const overlay = new Map<string, string | null>([...gone.map((path) => [path, null] as const), ...texts])
  return { overlay, isComplete: present.length <= maxTexts }
}

/** The base of a pull request over its head, null when too many files changed to read them. */
export async function baseOverlay(
  client: GitHubClient,
  repository: RepositoryName,
  change: { readonly baseSha: string; readonly files: readonly FileDiff[] },
): Promise<Overlay | null> {
  const files = change.files.filter((file) => isRelevant(file.path) || isRelevant(file.previousPath ?? ''))
  const old = files.flatMap((file) => (file.status === 'added' ? [] : [file.previousPath ?? file.path]))
  if (old.length > maxTexts) return null
  const texts = await readTexts(client, repository, { sha: change.baseSha, paths: old })
  return new Map<string, string | null>([...files.map((file) => [file.path, null] as const), ...texts])
}

const relevantName =
  /(\.(ya?ml|json|toml|tpl|gotmpl|env|ini|cfg|conf|properties|py|sh|bash|txt)|dockerfile[^/]*|containerfile[^/]*|(^|\/)[^./]+)$/i

function isRelevant(path: string): boolean {
  return relevantName.test(path)
}

function isConfiguration(path: string): boolean {
  return /(^|\/)\.workerlint\.(ya?ml|json)$/.test(path)
}
