/** A process and its container's resources to what is recommended for them. */
import type { ProcessModel, ProgramProcess } from '../programs/program.ts'
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
  const { role, model } = process
  if ((role !== 'web' && role !== 'worker') || model === null) return null
  return new SizedProcess({ ...model, role }, resources, assumptions)
}

/** What of a process decides its size. */
interface Sized {
  readonly role: 'web' | 'worker'
  readonly processes: number | null
  readonly concurrency: ProcessModel['concurrency']
}

/** Most processes are sized for one or two figures, so recommendations are only made when somebody asks for them. */
class SizedProcess implements ProcessSizing {
  readonly assumptions: Assumptions
  readonly cpu: Basis | BasisGap
  readonly memory: Basis | BasisGap
  readonly processes: number | null
  readonly memoryNeed: number | null
  readonly memoryFloor: number | null
  readonly #sized: Sized
  #recommended: ReadonlyMap<string, Recommendation> | null = null

  constructor(sized: Sized, resources: Resources, assumptions: Assumptions) {
    const { processes, role } = sized
    this.assumptions = assumptions
    this.cpu = cpuBasis(resources)
    this.memory = memoryBasis(resources)
    this.processes = processes
    this.memoryNeed = processes === null ? null : memoryNeed(processes, assumptions)
    this.memoryFloor = processes === null ? null : memoryFloor(processes, role)
    this.#sized = sized
  }

  get recommended(): ReadonlyMap<string, Recommendation> {
    this.#recommended ??= recommend(this.#sized, this)
    return this.#recommended
  }
}

function recommend(
  { role, processes, concurrency }: Sized,
  { cpu, memory, assumptions }: Omit<ProcessSizing, 'recommended'>,
): ReadonlyMap<string, Recommendation> {
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
  return recommended
}
