/** The page of a workload: its figures, what it runs, its findings and its plan. */
import { formatMillicores } from '../units/format.ts'
import { escapeXml } from './escape-xml.ts'
import type { Presentation } from './formatter.ts'
import { memoryText } from './html-bar.ts'
import { commandTree } from './html-command-tree.ts'
import { findingArticle } from './html-finding.ts'
import type { FleetRow } from './html-fleet.ts'
import { spokenMark } from './html-mark.ts'
import { type FleetPage, STANDINGS } from './html-pages.ts'
import { planSections } from './html-plan.ts'
import type { JsonAmounts } from './inspect-json.ts'

/** The pages, one after the other; a script shows one at a time. */
export function workloadPages(pages: readonly FleetPage[], presentation: Presentation): string {
  return pages.map((page, index) => section(page, [pages[index - 1], pages[index + 1]], presentation)).join('\n')
}

/** The `id` of a finding of a page. */
export function findingId(page: FleetPage, row: number, index: number): string {
  return `${page.id}-${row + 1}-${index + 1}`
}

type Neighbours = readonly [FleetPage | undefined, FleetPage | undefined]

function section(page: FleetPage, [before, after]: Neighbours, presentation: Presentation): string {
  const way = (to: FleetPage | undefined, word: string) =>
    to === undefined
      ? ''
      : ` <a href="#${to.id}">${word}<span class="spoken"> workload: ${escapeXml(to.title)}</span></a>`
  return [
    `<section class="page" id="${page.id}" aria-labelledby="${page.id}-title">`,
    `<nav aria-label="Workloads around ${page.id}"><a href="#overview">All workloads</a>${way(before, 'Previous')}${way(after, 'Next')}</nav>`,
    `<h2 id="${page.id}-title" tabindex="-1">${spokenMark(page.severity)}${escapeXml(page.title)}</h2>`,
    `<p class="place"><code>${escapeXml(page.file)}</code></p>`,
    ...page.rows.map((row, index) => container(row, { page, index }, presentation)),
    '</section>',
  ].join('\n')
}

function container(
  row: FleetRow,
  { page, index }: { readonly page: FleetPage; readonly index: number },
  presentation: Presentation,
): string {
  const articles = row.findings
    .map((finding, at) => ({ finding, id: findingId(page, index, at) }))
    .sort((a, b) => STANDINGS.indexOf(a.finding.severity) - STANDINGS.indexOf(b.finding.severity))
    .map(({ finding, id }) => findingArticle(finding, id, presentation))
  return [
    row.container === '' ? '' : `<h3>Container ${escapeXml(row.container)}</h3>`,
    facts(row),
    row.inspected === null ? '' : `<h4>What it runs</h4>\n${commandTree(row.inspected)}`,
    articles.length === 0 ? '<p class="place">No findings.</p>' : `<h4>Findings</h4>\n${articles.join('\n')}`,
    row.plans.length === 0 ? '' : `<h4>Plan</h4>\n${planSections(row.plans)}`,
  ]
    .filter((part) => part !== '')
    .join('\n')
}

function facts({ inspected, memoryNeedBytes }: FleetRow): string {
  if (inspected === null) return ''
  const { replicas, resources } = inspected
  const { min, max, source } = replicas
  const count = min === max ? `${max ?? 'unknown'}` : `${min ?? 'unknown'}–${max ?? 'unknown'}`
  const entries = [
    ['Replicas', `${count} (${source})`],
    [
      'CPU',
      amountsText(resources, (amounts) =>
        amounts.cpuMillicores === null ? null : formatMillicores(amounts.cpuMillicores),
      ),
    ],
    [
      'Memory',
      amountsText(resources, (amounts) => (amounts.memoryBytes === null ? null : memoryText(amounts.memoryBytes))),
    ],
    ...(memoryNeedBytes === null ? [] : [['Memory need', memoryText(memoryNeedBytes)]]),
  ]
  const items = entries.map(([name = '', value = '']) => `<div><dt>${name}</dt><dd>${escapeXml(value)}</dd></div>`)
  return `<dl class="facts">${items.join('')}</dl>`
}

function amountsText(
  { requests, limits }: { readonly requests: JsonAmounts; readonly limits: JsonAmounts },
  textOf: (amounts: JsonAmounts) => string | null,
): string {
  return `request ${textOf(requests) ?? 'none'}, limit ${textOf(limits) ?? 'none'}`
}
