/** The same capacity in other shapes: one process a pod, a few, or all in one. */
import { formatBytes, formatMillicores } from '../units/format.ts'
import { roundUpMemory } from '../units/round.ts'
import type { Assumptions, Topology } from './assumptions.ts'
import { memoryNeed } from './memory.ts'
import type { DerivationStep } from './recommendation.ts'

/** A workload as it is shaped: replicas, processes and resources of one pod. Amounts in millicores and bytes; null where not set. */
export interface Shape {
  readonly replicasMin: number
  readonly replicasMax: number
  readonly processes: number
  /** Threads or greenlets of each process. */
  readonly threads: number
  readonly cpu: number | null
  readonly memory: number | null
}

/** What a shape comes to. */
export interface ShapeFigures {
  readonly shape: Shape
  /** Requests or tasks served at once with all replicas. */
  readonly slots: number
  readonly totalCpu: number | null
  readonly totalMemory: number | null
  /** Connections at peak, one a slot, with the surge of a rollout (25 % of the pods, rounded up). */
  readonly connections: number
  /** Share of the capacity that one pod holds. */
  readonly blastRadius: number
  /** Slots that one more replica adds. */
  readonly step: number
  /** Pods above the replicas during a rollout. */
  readonly surge: number
}

/** A shape of the plan with its arithmetic. */
export interface PlannedShape extends ShapeFigures {
  readonly name: 'today' | Topology
  readonly derivation: readonly DerivationStep[]
}

/** Processes of one pod by topology; vertical puts them all into two pods, so that one may fail. */
const MIXED_PROCESSES = 2
const VERTICAL_REPLICAS = 2

/** Today's shape and the three topologies. Slots and cores never shrink, memory follows base + n × process. */
export function planShapes(today: Shape, assumptions: Assumptions): readonly PlannedShape[] {
  return [
    { ...figuresOf(today), name: 'today', derivation: [] },
    reshape('horizontal', today, 1, assumptions),
    reshape('mixed', today, Math.min(MIXED_PROCESSES, Math.max(1, today.processes * today.replicasMax)), assumptions),
    vertical(today, assumptions),
  ]
}

/** The figures of a shape. */
export function figuresOf(shape: Shape): ShapeFigures {
  const step = shape.processes * shape.threads
  const surge = Math.ceil(shape.replicasMax * 0.25)
  return {
    shape,
    slots: shape.replicasMax * step,
    totalCpu: shape.cpu === null ? null : shape.cpu * shape.replicasMax,
    totalMemory: shape.memory === null ? null : shape.memory * shape.replicasMax,
    connections: (shape.replicasMax + surge) * step,
    blastRadius: 1 / Math.max(1, shape.replicasMax),
    step,
    surge,
  }
}

/** The shape with a number of processes in each pod. */
function reshape(name: Topology, today: Shape, processes: number, assumptions: Assumptions): PlannedShape {
  const factor = today.processes / processes
  const scale = (replicas: number) => (replicas === 0 ? 0 : Math.max(1, Math.ceil(replicas * factor)))
  const replicasMax = scale(today.replicasMax)
  const cpu = today.cpu === null ? null : roundUp((today.cpu * today.replicasMax) / replicasMax, 10)
  const memory = memoryOf(processes, today, assumptions)
  const shape: Shape = {
    replicasMin: scale(today.replicasMin),
    replicasMax,
    processes,
    threads: today.threads,
    cpu,
    memory,
  }
  return { ...figuresOf(shape), name, derivation: stepsOf(today, shape, assumptions) }
}

function vertical(today: Shape, assumptions: Assumptions): PlannedShape {
  const replicas = Math.min(VERTICAL_REPLICAS, Math.max(1, today.replicasMax))
  const processes = Math.max(1, Math.ceil((today.processes * today.replicasMax) / replicas))
  const shaped = reshape('vertical', today, processes, assumptions)
  const cpu = today.cpu === null ? null : roundUp((today.cpu * today.replicasMax) / replicas, 10)
  const shape: Shape = {
    ...shaped.shape,
    replicasMin: Math.min(replicas, Math.max(1, today.replicasMin)),
    replicasMax: replicas,
    cpu,
  }
  return { ...figuresOf(shape), name: 'vertical', derivation: stepsOf(today, shape, assumptions) }
}

/** Memory of a pod: base + n × process with headroom; the same number of processes keeps today's limit when that is larger. */
function memoryOf(processes: number, today: Shape, assumptions: Assumptions): number | null {
  if (today.memory === null) return null
  const needed = roundUpMemory(memoryNeed(processes, assumptions) / (1 - assumptions.headroom))
  return processes === today.processes ? Math.max(needed, today.memory) : needed
}

function stepsOf(today: Shape, shape: Shape, assumptions: Assumptions): readonly DerivationStep[] {
  const percent = Math.round((1 - assumptions.headroom) * 100)
  return [
    {
      term: `ceil(${today.replicasMax} × ${today.processes} / ${shape.processes}) replicas`,
      value: String(shape.replicasMax),
    },
    ...(shape.cpu === null || today.cpu === null
      ? []
      : [
          {
            term: `${today.replicasMax} × ${formatMillicores(today.cpu)} / ${shape.replicasMax}, rounded up`,
            value: formatMillicores(shape.cpu),
          },
        ]),
    ...(shape.memory === null
      ? []
      : [
          {
            term: `(${formatBytes(assumptions.baseMemory.value)} + ${shape.processes} × ${formatBytes(assumptions.workerMemory.value)}) / ${percent} %, rounded up`,
            value: formatBytes(shape.memory),
          },
        ]),
  ]
}

function roundUp(amount: number, step: number): number {
  return Math.ceil(amount / step) * step
}
