/** Workloads that cannot be told apart by what findings say of them: several objects of a document may have one name. */
import { workloadKey } from './findings/violation-key.ts'
import type { ObjectDocuments } from './object-documents.ts'
import { locationOf } from './source/location.ts'
import type { Workload } from './workloads/workload.ts'

/** The workloads of a run that have a key in common with another. */
export interface RepeatedWorkloads {
  /** Is one of these among them? */
  hasAnyOf(workloads: ReadonlySet<Workload | null>): boolean
}

/** Finds them when somebody asks about a workload that shares its document with other objects. */
export function repeatedWorkloads(all: readonly Workload[], documents: ObjectDocuments): RepeatedWorkloads {
  let repeated: ReadonlySet<string> | null = null
  return {
    hasAnyOf(workloads) {
      const shared = [...workloads].filter((workload) => workload !== null && !isAlone(workload, documents))
      if (shared.length === 0) return false
      repeated ??= repeatedKeys(all)
      const keys = repeated
      return [...workloads].some((workload) => workload !== null && keys.has(workloadKey(workload)))
    },
  }
}

/** Is a workload that of a document with no other object? */
function isAlone({ manifest: { file, document } }: Workload, documents: ObjectDocuments): boolean {
  return documents.at(locationOf(file, document.start, document.end))?.objects.length === 1
}

function repeatedKeys(workloads: readonly Workload[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const key of workloads.map(workloadKey)) {
    if (seen.has(key)) repeated.add(key)
    seen.add(key)
  }
  return repeated
}
