/** Waiting in front of a server whose requests compute and wait by turns: a birth–death chain with the throughput of the inner network as its rate. */
import { largestOf } from '../source/lists.ts'

/** A server with slots, and the load on it. Times in seconds, rates per second. */
export interface Station {
  readonly arrivalsPerSecond: number
  /** Requests that are served at once. */
  readonly slots: number
  /** CPU and waiting of one request when nothing else runs. */
  readonly cpuSeconds: number
  readonly waitSeconds: number
  /** CPU seconds per second that so many requests use at the same moment, when none of them waits. */
  computing(requests: number): number
  /** CPU seconds per second that they may use in the long run. */
  quota(requests: number): number
  /** How unlike the requests are: 0 all the same, 1 exponentially distributed (squared coefficient of variation). */
  readonly variation: 0 | 1
}

/** What the load does to the server. `isOverloaded`: more arrives than can be served, and the queue grows without end. */
export interface QueueFigures {
  /** Requests per second at most. */
  readonly capacity: number
  readonly utilization: number
  readonly isOverloaded: boolean
  /** Mean time beyond the request's own computing and waiting; null under overload, as all times. */
  readonly waitSeconds: number | null
  readonly responseSeconds: number | null
  readonly p99Seconds: number | null
}

/** Slots beyond this many change nothing that can be seen. */
const MOST_SLOTS = 2000

/**
 * Arrivals are Poisson. With n requests inside, the rate of departures is the throughput of a closed network of n customers:
 * a delay station (waiting) and a processor-sharing station (CPU). This is Norton's theorem for queueing networks (Chandy, Herzog
 * and Woo, "Parametric analysis of queueing networks", IBM J. Res. Dev. 19(1), 1975), used for a limit on the requests inside
 * as in Lazowska et al., "Quantitative System Performance", 1984, chapter 9. A CPU quota bounds that throughput and does not slow
 * a single request, because it is handed out for 100 ms at once (https://docs.kernel.org/scheduler/sched-bwc.html). Without
 * waiting and with a core for each slot it is M/M/c (Erlang C); for requests that are all the same, waiting in the queue is halved (Allen–Cunneen).
 */
export function solveQueue(station: Station): QueueFigures {
  const slots = Math.min(MOST_SLOTS, Math.max(1, Math.floor(station.slots)))
  const throughput = closedThroughput(station, slots)
  const capacity = throughput[slots] ?? 0
  const utilization = station.arrivalsPerSecond / capacity
  if (!(utilization < 1)) {
    return { capacity, utilization, isOverloaded: true, waitSeconds: null, responseSeconds: null, p99Seconds: null }
  }
  const idle = station.cpuSeconds + station.waitSeconds
  const chances = stationary(throughput, slots, station.arrivalsPerSecond)
  const full = (chances[slots] ?? 0) / (1 - utilization)
  const inside = chances.reduce((sum, chance, count) => sum + chance * count, 0) + full * utilization * slots
  const service = inside / station.arrivalsPerSecond
  const halving = (1 + station.variation) / 2
  const queued = (halving * full) / (capacity - station.arrivalsPerSecond)
  const response = service + queued
  const p99 =
    station.variation === 1
      ? exponentialTail({ service, full, rate: capacity - station.arrivalsPerSecond }, 0.01)
      : arrivalTail({ chances, throughput, slots, utilization, halving }, 0.01)
  return {
    capacity,
    utilization,
    isOverloaded: false,
    waitSeconds: Math.max(0, response - idle),
    responseSeconds: response,
    p99Seconds: p99,
  }
}

/**
 * Throughput by the number of customers in a network of a delay and a load-dependent station: X(n) = G(n−1) / G(n), with
 * the normalising constants of Gordon and Newell (1967) kept as logarithms.
 */
function closedThroughput(station: Station, slots: number): readonly number[] {
  const computing = [0]
  const waiting = [0]
  for (let count = 1; count <= slots; count++) {
    computing.push((computing[count - 1] ?? 0) + Math.log(station.cpuSeconds / station.computing(count)))
    waiting.push((waiting[count - 1] ?? 0) + Math.log(station.waitSeconds / count))
  }
  const constants = [0]
  for (let count = 1; count <= slots; count++) {
    const terms: number[] = []
    for (let inCpu = 0; inCpu <= count; inCpu++) terms.push((computing[inCpu] ?? 0) + (waiting[count - inCpu] ?? 0))
    constants.push(logSum(terms))
  }
  return constants.map((constant, count) => {
    if (count === 0) return 0
    return Math.min(Math.exp((constants[count - 1] ?? 0) - constant), station.quota(count) / station.cpuSeconds)
  })
}

/** Chances of 0 … slots requests; the rest of the chain is geometric. */
function stationary(throughput: readonly number[], slots: number, arrivals: number): readonly number[] {
  const logs = [0]
  for (let count = 1; count <= slots; count++)
    logs.push((logs[count - 1] ?? 0) + Math.log(arrivals / (throughput[count] ?? 0)))
  const utilization = arrivals / (throughput[slots] ?? 0)
  const tail = (logs[slots] ?? 0) + Math.log(utilization / (1 - utilization))
  const total = logSum([...logs, tail])
  return logs.map((log) => Math.exp(log - total))
}

interface Arrivals {
  readonly chances: readonly number[]
  readonly throughput: readonly number[]
  readonly slots: number
  readonly utilization: number
  readonly halving: number
}

/** The time that a share of the requests exceeds, by what an arrival finds (it sees the chain's own chances: PASTA, Wolff 1982). */
function arrivalTail({ chances, throughput, slots, utilization, halving }: Arrivals, share: number): number {
  const capacity = throughput[slots] ?? 0
  let left = 1
  let found = 0
  for (; found < slots; found++) {
    left -= chances[found] ?? 0
    if (left <= share) return (found + 1) / (throughput[found + 1] ?? capacity)
  }
  const ahead = Math.log(share / left) / Math.log(utilization)
  return slots / capacity + (halving * (ahead + 1)) / capacity
}

/** The same for exponential service: a queue's wait (with chance `full`, exponential) and then a service. */
function exponentialTail(
  { service, full, rate }: { readonly service: number; readonly full: number; readonly rate: number },
  share: number,
): number {
  const serving = 1 / service
  const beyond = (time: number) => {
    const apart = Math.abs(rate - serving) < 1e-9 * serving ? serving * (1 + 1e-6) : serving
    const both = (rate * Math.exp(-apart * time) - apart * Math.exp(-rate * time)) / (rate - apart)
    return (1 - full) * Math.exp(-serving * time) + full * both
  }
  let low = 0
  let high = service
  while (beyond(high) > share) high *= 2
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (beyond(middle) > share) low = middle
    else high = middle
  }
  return high
}

function logSum(logs: readonly number[]): number {
  const largest = largestOf(logs)
  if (largest === Number.NEGATIVE_INFINITY) return largest
  return largest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - largest), 0))
}
