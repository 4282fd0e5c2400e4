/** Which topology suits a workload, and why. */
import type { Assumptions, Topology } from './assumptions.ts'
import type { PlannedShape } from './topologies.ts'

/** The largest pod that a node takes; null leaves it open. Millicores and bytes. */
export interface NodeSize {
  readonly cpu: number | null
  readonly memory: number | null
}

/** The pick with its reason in two sentences. */
export interface TopologyPick {
  readonly topology: Topology
  readonly reason: string
}

/** Does a shape's pod fit a node? */
export function fitsNode(planned: PlannedShape, node: NodeSize): boolean {
  const { cpu, memory } = planned.shape
  return (
    (node.cpu === null || cpu === null || cpu <= node.cpu) &&
    (node.memory === null || memory === null || memory <= node.memory)
  )
}

/**
 * A topology that the user asked for is kept. Web servers: a few processes in several pods. Workers that compute: one
 * process a pod. Both as measured; shapes that fit no node are left out.
 */
export function pickTopology(
  role: 'web' | 'worker',
  shapes: readonly PlannedShape[],
  assumptions: Assumptions,
  node: NodeSize,
): TopologyPick {
  const fits = (topology: Topology) => shapes.some((shape) => shape.name === topology && fitsNode(shape, node))
  if (assumptions.topology.source !== 'default' && fits(assumptions.topology.value)) {
    return {
      topology: assumptions.topology.value,
      reason: `The ${assumptions.topology.source} asks for it. It fits the node and keeps the capacity.`,
    }
  }
  if (role === 'worker' && assumptions.profile.value === 'cpu' && fits('horizontal')) {
    return {
      topology: 'horizontal',
      reason:
        'Tasks that compute gain nothing from a second process on the same core, and a queue feeds many small pods as well as few large ones. One process a pod scales in the smallest steps and loses one task when it is killed.',
    }
  }
  const mixed = shapes.find((shape) => shape.name === 'mixed')
  if (mixed?.shape.processes === 1) {
    return {
      topology: 'horizontal',
      reason:
        'One process in one pod is all there is, so the topologies do not differ yet. Grow it by replicas, or by a second process when its probe has to wait.',
    }
  }
  if (fits('mixed')) {
    return {
      topology: 'mixed',
      reason:
        'Two processes a pod share one queue, so that a slow request or a restart does not block the pod and its probe. Several pods keep the loss of one small and the scaling steps fine.',
    }
  }
  return { topology: 'horizontal', reason: 'Larger pods do not fit the node. One process a pod is what is left.' }
}
