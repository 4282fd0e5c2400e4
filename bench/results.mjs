/** The measures of one run as tables: everything, the ratios that are aimed at, and how time grows. */
import { fittedExponent, median } from './measure.mjs'
import { printTable } from './table.mjs'

/** What is aimed at, on two cores with Node 24. */
const GOALS = { grep: 3, peer: 5, start: 2.5, memoryOfFile: 8, memoryBytes: 150e6, exponent: 1.05 }
const CHECK = 'workerlint check'

/** Prints a row for every command of every workload. */
export function printResults(results) {
  printTable(
    ['workload', 'command', 'runs', 'wall', 'CPU', 'peak MB', 'files/s', 'MB/s', '× check', 'exit'],
    results.map(({ workload, name, measures }) => {
      const wall = middle(measures, 'wall')
      const isLate = isEnded(measures)
      const check = middle(resultOf(results, workload.name, CHECK).measures, 'wall')
      return [
        `${workload.name} (${workload.files}, ${(workload.bytes / 1e6).toFixed(2)} MB)`,
        name,
        String(measures.length),
        `${isLate ? '> ' : ''}${seconds(wall)}`,
        seconds(middle(measures, 'cpu')),
        (middle(measures, 'peak') / 1e6).toFixed(0),
        isLate ? '-' : (workload.files / wall).toFixed(0),
        isLate ? '-' : (workload.bytes / 1e6 / wall).toFixed(1),
        `${isLate ? '> ' : ''}${(wall / check).toFixed(2)}`,
        isLate ? 'ended' : [...new Set(measures.map(({ code }) => code))].join(','),
      ]
    }),
  )
}

/** Prints the ratios that are aimed at, of those workloads that were measured. */
export function printRatios(results) {
  const of = (workload, command) => resultOf(results, workload, command)
  const rows = []
  // Of a check that was ended nothing is known but that it takes longer.
  const addOf = ({ measures }, ...[what, value, goal, isMet]) =>
    rows.push(isEnded(measures) ? [what, 'ended', goal, 'no'] : [what, value, goal, isMet ? 'yes' : 'no'])
  const corpus = of('corpus', CHECK)
  const grep = of('corpus', "grep -rlE 'gunicorn|celery'")
  if (corpus !== undefined && grep !== undefined) {
    const ratio = middle(corpus.measures, 'wall') / middle(grep.measures, 'wall')
    addOf(corpus, 'corpus: check ÷ grep', ratio.toFixed(2), `≤ ${GOALS.grep}`, ratio <= GOALS.grep)
    const peak = middle(corpus.measures, 'peak')
    addOf(corpus, 'corpus: peak', megabytes(peak), `< ${megabytes(GOALS.memoryBytes)}`, peak < GOALS.memoryBytes)
  }
  for (const { workload, name, measures, isPeer } of results) {
    if (!isPeer || workload.name !== 'corpus') continue
    const ratio = middle(measures, 'wall') / middle(corpus.measures, 'wall')
    addOf(
      corpus,
      `corpus: ${name} ÷ check`,
      `${isEnded(measures) ? '> ' : ''}${ratio.toFixed(1)}`,
      `≥ ${GOALS.peer}`,
      ratio >= GOALS.peer,
    )
  }
  const small = of('pull-request', CHECK)
  if (small !== undefined) {
    const ratio = middle(small.measures, 'wall') / middle(of('pull-request', 'node -e 0').measures, 'wall')
    addOf(small, 'pull-request: check ÷ node -e 0', ratio.toFixed(2), `≤ ${GOALS.start}`, ratio <= GOALS.start)
  }
  const single = of('single-file', CHECK)
  if (single !== undefined) {
    const ratio = middle(single.measures, 'peak') / single.workload.bytes
    addOf(single, 'single-file: peak ÷ size', ratio.toFixed(1), `< ${GOALS.memoryOfFile}`, ratio < GOALS.memoryOfFile)
  }
  if (rows.length > 0) printTable(['aim', 'measured', 'wanted', 'met'], rows)
}

/** Prints how wall clock and memory grow with the number of files. */
export function printGrowth(results) {
  const grown = results
    .filter(({ workload, name, measures }) => workload.isGrowth && name === CHECK && !isEnded(measures))
    .sort((one, other) => one.workload.files - other.workload.files)
  if (grown.length < 2) return
  printTable(
    ['growth', 'wall', 'CPU', 'peak MB', 'ms/file'],
    grown.map(({ workload, measures }) => [
      `${workload.files} files`,
      seconds(middle(measures, 'wall')),
      seconds(middle(measures, 'cpu')),
      (middle(measures, 'peak') / 1e6).toFixed(0),
      ((1000 * middle(measures, 'wall')) / workload.files).toFixed(3),
    ]),
  )
  const points = (key) => grown.map(({ workload, measures }) => [workload.bytes, middle(measures, key)])
  const last = points('wall').slice(-2)
  console.log(
    `\nExponent over bytes (wanted ≤ ${GOALS.exponent}): ${fittedExponent(points('wall')).toFixed(3)} for wall clock, ` +
      `${fittedExponent(points('cpu')).toFixed(3)} for CPU; between the last two, where starting weighs least, ` +
      `${fittedExponent(last).toFixed(3)}.`,
  )
}

function resultOf(results, workload, command) {
  return results.find(({ workload: { name }, name: own }) => name === workload && own === command)
}

function isEnded(measures) {
  return measures.some(({ isLate }) => isLate)
}

function middle(measures, key) {
  return median(measures.map((one) => one[key]))
}

function seconds(value) {
  return value < 10 ? `${(value * 1000).toFixed(0)} ms` : `${value.toFixed(1)} s`
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(0)} MB`
}
