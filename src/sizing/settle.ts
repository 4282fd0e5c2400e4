/** A shape of the right capacity made one that runs well: what the policies on CPU, probes and autoscalers would say is heeded. */
import { formatMillicores } from '../units/format.ts'
import type { Profile } from './assumptions.ts'
import { cpuForWebWorkers, MOST_WEB_WORKERS, WAITING_THREADS } from './processes.ts'
import type { DerivationStep } from './recommendation.ts'
import { roundUpTo, type Shape, type Surroundings } from './shape.ts'

/** The shape with the steps that changed it. */
export interface Settled {
  readonly shape: Shape
  readonly steps: readonly DerivationStep[]
}

/** One process fills one core; a request for two or more is what the policy `single-process-wastes-cpu` objects to. */
const WASTEFUL_REQUEST = 2000

/** Slots and cores only grow. */
export function settleShape(shape: Shape, surroundings: Surroundings, profile: Profile): Settled {
  const rules = [
    addSecondSlot,
    spreadIdleCores,
    joinThinPods,
    surroundings.role === 'web' ? limitWorkers : giveCores,
    limitLoops,
  ]
  return rules.reduce<Settled>(
    (settled, rule) => {
      const next = rule(settled.shape, surroundings, profile)
      return next === null ? settled : { shape: next.shape, steps: [...settled.steps, ...next.steps] }
    },
    { shape, steps: [] },
  )
}

/** Behind a probe or an autoscaler on CPU a single slot looks dead or idle, so a second one stands beside it. */
function addSecondSlot(shape: Shape, surroundings: Surroundings): Settled | null {
  const isNeeded = surroundings.needsSecondSlot && shape.processes * shape.threads === 1
  if (!isNeeded || !surroundings.canThread) return null
  return {
    shape: { ...shape, threads: 2 },
    steps: [{ term: 'threads, so that a probe is answered beside a request', value: '2' }],
  }
}

/** One process cannot use two cores; more pods can. */
function spreadIdleCores(shape: Shape, surroundings: Surroundings): Settled | null {
  if (shape.processes > 1 || shape.cpu === null) return null
  if (shape.cpu * surroundings.requestShare < WASTEFUL_REQUEST) return null
  const parts = Math.ceil(shape.cpu / 1000)
  const cpu = roundUpTo(shape.cpu / parts, 10)
  const replicasMax = shape.replicasMax * parts
  return {
    shape: { ...shape, cpu, replicasMax, replicasMin: shape.replicasMin * parts },
    steps: [
      { term: 'replicas, because one process fills one core', value: String(replicasMax) },
      { term: `${formatMillicores(shape.cpu)} / ${parts}, rounded up`, value: formatMillicores(cpu) },
    ],
  }
}

/**
 * Two web workers on less than half a core are more than floor(2 × CPU) + 1 and wait for each other's quota; fewer pods that
 * have it serve as many requests in threads.
 */
function joinThinPods(shape: Shape, { canThread, cpuFactor, role }: Surroundings): Settled | null {
  if (role !== 'web' || !canThread || shape.cpu === null || shape.processes !== 2) return null
  const enough = 500 / cpuFactor
  if (shape.cpu >= enough) return null
  const replicasMax = Math.max(Math.min(2, shape.replicasMax), Math.floor((shape.cpu * shape.replicasMax) / enough))
  const cpu = roundUpTo((shape.cpu * shape.replicasMax) / replicasMax, 10)
  if (cpu < enough) return null
  const scaled = Math.ceil((shape.replicasMin * replicasMax) / shape.replicasMax)
  const replicasMin = Math.min(replicasMax, Math.max(Math.min(2, shape.replicasMin), scaled))
  const slots = shape.processes * shape.threads * shape.replicasMax
  const threads = Math.max(WAITING_THREADS, Math.ceil(slots / (replicasMax * shape.processes)))
  return {
    shape: { ...shape, replicasMin, replicasMax, cpu, threads },
    steps: [
      {
        term: `replicas that have half a core for two workers, of ${formatMillicores(shape.cpu * shape.replicasMax)}`,
        value: String(replicasMax),
      },
      { term: 'CPU of each, rounded up', value: formatMillicores(cpu) },
      { term: `threads, so that ${slots} slots stay`, value: String(threads) },
    ],
  }
}

/** Web workers beyond floor(2 × CPU) + 1 become threads of fewer workers; where there are no threads, CPU grows. */
function limitWorkers(shape: Shape, surroundings: Surroundings): Settled | null {
  if (surroundings.concurrency === 'eventLoop') return null
  const cores = shape.cpu === null ? null : (shape.cpu * surroundings.cpuFactor) / 1000
  const carried = cores === null ? MOST_WEB_WORKERS : Math.floor(2 * cores) + 1
  const ceiling = Math.min(MOST_WEB_WORKERS, carried)
  if (shape.processes <= ceiling) return null
  if (!surroundings.canThread) {
    if (shape.cpu === null) return null
    const cpu = roundUpTo(cpuForWebWorkers(shape.processes).value / surroundings.cpuFactor, 10)
    if (cpu <= shape.cpu) return null
    return raised(shape, cpu, `CPU for ${shape.processes} workers`)
  }
  const slots = shape.processes * shape.threads
  const threads = Math.max(ceiling === 1 ? 1 : WAITING_THREADS, Math.ceil(slots / ceiling))
  return {
    shape: { ...shape, processes: ceiling, threads },
    steps: [
      {
        term:
          cores === null ? 'workers of one pod at most' : `workers: min(${MOST_WEB_WORKERS}, floor(2 × ${cores}) + 1)`,
        value: String(ceiling),
      },
      { term: `threads, so that ${slots} slots stay`, value: String(threads) },
    ],
  }
}

/** Tasks that compute want a core for each process. */
function giveCores(shape: Shape, surroundings: Surroundings, profile: Profile): Settled | null {
  if (profile !== 'cpu' || surroundings.concurrency !== 'process') return null
  return raiseToCores(shape, surroundings, 1)
}

/** An event loop fills a core; two are let share one. */
function limitLoops(shape: Shape, surroundings: Surroundings): Settled | null {
  return surroundings.role === 'web' && surroundings.concurrency === 'eventLoop'
    ? raiseToCores(shape, surroundings, 2)
    : null
}

function raiseToCores(shape: Shape, { cpuFactor }: Surroundings, sharing: number): Settled | null {
  if (shape.cpu === null) return null
  const carried = Math.max(sharing, Math.ceil((shape.cpu * cpuFactor) / 1000))
  if (shape.processes <= carried) return null
  return raised(
    shape,
    roundUpTo((shape.processes * 1000) / cpuFactor, 10),
    `CPU, because each of ${shape.processes} processes fills a core`,
  )
}

function raised(shape: Shape, cpu: number, term: string): Settled {
  return { shape: { ...shape, cpu }, steps: [{ term, value: formatMillicores(cpu) }] }
}
