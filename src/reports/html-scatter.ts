/** A chart of points on two logarithmic axes, as SVG that needs no script. */
import { escapeXml } from './escape-xml.ts'
import type { Standing } from './html-fleet.ts'

/** A point; it leads to the page of its workload. */
export interface ChartPoint {
  readonly x: number
  readonly y: number
  /** Where it should be on the vertical axis. */
  readonly wanted: number | null
  readonly severity: Standing
  readonly page: string
  readonly label: string
}

/** A chart; `line` is what the points are measured by. */
export interface Chart {
  readonly title: string
  readonly across: string
  readonly up: string
  /** Amounts that the axes show, in ascending order. */
  readonly ticksAcross: readonly Tick[]
  readonly ticksUp: readonly Tick[]
  readonly line: (x: number) => number
  readonly points: readonly ChartPoint[]
}

/** An amount with its text. */
export interface Tick {
  readonly at: number
  readonly text: string
}

const WIDTH = 440
const HEIGHT = 280
const LEFT = 68
const RIGHT = 12
const TOP = 12
const BOTTOM = 44
const PADDING = 8
const LINE_STEPS = 24

/** The drawing. All it shows stands in the table as well, so readers of the screen are spared the points. */
export function scatterSvg(chart: Chart): string {
  const across = scale(chart.ticksAcross, LEFT + PADDING, WIDTH - RIGHT - PADDING)
  const up = scale(chart.ticksUp, HEIGHT - BOTTOM - PADDING, TOP + PADDING)
  const grid = [
    ...chart.ticksAcross.map(({ at, text }) => {
      const x = across(at)
      return `<line class="grid" x1="${x}" y1="${TOP}" x2="${x}" y2="${HEIGHT - BOTTOM}"/><text x="${x}" y="${HEIGHT - BOTTOM + 14}" text-anchor="middle">${text}</text>`
    }),
    ...chart.ticksUp.map(({ at, text }) => {
      const y = up(at)
      return `<line class="grid" x1="${LEFT}" y1="${y}" x2="${WIDTH - RIGHT}" y2="${y}"/><text x="${LEFT - 6}" y="${y + 4}" text-anchor="end">${text}</text>`
    }),
  ]
  const titles = [
    `<text class="axis" x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 8}" text-anchor="middle">${chart.across}</text>`,
    `<text class="axis" transform="translate(14 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${chart.up}</text>`,
  ]
  const heaviestLast = [...chart.points].sort((a, b) => DRAWN.indexOf(a.severity) - DRAWN.indexOf(b.severity))
  return [
    `<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">`,
    ...grid,
    ...titles,
    measure(chart, across, up),
    ...heaviestLast.map((point) => stemSvg(point, across, up)),
    ...heaviestLast.map((point) => pointSvg(point, across, up)),
    '</svg>',
  ].join('\n')
}

const DRAWN: readonly Standing[] = ['clean', 'unknown', 'info', 'warning', 'error']

type Scale = (amount: number) => number

/** Logarithmic between the outermost ticks; what lies beyond is drawn at the edge. */
function scale(ticks: readonly Tick[], from: number, to: number): Scale {
  const low = Math.log2(ticks[0]?.at ?? 1)
  const high = Math.log2(ticks.at(-1)?.at ?? 2)
  return (amount) => {
    const share = (Math.log2(Math.max(amount, Number.MIN_VALUE)) - low) / Math.max(high - low, 1)
    return Math.round((from + Math.min(1, Math.max(0, share)) * (to - from)) * 10) / 10
  }
}

function measure({ line, ticksAcross, ticksUp }: Chart, across: Scale, up: Scale): string {
  const low = ticksAcross[0]?.at ?? 1
  const high = ticksAcross.at(-1)?.at ?? 2
  const floor = ticksUp[0]?.at ?? 1
  const ceiling = ticksUp.at(-1)?.at ?? 2
  const steps = Array.from({ length: LINE_STEPS + 1 }, (_, step) => low * (high / low) ** (step / LINE_STEPS))
  const inside = steps.filter((x) => line(x) >= floor && line(x) <= ceiling)
  return inside.length < 2
    ? ''
    : `<polyline class="measure" points="${inside.map((x) => `${across(x)},${up(line(x))}`).join(' ')}"/>`
}

/** From a point to where it should be. */
function stemSvg({ x, y, wanted }: ChartPoint, across: Scale, up: Scale): string {
  if (wanted === null || wanted === y) return ''
  return `<path class="stem" d="M${across(x)} ${up(y)}V${up(wanted)}m-4 0h8"/>`
}

function pointSvg({ x, y, severity, page, label }: ChartPoint, across: Scale, up: Scale): string {
  const shape = SHAPES[severity](across(x), up(y))
  return `<a href="#${page}" tabindex="-1"><title>${escapeXml(label)}</title><path class="point ${severity}" d="${shape}"/></a>`
}

/** Shapes around a centre, the same as those of the marks. */
const SHAPES: Readonly<Record<Standing, (x: number, y: number) => string>> = {
  error: (x, y) => `M${x} ${y - 6}l6 6l-6 6l-6 -6z`,
  warning: (x, y) => `M${x} ${y - 6}l6 10h-12z`,
  info: (x, y) => `M${x - 4.5} ${y - 4.5}h9v9h-9z`,
  clean: circle,
  unknown: circle,
}

function circle(x: number, y: number): string {
  return `M${x - 4.5} ${y}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z`
}
