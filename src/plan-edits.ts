/** The edits that give a workload another shape: flags, replicas or the bounds of an autoscaler, resources, targets per pod. */
import type { Edit } from './findings/edits/edit.ts'
import { scalarCovering } from './findings/edits/scalar-covering.ts'
import { setField } from './findings/edits/set-field.ts'
import { setSetting } from './findings/edits/set-setting.ts'
import type { Inspection } from './inspection/inspection.ts'
import type { YamlMap } from './manifests/node.ts'
import { resourceEdits } from './plan-resource-edits.ts'
import { scalerTargetEdits } from './plan-scaler-edits.ts'
import { processSetting } from './plan-surroundings.ts'
import type { Topology } from './sizing/assumptions.ts'
import type { Candidate } from './sizing/pick-topology.ts'
import type { PlannedWorkload } from './sizing/workload-plan.ts'
import { findScaler } from './workloads/replicas.ts'
import { targets } from './workloads/system.ts'

/** Kinds whose replicas are a field of their own. */
const SCALED_KINDS = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController', 'Rollout', 'DeploymentConfig']

/** The edits, or one sentence that says why there are none. */
export type PlannedEdits =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | { readonly kind: 'refused'; readonly why: string }

/** Plans the edits of a workload for a topology. */
export function editsFor(plan: PlannedWorkload, topology: Topology, inspection: Inspection): PlannedEdits {
  const wanted = plan.shapes.find(({ name }) => name === topology)
  const today = plan.shapes.find(({ name }) => name === 'today')
  if (wanted === undefined || today === undefined) return refused('it has no such shape')
  const { workload } = plan.inspected
  if (workload.isTemplate) return refused('placeholders show that something else fills its manifest in')
  if (!wanted.fits) return refused(`the ${topology} shape fits no node`)
  const servers = inspection.containers
    .filter((other) => other.workload === workload && other.container.role !== 'initContainer')
    .flatMap(({ processes }) => processes.processes)
  if (servers.length > 1) return refused('several servers share its pod, and one shape cannot suit them all')
  const change: ShapeChange = { plan, today, wanted, inspection }
  return combine([replicaEdits(change), settingEdits(change), resourceEdits(change), scalerTargetEdits(change)])
}

/** One shape that becomes another. */
export interface ShapeChange {
  readonly plan: PlannedWorkload
  readonly today: Candidate
  readonly wanted: Candidate
  readonly inspection: Inspection
}

/** A field that is to be set, or that need not be. */
export function fieldEdit(root: YamlMap, path: readonly (string | number)[], text: string): PlannedEdits {
  const edit = setField(root, path, text)
  return edit === null ? refused(`${path.join('.')} cannot be edited safely where it is written`) : edits([edit])
}

/** All edits, or the first refusal. */
export function combine(parts: readonly PlannedEdits[]): PlannedEdits {
  const refusal = parts.find((part) => part.kind === 'refused')
  return refusal ?? edits(parts.flatMap((part) => (part.kind === 'edits' ? part.edits : [])))
}

/** Edits as an outcome. */
export function edits(list: readonly Edit[]): PlannedEdits {
  return { kind: 'edits', edits: list }
}

function refused(why: string): PlannedEdits {
  return { kind: 'refused', why }
}

function replicaEdits({ plan, today, wanted, inspection }: ShapeChange): PlannedEdits {
  const { manifest } = plan.inspected.workload
  const from = today.shape
  const to = wanted.shape
  if (from.replicasMin === to.replicasMin && from.replicasMax === to.replicasMax) return edits([])
  if (to.replicasMax > from.replicasMax && runsBeat(plan))
    return refused('its worker also runs beat, which may run once only')
  const scaler = findScaler(manifest, inspection.system)
  const { kind, name } = manifest.identity
  const rivals = inspection.system.scalersByTarget.get(`${kind}/${name}`) ?? []
  if (scaler === undefined && rivals.some((rival) => targets(rival, manifest)))
    return refused('several autoscalers set its replicas')
  if (scaler !== undefined) {
    const [minimum, maximum] =
      scaler.identity.kind === 'ScaledObject'
        ? (['minReplicaCount', 'maxReplicaCount'] as const)
        : (['minReplicas', 'maxReplicas'] as const)
    return combine([
      from.replicasMin === to.replicasMin
        ? edits([])
        : fieldEdit(scaler.object, ['spec', minimum], String(to.replicasMin)),
      from.replicasMax === to.replicasMax
        ? edits([])
        : fieldEdit(scaler.object, ['spec', maximum], String(to.replicasMax)),
    ])
  }
  if (!SCALED_KINDS.includes(manifest.identity.kind) || plan.inspected.workload.replicas.source === 'patch')
    return refused(`a ${manifest.identity.kind} has no replicas to set`)
  return fieldEdit(manifest.object, ['spec', 'replicas'], String(to.replicasMax))
}

function runsBeat({ process }: PlannedWorkload): boolean {
  const beat = process.settings.get('beat')
  return beat?.known === true && beat.value === true
}

function settingEdits({ plan, wanted, inspection }: ShapeChange): PlannedEdits {
  const { process, inspected } = plan
  const { processes, threads } = wanted.shape
  const set = (setting: string, value: string | number): PlannedEdits => {
    const edit = setSetting({
      process,
      setting,
      value,
      container: inspected.container.node,
      scalarAt: (location) =>
        scalarCovering(
          inspection.system.manifests.filter(({ file }) => file.path === location.file.path),
          location,
        ),
    })
    return edit === null ? refused(`${setting} cannot be edited safely where it is written`) : edits([edit])
  }
  const known = (setting: string) => {
    const found = process.settings.get(setting)
    return found?.known === true ? found.value : null
  }
  const size = processSetting(process)
  const autoscale = known('autoscale')
  const sized =
    size === null
      ? edits([])
      : Array.isArray(autoscale)
        ? autoscale[0] === processes
          ? edits([])
          : set('autoscale', `${processes},${Math.min(processes, Math.max(1, Number(autoscale[1])))}`)
        : known(size) === processes
          ? edits([])
          : set(size, processes)
  const threaded = process.model?.threads === threads ? edits([]) : set('threads', threads)
  const becomesThreaded = threads > 1 && known('worker_class_effective') === 'sync'
  return combine([sized, threaded, becomesThreaded ? set('worker_class', 'gthread') : edits([])])
}
