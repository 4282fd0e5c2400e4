/** Which topology suits a workload, and why. */
import type { Assumptions, Topology } from './assumptions.ts'
import type { QueueFigures } from './queueing.ts'
import type { Surroundings } from './shape.ts'
import type { PlannedShape } from './topologies.ts'

/** The largest pod that a node takes; null leaves it open. Millicores and bytes. */
export interface NodeSize {
  readonly cpu: number | null
  readonly memory: number | null
}

/** A shape that may be picked. */
export interface Candidate extends PlannedShape {
  readonly fits: boolean
  /** Null when no load is known. */
  readonly waiting: QueueFigures | null
}

/** The pick with its reason in two sentences. */
export interface TopologyPick {
  readonly topology: Topology
  readonly reason: string
}

/** Does a shape's pod, with its other containers, fit a node? */
export function fitsNode({ shape }: PlannedShape, node: NodeSize, { beside }: Pick<Surroundings, 'beside'>): boolean {
  const fits = (amount: number | null, besides: number, available: number | null) =>
    available === null || amount === null || amount + besides <= available
  return fits(shape.cpu, beside.cpu, node.cpu) && fits(shape.memory, beside.memory, node.memory)
}

/**
 * A topology that the user asked for is kept. Web servers: a few processes in several pods. Workers that compute: one
 * process a pod. Both as measured; shapes that fit no node are left out, and queues that the load fills are joined.
 */
export function pickTopology(
  role: 'web' | 'worker',
  shapes: readonly Candidate[],
  assumptions: Assumptions,
): TopologyPick {
  const find = (topology: Topology) => shapes.find((shape) => shape.name === topology)
  const fits = (topology: Topology) => find(topology)?.fits === true
  const asked = assumptions.topology
  if (asked.source !== 'default' && fits(asked.value)) {
    return {
      topology: asked.value,
      reason: `The ${asked.source} asks for it. It fits the node and keeps the capacity.`,
    }
  }
  if (role === 'worker' && assumptions.profile.value === 'cpu' && fits('horizontal')) {
    return {
      topology: 'horizontal',
      reason:
        'Tasks that compute gain nothing from a second process on the same core, and a queue feeds many small pods as well as few large ones. One process a pod scales in the smallest steps and loses one task when it is killed.',
    }
  }
  if (fits('horizontal') && isSame(find('mixed'), find('horizontal'))) {
    return {
      topology: 'horizontal',
      reason:
        'One process in each pod is all there is to share out, so the topologies do not differ yet. Grow it by replicas, or by a second process when its probe has to wait.',
    }
  }
  if (fits('vertical') && waitsLonger(find('mixed'), find('vertical'))) {
    return {
      topology: 'vertical',
      reason:
        'At this load requests wait longer in front of the smaller pods than they take, because a Service spreads them at random over queues of their own. One queue in front of many processes waits less than half as long.',
    }
  }
  if (fits('mixed')) {
    return {
      topology: 'mixed',
      reason:
        'Two processes a pod share one queue, so that a slow request or a restart does not block the pod and its probe. Several pods keep the loss of one small and the scaling steps fine.',
    }
  }
  return {
    topology: 'horizontal',
    reason: fits('horizontal')
      ? 'Larger pods do not fit the node. One process a pod is what is left.'
      : 'No shape fits the node, and this one comes nearest. A larger node, or less memory for each process, is needed first.',
  }
}

function isSame(first: Candidate | undefined, second: Candidate | undefined): boolean {
  return first?.shape.processes === second?.shape.processes && first?.shape.replicasMax === second?.shape.replicasMax
}

/** Do requests wait longer than they take, and more than twice as long as elsewhere? */
function waitsLonger(here: Candidate | undefined, there: Candidate | undefined): boolean {
  const [first, second] = [here?.waiting, there?.waiting]
  if (first == null || second?.waitSeconds == null || second.responseSeconds == null) return false
  const service = second.responseSeconds - second.waitSeconds
  const wait = first.waitSeconds ?? Number.POSITIVE_INFINITY
  return wait > service && wait > 2 * second.waitSeconds
}
