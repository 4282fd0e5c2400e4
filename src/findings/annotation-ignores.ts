/** `ignore.workerlint.dev/<policy>: "[container=NAME] [until=YYYY-MM-DD] reason"` on a workload or its pod template. */

import type { Inspection } from '../inspection/inspection.ts'
import { mapAt, type YamlEntry } from '../manifests/node.ts'
import type { Workload } from '../workloads/workload.ts'
import type { Ignore } from './ignore.ts'

const PREFIX = 'ignore.workerlint.dev/'

/** The ignores in the annotations of all workloads. */
export function annotationIgnores(inspection: Inspection): readonly Ignore[] {
  return inspection.workloads.flatMap((workload) => {
    const { manifest } = workload
    if (!manifest.file.namesWorkerlint) return []
    const { podSpecPath } = workload
    const maps = [
      mapAt(manifest.object, ['metadata', 'annotations']),
      mapAt(manifest.object, [...podSpecPath.slice(0, -1), 'metadata', 'annotations']),
    ]
    const entries = new Map<string, YamlEntry>(maps.flatMap((map) => [...(map?.entries ?? [])]))
    return [...entries].flatMap(([name, entry]) => (name.startsWith(PREFIX) ? [ignoreOf(name, entry, workload)] : []))
  })
}

function ignoreOf(name: string, entry: YamlEntry, workload: Workload): Ignore {
  const policy = name.slice(PREFIX.length)
  const text = entry.value.kind === 'scalar' ? entry.value.text.value : ''
  const container = /(?:^|\s)container=(\S+)/.exec(text)?.[1] ?? null
  const until = /(?:^|\s)until=(\d{4}-\d{2}-\d{2})(?=\s|$)/.exec(text)?.[1] ?? null
  const reason = text.replace(/(?:^|\s)(container|until)=\S+/g, '').trim()
  return {
    kind: 'annotation',
    policy,
    reason,
    until,
    at: entry.key.location,
    workload,
    covers: (finding) => {
      const { subject } = finding.violation
      if (finding.policy.id !== policy || subject.workload?.manifest !== workload.manifest) return false
      return container === null || subject.container === null || subject.container.container.name === container
    },
  }
}
