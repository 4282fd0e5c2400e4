/** The CPU and memory that a container can count on. */
import { formatBytes, formatMillicores } from '../units/format.ts'
import type { Amount, Resources } from '../workloads/workload.ts'
import type { DerivationStep } from './recommendation.ts'

/** An amount to size by, with the step that explains it. CPU in millicores, memory in bytes. */
export interface Basis {
  readonly value: number
  readonly step: DerivationStep
}

/** Why there is no amount to size by: it is not set, or it cannot be read. */
export type BasisGap = 'unset' | 'unknown'

/**
 * CPU: the limit; without one, twice the request, because a container may borrow what its node has idle but cannot count
 * on it. Neither set leaves nothing to size by.
 */
export function cpuBasis(resources: Resources): Basis | BasisGap {
  const limit = resources.limits.cpu
  if (!limit.known) return 'unknown'
  if (limit.value !== null) return basis('limits.cpu', limit, limit.value, formatMillicores(limit.value))
  const request = resources.requests.cpu
  if (!request.known) return 'unknown'
  if (request.value === null || request.value === 0) return 'unset'
  const doubled = request.value * 2
  return {
    value: doubled,
    step: { term: '2 × requests.cpu (no CPU limit)', value: formatMillicores(doubled), origin: request.origin },
  }
}

/** Memory: the limit; the request bounds nothing. */
export function memoryBasis(resources: Resources): Basis | BasisGap {
  const limit = resources.limits.memory
  if (!limit.known) return 'unknown'
  if (limit.value === null) return 'unset'
  return basis('limits.memory', limit, limit.value, formatBytes(limit.value))
}

function basis(term: string, amount: Amount, value: number, text: string): Basis {
  return { value, step: { term, value: text, origin: amount.known ? amount.origin : undefined } }
}
