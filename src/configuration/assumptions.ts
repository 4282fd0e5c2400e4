/** What sizing assumes about a process: defaults under the configuration, overrides and annotations. */

import type { ProgramProcess } from '../programs/program.ts'
import {
  type Assumed,
  type AssumptionSource,
  type Assumptions,
  defaultAssumptions,
  type Profile,
  type Topology,
} from '../sizing/assumptions.ts'
import { MEBIBYTE } from '../units/format.ts'
import { parseQuantity, toBytes } from '../units/quantity.ts'
import type { Workload } from '../workloads/workload.ts'
import type { Configuration, SizingSetting } from './configuration.ts'
import { matchesOverride } from './match.ts'
import { usageOf } from './usage.ts'

/** The assumptions for a program in a container. Annotations win over overrides, overrides over the general part. */
export function assumptionsFor(
  process: ProgramProcess,
  role: 'web' | 'worker',
  workload: Workload,
  container: string,
  configuration: Configuration,
): Assumptions {
  const { program } = process
  const base = defaultAssumptions(role)
  const layers: readonly (readonly [SizingSetting, AssumptionSource])[] = [
    ...listOf(configuration.sizing.get(program)).map((sizing) => [sizing, 'config'] as const),
    ...configuration.overrides
      .filter((override) => matchesOverride(override.match, workload, container))
      .map((override) => [override.sizing, 'config'] as const),
  ]
  let { baseMemory, workerMemory, profile } = base
  for (const [sizing, source] of layers) {
    baseMemory = assume(sizing.baseMemory, source, baseMemory)
    workerMemory = assume(sizing.workerMemory, source, workerMemory)
    profile = assume(sizing.profile, source, profile)
  }
  workerMemory = assume(
    measuredWorker(process, baseMemory.value, workload, container, configuration),
    'usage',
    workerMemory,
  )
  const annotated = annotatedSizing(workload.annotations)
  baseMemory = assume(annotated.baseMemory, 'annotation', baseMemory)
  workerMemory = assume(annotated.workerMemory, 'annotation', workerMemory)
  profile = assume(annotated.profile, 'annotation', profile)
  const configured = assume(configuration.topology, 'config', base.topology)
  const topology = assume(topologyOf(workload.annotations.get('workerlint.dev/topology')), 'annotation', configured)
  return { baseMemory, workerMemory, profile, topology, headroom: configuration.headroom ?? base.headroom }
}

function assume<T>(value: T | null, source: AssumptionSource, otherwise: Assumed<T>): Assumed<T> {
  return value === null ? otherwise : { value, source }
}

/** What one process takes of the container's measured peak: (peak − base) / processes. */
function measuredWorker(
  process: ProgramProcess,
  base: number,
  workload: Workload,
  container: string,
  configuration: Configuration,
): number | null {
  const peak = usageOf(configuration.usage, workload, container)
  const processes = process.model?.processes ?? null
  if (peak === undefined || processes === null || processes < 1) return null
  return Math.max(MEBIBYTE, Math.round((peak - base) / processes))
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
