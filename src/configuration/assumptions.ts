/** What sizing assumes about a process: defaults under the configuration, overrides and annotations. */
import {
  type Assumed,
  type AssumptionSource,
  type Assumptions,
  defaultAssumptions,
  type Profile,
  type Topology,
} from '../sizing/assumptions.ts'
import { parseQuantity, toBytes } from '../units/quantity.ts'
import type { Workload } from '../workloads/workload.ts'
import type { Configuration, SizingSetting } from './configuration.ts'
import { matchesOverride } from './match.ts'

/** The assumptions for a program in a container. Annotations win over overrides, overrides over the general part. */
export function assumptionsFor(
  program: string,
  role: 'web' | 'worker',
  workload: Workload,
  container: string,
  configuration: Configuration,
): Assumptions {
  const base = defaultAssumptions(role)
  const layers: readonly (readonly [SizingSetting, AssumptionSource])[] = [
    ...listOf(configuration.sizing.get(program)).map((sizing) => [sizing, 'config'] as const),
    ...configuration.overrides
      .filter((override) => matchesOverride(override.match, workload, container))
      .map((override) => [override.sizing, 'config'] as const),
    [annotatedSizing(workload.annotations), 'annotation'],
  ]
  let { baseMemory, workerMemory, profile } = base
  for (const [sizing, source] of layers) {
    baseMemory = assume(sizing.baseMemory, source, baseMemory)
    workerMemory = assume(sizing.workerMemory, source, workerMemory)
    profile = assume(sizing.profile, source, profile)
  }
  const configured = assume(configuration.topology, 'config', base.topology)
  const topology = assume(topologyOf(workload.annotations.get('workerlint.dev/topology')), 'annotation', configured)
  return { baseMemory, workerMemory, profile, topology, headroom: configuration.headroom ?? base.headroom }
}

function assume<T>(value: T | null, source: AssumptionSource, otherwise: Assumed<T>): Assumed<T> {
  return value === null ? otherwise : { value, source }
}

function annotatedSizing(annotations: ReadonlyMap<string, string>): SizingSetting {
  return {
    baseMemory: bytesOf(annotations.get('workerlint.dev/base-memory')),
    workerMemory: bytesOf(annotations.get('workerlint.dev/worker-memory')),
    profile: profileOf(annotations.get('workerlint.dev/profile')),
  }
}

function bytesOf(text: string | undefined): number | null {
  const quantity = text === undefined ? null : parseQuantity(text.trim())
  return quantity === null || quantity.nanos <= 0n ? null : toBytes(quantity)
}

function profileOf(text: string | undefined): Profile | null {
  return text === 'io' || text === 'cpu' || text === 'mixed' ? text : null
}

function topologyOf(text: string | undefined): Topology | null {
  return text === 'horizontal' || text === 'mixed' || text === 'vertical' ? text : null
}

function listOf<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value]
}
