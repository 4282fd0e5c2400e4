#!/usr/bin/env node
/**
 * Prints the functions that a check spends most time in: `node bench/profile.mjs --files 3000`, or `--folder PATH`. The
 * bundle is made anew without shortening, so that functions have their names.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { linkScripts } from '../scripts/link-scripts.mjs'
import { writeCorpus } from './corpus.mjs'
import { printTable } from './table.mjs'

const MOST_FUNCTIONS = 30

const { values } = parseArgs({ options: { files: { type: 'string', default: '3000' }, folder: { type: 'string' } } })
const place = mkdtempSync(join(tmpdir(), 'workerlint-profile-'))
try {
  const dist = join(place, 'dist')
  mkdirSync(join(dist, 'chunks'), { recursive: true })
  writeFileSync(join(dist, 'package.json'), '{"type":"commonjs"}\n')
  for (const [path, text] of (await linkScripts({ minify: false })).files) writeFileSync(join(dist, path), text)
  const folder = values.folder ?? join(place, 'corpus')
  if (values.folder === undefined) writeCorpus(folder, { files: Number(values.files) })
  const profiles = join(place, 'profiles')
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--cpu-prof', `--cpu-prof-dir=${profiles}`, join(dist, 'cli.js'), 'check', folder],
    { encoding: 'utf8', maxBuffer: 2 ** 30, env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' } },
  )
  if (status !== 0 && status !== 1) throw new Error(`check ended with ${status}: ${stderr}`)
  const [name = ''] = readdirSync(profiles)
  printProfile(JSON.parse(readFileSync(join(profiles, name), 'utf8')))
} finally {
  rmSync(place, { recursive: true, force: true })
}

/** The format is that of the inspector: https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-Profile */
function printProfile({ nodes, samples, timeDeltas }) {
  const own = new Map()
  const nameOf = new Map(nodes.map(({ id, callFrame }) => [id, nameOfFrame(callFrame)]))
  samples.forEach((id, index) => {
    const name = nameOf.get(id)
    own.set(name, (own.get(name) ?? 0) + timeDeltas[index])
  })
  const total = [...own.values()].reduce((sum, time) => sum + time, 0)
  const costliest = [...own].sort(([, one], [, other]) => other - one).slice(0, MOST_FUNCTIONS)
  console.log(`Node ${process.version}, ${(total / 1000).toFixed(0)} ms in all`)
  printTable(
    ['function', 'own ms', 'share'],
    costliest.map(([name, time]) => [name, (time / 1000).toFixed(1), `${((100 * time) / total).toFixed(1)} %`]),
  )
}

function nameOfFrame({ functionName, url, lineNumber }) {
  const file = url.split('/').at(-1)
  return file === '' ? functionName : `${functionName || '(anonymous)'} ${file}:${lineNumber + 1}`
}
