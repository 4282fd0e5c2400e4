/** A thread that feeds inputs one after the other; the number of the current one is in shared memory, so that a hang has a name, and beside it the wish to stop. */
import { parentPort, workerData } from 'node:worker_threads'
import { readSeeds } from './seeds.ts'
import { createTargets, feed, makeInput } from './targets.ts'

/** What the thread is started with. */
interface Work {
  readonly root: string
  readonly seed: number
  readonly start: number
  readonly step: number
  readonly end: number
  readonly current: SharedArrayBuffer
}

const LONG_MILLISECONDS = 1000

async function timed<T>(run: () => Promise<T>): Promise<{ readonly result: T; readonly milliseconds: number }> {
  const started = performance.now()
  const result = await run()
  return { result, milliseconds: performance.now() - started }
}

const work: Work = workerData
const current = new Int32Array(work.current)
const context = { targets: createTargets(), seeds: readSeeds(work.root) }
const problems = new Map<string, number>()
let slowest = { index: -1, milliseconds: 0, target: '' }
let done = 0
for (let index = work.start; index < work.end && Atomics.load(current, 1) === 0; index += work.step) {
  const { target, text } = makeInput(index, work.seed, context)
  Atomics.store(current, 0, index)
  const first = await timed(() => feed(target, text, problems))
  const failure = first.result
  // A thread that had to wait for the processor is no slow case, so what takes long is fed once more.
  const milliseconds =
    first.milliseconds < LONG_MILLISECONDS
      ? first.milliseconds
      : Math.min(first.milliseconds, (await timed(() => feed(target, text, new Map()))).milliseconds)
  Atomics.store(current, 0, -1)
  done++
  if (milliseconds > slowest.milliseconds) slowest = { index, milliseconds, target: target.name }
  if (failure !== null) parentPort?.postMessage({ kind: 'crash', index, target: target.name, text, failure })
  if (milliseconds > LONG_MILLISECONDS)
    parentPort?.postMessage({ kind: 'slow', index, target: target.name, text, milliseconds })
  if (done % 500 === 0) parentPort?.postMessage({ kind: 'progress', done, memory: process.memoryUsage().rss })
}
parentPort?.postMessage({ kind: 'end', done, slowest, problems: [...problems] })
