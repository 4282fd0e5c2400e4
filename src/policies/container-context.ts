/** What policies see of a container. Unknown values are left out; values that are not set are null. */

import type { InspectedContainer } from '../inspection/inspection.ts'
import { booleanAt, itemsAt, mapAt, nodeAt, numberAt, scalarAt, stringAt, type YamlNode } from '../manifests/node.ts'
import type { ProgramProcess } from '../programs/program.ts'
import { stringOf } from '../source/resolved.ts'
import { parseQuantity, type Quantity, toBytes } from '../units/quantity.ts'
import type { Amount, Container } from '../workloads/workload.ts'
import {
  canWriteTemporary,
  knownValues,
  lateReferences,
  unboundedMemoryMounts,
  writableMounts,
} from './container-files.ts'
import { type LazyRecord, lazyRecord, readersOf } from './lazy-record.ts'
import { probeContext, probeList } from './probe-context.ts'
import type { Context } from './process-context.ts'

/** The container's own fields, with the defaults of the Kubernetes API. */
export function containerContext(inspected: InspectedContainer): LazyRecord {
  return lazyRecord(CONTAINER, inspected)
}

const CONTAINER = readersOf<InspectedContainer>([
  ['name', ({ container }) => container.name],
  ['role', ({ container }) => container.role],
  ['image', ({ container }) => container.image],
  ['requests', ({ container }) => amounts(container.resources.requests)],
  ['limits', ({ container }) => amounts(container.resources.limits)],
  ['resourcesSource', ({ container }) => container.resources.source],
  ['ports', ({ container }) => itemsAt(container.node, ['ports']).flatMap(containerPort)],
  ['livenessProbe', ({ container }) => probeContext(container.node, 'livenessProbe')],
  ['readinessProbe', ({ container }) => probeContext(container.node, 'readinessProbe')],
  ['startupProbe', ({ container }) => probeContext(container.node, 'startupProbe')],
  ['probes', ({ container }) => probeList(container.node)],
  ['preStop', ({ container }) => preStop(container.node).kind],
  ['preStopSeconds', ({ container }) => preStop(container.node).seconds],
  [
    'readOnlyRootFilesystem',
    ({ container }) => booleanAt(container.node, ['securityContext', 'readOnlyRootFilesystem']) ?? false,
  ],
  ['mounts', ({ container }) => itemsAt(container.node, ['volumeMounts']).flatMap(mountPath)],
  ['memoryMounts', ({ container, workload }) => memoryMounts(container.node, workload.podSpec)],
  ['writableMounts', ({ container, workload }) => writableMounts(container.node, workload.podSpec)],
  ['unboundedMemoryMounts', ({ container, workload }) => unboundedMemoryMounts(container.node, workload.podSpec)],
  ['canWriteTemporary', ({ container, workload }) => canWriteTemporary(container, workload.podSpec)],
  ['workingDirectory', ({ container }) => container.workingDirectory ?? undefined],
  ['variables', ({ container }) => [...container.environment.variables.keys()]],
  ['values', ({ container }) => knownValues(container)],
  ['lateReferences', ({ container }) => lateReferences(container)],
  ['servers', (inspected) => workingProcesses(inspected).length],
  ['workingProcesses', processTotal],
  ['isResolved', ({ processes }) => processes.status === 'resolved'],
  ['downwardVariables', ({ container }) => downwardVariables(container)],
  ['memoryQuantities', ({ container }) => memoryQuantities(container.node)],
  ['resizesCpuInPlace', ({ container }) => itemsAt(container.node, ['resizePolicy']).some(resizesCpu)],
])

function containerPort(port: YamlNode): number | readonly [] {
  return numberAt(port, ['containerPort']) ?? []
}

function mountPath(mount: YamlNode): string | readonly [] {
  return stringAt(mount, ['mountPath']) ?? []
}

function resizesCpu(item: YamlNode): boolean {
  return stringAt(item, ['resourceName']) === 'cpu' && stringAt(item, ['restartPolicy']) === 'NotRequired'
}

