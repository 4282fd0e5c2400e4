/** The same capacity in other shapes: one process a pod, a few, or all in one. */
import { formatBytes, formatMillicores } from '../units/format.ts'
import { roundUpMemory } from '../units/round.ts'
import type { Assumptions, Topology } from './assumptions.ts'
import { memoryFloor, memoryNeed } from './memory.ts'
import type { DerivationStep } from './recommendation.ts'
import { settleShape } from './settle.ts'
import { figuresOf, roundUpTo, type Shape, type ShapeFigures, type Surroundings } from './shape.ts'

/** A shape of the plan with its arithmetic. */
export interface PlannedShape extends ShapeFigures {
  readonly name: 'today' | Topology
  readonly derivation: readonly DerivationStep[]
}

/** Processes of one pod in the mixed topology. */
const MIXED_PROCESSES = 2
/** Pods that stay where there were as many, so that one may fail. */
const SPARE_REPLICAS = 2

/**
 * Today's shape and the three topologies. Slots and cores never shrink, memory follows base + n × process, and where there
 * were two pods there stay two.
 */
export function planShapes(
  today: Shape,
  assumptions: Assumptions,
  surroundings: Surroundings,
): readonly PlannedShape[] {
  const kept = Math.min(SPARE_REPLICAS, Math.max(1, today.replicasMax))
  const all = today.processes * today.replicasMax
  const { canFork } = surroundings
  const shared = { today, processes: MIXED_PROCESSES, keepsSpare: 'always' } as const
  const shares = all >= MIXED_PROCESSES && Math.ceil(all / MIXED_PROCESSES) >= kept && keepsRange(shared)
  const single = canFork ? 1 : today.processes
  const mixed = canFork ? (shares ? MIXED_PROCESSES : 1) : today.processes
  const merged = canFork ? Math.max(1, Math.ceil(all / kept)) : today.processes
  const planned = (name: Topology, processes: number) =>
    planShape(name, processes, { today, assumptions, surroundings })
  return [
    { ...figuresOf(today, surroundings), name: 'today', derivation: [] },
    planned('horizontal', single),
    planned('mixed', mixed),
    planned('vertical', merged),
  ]
}

interface PlanRequest {
  readonly today: Shape
  readonly assumptions: Assumptions
  readonly surroundings: Surroundings
}

/** The shape with a number of processes in each pod; CPU goes with the processes. */
function planShape(name: Topology, processes: number, request: PlanRequest): PlannedShape {
  const { today, assumptions, surroundings } = request
  const isFixed = today.replicasMin === today.replicasMax
  const shape: Shape = {
    ...scaleReplicas({ today, processes, keepsSpare: name === 'vertical' && !isFixed ? 'at most' : 'always' }),
    processes,
    threads: today.threads,
    cpu: today.cpu === null ? null : roundUpTo((today.cpu * processes) / today.processes, 10),
    memory: null,
  }
  const settled = settleShape(shape, surroundings, assumptions.profile.value)
  const memory = memoryOf(settled.shape, request)
  const final = { ...settled.shape, memory: memory.value }
  return {
    ...figuresOf(final, surroundings),
    name,
    derivation: [...stepsOf(today, shape), ...settled.steps, memory.step],
  }
}

interface Scaling {
  readonly today: Shape
  readonly processes: number
  /** Whether two pods stay where there are two at least, or only where there are two at most. */
  readonly keepsSpare: 'always' | 'at most'
}

/** Bounds for as many processes as before; where nothing ran, nothing does. */
function scaleReplicas({ today, processes, keepsSpare }: Scaling): Pick<Shape, 'replicasMin' | 'replicasMax'> {
  const scale = (replicas: number, spare: number) =>
    replicas === 0 ? 0 : Math.max(Math.min(spare, replicas), Math.ceil((replicas * today.processes) / processes))
  const replicasMax = scale(today.replicasMax, SPARE_REPLICAS)
  const replicasMin = scale(today.replicasMin, keepsSpare === 'always' ? SPARE_REPLICAS : 1)
  return { replicasMin: Math.min(replicasMin, replicasMax), replicasMax }
}

/** Can an autoscaler that had a range still scale? */
function keepsRange(scaling: Scaling): boolean {
  const { today } = scaling
  const scaled = scaleReplicas(scaling)
  return today.replicasMin >= today.replicasMax || scaled.replicasMin < scaled.replicasMax
}

/**
 * Memory of a pod: base + n × process with headroom. As long as nobody has measured a process, none gets less than its share of
 * today's limit; as many processes keep today's limit when it is larger.
 */
function memoryOf(shape: Shape, { today, assumptions, surroundings }: PlanRequest) {
  const { processes } = shape
  const percent = Math.round((1 - assumptions.headroom) * 100)
  const rounded = roundUpMemory(
    Math.max(
      memoryNeed(processes, assumptions) / (1 - assumptions.headroom),
      memoryFloor(processes, surroundings.role),
    ),
  )
  const isMeasured = assumptions.workerMemory.source !== 'default'
  const isSame = processes === today.processes
  const share = today.memory === null || (isMeasured && !isSame) ? 0 : (today.memory * processes) / today.processes
  const shared = isSame ? share : roundUpMemory(share)
  if (shared >= rounded) {
    return {
      value: shared,
      step: {
        term: isMeasured
          ? 'memory of as many processes, as today'
          : 'share of today’s memory, because no process is measured',
        value: formatBytes(shared),
      },
    }
  }
  const base = formatBytes(assumptions.baseMemory.value)
  const worker = formatBytes(assumptions.workerMemory.value)
  return {
    value: rounded,
    step: { term: `(${base} + ${processes} × ${worker}) / ${percent} %, rounded up`, value: formatBytes(rounded) },
  }
}

function stepsOf(today: Shape, shape: Shape): readonly DerivationStep[] {
  return [
    {
      term: `ceil(${today.replicasMax} × ${today.processes} / ${shape.processes}) replicas`,
      value: String(shape.replicasMax),
    },
    ...(shape.cpu === null || today.cpu === null
      ? []
      : [
          {
            term: `${formatMillicores(today.cpu)} × ${shape.processes} / ${today.processes}, rounded up`,
            value: formatMillicores(shape.cpu),
          },
        ]),
  ]
}
