/** The load that a plan is made for: options, else annotations. */
import type { Profile } from '../sizing/assumptions.ts'
import type { Load } from '../sizing/waiting.ts'
import type { Workload } from '../workloads/workload.ts'

/** Figures of the command line; null leaves them to the annotations. */
export interface LoadOptions {
  readonly requestsPerSecond: number | null
  readonly tasksPerSecond: number | null
  readonly serviceMilliseconds: number | null
  readonly ioFraction: number | null
}

/** No figures. */
export const NO_LOAD: LoadOptions = {
  requestsPerSecond: null,
  tasksPerSecond: null,
  serviceMilliseconds: null,
  ioFraction: null,
}

/**
 * Share of waiting by profile when it is not given: W/C of 4, 1 and 0, as for the recommended concurrency (Goetz, Java
 * Concurrency in Practice, 8.2).
 */
const IO_FRACTIONS: Readonly<Record<Profile, number>> = { io: 0.8, mixed: 0.5, cpu: 0 }

/** The load of a workload; null when neither its rate nor its time is known, and a sentence when one of them is. */
export function loadOf(
  workload: Workload,
  role: 'web' | 'worker',
  profile: Profile,
  options: LoadOptions,
): Load | string | null {
  const annotated = (name: string) => positive(workload.annotations.get(`workerlint.dev/${name}`))
  const [option, flag, annotation] =
    role === 'web'
      ? ([options.requestsPerSecond, '--rps', 'rps'] as const)
      : ([options.tasksPerSecond, '--tasks-per-second', 'tasks-per-second'] as const)
  const arrivalsPerSecond = option ?? annotated(annotation)
  const serviceMilliseconds = options.serviceMilliseconds ?? annotated('service-ms')
  if (arrivalsPerSecond === null && serviceMilliseconds === null) return null
  if (arrivalsPerSecond === null) return `waiting needs a rate: ${flag} or workerlint.dev/${annotation}`
  if (serviceMilliseconds === null) return 'waiting needs the time of one: --service-ms or workerlint.dev/service-ms'
  const fraction = options.ioFraction ?? share(workload.annotations.get('workerlint.dev/io-fraction'))
  return { arrivalsPerSecond, serviceMilliseconds, ioFraction: fraction ?? IO_FRACTIONS[profile] }
}

function positive(text: string | undefined): number | null {
  const number = numberOf(text)
  return number === null || number <= 0 ? null : number
}

function share(text: string | undefined): number | null {
  const number = numberOf(text)
  return number === null || number > 1 ? null : number
}

function numberOf(text: string | undefined): number | null {
  return text !== undefined && /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null
}