function workingProcesses({ processes }: InspectedContainer): readonly ProgramProcess[] {
  return processes.processes.filter((process) => process.role === 'web' || process.role === 'worker')
}

/** Processes that work in all servers of the container; undefined when one of them is not known. */
function processTotal(inspected: InspectedContainer): number | undefined {
  let total = 0
  for (const { model, invocation } of workingProcesses(inspected)) {
    const count = invocation.conditional ? null : (model?.processes ?? null)
    if (count === null) return undefined
    total += count
  }
  return total
}

function amounts(list: { readonly cpu: Amount; readonly memory: Amount }): Context {
  return {
    ...(list.cpu.known ? { cpu: list.cpu.value } : {}),
    ...(list.memory.known ? { memory: list.memory.value } : {}),
  }
}

/** What the hook is, and the seconds it takes where that is known. */
interface PreStop {
  readonly kind: 'none' | 'sleep' | 'http' | 'exec'
  readonly seconds: number | undefined
}

function preStop(node: YamlNode): PreStop {
  const hook = mapAt(node, ['lifecycle', 'preStop'])
  if (hook === undefined) return { kind: 'none', seconds: 0 }
  const sleep = numberAt(hook, ['sleep', 'seconds'])
  if (sleep !== undefined) return { kind: 'sleep', seconds: sleep }
  if (mapAt(hook, ['exec']) === undefined) return { kind: 'http', seconds: undefined }
  const command = itemsAt(hook, ['exec', 'command'])
    .map((item) => stringAt(item, []) ?? '')
    .join(' ')
  const seconds = /\bsleep (\d+)\b/.exec(command)?.[1]
  return { kind: 'exec', seconds: seconds === undefined ? undefined : Number(seconds) }
}

/** Mount paths of `emptyDir` volumes with `medium: Memory`. */
function memoryMounts(container: YamlNode, podSpec: YamlNode): readonly string[] {
  const mounts = itemsAt(container, ['volumeMounts'])
  if (mounts.length === 0) return []
  const inMemory = new Set(
    itemsAt(podSpec, ['volumes'])
      .filter((volume) => stringAt(volume, ['emptyDir', 'medium']) === 'Memory')
      .map((volume) => stringAt(volume, ['name'])),
  )
  return mounts
    .filter((mount) => inMemory.has(stringAt(mount, ['name'])))
    .flatMap((mount) => stringAt(mount, ['mountPath']) ?? [])
}

function downwardVariables(container: Container): readonly Context[] {
  return container.variableSources.flatMap(({ name, kind, node }) => {
    const reference = kind === 'resource' ? mapAt(node, ['valueFrom', 'resourceFieldRef']) : undefined
    if (reference === undefined) return []
    const value = container.environment.variables.get(name)
    const text = value === undefined ? null : stringOf(value)
    return [
      {
        name,
        resource: stringAt(reference, ['resource']) ?? '',
        divisor: stringAt(reference, ['divisor']) ?? '1',
        value: text === null ? null : Number(text),
      },
    ]
  })
}

/** Memory amounts as written, for suffixes that mean something else than they seem to. */
function memoryQuantities(container: YamlNode): readonly LazyRecord[] {
  return (['requests', 'limits'] as const).flatMap((list) => {
    const scalar = scalarAt(container, ['resources', list, 'memory'])
    if (scalar === undefined || scalar.unknown !== undefined) return []
    return [lazyRecord(QUANTITY, { list, text: scalar.text.value })]
  })
}

const QUANTITY = readersOf<{ readonly list: 'requests' | 'limits'; readonly text: string }>([
  ['field', ({ list }) => `resources.${list}.memory`],
  ['text', ({ text }) => text],
  ['bytes', ({ text }) => bytesOf(parseQuantity(text.trim()))],
  ['list', ({ list }) => list],
])

function bytesOf(quantity: Quantity | null): number | null {
  return quantity === null ? null : toBytes(quantity)
}

/** The node of a field below the container, when it is written. */
export function containerField(container: Container, path: readonly (string | number)[]): YamlNode | undefined {
  return nodeAt(container.node, path)
}
