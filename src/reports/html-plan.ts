/** The plan of a workload: today's shape beside others of the same capacity, and the pick with its reason. */
import { formatMillicores } from '../units/format.ts'
import { escapeXml } from './escape-xml.ts'
import { memoryText } from './html-bar.ts'
import type { JsonPlan, JsonShape } from './plan-json.ts'

const COLUMNS = [
  'Shape',
  'Replicas',
  'Processes',
  'Threads',
  'CPU',
  'Memory',
  'Total CPU',
  'Total memory',
  'One pod is',
]

/** The plans of a container's processes. */
export function planSections(plans: readonly JsonPlan[]): string {
  return plans.map(planSection).join('\n')
}

function planSection(plan: JsonPlan): string {
  if (plan.pick === null) return `<p class="place">No plan: ${escapeXml(plan.why ?? '')}</p>`
  const { topology, reason } = plan.pick
  const head = COLUMNS.map((name) => `<th scope="col">${name}</th>`).join('')
  const rows = plan.shapes.map((shape) => row(shape, topology))
  const steps = (plan.shapes.find(({ name }) => name === topology)?.derivation ?? []).map(
    ({ term, value }) => `<li>${escapeXml(term)} = <code>${escapeXml(value)}</code></li>`,
  )
  const arithmetic =
    steps.length === 0
      ? ''
      : `<details><summary>The arithmetic of ${escapeXml(topology)}</summary><ol class="steps">${steps.join('')}</ol></details>`
  return [
    `<div class="wide" role="region" aria-label="Plan of ${escapeXml(`${plan.container}, ${plan.program}`)}" tabindex="0"><table class="plan"><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`,
    `<p><strong>${escapeXml(topology)}</strong> (profile ${escapeXml(plan.profile ?? '')}): ${escapeXml(reason)}</p>`,
    arithmetic,
  ].join('\n')
}

function row(shape: JsonShape, topology: string): string {
  const { min, max } = shape.replicas
  const isPicked = shape.name === topology
  const cells = [
    min === max ? String(max) : `${min}–${max}`,
    String(shape.processes),
    String(shape.threads),
    cpu(shape.cpuMillicores),
    memory(shape.memoryBytes),
    cpu(shape.totalCpuMillicores),
    memory(shape.totalMemoryBytes),
    `${Math.round(shape.blastRadius * 1000) / 10} %`,
  ]
  return `<tr${isPicked ? ' class="picked"' : ''}><th scope="row">${escapeXml(shape.name)}${isPicked ? ' <small>picked</small>' : ''}</th>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`
}

function cpu(millicores: number | null): string {
  return millicores === null ? '–' : formatMillicores(millicores)
}

function memory(bytes: number | null): string {
  return bytes === null ? '–' : memoryText(bytes)
}
