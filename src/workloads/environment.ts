/** The variables of a container, in the order in which the kubelet sets them. */
import { booleanAt, itemsAt, mapAt, nodeAt, scalarAt, stringAt, type YamlNode } from '../manifests/node.ts'
import type { Environment, OpenEnvironment } from '../source/environment.ts'
import { type ResolvedText, unknownText } from '../source/resolved.ts'
import { derivedText, unsourcedText } from '../source/sourced-text.ts'
import { expandReferences } from './expansion.ts'
import type { Manifest } from './manifest.ts'
import { resolveResourceField } from './resource-field.ts'
import { findObject, type System } from './system.ts'
import type { Resources, VariableSource } from './workload.ts'

/** Variables with where each comes from. */
export interface ContainerEnvironment {
  readonly environment: Environment
  readonly sources: readonly VariableSource[]
}

/** What variables are read from. */
export interface EnvironmentRequest {
  readonly container: YamlNode
  readonly manifest: Manifest
  readonly system: System
  /** Asked for only by variables that take a request or limit. */
  resources(): Resources
}

/**
 * Reads `envFrom` and `env`: later sources of `envFrom` win, `env` wins over `envFrom`, `$(NAME)` sees earlier entries.
 * Source: https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/kubelet_pods.go (makeEnvironmentVariables)
 */
export function readEnvironment(request: EnvironmentRequest): ContainerEnvironment {
  const variables = new Map<string, ResolvedText>()
  const sources: VariableSource[] = []
  let open: OpenEnvironment | null = null
  for (const entry of itemsAt(request.container, ['envFrom'])) {
    const imported = importAll(entry, request)
    if (imported.open !== null && open?.source !== 'configMap') open = imported.open
    for (const [name, value] of imported.variables) {
      variables.set(name, value)
      sources.push({ name, kind: imported.kind, at: undefined, node: undefined })
    }
  }
  for (const entry of itemsAt(request.container, ['env'])) {
    const name = stringAt(entry, ['name'])
    if (name === undefined) continue
    const read = readEntry(entry, name, request, { variables, open })
    if (read.value === undefined) variables.delete(name)
    else variables.set(name, read.value)
    sources.push({ name, kind: read.kind, at: entry.location, node: entry })
  }
  return { environment: { variables, open }, sources }
}

interface ImportedVariables {
  readonly kind: VariableSource['kind']
  readonly variables: ReadonlyMap<string, ResolvedText>
  readonly open: OpenEnvironment | null
}

function importAll(entry: YamlNode, request: EnvironmentRequest): ImportedVariables {
  const prefix = stringAt(entry, ['prefix']) ?? ''
  const configMap = stringAt(entry, ['configMapRef', 'name'])
  if (configMap !== undefined) {
    const found = findObject(request.system, 'ConfigMap', configMap, request.manifest)
    if (found.kind !== 'found') return openSource('configMap', `ConfigMap ${configMap}`, entry)
    return {
      kind: 'configMap',
      variables: configMapVariables(mapAt(found.manifest.object, ['data']), prefix),
      open: null,
    }
  }
  const secret = stringAt(entry, ['secretRef', 'name'])
  if (secret === undefined) return { kind: 'other', variables: new Map(), open: null }
  const found = findObject(request.system, 'Secret', secret, request.manifest)
  if (found.kind !== 'found') return openSource('secret', `Secret ${secret}`, entry)
  const names = [
    ...keysOf(mapAt(found.manifest.object, ['data'])),
    ...keysOf(mapAt(found.manifest.object, ['stringData'])),
  ]
  const value = (name: string) => unknownText({ why: `${name} comes from Secret ${secret}`, at: entry.location })
  return { kind: 'secret', variables: new Map(names.map((name) => [prefix + name, value(prefix + name)])), open: null }
}

function openSource(kind: 'secret' | 'configMap', why: string, entry: YamlNode): ImportedVariables {
  return { kind, variables: new Map(), open: { why, at: entry.location, source: kind } }
}

