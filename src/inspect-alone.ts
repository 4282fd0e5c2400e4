/** Workloads that are inspected while their text is at hand, because nothing else has a say in what they run. */
import { type InspectionContext, resolveContainer } from './inspect-containers.ts'
import { containerConfigFiles } from './programs/container-config-files.ts'
import type { InspectedContainer } from './programs/inspection.ts'
import { type ContainerProcesses, readProcesses, startsProgram } from './programs/read-processes.ts'
import { ownText } from './source/own-text.ts'
import { type LightReading, lightWorkloads } from './workloads/light-workload.ts'
import type { ReadManifest } from './workloads/manifest.ts'
import { readWorkloads } from './workloads/read-workloads.ts'
import type { AskedSystem } from './workloads/system.ts'
import type { Workload } from './workloads/workload.ts'

/** The workloads of a manifest with their containers. */
export interface InspectedWorkloads {
  readonly workloads: readonly Workload[]
  readonly containers: readonly InspectedContainer[]
}

/** What workloads are inspected with one after the other. */
export interface AloneContext {
  readonly context: InspectionContext
  readonly asked: AskedSystem
  readonly reading: LightReading
}

/**
 * Inspects the workload of a manifest whose nodes are at hand and keeps little of it. Null when it is to be inspected once
 * all objects have been read: it runs a server, refers to other objects for what it runs, or holds several pod templates.
 */
export function inspectAlone(
  { manifest, object }: ReadManifest,
  { context, asked, reading }: AloneContext,
): InspectedWorkloads | null {
  asked.isAsked = false
  const { file, identity, document } = manifest
  const atHand = { file, identity, document, object }
  const own = readWorkloads(atHand, asked.system)
  if (asked.isAsked || own.some((workload) => workload.manifest !== atHand)) return null
  const resolved = own.flatMap((workload) =>
    workload.containers.map((container) => ({
      workload,
      container,
      at: container.node.location,
      ...resolveContainer(workload, container, context),
    })),
  )
  if (asked.isAsked || resolved.some(({ command }) => startsProgram(command, context.programNames))) return null
  const inspected = resolved.map(({ workload, container, at, command, files }) => ({
    workload,
    container,
    at,
    processes: readProcesses(command, [], containerConfigFiles(files)),
  }))
  const workloads = lightWorkloads(
    own.map((workload) => ({ manifest, containers: workload.containers })),
    manifest,
    reading,
  )
  return { workloads, containers: lightContainers(inspected, own, workloads) }
}

/** One for all, because most containers run no server. */
const NOTHING: Pick<ContainerProcesses, 'processes' | 'invocations'> = { processes: [], invocations: [] }

/** The same containers of light workloads, without what was found on the way to no server. */
export function lightContainers(
  inspected: readonly InspectedContainer[],
  own: readonly Workload[],
  light: readonly Workload[],
): readonly InspectedContainer[] {
  return inspected.flatMap(({ workload, container, at, processes: { status, why } }) => {
    const copy = light[own.indexOf(workload)]
    const same = copy?.containers[workload.containers.indexOf(container)]
    if (copy === undefined || same === undefined) return []
    if (status === 'unresolved') at.file.keepLine(at.span.start)
    const processes = { ...NOTHING, status, why: why === null ? null : ownText(why) }
    return { workload: copy, container: same, at, processes }
  })
}
