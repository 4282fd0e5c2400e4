/** The fleet as a table with bars; it sorts and filters when scripts run, and reads as well without. */
import { formatMillicores } from '../units/format.ts'
import { escapeXml } from './escape-xml.ts'
import { barSvg, memoryText } from './html-bar.ts'
import type { FleetRow } from './html-fleet.ts'
import { mark, spokenMark } from './html-mark.ts'
import { type FleetPage, STANDINGS } from './html-pages.ts'

const COLUMNS = ['Workload', 'Container', 'Program', 'Workers', 'CPU', 'Memory need', 'Findings'] as const
const FINDINGS_A_STANDING = 10_000

/** The table; bars share one scale per column. */
export function fleetTable(pages: readonly FleetPage[]): string {
  const rows = pages.flatMap((page) => page.rows.map((row) => ({ row, page })))
  const scale: Scale = {
    processes: highest(rows.flatMap(({ row }) => [row.processes, row.wanted])),
    cpu: highest(rows.map(({ row }) => row.cpuMillicores)),
    memory: highest(rows.flatMap(({ row }) => [row.memoryBytes, row.memoryNeedBytes])),
  }
  const head = COLUMNS.map((name) => `<th scope="col"><button type="button" class="sort">${name}</button></th>`)
  const boxes = STANDINGS.filter((standing) => rows.some(({ row }) => row.severity === standing)).map(
    (standing) =>
      `<label><input type="checkbox" class="severity" value="${standing}" checked> ${mark(standing)} ${standing}</label>`,
  )
  return [
    '<section aria-labelledby="containers">',
    '<h2 id="containers" tabindex="-1">Containers</h2>',
    '<form id="tools" role="search" hidden>',
    '<label>Filter <input type="search" id="filter" placeholder="name, file, program, policy" aria-keyshortcuts="/"></label>',
    `<fieldset><legend>Severity</legend>${boxes.join('')}</fieldset>`,
    '<output id="shown"></output>',
    '</form>',
    '<div class="wide" role="region" aria-label="Table of containers" tabindex="0"><table id="fleet-table">',
    '<caption>A tick at the workers is the number wanted; a tick at the memory is the limit. Memory need is the base and what each worker takes by the assumptions of the configuration.</caption>',
    `<thead><tr>${head.join('')}</tr></thead>`,
    `<tbody>\n${rows.map(({ row, page }) => tableRow(row, page, scale)).join('\n')}\n</tbody>`,
    '</table></div>',
    '</section>',
  ].join('\n')
}

interface Scale {
  readonly processes: number
  readonly cpu: number
  readonly memory: number
}

function tableRow(row: FleetRow, page: FleetPage, scale: Scale): string {
  const { severity, findings, cpuMillicores } = row
  const words = [row.title, row.file, row.container, row.program, ...findings.map(({ policy }) => policy)].join(' ')
  const cells = [
    cell(
      row.title,
      `${spokenMark(severity)}<a href="#${page.id}">${escapeXml(row.title)}</a><br><small>${escapeXml(row.file)}</small>`,
    ),
    cell(row.container, escapeXml(row.container)),
    cell(row.program, escapeXml(row.program)),
    workersCell(row, scale.processes),
    cpuMillicores === null
      ? UNSET
      : cell(
          String(cpuMillicores),
          `${barSvg({ value: cpuMillicores, tick: null, most: scale.cpu, className: 'amount' })} ${formatMillicores(cpuMillicores)}`,
        ),
    memoryCell(row, scale.memory),
    cell(
      String((STANDINGS.length - STANDINGS.indexOf(severity)) * FINDINGS_A_STANDING + findings.length),
      findings.length === 0 ? severity : String(findings.length),
    ),
  ]
  return `<tr data-severity="${severity}" data-page="${page.id}" data-words="${escapeXml(words.toLowerCase())}">${cells.join('')}</tr>`
}

const UNSET = cell('-1', '<span class="unset">–</span>')

function workersCell({ processes, wanted, severity }: FleetRow, most: number): string {
  if (processes === null && wanted === null) return UNSET
  const want =
    wanted === null || wanted === processes
      ? ''
      : ` <span aria-hidden="true">→</span><span class="spoken">, wanted</span> ${wanted}`
  const bar = barSvg({ value: processes, tick: wanted, most, className: severity })
  return cell(String(processes ?? -1), `${bar} ${processes ?? 'unknown'}${want}`)
}

function memoryCell({ memoryNeedBytes: need, memoryBytes: limit }: FleetRow, most: number): string {
  if (need === null && limit === null) return UNSET
  const className = need !== null && limit !== null && need > limit ? 'error' : 'amount'
  const of = limit === null ? ' <small>no limit</small>' : ` <small>of ${memoryText(limit)}</small>`
  const bar = barSvg({ value: need, tick: limit, most, className })
  return cell(String(need ?? -1), `${bar} ${need === null ? '?' : memoryText(need)}${of}`)
}

function cell(sortBy: string, html: string): string {
  return `<td data-sort="${escapeXml(sortBy)}">${html}</td>`
}

function highest(values: readonly (number | null)[]): number {
  return values.reduce<number>((most, value) => Math.max(most, value ?? 0), 1)
}