function configMapVariables(data: YamlNode | undefined, prefix: string): ReadonlyMap<string, ResolvedText> {
  const variables = new Map<string, ResolvedText>()
  if (data?.kind !== 'map') return variables
  for (const [key, { value }] of data.entries) {
    if (value.kind === 'scalar' && isVariableName(prefix + key))
      variables.set(prefix + key, { known: true, text: value.text })
  }
  return variables
}

/** Keys that are no C identifiers (with dots and dashes allowed) are skipped by the kubelet. */
function isVariableName(name: string): boolean {
  return /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name)
}

interface ReadEntry {
  readonly kind: VariableSource['kind']
  /** Undefined when an optional source is certainly missing. */
  readonly value: ResolvedText | undefined
}

function readEntry(entry: YamlNode, name: string, request: EnvironmentRequest, sofar: Environment): ReadEntry {
  const valueFrom = mapAt(entry, ['valueFrom'])
  if (valueFrom !== undefined) return readReference(valueFrom, name, request)
  const scalar = scalarAt(entry, ['value'])
  if (scalar === undefined) return { kind: 'literal', value: { known: true, text: unsourcedText('') } }
  if (scalar.unknown !== undefined)
    return { kind: 'literal', value: unknownText({ why: scalar.unknown, at: scalar.location }) }
  return { kind: 'literal', value: expandReferences(scalar.text, sofar) }
}

function readReference(valueFrom: YamlNode, name: string, request: EnvironmentRequest): ReadEntry {
  const at = valueFrom.location
  const configMap = stringAt(valueFrom, ['configMapKeyRef', 'name'])
  if (configMap !== undefined) {
    return { kind: 'configMap', value: configMapKey(configMap, valueFrom, name, request) }
  }
  const secret = stringAt(valueFrom, ['secretKeyRef', 'name'])
  if (secret !== undefined)
    return { kind: 'secret', value: unknownText({ why: `${name} comes from Secret ${secret}`, at }) }
  const field = stringAt(valueFrom, ['fieldRef', 'fieldPath'])
  if (field !== undefined) return { kind: 'field', value: fieldValue(field, name, valueFrom, request) }
  const resource = mapAt(valueFrom, ['resourceFieldRef'])
  if (resource !== undefined)
    return { kind: 'resource', value: resolveResourceField(resource, name, request.resources()) }
  return { kind: 'other', value: unknownText({ why: `${name} comes from a source that is not known`, at }) }
}

function configMapKey(
  configMap: string,
  valueFrom: YamlNode,
  name: string,
  request: EnvironmentRequest,
): ResolvedText | undefined {
  const key = stringAt(valueFrom, ['configMapKeyRef', 'key']) ?? ''
  const found = findObject(request.system, 'ConfigMap', configMap, request.manifest)
  if (found.kind !== 'found') {
    const reason = found.kind === 'missing' ? 'is not among the manifests' : 'exists more than once'
    return unknownText({ why: `${name} comes from ConfigMap ${configMap}, which ${reason}`, at: valueFrom.location })
  }
  const scalar = scalarAt(found.manifest.object, ['data', key])
  if (scalar !== undefined) return { known: true, text: scalar.text }
  if (nodeAt(found.manifest.object, ['data', key]) !== undefined) return { known: true, text: unsourcedText('') }
  if (booleanAt(valueFrom, ['configMapKeyRef', 'optional']) === true) return undefined
  return unknownText({ why: `ConfigMap ${configMap} has no key ${key} for ${name}`, at: valueFrom.location })
}

function fieldValue(field: string, name: string, valueFrom: YamlNode, request: EnvironmentRequest): ResolvedText {
  const { identity } = request.manifest
  if (field === 'metadata.namespace' && identity.namespace !== null) {
    return { known: true, text: derivedText(identity.namespace, valueFrom.location) }
  }
  if (field === 'metadata.name' && identity.kind === 'Pod' && identity.name !== '') {
    return { known: true, text: derivedText(identity.name, valueFrom.location) }
  }
  return unknownText({ why: `${name} is ${field}, which is known only at run time`, at: valueFrom.location })
}

function keysOf(node: YamlNode | undefined): readonly string[] {
  return node?.kind === 'map' ? [...node.entries.keys()] : []
}
