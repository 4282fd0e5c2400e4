#!/usr/bin/env node
/**
 * Feeds mutated and made-up texts to every parser and to the whole flow: `npm run fuzz -- --seconds 60`, or `--inputs 1000000`,
 * with `--seed N` and `--threads N`. Crashes and cases over a second are written to `__tests__/fuzz/crashes/`, where the
 * tests feed them again; make them small, and free of other people's text, before they are committed. Exit code 1 when
 * there is one.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'

const root = new URL('..', import.meta.url).pathname
/** A case that takes longer than this is ended, and its thread with it. */
const HANG_MILLISECONDS = 5000
/** A thread that needs more is ended. */
const MOST_MEBIBYTES = 448

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    inputs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    threads: { type: 'string', default: String(availableParallelism()) },
  },
})
const seed = Number(values.seed)
const threads = Number(values.threads)
const end = values.inputs === undefined ? Number.MAX_SAFE_INTEGER : Number(values.inputs)
const deadline =
  Date.now() +
  (values.seconds === undefined && values.inputs !== undefined ? 86_400 : Number(values.seconds ?? 60)) * 1000

const folder = mkdtempSync(join(tmpdir(), 'workerlint-fuzz-'))
const outfile = join(folder, 'worker.mjs')
await build({
  absWorkingDir: root,
  entryPoints: ['__tests__/fuzz/worker.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  alias: { punycode: join(root, 'node_modules/punycode/punycode.es6.js') },
  banner: {
    js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
  },
})

const totals = { inputs: 0, crashes: 0, slow: 0, memory: 0, slowest: { milliseconds: 0, target: '', index: -1 } }
const problems = new Map()
await Promise.all(Array.from({ length: threads }, (_, lane) => runLane(lane)))
rmSync(folder, { recursive: true, force: true })
printTable()
process.exitCode = totals.crashes + totals.slow > 0 ? 1 : 0

/** Every lane takes each n-th input; a thread that dies is followed by another behind its last input. */
async function runLane(lane) {
  for (let start = lane; start < end && Date.now() < deadline; ) {
    const next = await runThread(start)
    if (next === null) return
    start = next + threads
  }
}

/** Runs a thread to its end: null when it is through, else the number of the input that ended it. */
function runThread(start) {
  return new Promise((resolve) => {
    const current = new SharedArrayBuffer(8)
    const worker = new Worker(outfile, {
      workerData: { root, seed, start, step: threads, end: Math.min(end, start + 2_000_000_000), current },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEBIBYTES },
    })
    const index = () => Atomics.load(new Int32Array(current), 0)
    let seen = { index: -1, since: Date.now() }
    let done = 0
    const watch = setInterval(() => {
      if (index() !== seen.index) seen = { index: index(), since: Date.now() }
      else if (seen.index >= 0 && Date.now() - seen.since > HANG_MILLISECONDS) finish(seen.index, 'hangs')
      if (Date.now() > deadline) Atomics.store(new Int32Array(current), 1, 1)
    }, 250)
    const finish = (at, why) => {
      clearInterval(watch)
      totals.inputs += done
      if (why !== null) report({ kind: 'crash', index: at, target: '', text: '', failure: why })
      worker.removeAllListeners()
      worker.on('error', () => {})
      void worker.terminate().then(() => resolve(at))
    }
    worker.on('error', (error) => finish(index(), String(error)))
    worker.on('message', (message) => {
      if (message.kind === 'progress') {
        done = message.done
        totals.memory = Math.max(totals.memory, message.memory)
      } else if (message.kind === 'end') {
        done = message.done
        for (const [problem, count] of message.problems) problems.set(problem, (problems.get(problem) ?? 0) + count)
        if (message.slowest.milliseconds > totals.slowest.milliseconds) totals.slowest = message.slowest
        finish(null, null)
      } else report(message)
    })
  })
}

function report({ kind, index, target, text, failure, milliseconds }) {
  totals[kind === 'crash' ? 'crashes' : 'slow']++
  const folder = join(root, '__tests__/fuzz/crashes')
  mkdirSync(folder, { recursive: true })
  const name = `${target.replaceAll(' ', '-')}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.txt`
  if (text !== '') writeFileSync(join(folder, name), text)
  const what = kind === 'crash' ? failure : `${Math.round(milliseconds)} ms`
  console.error(`${kind}: input ${index} of seed ${seed} (${target}): ${what}\n`)
}

function printTable() {
  const rows = [
    ['inputs', totals.inputs],
    ['crashes', totals.crashes],
    ['cases over 1 s', totals.slow],
    ['distinct problems', problems.size],
    [
      'slowest case',
      `${Math.round(totals.slowest.milliseconds)} ms (${totals.slowest.target}, input ${totals.slowest.index})`,
    ],
    ['memory of the process at most', `${Math.round(totals.memory / 2 ** 20)} MiB`],
    ['seed, threads', `${seed}, ${threads}`],
    ['machine', `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`],
  ]
  console.log(rows.map(([name, value]) => `| ${String(name).padEnd(30)} | ${value} |`).join('\n'))
}
