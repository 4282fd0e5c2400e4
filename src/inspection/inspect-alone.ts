/** Workloads that are inspected while their text is at hand, because nothing else has a say in what they run. */

import { containerConfigFiles } from '../programs/container-config-files.ts'
import { type ContainerProcesses, readProcesses, startsProgram } from '../programs/read-processes.ts'
import { type Location, locationOf } from '../source/location.ts'
import { ownText } from '../source/own-text.ts'
import type { SourceFile } from '../source/source-file.ts'
import { type LightReading, lightWorkloads } from '../workloads/light-workload.ts'
import type { ReadManifest } from '../workloads/manifest.ts'
import { readWorkloads } from '../workloads/read-workloads.ts'
import type { AskedSystem } from '../workloads/system.ts'
import type { Container, Workload } from '../workloads/workload.ts'
import { type InspectionContext, resolveContainer } from './inspect-containers.ts'
import type { InspectedContainer } from './inspection.ts'
import { namesOneOf, readStartWords, scriptKey, type Verdict, type Verdicts } from './verdicts.ts'

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
  readonly verdicts: Verdicts
}

/**
 * Inspects the workload of a manifest whose nodes are at hand and keeps little of it. Null when it is to be inspected once
 * all objects have been read: it runs a server, refers to other objects for what it runs, or holds several pod templates.
 */
export function inspectAlone({ manifest, object }: ReadManifest, alone: AloneContext): InspectedWorkloads | null {
  const { asked, reading } = alone
  asked.isAsked = false
  const { file, identity, document } = manifest
  const atHand = { file, identity, document, object }
  const own = readWorkloads(atHand, asked.system)
  if (asked.isAsked || own.some((workload) => workload.manifest !== atHand)) return null
  const inspected: InspectedContainer[] = []
  for (const workload of own) {
    for (const container of workload.containers) {
      const verdict = verdictOn(workload, container, alone)
      if (verdict === null) return null
      const processes = { ...NOTHING, ...verdict }
      inspected.push({ workload, container, at: container.node.location, processes })
    }
  }
  const workloads = lightWorkloads(
    own.map((workload) => ({ manifest, containers: workload.containers })),
    manifest,
    reading,
  )
  return { workloads, containers: lightContainers(inspected, workloads) }
}

/** How far a container could be worked out; null when it may start a server or other objects have a say. */
function verdictOn(workload: Workload, container: Container, alone: AloneContext): Verdict | null {
  const { context, asked, verdicts } = alone
  const words = readStartWords(container.node)
  if (namesOneOf(words, context.programPattern)) return null
  const key = context.images.find(container.image) === null ? scriptKey(container.node, words) : null
  const known = key === null ? undefined : verdicts.get(key)
  if (known !== undefined) return known
  let isFound = false
  const onFound = () => {
    isFound = true
  }
  const { command, files } = resolveContainer({ workload, container, onFound }, context)
  if (asked.isAsked || startsProgram(command, context.programNames)) return null
  const verdict = readProcesses(command, [], containerConfigFiles(files))
  if (key !== null && !isFound) verdicts.set(key, verdict)
  return verdict
}

/** The same containers of light workloads in the same order, without what was found on the way to no server. */
export function lightContainers(
  inspected: readonly InspectedContainer[],
  light: readonly Workload[],
): readonly InspectedContainer[] {
  const copies = light.flatMap((workload) => workload.containers.map((container) => ({ workload, container })))
  return inspected.flatMap(({ at, processes }, index) => {
    const copy = copies[index]
    if (copy === undefined) return []
    if (processes.status === 'unresolved') at.file.keepLine(at.span.start)
    return [new LightInspection(copy, at, withoutServer(processes))]
  })
}

/** One for all, because most containers run no server. */
const NOTHING: Pick<ContainerProcesses, 'processes' | 'invocations'> = { processes: [], invocations: [] }
const NO_SERVER: ContainerProcesses = { ...NOTHING, status: 'notAServer', why: null }

function withoutServer({ status, why }: Verdict): ContainerProcesses {
  if (status === 'notAServer' && why === null) return NO_SERVER
  return { ...NOTHING, status, why: why === null ? null : ownText(why) }
}

/** A container that runs no server, with its place in few words of memory. */
class LightInspection implements InspectedContainer {
  readonly workload: Workload
  readonly container: Container
  readonly processes: ContainerProcesses
  readonly #file: SourceFile
  readonly #start: number
  readonly #end: number

  constructor({ workload, container }: LightParts, { file, span }: Location, processes: ContainerProcesses) {
    this.workload = workload
    this.container = container
    this.processes = processes
    this.#file = file
    this.#start = span.start
    this.#end = span.end
  }

  get at(): Location {
    return locationOf(this.#file, this.#start, this.#end)
  }
}

type LightParts = Pick<InspectedContainer, 'workload' | 'container'>
