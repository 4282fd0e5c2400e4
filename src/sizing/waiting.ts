/** The expected waiting of a shape under a load. */
import { type QueueFigures, type Station, solveQueue } from './queueing.ts'
import type { Shape, Surroundings } from './shape.ts'

/** What arrives at a workload. The time of one request or task when nothing else runs, of which a share waits for others. */
export interface Load {
  readonly arrivalsPerSecond: number
  readonly serviceMilliseconds: number
  readonly ioFraction: number
}

/** A pod to wait in front of. */
export interface Pod {
  readonly processes: number
  readonly threads: number
  /** Cores; null is as many as there are processes. */
  readonly cores: number | null
}

/**
 * Web servers: a Service spreads connections at random, so each pod is a queue of its own with its share of the arrivals
 * (a Poisson stream split at random stays Poisson). Workers: one broker's queue feeds the slots of all pods.
 */
export function waitingOf(
  shape: Shape,
  load: Load,
  { role, cpuFactor }: Pick<Surroundings, 'role' | 'cpuFactor'>,
): QueueFigures {
  const replicas = Math.max(1, shape.replicasMax)
  const cores = shape.cpu === null ? null : (shape.cpu * cpuFactor) / 1000
  const pod: Pod = { processes: shape.processes, threads: shape.threads, cores }
  if (role === 'worker') return solveQueue(sharedQueue(pod, replicas, load))
  return onePod(pod, { ...load, arrivalsPerSecond: load.arrivalsPerSecond / replicas }, replicas)
}

/** A pod as a station, and how much one request differs from another; 1 unless they are known to be the same. */
export function podStation(pod: Pod, load: Load, variation: 0 | 1): Station {
  return {
    ...stationOf(load, pod.processes * pod.threads, variation),
    computing: (requests) => podComputing(pod, requests),
    quota: () => pod.cores ?? pod.processes,
  }
}

function onePod(pod: Pod, load: Load, replicas: number): QueueFigures {
  const figures = solveQueue(podStation(pod, load, 1))
  return { ...figures, capacity: figures.capacity * replicas }
}

function sharedQueue(pod: Pod, replicas: number, load: Load): Station {
  const slots = pod.processes * pod.threads * replicas
  return {
    ...stationOf(load, slots, 1),
    computing: (requests) => {
      const pods = Math.min(requests, replicas)
      return pods * podComputing(pod, requests / pods)
    },
    quota: (requests) => Math.min(requests, replicas) * (pod.cores ?? pod.processes),
  }
}

function stationOf(load: Load, slots: number, variation: 0 | 1): Omit<Station, 'computing' | 'quota'> {
  const seconds = load.serviceMilliseconds / 1000
  return {
    arrivalsPerSecond: load.arrivalsPerSecond,
    slots,
    cpuSeconds: seconds * (1 - load.ioFraction),
    waitSeconds: seconds * load.ioFraction,
    variation,
  }
}

/**
 * CPU seconds per second that computing requests use in a pod: at most one in each process, because of the global interpreter
 * lock (https://docs.python.org/3/glossary.html#term-global-interpreter-lock). Requests sit in the threads at random, so k of
 * them keep W (1 − (1 − 1/W)^k) of W processes busy (occupancy; Feller, vol. 1, II.5).
 */
function podComputing({ processes, threads }: Pod, requests: number): number {
  const busy = threads === 1 ? processes : processes * (1 - (1 - 1 / processes) ** requests)
  return Math.min(requests, busy)
}
