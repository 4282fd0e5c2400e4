/** A process and its container's resources to what is recommended for them. */
import type { ProgramProcess } from '../programs/program.ts'
import type { Resources } from '../workloads/workload.ts'
import type { Assumptions } from './assumptions.ts'
import { type Basis, type BasisGap, cpuBasis, memoryBasis } from './basis.ts'
import { memoryFloor, memoryForProcesses, memoryNeed, processesInMemory } from './memory.ts'
import { celeryConcurrency, cpuForCelery, cpuForWebWorkers, smallerOf, webThreads, webWorkers } from './processes.ts'
import type { Recommendation } from './recommendation.ts'

/** Everything that sizing says about one process. Amounts in millicores and bytes; null when there is nothing to size by. */
export interface ProcessSizing {
  readonly assumptions: Assumptions
  readonly cpu: Basis | BasisGap
  readonly memory: Basis | BasisGap
  /** Working processes; null when unknown. */
  readonly processes: number | null
  readonly memoryNeed: number | null
  readonly memoryFloor: number | null
  /** Recommended values by name: workers, threads, concurrency, processes (either), processesForCpu, processesInMemory, memory, cpu. */
  readonly recommended: ReadonlyMap<string, Recommendation>
}

/** Sizes a process; null for those that are not sized (beat, monitors). */
export function sizeProcess(
  process: ProgramProcess,
  resources: Resources,
  assumptions: Assumptions,
): ProcessSizing | null {
  if (process.role !== 'web' && process.role !== 'worker') return null
  if (process.model === null) return null
  const { processes, concurrency } = process.model
  const role = process.role
  const cpu = cpuBasis(resources)
  const memory = memoryBasis(resources)
  const fitting = typeof memory === 'string' ? null : processesInMemory(memory, assumptions)
  const recommended = new Map<string, Recommendation>()
  const byCpu =
    typeof cpu === 'string' ? null : role === 'web' ? webWorkers(cpu, concurrency) : celeryConcurrency(cpu, assumptions)
  if (byCpu !== null) {
    const both = smallerOf(byCpu, concurrency === 'process' || role === 'web' ? fitting : null)
    recommended.set(role === 'web' ? 'workers' : 'concurrency', both)
    recommended.set('processes', both)
    recommended.set('processesForCpu', byCpu)
  }
  recommended.set('threads', webThreads(assumptions.profile.value))
  if (fitting !== null) recommended.set('processesInMemory', fitting)
  const planned = processes ?? recommended.get(role === 'web' ? 'workers' : 'concurrency')?.value ?? null
  if (planned !== null) {
    recommended.set('memory', memoryForProcesses(planned, assumptions))
    recommended.set('cpu', role === 'web' ? cpuForWebWorkers(planned) : cpuForCelery(planned))
  }
  return {
    assumptions,
    cpu,
    memory,
    processes,
    memoryNeed: processes === null ? null : memoryNeed(processes, assumptions),
    memoryFloor: processes === null ? null : memoryFloor(processes, role),
    recommended,
  }
}
