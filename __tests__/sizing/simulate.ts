/** A discrete-event simulation of pods that compute and wait by turns: what the queueing model is compared with. */

/** What is simulated. Times in seconds; each request computes, waits, and computes again. */
export interface Simulated {
  readonly seed: number
  readonly requests: number
  readonly arrivalsPerSecond: number
  readonly processes: number
  readonly threads: number
  readonly cores: number
  readonly cpuSeconds: number
  readonly waitSeconds: number
  /** Do the times of a request vary exponentially, or are they all the same? */
  readonly times: 'exponential' | 'constant'
}

/** What came of it: mean response and 99th percentile in seconds. */
export interface SimulatedFigures {
  readonly response: number
  readonly p99: number
}

interface Request {
  readonly arrived: number
  readonly process: number
  phase: 'before' | 'waiting' | 'after'
  /** CPU seconds that are left, or the time at which the waiting ends. */
  left: number
  readonly waits: number
  readonly computes: number
}

/** Quotas are handed out for so long: https://docs.kernel.org/scheduler/sched-bwc.html */
const PERIOD = 0.1

/**
 * One shared queue feeds the threads of all processes, the least busy one first. Inside a process computing requests share
 * one core (the interpreter lock) by processor sharing; processes run side by side until the quota of the period is used up, and
 * then stand still until the next.
 */
export function simulate(request: Simulated): SimulatedFigures {
  const random = randomNumbers(request.seed)
  const exponential = (mean: number) => -Math.log(1 - random()) * mean
  const drawn = (mean: number) => (request.times === 'exponential' ? exponential(mean) : mean)
  const queue: { readonly arrived: number }[] = []
  const inside: Request[] = []
  const busy = new Array<number>(request.processes).fill(0)
  const responses: number[] = []
  let now = 0
  let next = exponential(1 / request.arrivalsPerSecond)
  let quota = request.cores * PERIOD
  let refill = PERIOD
  while (responses.length < request.requests) {
    const { rates, running } = ratesOf(inside, request, quota)
    const ends = inside.map((one, index) => {
      const rate = rates[index] ?? 0
      if (one.phase === 'waiting') return one.left
      return rate === 0 ? Number.POSITIVE_INFINITY : now + Math.max(0, one.left) / rate
    })
    const exhausted = running === 0 ? Number.POSITIVE_INFINITY : now + quota / running
    const then = Math.min(next, refill, exhausted, ...ends)
    quota -= (then - now) * running
    for (const [index, one] of inside.entries())
      if (one.phase !== 'waiting') one.left -= (then - now) * (rates[index] ?? 0)
    now = then
    if (now === refill) {
      quota = request.cores * PERIOD
      refill += PERIOD
    } else if (now === exhausted) quota = 0
    else if (now === next) {
      queue.push({ arrived: now })
      next = now + exponential(1 / request.arrivalsPerSecond)
    } else {
      const index = ends.indexOf(then)
      const one = inside[index]
      if (one !== undefined && isDone(one, now)) {
        inside.splice(index, 1)
        busy[one.process] = (busy[one.process] ?? 0) - 1
        responses.push(now - one.arrived)
      }
    }
    for (;;) {
      const fewest = Math.min(...busy)
      const first = fewest < request.threads ? queue.shift() : undefined
      if (first === undefined) break
      const process = busy.indexOf(fewest)
      busy[process] = fewest + 1
      const computes = drawn(request.cpuSeconds)
      inside.push({
        ...first,
        process,
        phase: 'before',
        left: computes / 2,
        computes,
        waits: drawn(request.waitSeconds),
      })
    }
  }
  const settled = responses.slice(Math.floor(responses.length / 10)).sort((a, b) => a - b)
  return {
    response: settled.reduce((sum, time) => sum + time, 0) / settled.length,
    p99: settled[Math.floor(settled.length * 0.99)] ?? 0,
  }
}

/** Moves a request to its next phase; true when there is none. */
function isDone(one: Request, now: number): boolean {
  if (one.phase === 'after') return true
  if (one.phase === 'before') {
    one.phase = 'waiting'
    one.left = now + one.waits
  } else {
    one.phase = 'after'
    one.left = one.computes / 2
  }
  return false
}

/** CPU seconds per second that each request gets, and how many processes run. */
function ratesOf(inside: readonly Request[], { processes }: Simulated, quota: number) {
  const computing = new Array<number>(processes).fill(0)
  for (const one of inside) if (one.phase !== 'waiting') computing[one.process] = (computing[one.process] ?? 0) + 1
  const isThrottled = quota <= 1e-12
  return {
    rates: inside.map((one) => (one.phase === 'waiting' || isThrottled ? 0 : 1 / (computing[one.process] ?? 1))),
    running: isThrottled ? 0 : computing.filter((count) => count > 0).length,
  }
}

/** mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
