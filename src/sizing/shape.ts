/** How a workload is shaped, and what that comes to. */

/** Replicas, processes and resources of one pod. Amounts in millicores and bytes; null where not set. */
export interface Shape {
  readonly replicasMin: number
  readonly replicasMax: number
  readonly processes: number
  /** Threads or greenlets of each process. */
  readonly threads: number
  readonly cpu: number | null
  readonly memory: number | null
}

/** What stands around a process and does not change with the shape. */
export interface Surroundings {
  readonly role: 'web' | 'worker'
  /** What one more unit of concurrency is. */
  readonly concurrency: 'process' | 'thread' | 'eventLoop'
  /** Can one pod have several processes? A setting says how many. */
  readonly canFork: boolean
  /** Can a process have several threads by a setting? */
  readonly canThread: boolean
  /** A probe or an autoscaler that a single slot would mislead. */
  readonly needsSecondSlot: boolean
  /** CPU that sizing counts for one of `cpu`: 1 for a limit, 2 for a request without one. */
  readonly cpuFactor: number
  /** The CPU request as a share of `cpu`. */
  readonly requestShare: number
  /** Requests of the other containers of a pod. Millicores and bytes. */
  readonly beside: { readonly cpu: number; readonly memory: number }
  /** Database connections of one slot. */
  readonly perSlot: number
  /** Pods above the replicas during a rollout. */
  surge(replicas: number): number
}

/** What a shape comes to. */
export interface ShapeFigures {
  readonly shape: Shape
  /** Requests or tasks served at once with all replicas. */
  readonly slots: number
  /** CPU and memory of all pods, with their other containers. */
  readonly totalCpu: number | null
  readonly totalMemory: number | null
  /** Database connections at peak: all slots, also of the pods that a rollout adds. */
  readonly connections: number
  /** Share of the capacity that one pod holds, with all replicas and with the fewest. */
  readonly blastRadius: number
  readonly blastRadiusAtMin: number
  /** Slots that one more replica adds, and that the death of one takes. */
  readonly step: number
  /** Pods above the replicas during a rollout. */
  readonly surge: number
}

/** The figures of a shape. */
export function figuresOf(shape: Shape, surroundings: Surroundings): ShapeFigures {
  const { beside, perSlot } = surroundings
  const step = shape.processes * shape.threads
  const surge = surroundings.surge(shape.replicasMax)
  return {
    shape,
    slots: shape.replicasMax * step,
    totalCpu: shape.cpu === null ? null : (shape.cpu + beside.cpu) * shape.replicasMax,
    totalMemory: shape.memory === null ? null : (shape.memory + beside.memory) * shape.replicasMax,
    connections: (shape.replicasMax + surge) * step * perSlot,
    blastRadius: 1 / Math.max(1, shape.replicasMax),
    blastRadiusAtMin: 1 / Math.max(1, shape.replicasMin),
    step,
    surge,
  }
}

/** Rounds an amount up to a multiple of a step. */
export function roundUpTo(amount: number, step: number): number {
  return Math.ceil(amount / step - 1e-9) * step
}
