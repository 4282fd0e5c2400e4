/** The edits of requests and limits for another shape. */
import { nodeAt } from './manifests/node.ts'
import { combine, edits, fieldEdit, type PlannedEdits, type ShapeChange } from './plan-edits.ts'
import { memoryNeed } from './sizing/memory.ts'
import { roundUpTo } from './sizing/shape.ts'
import { formatBytes, formatMillicores, MEBIBYTE } from './units/format.ts'

/**
 * Limits and requests that are set are set anew, the request in its old proportion to the limit; a memory limit is added
 * where there was none, because the shape is made for one.
 */
export function resourceEdits(change: ShapeChange): PlannedEdits {
  return combine([cpuEdits(change), memoryEdits(change)])
}

function cpuEdits({ plan, today, wanted }: ShapeChange): PlannedEdits {
  const { container } = plan.inspected
  const from = today.shape.cpu
  const to = wanted.shape.cpu
  if (from === null || to === null || from === to) return edits([])
  const { limits, requests } = container.resources
  const isLimited = limits.cpu.known && limits.cpu.value !== null
  const request = requests.cpu.known ? requests.cpu.value : null
  const scaled = request === null ? null : Math.min(to, request >= 10 ? roundUpTo((request * to) / from, 10) : request)
  return combine([
    isLimited ? set(plan, ['limits', 'cpu'], formatMillicores(to)) : edits([]),
    scaled !== null && (!isLimited || isWritten(plan, ['requests', 'cpu']))
      ? set(plan, ['requests', 'cpu'], formatMillicores(scaled))
      : edits([]),
  ])
}

function memoryEdits({ plan, today, wanted }: ShapeChange): PlannedEdits {
  const { container } = plan.inspected
  const to = wanted.shape.memory
  if (to === null) return edits([])
  const { limits, requests } = container.resources
  const limit = limits.memory.known ? limits.memory.value : null
  const request = requests.memory.known ? requests.memory.value : null
  const isRequested = isWritten(plan, ['requests', 'memory'])
  const needed = roundUpTo(memoryNeed(wanted.shape.processes, plan.sizing.assumptions), 64 * MEBIBYTE)
  const before = today.shape.memory
  const share = limit === null || request === null || limit === 0 ? 1 : request / limit
  const scaled = before === to ? (request ?? to) : Math.max(roundUpTo(to * share, 16 * MEBIBYTE), needed)
  const wantedRequest = Math.min(to, share === 1 ? to : scaled)
  return combine([
    limit === to ? edits([]) : set(plan, ['limits', 'memory'], formatBytes(to)),
    isRequested && wantedRequest !== request
      ? set(plan, ['requests', 'memory'], formatBytes(wantedRequest))
      : edits([]),
  ])
}

/** Resources of a pod stand in its spec, others in the container. */
function home({ inspected }: ShapeChange['plan']) {
  return inspected.container.resources.source === 'pod' ? inspected.workload.podSpec : inspected.container.node
}

function set(plan: ShapeChange['plan'], path: readonly string[], text: string): PlannedEdits {
  return fieldEdit(home(plan), ['resources', ...path], text)
}

function isWritten(plan: ShapeChange['plan'], path: readonly string[]): boolean {
  return nodeAt(home(plan), ['resources', ...path]) !== undefined
}
