/** What policies see of a container. Unknown values are left out; values that are not set are null. */
import { booleanAt, itemsAt, mapAt, nodeAt, numberAt, scalarAt, stringAt, type YamlNode } from '../manifests/node.ts'
import { stringOf } from '../source/resolved.ts'
import { parseQuantity, toBytes } from '../units/quantity.ts'
import type { Amount, Container, Workload } from '../workloads/workload.ts'
import { type Context, withoutUndefined } from './process-context.ts'

/** The container's own fields, with the defaults of the Kubernetes API. */
export function containerContext(container: Container, workload: Workload): Context {
  const { node } = container
  return withoutUndefined({
    name: container.name,
    role: container.role,
    image: container.image,
    requests: amounts(container.resources.requests),
    limits: amounts(container.resources.limits),
    resourcesSource: container.resources.source,
    ports: itemsAt(node, ['ports']).flatMap((port) => numberAt(port, ['containerPort']) ?? []),
    livenessProbe: probe(node, 'livenessProbe'),
    readinessProbe: probe(node, 'readinessProbe'),
    startupProbe: probe(node, 'startupProbe'),
    ...preStop(node),
    readOnlyRootFilesystem: booleanAt(node, ['securityContext', 'readOnlyRootFilesystem']) ?? false,
    mounts: itemsAt(node, ['volumeMounts']).flatMap((mount) => stringAt(mount, ['mountPath']) ?? []),
    memoryMounts: memoryMounts(node, workload.podSpec),
    variables: [...container.environment.variables.keys()],
    downwardVariables: downwardVariables(container),
    memoryQuantities: memoryQuantities(node),
    resizesCpuInPlace: itemsAt(node, ['resizePolicy']).some(
      (item) => stringAt(item, ['resourceName']) === 'cpu' && stringAt(item, ['restartPolicy']) === 'NotRequired',
    ),
  })
}

function amounts(list: { readonly cpu: Amount; readonly memory: Amount }): Context {
  return withoutUndefined({
    cpu: list.cpu.known ? list.cpu.value : undefined,
    memory: list.memory.known ? list.memory.value : undefined,
  })
}

/** Defaults: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Probe */
function probe(container: YamlNode, field: string): Context {
  const node = mapAt(container, [field])
  const kind = node === undefined ? 'none' : probeKind(node)
  return {
    kind,
    timeoutSeconds: numberAt(node, ['timeoutSeconds']) ?? 1,
    periodSeconds: numberAt(node, ['periodSeconds']) ?? 10,
    failureThreshold: numberAt(node, ['failureThreshold']) ?? 3,
    initialDelaySeconds: numberAt(node, ['initialDelaySeconds']) ?? 0,
    port: probePort(container, node, kind),
    command: itemsAt(node, ['exec', 'command'])
      .map((item) => stringAt(item, []) ?? '')
      .join(' '),
  }
}

function probeKind(node: YamlNode): string {
  if (mapAt(node, ['httpGet']) !== undefined) return 'http'
  if (mapAt(node, ['exec']) !== undefined) return 'exec'
  if (mapAt(node, ['tcpSocket']) !== undefined) return 'tcp'
  return mapAt(node, ['grpc']) === undefined ? 'none' : 'grpc'
}

/** The probe's port as a number; a name is looked up among the container's ports. */
function probePort(container: YamlNode, node: YamlNode | undefined, kind: string): number | null {
  const path = kind === 'http' ? ['httpGet', 'port'] : kind === 'tcp' ? ['tcpSocket', 'port'] : ['grpc', 'port']
  const direct = numberAt(node, path)
  if (direct !== undefined) return direct
  const name = stringAt(node, path)
  const port = itemsAt(container, ['ports']).find((item) => name !== undefined && stringAt(item, ['name']) === name)
  return numberAt(port, ['containerPort']) ?? null
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
