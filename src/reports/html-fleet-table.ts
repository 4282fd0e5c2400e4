/** The fleet as a table with bars; it sorts and filters when scripts run, and reads as well without. */
import { formatMebibytes, formatMillicores } from '../units/format.ts'
import { escapeXml } from './escape-xml.ts'
import type { FleetRow } from './html-fleet.ts'

const COLUMNS = ['Workload', 'Container', 'Program', 'Processes', 'CPU', 'Memory', 'Findings'] as const
const FILTERS = ['error', 'warning', 'info', 'clean', 'unknown'] as const
const BAR_WIDTH = 96
const RANKS = { error: 4, warning: 3, info: 2, unknown: 1, clean: 0 } as const

/** The table; bars share one scale per column, and a tick marks the wanted number of processes. */
export function fleetTable(rows: readonly FleetRow[]): string {
  if (rows.length === 0)
    return '<section><h2>Fleet</h2><p>No container runs a server that workerlint knows.</p></section>'
  const scale: Scale = {
    processes: highest(rows.flatMap(({ processes, wanted }) => [processes, wanted])),
    cpu: highest(rows.map(({ cpuMillicores }) => cpuMillicores)),
    memory: highest(rows.map(({ memoryBytes }) => memoryBytes)),
  }
  const head = COLUMNS.map((name) => `<th scope="col"><button type="button" class="sort">${name}</button></th>`).join(
    '',
  )
  const boxes = FILTERS.filter((severity) => rows.some((row) => row.severity === severity)).map(
    (severity) =>
      `<label><input type="checkbox" class="severity" value="${severity}" checked> <span class="mark ${severity}"></span> ${severity}</label>`,
  )
  return [
    '<section aria-labelledby="fleet">',
    '<h2 id="fleet">Fleet</h2>',
    '<form id="tools" hidden>',
    '<label>Filter <input type="search" id="filter" placeholder="name, file, program, policy"></label>',
    `<fieldset><legend>Severity</legend>${boxes.join('')}</fieldset>`,
    '<output id="shown"></output>',
    '</form>',
    '<div class="wide"><table id="fleet-table">',
    '<caption>Processes beside the CPU and memory they share. A tick is the wanted number.</caption>',
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>\n${rows.map((row, index) => tableRow(row, index, scale)).join('\n')}\n</tbody>`,
    '</table></div>',
    '</section>',
  ].join('\n')
}

interface Scale {
  readonly processes: number
  readonly cpu: number
  readonly memory: number
}

function tableRow(row: FleetRow, index: number, scale: Scale): string {
  const { severity, findings, processes, wanted, cpuMillicores, memoryBytes } = row
  const words = [row.title, row.file, row.container, row.program, ...findings.map(({ policy }) => policy)].join(' ')
  const mark = `<span class="mark ${severity}" title="${severity}"></span>`
  const title = escapeXml(row.title)
  const name = findings.length === 0 ? title : `<a href="#workload-${index}">${title}</a>`
  const count = processes === null ? '' : wanted === null ? String(processes) : `${processes} → ${wanted}`
  const cells = [
    cell(row.title, `${mark} ${name}<br><small>${escapeXml(row.file)}</small>`),
    cell(row.container, escapeXml(row.container)),
    cell(row.program, escapeXml(row.program)),
    barCell({ value: processes, most: scale.processes, text: count, className: severity, tick: wanted }),
    barCell({
      value: cpuMillicores,
      most: scale.cpu,
      text: cpuMillicores === null ? '' : formatMillicores(cpuMillicores),
      className: 'amount',
      tick: null,
    }),
    barCell({
      value: memoryBytes,
      most: scale.memory,
      text: memoryBytes === null ? '' : formatMebibytes(memoryBytes),
      className: 'amount',
      tick: null,
    }),
    cell(
      String(RANKS[severity] * 10_000 + findings.length),
      findings.length === 0 ? severity : String(findings.length),
    ),
  ]
  return `<tr data-severity="${severity}" data-words="${escapeXml(words.toLowerCase())}">${cells.join('')}</tr>`
}

function cell(sortBy: string, html: string): string {
  return `<td data-sort="${escapeXml(sortBy)}">${html}</td>`
}

function barCell(bar: {
  readonly value: number | null
  readonly most: number
  readonly text: string
  readonly className: string
  readonly tick: number | null
}): string {
  const { value, most, text, className, tick } = bar
  if (value === null && tick === null) return cell('-1', '<span class="unset">–</span>')
  const width = (amount: number) => Math.max(1, Math.round((amount / most) * BAR_WIDTH))
  const shown = value === null ? '' : `<rect class="${className}" width="${width(value)}" height="10" rx="2"/>`
  const mark =
    tick === null ? '' : `<rect class="tick" x="${Math.min(BAR_WIDTH - 2, width(tick))}" width="2" height="14" y="-2"/>`
  const svg = `<svg width="${BAR_WIDTH}" height="14" viewBox="0 -2 ${BAR_WIDTH} 14" aria-hidden="true">${shown}${mark}</svg>`
  return cell(String(value ?? -1), `${svg} ${escapeXml(text === '' ? `? → ${tick}` : text)}`)
}

function highest(values: readonly (number | null)[]): number {
  return Math.max(1, ...values.map((value) => value ?? 0))
}
