/** The edits of an autoscaler's targets per pod: a pod of another size carries another amount. */
import { itemsAt, mapAt, nodeAt, stringAt, type YamlNode } from './manifests/node.ts'
import { combine, edits, fieldEdit, type PlannedEdits, type ShapeChange } from './plan-edits.ts'
import { formatBytes, MEBIBYTE } from './units/format.ts'
import { parseQuantity } from './units/quantity.ts'
import type { Manifest } from './workloads/manifest.ts'
import { findScaler } from './workloads/replicas.ts'

/**
 * What a KEDA trigger aims at for each pod, by the trigger's own documentation (https://keda.sh/docs/latest/scalers/).
 * Utilisation is a share of the request and stays.
 */
const TRIGGER_TARGETS = [
  'listLength',
  'queueLength',
  'messageCount',
  'lagThreshold',
  'threshold',
  'targetValue',
  'value',
]

/** Scales AverageValue targets as the pod grows or shrinks: of CPU and memory with the resource, of all else with the slots. */
export function scalerTargetEdits({ plan, today, wanted, inspection }: ShapeChange): PlannedEdits {
  const scaler = findScaler(plan.inspected.workload.manifest, inspection.system)
  if (scaler === undefined) return edits([])
  const ratios: Ratios = {
    slots: wanted.step / today.step,
    cpu: ratio(wanted.shape.cpu, today.shape.cpu),
    memory: ratio(wanted.shape.memory, today.shape.memory),
  }
  return scaler.identity.kind === 'ScaledObject' ? triggerEdits(scaler, ratios) : metricEdits(scaler, ratios)
}

interface Ratios {
  readonly slots: number
  readonly cpu: number
  readonly memory: number
}

function metricEdits(scaler: Manifest, ratios: Ratios): PlannedEdits {
  const metrics = itemsAt(scaler.object, ['spec', 'metrics'])
  return combine(
    metrics.map((metric, index) => {
      const type = stringAt(metric, ['type']) ?? ''
      const body = `${type.charAt(0).toLowerCase()}${type.slice(1)}`
      const target = ['spec', 'metrics', index, body, 'target', 'averageValue'] as const
      return scaleField(scaler, target, ratioOf(stringAt(metric, [body, 'name']), ratios))
    }),
  )
}

function triggerEdits(scaler: Manifest, ratios: Ratios): PlannedEdits {
  const triggers = itemsAt(scaler.object, ['spec', 'triggers'])
  return combine(
    triggers.map((trigger, index) => {
      const type = stringAt(trigger, ['type'])
      const isResource = type === 'cpu' || type === 'memory'
      const metricType = stringAt(trigger, ['metricType']) ?? (isResource ? 'Utilization' : 'AverageValue')
      if (metricType !== 'AverageValue') return edits([])
      const field = TRIGGER_TARGETS.find((name) => isSet(trigger, name))
      if (field === undefined) return edits([])
      return scaleField(scaler, ['spec', 'triggers', index, 'metadata', field], ratioOf(type, ratios))
    }),
  )
}

function isSet(trigger: YamlNode, name: string): boolean {
  return nodeAt(mapAt(trigger, ['metadata']), [name]) !== undefined
}

function ratioOf(resource: string | undefined, ratios: Ratios): number {
  return resource === 'cpu' ? ratios.cpu : resource === 'memory' ? ratios.memory : ratios.slots
}

function scaleField(scaler: Manifest, path: readonly (string | number)[], factor: number): PlannedEdits {
  const text = stringAt(scaler.object, path)
  if (text === undefined || factor === 1) return edits([])
  const scaled = scaleAmount(text, factor)
  return scaled === null || scaled === text ? edits([]) : fieldEdit(scaler.object, path, scaled)
}

/** An amount times a factor, in the form it was written in; null when it is no amount. */
export function scaleAmount(text: string, factor: number): string | null {
  const quantity = parseQuantity(text.trim())
  if (quantity === null) return null
  const amount = (Number(quantity.nanos) / 1e9) * factor
  if (/[KMGT]i$/.test(text)) return formatBytes(Math.max(1, Math.round(amount / MEBIBYTE)) * MEBIBYTE)
  if (/^\d+$/.test(text)) return String(Math.max(1, Math.round(amount)))
  return `${Math.max(1, Math.round(amount * 1000))}m`
}

function ratio(to: number | null, from: number | null): number {
  return to === null || from === null || from === 0 ? 1 : to / from
}
