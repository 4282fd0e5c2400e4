/** `resourceFieldRef`: a container's own requests and limits as variables. */
import { stringAt, type YamlNode } from '../manifests/node.ts'
import { type ResolvedText, unknownText } from '../source/resolved.ts'
import { derivedText } from '../source/sourced-text.ts'
import { parseQuantity } from '../units/quantity.ts'
import type { Amount, Resources } from './workload.ts'

/**
 * The value is ceil(amount / divisor). An unset limit gives what the node can allocate.
 * Sources: https://kubernetes.io/docs/concepts/workloads/pods/downward-api/ and
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/api/v1/resource/helpers.go
 */
export function resolveResourceField(reference: YamlNode, name: string, resources: Resources): ResolvedText {
  const resource = stringAt(reference, ['resource']) ?? ''
  const at = reference.location
  const amount = amountOf(resource, resources)
  if (amount === null) return unknownText({ why: `${name} is ${resource}, which is not a known resource`, at })
  if (!amount.known) return { ...unknownText({ why: amount.why, at }), ...dependence(resource) }
  if (amount.value === null && resource.startsWith('requests.')) return { known: true, text: derivedText('0', at) }
  if (amount.value === null) {
    return {
      ...unknownText({ why: `${name} is ${resource}, which is not set, so it is what the node can allocate`, at }),
      ...dependence(resource),
    }
  }
  const divisor = parseQuantity(stringAt(reference, ['divisor']) ?? '1')
  if (divisor === null || divisor.nanos < 0n)
    return unknownText({ why: `the divisor of ${name} is not a quantity`, at })
  const unit = resource.endsWith('.cpu') ? 1_000_000n : 1_000_000_000n
  const nanos = BigInt(amount.value) * unit
  const divisorNanos = divisor.nanos === 0n ? 1_000_000_000n : divisor.nanos
  const source = amount.origin.kind === 'written' ? amount.origin.at : at
  return { known: true, text: derivedText(String((nanos + divisorNanos - 1n) / divisorNanos), source) }
}

function amountOf(resource: string, resources: Resources): Amount | null {
  switch (resource) {
    case 'limits.cpu':
      return resources.limits.cpu
    case 'limits.memory':
      return resources.limits.memory
    case 'requests.cpu':
      return resources.requests.cpu
    case 'requests.memory':
      return resources.requests.memory
    default:
      return null
  }
}

function dependence(resource: string): { readonly dependsOn?: 'cpu_count' } {
  return resource === 'limits.cpu' ? { dependsOn: 'cpu_count' } : {}
}
