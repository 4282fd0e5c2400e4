/** What policies are evaluated for: processes, containers, workloads, scalers and the whole system. */
import type { InspectedContainer } from '../inspection/inspection.ts'
import type { ProgramProcess } from '../programs/program.ts'
import type { ProcessSizing } from '../sizing/size-process.ts'
import type { System } from '../workloads/system.ts'
import type { Workload } from '../workloads/workload.ts'
import { containerContext } from './container-context.ts'
import type { Subject } from './evaluate.ts'
import type { LazyRecord } from './lazy-record.ts'
import type { Scope } from './policy.ts'
import { originsContext, processContext, settingsContext, sizingContext } from './process-context.ts'
import { podContext, workloadContext } from './workload-context.ts'

/** What subjects are made of. */
export interface SubjectRequest {
  readonly workload: Workload
  readonly containers: readonly InspectedContainer[]
  readonly system: System
  readonly systemContext: LazyRecord
  sizing(process: ProgramProcess, container: InspectedContainer): ProcessSizing | null
}

/** The subjects of one workload by scope. Containers without a known program are left out. */
export function workloadSubjects(request: SubjectRequest): ReadonlyMap<Scope, readonly Subject[]> {
  const { workload, containers, system } = request
  const serving = containers.filter((container) => container.processes.processes.length > 0)
  if (serving.length === 0) return new Map()
  const shared = {
    workload: workloadContext(workload, system),
    pod: podContext(workload, containers),
    system: request.systemContext,
  }
  const containerSubjects = serving.map(
    (container): Subject => ({
      workload,
      container,
      process: null,
      sizing: null,
      object: null,
      context: { ...shared, container: containerContext(container) },
    }),
  )
  const processSubjects = containerSubjects.flatMap((subject) =>
    (subject.container?.processes.processes ?? []).map((process) => processSubject(process, subject, request)),
  )
  const workloadSubject: Subject = {
    workload,
    container: null,
    process: null,
    sizing: null,
    object: null,
    context: shared,
  }
  return new Map<Scope, readonly Subject[]>([
    ['process', processSubjects],
    ['container', containerSubjects],
    ['workload', [workloadSubject]],
  ])
}

function processSubject(process: ProgramProcess, subject: Subject, request: SubjectRequest): Subject {
  const { container } = subject
  const sizing = container === null ? null : request.sizing(process, container)
  return {
    ...subject,
    process,
    sizing,
    context: {
      ...subject.context,
      settings: settingsContext(process),
      origins: originsContext(process),
      ...(container === null ? {} : { process: processContext(process, container) }),
      sizing: sizingContext(sizing),
    },
  }
}
