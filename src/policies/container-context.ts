/** What policies see of a container. Unknown values are left out; values that are not set are null. */
import { booleanAt, itemsAt, mapAt, nodeAt, numberAt, scalarAt, stringAt, type YamlNode } from '../manifests/node.ts'
import type { InspectedContainer } from '../programs/inspection.ts'
import { stringOf } from '../source/resolved.ts'
import { parseQuantity, toBytes } from '../units/quantity.ts'
import type { Amount, Container } from '../workloads/workload.ts'
import {
  canWriteTemporary,
  knownValues,
  lateReferences,
  unboundedMemoryMounts,
  writableMounts,
} from './container-files.ts'
import { probeContext, probeList } from './probe-context.ts'
import { type Context, withoutUndefined } from './process-context.ts'

/** The container's own fields, with the defaults of the Kubernetes API. */
export function containerContext(inspected: InspectedContainer): Context {
  const { container, workload } = inspected
  const { node } = container
  return withoutUndefined({
    name: container.name,
    role: container.role,
    image: container.image,
    requests: amounts(container.resources.requests),
    limits: amounts(container.resources.limits),
    resourcesSource: container.resources.source,
    ports: itemsAt(node, ['ports']).flatMap((port) => numberAt(port, ['containerPort']) ?? []),
    livenessProbe: probeContext(node, 'livenessProbe'),
    readinessProbe: probeContext(node, 'readinessProbe'),
    startupProbe: probeContext(node, 'startupProbe'),
    probes: probeList(node),
    ...preStop(node),
    readOnlyRootFilesystem: booleanAt(node, ['securityContext', 'readOnlyRootFilesystem']) ?? false,
    mounts: itemsAt(node, ['volumeMounts']).flatMap((mount) => stringAt(mount, ['mountPath']) ?? []),
    memoryMounts: memoryMounts(node, workload.podSpec),
    writableMounts: writableMounts(node, workload.podSpec),
    unboundedMemoryMounts: unboundedMemoryMounts(node, workload.podSpec),
    canWriteTemporary: canWriteTemporary(container, workload.podSpec),
    workingDirectory: container.workingDirectory ?? undefined,
    variables: [...container.environment.variables.keys()],
    values: knownValues(container),
    lateReferences: lateReferences(container),
    ...processTotals(inspected),
    downwardVariables: downwardVariables(container),
    memoryQuantities: memoryQuantities(node),
    resizesCpuInPlace: itemsAt(node, ['resizePolicy']).some(
      (item) => stringAt(item, ['resourceName']) === 'cpu' && stringAt(item, ['restartPolicy']) === 'NotRequired',
    ),
  })
}

/** Processes that work in all servers of the container; left out when one of them is not known. */
function processTotals({ processes }: InspectedContainer): Context {
  const working = processes.processes.filter((process) => process.role === 'web' || process.role === 'worker')
  const counts = working.map(({ model, invocation }) => (invocation.conditional ? null : (model?.processes ?? null)))
  const total = counts.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0)
  return { servers: working.length, workingProcesses: total ?? undefined, isResolved: processes.status === 'resolved' }
}

function amounts(list: { readonly cpu: Amount; readonly memory: Amount }): Context {
  return withoutUndefined({
    cpu: list.cpu.known ? list.cpu.value : undefined,
    memory: list.memory.known ? list.memory.value : undefined,
  })
}

function preStop(node: YamlNode): Context {
  const hook = mapAt(node, ['lifecycle', 'preStop'])
  if (hook === undefined) return { preStop: 'none', preStopSeconds: 0 }
  const sleep = numberAt(hook, ['sleep', 'seconds'])
  if (sleep !== undefined) return { preStop: 'sleep', preStopSeconds: sleep }
  if (mapAt(hook, ['exec']) === undefined) return { preStop: 'http' }
  const command = itemsAt(hook, ['exec', 'command'])
    .map((item) => stringAt(item, []) ?? '')
    .join(' ')
  const match = /\bsleep (\d+)\b/.exec(command)
  return match === null ? { preStop: 'exec' } : { preStop: 'exec', preStopSeconds: Number(match[1]) }
}

/** Mount paths of `emptyDir` volumes with `medium: Memory`. */
function memoryMounts(container: YamlNode, podSpec: YamlNode): readonly string[] {
  const inMemory = new Set(
    itemsAt(podSpec, ['volumes'])
      .filter((volume) => stringAt(volume, ['emptyDir', 'medium']) === 'Memory')
      .map((volume) => stringAt(volume, ['name'])),
  )
  return itemsAt(container, ['volumeMounts'])
    .filter((mount) => inMemory.has(stringAt(mount, ['name'])))
    .flatMap((mount) => stringAt(mount, ['mountPath']) ?? [])
}

function downwardVariables(container: Container): readonly Context[] {
  return container.variableSources.flatMap(({ name, kind, node }) => {
    const reference = mapAt(node, ['valueFrom', 'resourceFieldRef'])
    if (kind !== 'resource' || reference === undefined) return []
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
function memoryQuantities(container: YamlNode): readonly Context[] {
  return (['requests', 'limits'] as const).flatMap((list) => {
    const scalar = scalarAt(container, ['resources', list, 'memory'])
    if (scalar === undefined || scalar.unknown !== undefined) return []
    const text = scalar.text.value
    const quantity = parseQuantity(text.trim())
    return [{ field: `resources.${list}.memory`, text, bytes: quantity === null ? null : toBytes(quantity), list }]
  })
}

/** The node of a field below the container, when it is written. */
export function containerField(container: Container, path: readonly (string | number)[]): YamlNode | undefined {
  return nodeAt(container.node, path)
}
