/** The history a dashboard keeps in its own marker. */

import type { JsonFinding } from '../reports/json-report.ts'
import { code, details, table } from '../reports/markdown-text.ts'
import { largestOf } from '../source/lists.ts'
import { byteLength } from './byte-budget.ts'
import { isObject, numberAt, stringAt } from './json-value.ts'
import { maxTrendBytes, maxTrendPoints } from './limits.ts'
import { countSeverities } from './select-findings.ts'

/** One run: the day (`2026-11-22`), the first seven digits of the commit, and the findings. */
export interface TrendPoint {
  readonly date: string
  readonly sha: string
  readonly error: number
  readonly warning: number
  readonly info: number
}

/** Reads the points of a marker; whatever is not one is left out, for anybody with write access can edit an issue. */
export function readTrend(values: readonly unknown[]): readonly TrendPoint[] {
  return values.slice(-maxTrendPoints).flatMap((value) => readPoint(value) ?? [])
}

/** The point of this run. `at` is in milliseconds since 1970. */
export function trendPoint(findings: readonly JsonFinding[], at: number, sha: string): TrendPoint {
  return { date: new Date(at).toISOString().slice(0, 10), sha: sha.slice(0, 7), ...countSeverities(findings) }
}

/** Adds a point and forgets the oldest ones beyond the limits. */
export function extendTrend(points: readonly TrendPoint[], point: TrendPoint): readonly TrendPoint[] {
  let kept = [...points, point].slice(-maxTrendPoints)
  while (kept.length > 1 && byteLength(JSON.stringify(kept)) > maxTrendBytes) kept = kept.slice(1)
  return kept
}

/** The last runs as a small chart, one row of bars a severity, with the runs themselves folded; empty with fewer than two points. */
export function trendText(points: readonly TrendPoint[]): string {
  const [first, last] = [points[0], points.at(-1)]
  if (points.length < 2 || first === undefined || last === undefined) return ''
  const chart = (['error', 'warning', 'info'] as const).map((severity) => {
    const counts = points.map((point) => point[severity])
    return [`${severity}s`, code(sparkline(counts)), String(counts[0] ?? 0), String(counts.at(-1) ?? 0)]
  })
  const runs = points
    .slice(-shownRows)
    .map((point) => [point.date, code(point.sha), String(point.error), String(point.warning), String(point.info)])
  return [
    `**Trend** ${sparkline(points.map(total))} over ${points.length} runs`,
    '',
    table(['', 'runs', first.date, last.date], chart),
    '',
    details('The last runs', table(['day', 'commit', 'errors', 'warnings', 'infos'], runs)),
  ].join('\n')
}

/** Numbers as bars of eight heights. */
export function sparkline(values: readonly number[]): string {
  const highest = Math.max(1, largestOf(values))
  return values
    .map((value) => bars[Math.min(bars.length - 1, Math.round((value / highest) * (bars.length - 1)))])
    .join('')
}

const bars = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const
const shownRows = 10

function total(point: TrendPoint): number {
  return point.error + point.warning + point.info
}

function readPoint(value: unknown): TrendPoint | null {
  const date = stringAt(value, 'date')
  const sha = stringAt(value, 'sha')
  const counts = ['error', 'warning', 'info'].map((key) => numberAt(value, key))
  const [error, warning, info] = counts
  if (
    !isObject(value) ||
    date === null ||
    sha === null ||
    !/^\d{4}-\d{2}-\d{2}$/.test(date) ||
    !/^[0-9a-f]{0,7}$/.test(sha)
  )
    return null
  if (!isCount(error) || !isCount(warning) || !isCount(info)) return null
  return { date, sha, error, warning, info }
}

function isCount(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1e9
}
