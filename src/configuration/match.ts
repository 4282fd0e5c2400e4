/** Does an override or a database's list of workloads mean this one? */
import picomatch from 'picomatch'
import type { Workload } from '../workloads/workload.ts'
import type { OverrideMatch } from './configuration.ts'

/** Matches path, namespace, kind, name and container; container null leaves the container out. */
export function matchesOverride(match: OverrideMatch, workload: Workload, container: string | null): boolean {
  const { identity, file } = workload.manifest
  if (match.path !== null && !picomatch(match.path, { dot: true })(file.path)) return false
  if (match.kind !== null && match.kind !== identity.kind) return false
  if (match.namespace !== null && !globMatches(match.namespace, identity.namespace ?? '')) return false
  if (match.name !== null && !globMatches(match.name, identity.name)) return false
  return match.container === null || container === null || globMatches(match.container, container)
}

function globMatches(glob: string, text: string): boolean {
  return glob === text || picomatch(glob, { dot: true })(text)
}
