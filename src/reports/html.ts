/** `--format html`: one self-contained page that loads nothing, for people and for printing. */
import { createHash } from 'node:crypto'
import { escapeXml } from './escape-xml.ts'
import type { Formatter } from './formatter.ts'
import { fleetRows } from './html-fleet.ts'
import { fleetTable } from './html-fleet-table.ts'
import { problemSections, suppressedSection, unresolvedSection } from './html-notes.ts'
import { PAGE_SCRIPT } from './html-script.ts'
import { PAGE_STYLE } from './html-style.ts'
import { workloadSections } from './html-workload.ts'
import type { JsonReport } from './json-report.ts'

/** The page: counts, the fleet, a section for every workload with findings, then what was left out. */
export const formatHtml: Formatter = (report, presentation) => {
  const rows = fleetRows(report, presentation.containers)
  const body = [
    header(report),
    '<main>',
    fleetTable(rows),
    workloadSections(report, rows, presentation),
    unresolvedSection(report),
    suppressedSection(report),
    problemSections(report),
    '</main>',
    `<footer><p>${escapeXml(`${report.tool.name} ${report.tool.version}`)}</p></footer>`,
  ]
  return `${[head(), '<body>', ...body, `<script>${PAGE_SCRIPT}</script>`, '</body>', '</html>'].filter((part) => part !== '').join('\n')}\n`
}

/** Only our own style and script may run, and nothing may be loaded. https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function head(): string {
  const policy = [
    "default-src 'none'",
    `style-src '${hash(PAGE_STYLE)}'`,
    `script-src '${hash(PAGE_SCRIPT)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<title>workerlint report</title>',
    `<style>${PAGE_STYLE}</style>`,
    '</head>',
  ].join('\n')
}

function header({ summary }: JsonReport): string {
  const { error, warning, info } = summary.findings
  const tile = (severity: string, count: number, name: string) =>
    `<li class="tile ${severity}"><strong>${count}</strong> ${name}${count === 1 || name === 'info' ? '' : 's'}</li>`
  const tiles =
    error + warning + info === 0
      ? '<li class="tile clean"><strong>0</strong> findings</li>'
      : [tile('error', error, 'error'), tile('warning', warning, 'warning'), tile('info', info, 'info')].join('')
  const looked = `Checked: files ${summary.files}, containers ${summary.containers}, processes ${summary.processes}. Suppressed ${summary.suppressed}, not resolved ${summary.unresolved}.`
  return `<header><h1>workerlint</h1><ul class="tiles">${tiles}</ul><p>${looked}</p></header>`
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
