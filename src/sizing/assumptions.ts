/** What sizing takes for granted about a process, and where that comes from. */
import { MEBIBYTE } from '../units/format.ts'

/** What work mostly waits for. */
export type Profile = 'io' | 'cpu' | 'mixed'

/** The shape that recommendations aim for. */
export type Topology = 'horizontal' | 'mixed' | 'vertical'

/** Where an assumption comes from: built in, the configuration file, an annotation, or a usage file. */
export type AssumptionSource = 'default' | 'config' | 'annotation' | 'usage'

/** A figure with its source. */
export interface Assumed<T> {
  readonly value: T
  readonly source: AssumptionSource
}

/** Assumptions about one process. Memory in bytes; `headroom` is the share of the limit that stays free. */
export interface Assumptions {
  readonly baseMemory: Assumed<number>
  readonly workerMemory: Assumed<number>
  readonly profile: Assumed<Profile>
  readonly topology: Assumed<Topology>
  readonly headroom: number
}

/**
 * Defaults by role. A bare Django application under gunicorn measured 14.7 MiB for the parent and 39 MiB a worker; real
 * applications carry two to four times that. celery measured 31 MiB and 23 MiB a child, idle. Headroom: 20 %.
 */
export function defaultAssumptions(role: 'web' | 'worker'): Assumptions {
  const assumed = <T>(value: T): Assumed<T> => ({ value, source: 'default' })
  const isWeb = role === 'web'
  return {
    baseMemory: assumed((isWeb ? 30 : 60) * MEBIBYTE),
    workerMemory: assumed((isWeb ? 128 : 96) * MEBIBYTE),
    profile: assumed(isWeb ? 'io' : 'cpu'),
    topology: assumed('mixed'),
    headroom: 0.2,
  }
}
