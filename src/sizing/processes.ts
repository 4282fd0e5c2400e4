/** Processes and threads for an amount of CPU. */
import { formatMillicores } from '../units/format.ts'
import { roundUpMillicores } from '../units/round.ts'
import type { Assumptions, Profile } from './assumptions.ts'
import type { Basis } from './basis.ts'
import type { Recommendation } from './recommendation.ts'

/** Web workers of one pod at most: "You should generally only need 4–12 workers": https://gunicorn.org/design/#how-many-workers */
export const MOST_WEB_WORKERS = 12
/** Threads of a gthread worker that mostly waits; fewer queue behind a busy worker while a sibling idles (measured). */
export const WAITING_THREADS = 4

/** How the processes of a program share CPU. */
export type ConcurrencyKind = 'process' | 'thread' | 'eventLoop'

/**
 * Web workers. Synchronous and threaded: 2 × CPU + 1 (https://gunicorn.org/design/#how-many-workers), with CPU the
 * container's and not the node's. Event loops: one for each whole core.
 */
export function webWorkers(cpu: Basis, kind: ConcurrencyKind): Recommendation {
  const cores = cpu.value / 1000
  if (kind === 'eventLoop') {
    const value = Math.max(1, Math.floor(cores))
    return { value, derivation: [cpu.step, { term: `max(1, floor(${cores}))`, value: String(value) }] }
  }
  const value = Math.min(MOST_WEB_WORKERS, Math.floor(2 * cores) + 1)
  const capped = Math.floor(2 * cores) + 1 > MOST_WEB_WORKERS
  return {
    value,
    derivation: [
      cpu.step,
      { term: `floor(2 × ${cores}) + 1`, value: String(Math.floor(2 * cores) + 1) },
      ...(capped ? [{ term: 'at most in one pod', value: String(MOST_WEB_WORKERS) }] : []),
    ],
  }
}

/** Threads for each web worker by profile. */
export function webThreads(profile: Profile): Recommendation {
  const value = profile === 'cpu' ? 1 : WAITING_THREADS
  return { value, derivation: [{ term: `threads for a worker with profile ${profile}`, value: String(value) }] }
}

/**
 * celery's pool. Work that computes: one process for each whole core, at least one. Work that waits: cores × (1 + W/C)
 * with an assumed ratio of waiting to computing of 4, mixed work of 1 (Goetz, Java Concurrency in Practice, 8.2).
 */
export function celeryConcurrency(cpu: Basis, assumptions: Assumptions): Recommendation {
  const cores = cpu.value / 1000
  const profile = assumptions.profile.value
  const ratio = profile === 'cpu' ? 0 : profile === 'mixed' ? 1 : 4
  const value = Math.max(1, Math.floor(cores * (1 + ratio)))
  const term = ratio === 0 ? `max(1, floor(${cores}))` : `max(1, floor(${cores} × (1 + ${ratio}))), profile ${profile}`
  return { value, derivation: [cpu.step, { term, value: String(value) }] }
}

/** The smaller of two recommendations with the arithmetic of both. */
export function smallerOf(first: Recommendation, second: Recommendation | null): Recommendation {
  if (second === null || second.value >= first.value) return first
  const steps = [...first.derivation, ...second.derivation.filter((step) => !first.derivation.includes(step))]
  return {
    value: second.value,
    derivation: [...steps, { term: `min(${first.value}, ${second.value})`, value: String(second.value) }],
  }
}

/** CPU for a number of web workers: the inverse of floor(2 × CPU) + 1. Millicores. */
export function cpuForWebWorkers(workers: number): Recommendation {
  const value = roundUpMillicores(Math.max(100, ((workers - 1) / 2) * 1000))
  return { value, derivation: [{ term: `(${workers} − 1) / 2 cores`, value: formatMillicores(value) }] }
}

/** CPU for a number of celery processes that compute: a core each. Millicores. */
export function cpuForCelery(processes: number): Recommendation {
  return {
    value: processes * 1000,
    derivation: [{ term: `${processes} × 1 core`, value: formatMillicores(processes * 1000) }],
  }
}
