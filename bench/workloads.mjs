/** What is measured on: a large repository, a pull request, one large file, a chart, and repositories of growing size. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpusFile, writeCorpus } from './corpus.mjs'

const CHART = join(import.meta.dirname, '..', '__tests__', 'fixtures', 'charts', 'shop')
const LARGE_FILE_BYTES = 30e6

/** The names of the workloads that are compared; growth is measured beside them. */
export const WORKLOADS = ['corpus', 'pull-request', 'single-file', 'chart']

/** Writes the wanted workloads below a folder; `scale` divides the numbers of files. */
export function writeWorkloads(folder, { only, scale }) {
  const isWanted = (name) => only === null || only === name
  const made = []
  const add = (name, write, rest) => {
    const place = join(folder, name)
    write(place)
    made.push({
      name,
      folder: place,
      words: ['.'],
      isCompared: true,
      isForPeers: true,
      isGrowth: false,
      ...sizeOf(place),
      ...rest,
    })
  }
  const corpus = 10_000 / scale
  if (isWanted('corpus') || isWanted('growth'))
    add('corpus', (place) => writeCorpus(place, { files: corpus }), {
      isCompared: isWanted('corpus'),
      isGrowth: isWanted('growth'),
    })
  if (isWanted('pull-request')) add('pull-request', (place) => writeCorpus(place, { files: 20, seed: 2 }), {})
  if (isWanted('single-file')) add('single-file', (place) => writeLargeFile(place, LARGE_FILE_BYTES / scale), {})
  if (isWanted('chart') && hasHelm())
    add('chart', (place) => cpSync(CHART, place, { recursive: true }), { words: ['--helm', '.'], isForPeers: false })
  if (isWanted('growth')) {
    for (const files of [1000, 3000, 30_000])
      add(`growth-${files / scale}`, (place) => writeCorpus(place, { files: files / scale }), {
        isCompared: false,
        isGrowth: true,
      })
  }
  return made
}

/** Can charts be rendered? */
export function hasHelm() {
  return spawnSync('helm', ['version', '--short']).status === 0
}

function writeLargeFile(folder, bytes) {
  mkdirSync(folder, { recursive: true })
  const texts = []
  for (let index = 0, length = 0; length < bytes; index++) {
    const { text } = corpusFile(index, { seed: 3, share: 0.05, kib: 3.4 })
    // An end marker or other line breaks would make this file something else than a long one.
    const joined = `---\n${text.replaceAll('\r', '').replace(/^\.\.\.\n/m, '')}`
    texts.push(joined)
    length += Buffer.byteLength(joined)
  }
  writeFileSync(join(folder, 'all.yaml'), texts.join(''))
}

function sizeOf(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json|tpl)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  return { paths, files: paths.length, bytes: paths.reduce((sum, path) => sum + statSync(path).size, 0) }
}
