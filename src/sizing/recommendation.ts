/** Recommended values whose arithmetic is data. */
import type { Origin } from '../source/resolved.ts'

/** One step: a term and what it comes to. */
export interface DerivationStep {
  readonly term: string
  readonly value: string
  readonly origin?: Origin | undefined
}

/** A recommended number with the steps that lead to it. CPU in millicores, memory in bytes. */
export interface Recommendation {
  readonly value: number
  readonly derivation: readonly DerivationStep[]
}
