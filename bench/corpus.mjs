#!/usr/bin/env node
/**
 * Writes a repository of manifests, the same for the same seed: `node bench/corpus.mjs DIR --files 10000 --seed 1`.
 *
 * Files hold several documents: workloads, Services, ConfigMaps, autoscalers and Ingresses with comments, anchors and block
 * scalars; `--share` of them (0.05) run gunicorn or celery, and `--kib` (3.4) is the size of a file that they scatter around.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { documentsOf } from './corpus-documents.mjs'
import { ADJECTIVES, createRandom, NOUNS, TEAMS } from './corpus-random.mjs'

/** Stands in every folder that was made here, and only such a folder is replaced. */
const MARK = '.workerlint-corpus'

/** Writes a corpus, and gives what is in it. */
export function writeCorpus(folder, { files, seed = 1, share = 0.05, kib = 3.4 }) {
  const isForeign = existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, MARK))
  if (isForeign) throw new Error(`${folder} is not replaced: it was not made by this script`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, MARK), '')
  const totals = { files, documents: 0, serving: 0, bytes: 0 }
  for (let index = 0; index < files; index++) {
    const made = corpusFile(index, { seed, share, kib })
    const bytes = Buffer.from(made.text)
    totals.documents += made.documents
    totals.serving += made.isServer ? 1 : 0
    totals.bytes += bytes.length
    mkdirSync(join(folder, made.folder), { recursive: true })
    writeFileSync(join(folder, made.folder, made.name), bytes)
  }
  return totals
}

/** One file of the corpus; it depends on the seed and its number alone. */
export function corpusFile(index, { seed, share, kib }) {
  const random = createRandom(seed * 1000003 + index)
  const { next, int, pick, chance } = random
  const { deployment, service, autoscaler, configMap, ingress } = documentsOf(random)
  const team = pick(TEAMS)
  const app = `${pick(ADJECTIVES)}-${pick(NOUNS)}-${index}`
  const isServer = chance(share)
  const wanted = kib * 1024 * (0.5 + next())
  const documents = [deployment(app, team, isServer), service(app, team)]
  if (chance(0.6)) documents.push(configMap(app, team, isServer && chance(0.5), int(4, 40)))
  if (chance(0.4)) documents.push(autoscaler(app, team))
  if (chance(0.3)) documents.push(ingress(app, team))
  let length = documents.reduce((sum, document) => sum + document.length, 0)
  for (let number = 1; length < wanted; number++) {
    const more = chance(0.6)
      ? deployment(`${app}-${number}`, team, false)
      : configMap(`${app}-${number}`, team, false, int(10, 60))
    documents.push(more)
    length += more.length
  }
  let text = chance(0.3) ? `# Source: ${team}/${app}/templates/all.yaml\n---\n` : chance(0.3) ? '---\n' : ''
  text += documents.join(chance(0.1) ? '--- # next\n' : '---\n')
  if (chance(0.02)) text += '...\n'
  if (chance(0.02)) text = text.replace(/\n/g, '\r\n')
  // The name of a server in a comment is no server.
  if (!isServer && chance(0.01)) text = `# this app used to run under gunicorn\n${text}`
  const name = `${app}.${chance(0.8) ? 'yaml' : 'yml'}`
  return { folder: join(team, `g${index % 97}`), name, text, isServer, documents: documents.length }
}

if (process.argv[1] === import.meta.filename) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      files: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      share: { type: 'string', default: '0.05' },
      kib: { type: 'string', default: '3.4' },
    },
  })
  const numbers = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]))
  console.log(JSON.stringify(writeCorpus(positionals[0] ?? 'corpus', numbers)))
}
