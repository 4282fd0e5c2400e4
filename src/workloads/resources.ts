/** Requests and limits of a container after Kubernetes' own defaulting. */
import { childOf, mapAt, nodeAt, scalarAt, type YamlNode } from '../manifests/node.ts'
import type { FieldPath } from '../source/field-path.ts'
import { parseQuantity, toBytes, toMillicores } from '../units/quantity.ts'
import type { Manifest } from './manifest.ts'
import { mayShareNamespace, type System } from './system.ts'
import type { Amount, Resources } from './workload.ts'

/** Set on an amount that the manifest does not give. */
const UNSET: Amount = {
  known: true,
  value: null,
  origin: {
    kind: 'default',
    reference: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  },
}

/** The two resources that matter here. */
type ResourceName = 'cpu' | 'memory'

/**
 * A container's resources: its own; else the namespace's LimitRange; a missing request equals the limit. Pod-level
 * limits bound a container that has none. Sources: https://kubernetes.io/docs/concepts/policy/limit-range/ and
 * https://kubernetes.io/docs/tasks/configure-pod-container/assign-pod-level-resources/
 */
export function readResources(container: YamlNode, podSpec: YamlNode, manifest: Manifest, system: System): Resources {
  const own = readAmounts(container)
  const range = limitRangeFor(manifest, system)
  const ranged = range === undefined ? null : applyLimitRange(own, range)
  const filled = ranged ?? own
  const pod = readAmounts(podSpec)
  const usesPod = isSet(pod.limits.cpu) || isSet(pod.limits.memory)
  const limits = usesPod ? fillLimits(filled.limits, pod.limits) : filled.limits
  const requests = {
    cpu: orElse(filled.requests.cpu, filled.limits.cpu),
    memory: orElse(filled.requests.memory, filled.limits.memory),
  }
  const source =
    ranged !== null && ranged !== own ? 'limitRange' : usesPod && limits !== filled.limits ? 'pod' : 'container'
  return { requests, limits, source }
}

interface Amounts {
  readonly requests: { readonly cpu: Amount; readonly memory: Amount }
  readonly limits: { readonly cpu: Amount; readonly memory: Amount }
}

const UNSET_LIST: Amounts['requests'] = { cpu: UNSET, memory: UNSET }
const ALL_UNSET: Amounts = { requests: UNSET_LIST, limits: UNSET_LIST }

function readAmounts(node: YamlNode): Amounts {
  const resources = childOf(node, 'resources')
  if (resources === undefined) return ALL_UNSET
  return { requests: readList(childOf(resources, 'requests')), limits: readList(childOf(resources, 'limits')) }
}

function readList(list: YamlNode | undefined): Amounts['requests'] {
  if (list === undefined) return UNSET_LIST
  return { cpu: readAmount(list, ['cpu'], 'cpu'), memory: readAmount(list, ['memory'], 'memory') }
}

/** Reads one quantity; text that is no quantity is unknown, because the API server would refuse it or something fills it in. */
export function readAmount(node: YamlNode, path: FieldPath, resource: ResourceName): Amount {
  const scalar = scalarAt(node, path)
  if (scalar === undefined) {
    const other = nodeAt(node, path)
    return other === undefined || other.kind === 'scalar' ? UNSET : unknownAmount('not a quantity', other)
  }
  if (scalar.unknown !== undefined) return unknownAmount(scalar.unknown, scalar)
  const quantity = parseQuantity((scalar.bareText ?? scalar.text.value).trim())
  if (quantity === null) return unknownAmount(`${JSON.stringify(scalar.text.value)} is not a quantity`, scalar)
  const value = resource === 'cpu' ? toMillicores(quantity) : toBytes(quantity)
  return { known: true, value, origin: { kind: 'written', at: scalar.location } }
}

function unknownAmount(why: string, node: YamlNode): Amount {
  return { known: false, why, at: node.location }
}

function isSet(amount: Amount): boolean {
  return !amount.known || amount.value !== null
}

function orElse(amount: Amount, other: Amount): Amount {
  return isSet(amount) ? amount : other
}

function fillLimits(own: Amounts['limits'], pod: Amounts['limits']): Amounts['limits'] {
  if (isSet(own.cpu) && isSet(own.memory)) return own
  return { cpu: orElse(own.cpu, pod.cpu), memory: orElse(own.memory, pod.memory) }
}

/** The one LimitRange for containers in the workload's namespace; several leave the outcome to the API server. */
function limitRangeFor(manifest: Manifest, system: System): YamlNode | undefined {
  const ranges = (system.byKind.get('LimitRange') ?? []).filter(
    (range) =>
      range.identity.namespace !== null &&
      range.identity.namespace === manifest.identity.namespace &&
      mayShareNamespace(range.identity, manifest.identity),
  )
  const [only] = ranges
  if (only === undefined || ranges.length > 1) return undefined
  const limits = nodeAt(only.object, ['spec', 'limits'])
  if (limits?.kind !== 'sequence') return undefined
  return limits.items.find((item) => scalarAt(item, ['type'])?.text.value === 'Container')
}

function applyLimitRange(own: Amounts, range: YamlNode): Amounts {
  if (mapAt(range, ['default']) === undefined && mapAt(range, ['defaultRequest']) === undefined) return own
  const fill = (resource: ResourceName) => {
    const limit = orElse(own.limits[resource], readAmount(range, ['default', resource], resource))
    const ownRequest = orElse(own.requests[resource], own.limits[resource])
    const request = orElse(ownRequest, orElse(readAmount(range, ['defaultRequest', resource], resource), limit))
    return { limit, request }
  }
  const cpu = fill('cpu')
  const memory = fill('memory')
  const isUnchanged =
    cpu.limit === own.limits.cpu &&
    memory.limit === own.limits.memory &&
    isSet(own.requests.cpu) &&
    isSet(own.requests.memory)
  if (isUnchanged) return own
  return { requests: { cpu: cpu.request, memory: memory.request }, limits: { cpu: cpu.limit, memory: memory.limit } }
}
