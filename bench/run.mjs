#!/usr/bin/env node
/**
 * Measures `workerlint check` beside what the machine can do and beside other tools, in one run, and prints one table:
 * `npm run bench`. docs/benchmarks.md tells the options and how to install the other tools.
 */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { cpus, release, tmpdir, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { baselinesOf } from './baselines.mjs'
import { measure } from './measure.mjs'
import { installedPeers, PEERS, peerCommands, writePolicies } from './peers.mjs'
import { printGrowth, printRatios, printResults } from './results.mjs'
import { printSizes } from './size.mjs'
import { hasHelm, WORKLOADS, writeWorkloads } from './workloads.mjs'

const CLI = join(import.meta.dirname, '..', 'dist', 'cli.js')
/** What `--quick` divides numbers of files by, and how many runs it makes. */
const QUICK = { scale: 10, runs: 3 }

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    'peer-runs': { type: 'string', default: '1' },
    seconds: { type: 'string', default: '300' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
const NAMES = [...WORKLOADS, 'growth', 'size']
if (values.only !== undefined && !NAMES.includes(values.only)) {
  console.error(`--only is one of ${NAMES.join(', ')}`)
  process.exit(2)
}
const runs = Number(values.runs ?? (values.quick ? QUICK.runs : 10))
const peerRuns = Number(values['peer-runs'])
const seconds = Number(values.seconds)
if (!(Number.isInteger(runs) && runs > 0 && Number.isInteger(peerRuns) && peerRuns >= 0 && seconds > 0)) {
  console.error('--runs is a number from 1, --peer-runs one from 0, --seconds one above 0')
  process.exit(2)
}

const place = realpathSync(mkdtempSync(join(tmpdir(), 'workerlint-bench-')))
try {
  const peers = installedPeers()
  printMachine(peers)
  if (values.only !== 'size') {
    const options = { only: values.only ?? null, scale: values.quick ? QUICK.scale : 1 }
    const workloads = writeWorkloads(join(place, 'workloads'), options)
    const results = measureAll(workloads, peers, writePolicies(join(place, 'policies')))
    printResults(results)
    printRatios(results)
    printGrowth(results)
  }
  if (values.only === undefined || values.only === 'size') await printSizes()
} finally {
  rmSync(place, { recursive: true, force: true })
}

/** Every command of every workload, one round after the other, so that what disturbs the machine disturbs all alike. */
function measureAll(workloads, peers, policies) {
  const results = workloads.flatMap((workload) => [
    { name: 'workerlint check', command: checkCommand(workload), folder: workload.folder, codes: [0, 1], workload },
    ...comparedCommands(workload, peers, policies).map((one) => ({ ...one, workload })),
  ])
  const measured = results.map((result) => ({ ...result, measures: [] }))
  const run = (result) => measure({ ...result, output: join(place, 'output'), seconds })
  // The first round fills the caches of files and of compiled code; it counts for what is ended in it, which runs no more.
  for (const result of measured.filter(({ isSlow }) => !isSlow)) {
    const first = run(result)
    if (first.isLate) result.measures.push(first)
  }
  for (let round = 0; round < Math.max(runs, peerRuns); round++) {
    for (const result of measured) {
      const isDone = round >= (result.isSlow ? peerRuns : runs) || result.measures.some(({ isLate }) => isLate)
      if (!isDone) result.measures.push(run(result))
    }
    if (process.stderr.isTTY) process.stderr.write(`round ${round + 1}\n`)
  }
  return measured.filter(({ measures }) => measures.length > 0)
}

function checkCommand({ words }) {
  return [process.execPath, CLI, 'check', ...words]
}

function comparedCommands(workload, peers, policies) {
  if (!workload.isCompared) return []
  return [...baselinesOf(workload), ...(workload.isForPeers ? peerCommands(peers, workload, policies) : [])]
}

function printMachine(peers) {
  const [cpu] = cpus()
  console.log(`${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`)
  console.log(`${type()} ${release()}, Node ${process.version}; ${new Date().toISOString()}`)
  console.log(
    `Median of ${runs} runs, of ${peerRuns} for the full parse and for other tools; what takes over ${seconds} s is ended.`,
  )
  console.log('\nCommands, each in the folder of its workload:')
  console.log(
    `  node dist/cli.js check . (chart: ${checkCommand({ words: ['--helm', '.'] })
      .slice(2)
      .join(' ')})`,
  )
  for (const { name, command } of baselinesOf({ folder: '.' })) console.log(`  ${name}: ${shown(command)}`)
  const example = { folder: '.', paths: ['FILE…'] }
  for (const { name, command } of peerCommands(peers, example, 'POLICIES'))
    console.log(`  ${name}: ${shown(command)} (${PEERS.find(({ program }) => program === command[0])?.note})`)
  const missing = PEERS.filter(({ program }) => !peers.some((peer) => peer.program === program))
  if (missing.length > 0) console.log(`Not installed: ${missing.map(({ program }) => program).join(', ')}`)
  if (!hasHelm()) console.log('The chart is left out: helm is not installed.')
}

function shown(command) {
  return command
    .join(' ')
    .replace(process.execPath, 'node')
    .replace(import.meta.dirname, 'bench')
}
