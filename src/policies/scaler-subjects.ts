/** Autoscalers with what they scale. */

import type { InspectedContainer, Inspection } from '../inspection/inspection.ts'
import { mapAt, stringAt, type YamlNode } from '../manifests/node.ts'
import type { Manifest } from '../workloads/manifest.ts'
import { mayShareNamespace, nearest, type System } from '../workloads/system.ts'
import type { Workload } from '../workloads/workload.ts'
import type { Subject } from './evaluate.ts'
import type { LazyRecord } from './lazy-record.ts'
import { type ScalerSource, scalerContext } from './scaler-context.ts'
import { podContext, workloadContext } from './workload-context.ts'

/** The workloads and containers that autoscalers may mean, among all objects. */
export type Scaled = Pick<Inspection, 'workloads' | 'containers' | 'system'>

/** One subject for each HorizontalPodAutoscaler and ScaledObject, made when it is the next to be judged. */
export function scalerSubjects(scaled: Scaled, system: LazyRecord): Iterable<Subject> {
  const { byKind } = scaled.system
  const scalers = [...(byKind.get('HorizontalPodAutoscaler') ?? []), ...(byKind.get('ScaledObject') ?? [])]
  return subjectsOf(scalers, scaled, system)
}

/** One subject for each autoscaler that may mean one of some workloads, which are all that is known. */
export function scalerSubjectsFor(scaled: Scaled, system: LazyRecord): Iterable<Subject> {
  const scalers = new Set(scaled.workloads.flatMap(({ manifest }) => scalersFor(manifest, scaled.system)))
  return subjectsOf([...scalers], scaled, system)
}

function* subjectsOf(scalers: readonly Manifest[], scaled: Scaled, system: LazyRecord): Iterable<Subject> {
  if (scalers.length === 0) return
  const { workloads, containers } = targetsAmong(scaled)
  for (const scaler of scalers) {
    const spec = mapAt(scaler.object, ['spec'])
    const target = targetOf(spec)
    const isNamed = stringAt(spec, ['scaleTargetRef', 'name']) !== undefined
    const workload = isNamed ? nearestWorkload(workloads.get(target) ?? [], scaler) : null
    const rivals = scaled.system.scalersByTarget.get(target) ?? []
    const own = workload === null ? [] : (containers.get(workload) ?? [])
    yield scalerSubject({ scaler, spec, scalers: rivals, workload, containers: own }, scaled.system, system)
  }
}

/** What autoscalers may mean. */
interface Targets {
  readonly workloads: ReadonlyMap<string, readonly Workload[]>
  readonly containers: ReadonlyMap<Workload, readonly InspectedContainer[]>
}

/** The workloads that an autoscaler names, by `Kind/name`, with their containers. */
function targetsAmong({ workloads, containers, system }: Scaled): Targets {
  const named = new Map<string, Workload[]>()
  const own = new Map<Workload, InspectedContainer[]>()
  for (const workload of workloads) {
    const key = keyOf(workload.manifest)
    if (system.scalersByTarget.get(key) === undefined) continue
    const others = named.get(key)
    if (others === undefined) named.set(key, [workload])
    else others.push(workload)
    own.set(workload, [])
  }
  for (const container of containers) own.get(container.workload)?.push(container)
  return { workloads: named, containers: own }
}

/** Of the workloads that an autoscaler may mean the one in the nearest file; null when there are none or several. */
function nearestWorkload(named: readonly Workload[], scaler: Manifest): Workload | null {
  const candidates = named.filter(({ manifest }) => mayShareNamespace(scaler.identity, manifest.identity))
  const [only] = candidates
  if (candidates.length < 2) return only ?? null
  const found = nearest(
    candidates.map(({ manifest }) => manifest),
    scaler,
  )
  return found.kind === 'found' ? (candidates.find(({ manifest }) => manifest === found.manifest) ?? null) : null
}

/** The autoscalers that may mean a workload: not those that mean another one with the name. */
function scalersFor(manifest: Manifest, system: System): readonly Manifest[] {
  return (system.scalersByTarget.get(keyOf(manifest)) ?? []).filter((scaler) => {
    const target = system.targetOf(scaler)
    return target === null || target === manifest
  })
}

function keyOf({ identity }: Manifest): string {
  return `${identity.kind}/${identity.name}`
}

function targetOf(spec: YamlNode | undefined): string {
  const target = mapAt(spec, ['scaleTargetRef'])
  return `${stringAt(target, ['kind']) ?? 'Deployment'}/${stringAt(target, ['name']) ?? ''}`
}

function scalerSubject(source: ScalerSource, system: System, around: LazyRecord): Subject {
  const { scaler, workload, containers } = source
  const target =
    workload === null ? {} : { workload: workloadContext(workload, system), pod: podContext(workload, containers) }
  return {
    workload,
    container: null,
    process: null,
    sizing: null,
    object: scaler,
    context: { ...target, system: around, scaler: scalerContext(source) },
  }
}
