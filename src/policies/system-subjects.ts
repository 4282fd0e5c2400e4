/** Subjects that are no single workload: autoscalers, and all workloads together. */
import type { Subject } from './evaluate.ts'
import type { Scope } from './policy.ts'

/** The subjects of a scope beyond workloads. */
export function systemSubjects(_scope: Scope, _inspection: unknown, _configuration: unknown): readonly Subject[] {
  return []
}
