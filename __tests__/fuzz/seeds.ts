/** Texts to start from: examples, scenarios, policies, and the corpora where they are at hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a text is, by its file's name. */
export type SeedKind = 'manifest' | 'script' | 'python' | 'dockerfile' | 'policy' | 'json'

/** Texts by kind. */
export type Seeds = Readonly<Record<SeedKind, readonly string[]>>

const FOLDERS = [
  'examples',
  '__tests__/scenarios',
  '__tests__/fixtures/kustomizations',
  '__tests__/fixtures/github',
  'policies',
  '../shared/corpus',
]
const LARGEST_SEED = 30_000

/** Reads the seeds below the root of the project. */
export function readSeeds(root: string): Seeds {
  const seeds: Record<SeedKind, string[]> = {
    manifest: [],
    script: [],
    python: [],
    dockerfile: [],
    policy: [],
    json: [],
  }
  for (const folder of FOLDERS.filter((name) => existsSync(join(root, name)))) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort()
    for (const path of paths) {
      const kind = kindOf(path, folder)
      const text = kind === null ? '' : readFileSync(path, 'utf8')
      if (kind !== null && text !== '' && text.length < LARGEST_SEED) seeds[kind].push(text)
    }
  }
  return seeds
}

function kindOf(path: string, folder: string): SeedKind | null {
  if (/\.ya?ml$/.test(path)) return folder === 'policies' ? 'policy' : 'manifest'
  if (/\.sh$/.test(path)) return 'script'
  if (/\.py$/.test(path)) return 'python'
  if (/Dockerfile/.test(path)) return 'dockerfile'
  return /\.json$/.test(path) ? 'json' : null
}
