/** Surroundings for tests of the arithmetic: a plain server or worker without anything beside it. */
import type { Surroundings } from '../../src/sizing/shape.ts'

/** A sync web server in a Deployment. */
export const WEB: Surroundings = {
  role: 'web',
  concurrency: 'process',
  canFork: true,
  canThread: true,
  needsSecondSlot: false,
  cpuFactor: 1,
  requestShare: 1,
  beside: { cpu: 0, memory: 0 },
  perSlot: 1,
  surge: (replicas) => Math.ceil(replicas / 4),
}

/** A prefork worker. */
export const WORKER: Surroundings = { ...WEB, role: 'worker', canThread: false }
