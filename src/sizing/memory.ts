/** Memory of a process tree: base + n × worker. */
import { formatBytes, formatMebibytes, MEBIBYTE } from '../units/format.ts'
import { roundUpMemory } from '../units/round.ts'
import type { Assumptions } from './assumptions.ts'
import type { Basis } from './basis.ts'
import type { Recommendation } from './recommendation.ts'

/** Bytes that a number of working processes is taken to need. */
export function memoryNeed(processes: number, assumptions: Assumptions): number {
  return assumptions.baseMemory.value + processes * assumptions.workerMemory.value
}

/**
 * The least that processes need before any application is loaded: 43 MiB and 40 MiB a gunicorn worker
 * (https://github.com/sclorg/s2i-python-container), 44 MiB and 13 MiB a celery child (measured, shared pages counted once).
 */
export function memoryFloor(processes: number, role: 'web' | 'worker'): number {
  return (role === 'web' ? 43 + 40 * processes : 44 + 13 * processes) * MEBIBYTE
}

/** Processes that fit a memory limit, at least one. */
export function processesInMemory(limit: Basis, assumptions: Assumptions): Recommendation {
  const usable = limit.value * (1 - assumptions.headroom)
  const fitting = Math.floor((usable - assumptions.baseMemory.value) / assumptions.workerMemory.value)
  const percent = Math.round((1 - assumptions.headroom) * 100)
  const base = formatMebibytes(assumptions.baseMemory.value)
  const worker = formatMebibytes(assumptions.workerMemory.value)
  return {
    value: Math.max(1, fitting),
    derivation: [
      limit.step,
      { term: `floor((${percent} % × ${limit.step.value} − ${base}) / ${worker})`, value: String(fitting) },
      ...(fitting < 1 ? [{ term: 'at least', value: '1' }] : []),
    ],
  }
}

/** The memory limit that a number of processes needs, rounded to what people write. */
export function memoryForProcesses(processes: number, assumptions: Assumptions): Recommendation {
  const need = memoryNeed(processes, assumptions)
  const value = roundUpMemory(need / (1 - assumptions.headroom))
  const percent = Math.round((1 - assumptions.headroom) * 100)
  return {
    value,
    derivation: [
      { term: `base (${assumptions.baseMemory.source})`, value: formatMebibytes(assumptions.baseMemory.value) },
      {
        term: `one process (${assumptions.workerMemory.source})`,
        value: formatMebibytes(assumptions.workerMemory.value),
      },
      { term: `base + ${processes} × process`, value: formatMebibytes(need) },
      { term: `÷ ${percent} %, rounded up`, value: formatBytes(value) },
    ],
  }
}
