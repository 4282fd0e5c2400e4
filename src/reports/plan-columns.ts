/** The columns of a plan, as text, Markdown and HTML show them. */
import { formatBytes, formatMillicores } from '../units/format.ts'
import type { JsonPlan, JsonShape, JsonWaiting } from './plan-json.ts'

/** A column: its heading and the cell of a shape. */
export interface PlanColumn {
  readonly heading: string
  readonly cell: (shape: JsonShape, plan: JsonPlan) => string
}

const SHAPE_COLUMNS: readonly PlanColumn[] = [
  { heading: '', cell: nameCell },
  { heading: 'replicas', cell: ({ replicas }) => range(replicas.min, replicas.max) },
  { heading: 'processes', cell: ({ processes }) => String(processes) },
  { heading: 'threads', cell: ({ threads }) => String(threads) },
  { heading: 'CPU', cell: ({ cpuMillicores }) => cpu(cpuMillicores) },
  { heading: 'memory', cell: ({ memoryBytes }) => memory(memoryBytes) },
  { heading: 'total CPU', cell: ({ totalCpuMillicores }) => cpu(totalCpuMillicores) },
  { heading: 'total memory', cell: ({ totalMemoryBytes }) => memory(totalMemoryBytes) },
  { heading: 'slots', cell: ({ slots }) => String(slots) },
  { heading: 'connections', cell: ({ connections }) => String(connections) },
  { heading: 'one pod is', cell: blastCell },
  { heading: 'step', cell: ({ step }) => `+${step}` },
  { heading: 'surge', cell: ({ surge }) => `+${surge}` },
]

const LOAD_COLUMNS: readonly PlanColumn[] = [
  { heading: 'load', cell: waitingCell(({ utilization }) => `${Math.round(utilization * 100)} %`) },
  { heading: 'waits', cell: waitingCell(({ waitMilliseconds }) => time(waitMilliseconds)) },
  { heading: 'p99', cell: waitingCell(({ p99Milliseconds }) => time(p99Milliseconds)) },
]

/** The columns of a plan; those about waiting only where the load is known. */
export function planColumns(plan: JsonPlan): readonly PlanColumn[] {
  return plan.load === null ? SHAPE_COLUMNS : [...SHAPE_COLUMNS, ...LOAD_COLUMNS]
}

/** What the replicas come from and what the waiting is for; empty when there is nothing to say. */
export function planNotes(plan: JsonPlan): readonly string[] {
  const { load } = plan
  const unit = plan.role === 'worker' ? 'tasks' : 'requests'
  return [
    ...(plan.replicasSource.includes('/') ? [`replicas are the bounds of ${plan.replicasSource}`] : []),
    ...(load === null
      ? []
      : [
          `load: ${load.arrivalsPerSecond} ${unit} a second of ${load.serviceMilliseconds} ms, ${Math.round(load.ioFraction * 100)} % of it waiting, on all replicas`,
        ]),
    ...(plan.loadProblem === null ? [] : [plan.loadProblem]),
  ]
}

function nameCell(shape: JsonShape, plan: JsonPlan): string {
  const mark = shape.name === plan.pick?.topology ? ' ←' : ''
  const unfit = shape.fits ? '' : ' (no node)'
  return `${shape.name}${mark}${unfit}`
}

function blastCell({ blastRadius, blastRadiusAtMin }: JsonShape): string {
  const percent = (share: number) => Math.round(share * 1000) / 10
  return `${range(percent(blastRadius), percent(blastRadiusAtMin))} %`
}

function waitingCell(show: (waiting: JsonWaiting) => string): PlanColumn['cell'] {
  return ({ waiting }) => (waiting === null ? '–' : show(waiting))
}

function range(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`
}

function cpu(millicores: number | null): string {
  return millicores === null ? '–' : formatMillicores(millicores)
}

function memory(bytes: number | null): string {
  return bytes === null ? '–' : formatBytes(bytes)
}

function time(milliseconds: number | null): string {
  if (milliseconds === null) return 'overload'
  return milliseconds >= 10_000 ? `${Math.round(milliseconds / 1000)} s` : `${Math.round(milliseconds)} ms`
}
