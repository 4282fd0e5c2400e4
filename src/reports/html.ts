/** `--format html`: one self-contained page that loads nothing, for people and for printing. */
import { createHash } from 'node:crypto'
import { escapeXml } from './escape-xml.ts'
import type { Formatter } from './formatter.ts'
import { fleetCharts } from './html-charts.ts'
import { fleetRows } from './html-fleet.ts'
import { fleetTable } from './html-fleet-table.ts'
import { firstSteps, pageHeader } from './html-header.ts'
import { problemSections, suppressedSection, unresolvedSection } from './html-notes.ts'
import { fleetPages } from './html-pages.ts'
import { PAGE_SCRIPT } from './html-script.ts'
import { PAGE_STYLE } from './html-style.ts'
import { workloadPages } from './html-workload.ts'

const NOTHING = '<p>No container runs a server that workerlint knows.</p>'

/** The page: counts, first steps, the fleet as charts and as a table, what was left out, then a page for every workload. */
export const formatHtml: Formatter = (report, presentation) => {
  const pages = fleetPages(fleetRows(report, presentation))
  const body = [
    '<a class="skip" href="#containers">Skip to the containers</a>',
    pageHeader(report),
    '<main>',
    '<div id="overview">',
    firstSteps(pages),
    fleetCharts(pages),
    pages.length === 0 ? NOTHING : fleetTable(pages),
    unresolvedSection(report),
    suppressedSection(report),
    problemSections(report),
    '</div>',
    workloadPages(pages, presentation),
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

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
