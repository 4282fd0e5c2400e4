/** The fleet at a glance: workers against CPU, and memory need against the limit. */
import { formatMillicores, MEBIBYTE } from '../units/format.ts'
import { memoryText } from './html-bar.ts'
import type { FleetRow } from './html-fleet.ts'
import { mark } from './html-mark.ts'
import { type FleetPage, STANDINGS } from './html-pages.ts'
import { type Chart, type ChartPoint, scatterSvg, type Tick } from './html-scatter.ts'

/** Both charts, each when there is something to draw. */
export function fleetCharts(pages: readonly FleetPage[]): string {
  const figures = [workersFigure(pages), memoryFigure(pages)].filter((figure) => figure !== '')
  if (figures.length === 0) return ''
  const shown = STANDINGS.filter((standing) => pages.some(({ rows }) => rows.some((row) => row.severity === standing)))
  const legend = shown.map((standing) => `<li>${mark(standing)} ${standing}</li>`).join('')
  return [
    '<section aria-labelledby="charts">',
    '<h2 id="charts">Fleet</h2>',
    `<ul class="legend">${legend}</ul>`,
    `<div class="charts">${figures.join('\n')}</div>`,
    '</section>',
  ].join('\n')
}

function workersFigure(pages: readonly FleetPage[]): string {
  const points = pointsOf(pages, ({ cpuMillicores: x, processes: y, wanted }) =>
    x === null || y === null || x <= 0 || y <= 0
      ? null
      : { x, y, wanted, text: `${y} workers on ${formatMillicores(x)} CPU` },
  )
  if (points.length === 0) return ''
  const tooMany = points.filter(({ y, wanted }) => wanted !== null && wanted < y).length
  const chart: Chart = {
    title: 'Workers and the CPU they share',
    across: 'CPU',
    up: 'workers',
    ticksAcross: powers(
      points.map(({ x }) => x),
      { first: 125, text: formatMillicores },
    ),
    ticksUp: powers(
      points.flatMap(({ y, wanted }) => [y, wanted ?? y]),
      { first: 1, text: String },
    ),
    line: (x) => x / 1000,
    points,
  }
  const sum = `${countText(points.length)}; ${tooMany} ${tooMany === 1 ? 'has' : 'have'} more workers than wanted. The dashed line is one worker a core; a stem leads to the number wanted.`
  return figure(chart, sum)
}

function memoryFigure(pages: readonly FleetPage[]): string {
  const points = pointsOf(pages, ({ memoryBytes: x, memoryNeedBytes: y }) =>
    x === null || y === null || x <= 0 || y <= 0
      ? null
      : { x, y, wanted: null, text: `need ${memoryText(y)}, limit ${memoryText(x)}` },
  )
  if (points.length === 0) return ''
  const over = points.filter(({ x, y }) => y > x).length
  const text = (bytes: number) => memoryText(bytes)
  const first = 64 * MEBIBYTE
  const ends = points.flatMap(({ x, y }) => [x, y])
  const chart: Chart = {
    title: 'Memory need and limit',
    across: 'memory limit',
    up: 'memory need',
    ticksAcross: powers(ends, { first, text }),
    ticksUp: powers(ends, { first, text }),
    line: (x) => x,
    points,
  }
  const sum = `${countText(points.length)}; ${over} ${over === 1 ? 'needs' : 'need'} more than the limit, above the dashed line.`
  return figure(chart, sum)
}

function figure(chart: Chart, sum: string): string {
  return `<figure class="panel"><h3>${chart.title}</h3>\n${scatterSvg(chart)}\n<figcaption>${sum}</figcaption></figure>`
}

function countText(count: number): string {
  return count === 1 ? '1 container' : `${count} containers`
}

type Placed = Pick<ChartPoint, 'x' | 'y' | 'wanted'> & { readonly text: string }

function pointsOf(pages: readonly FleetPage[], place: (row: FleetRow) => Placed | null): readonly ChartPoint[] {
  return pages.flatMap((page) =>
    page.rows.flatMap((row) => {
      const placed = place(row)
      if (placed === null) return []
      const { text, ...at } = placed
      return [{ ...at, severity: row.severity, page: page.id, label: `${row.title}, ${row.container}: ${text}` }]
    }),
  )
}

/** Powers of two times `first` that reach from below the lowest amount to above the highest; every second one when they are many. */
function powers(
  amounts: readonly number[],
  { first, text }: { readonly first: number; readonly text: (amount: number) => string },
): readonly Tick[] {
  const steps = amounts.map((amount) => Math.log2(amount / first))
  const low = Math.floor(steps.reduce((least, step) => Math.min(least, step), 0))
  const high = Math.ceil(steps.reduce((most, step) => Math.max(most, step), 1) + 0.01)
  const stride = Math.ceil((high - low) / MOST_TICKS)
  const count = Math.ceil((high - low) / stride)
  return Array.from({ length: count + 1 }, (_, index) => first * 2 ** (low + index * stride)).map((at) => ({
    at,
    text: text(at),
  }))
}

const MOST_TICKS = 7
