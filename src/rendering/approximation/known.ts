/** Values of a template that may be unknown. */

import { stringify } from 'yaml'
import { appendAll } from '../../source/lists.ts'

/** What nobody can know without helm. */
export const UNKNOWN = Symbol('unknown')

/** The template refuses the values, as helm would: nothing of the chart is rendered. */
export class ChartRefusal extends Error {
  override readonly name = 'ChartRefusal'
}

/** Values with more parts than this, and longer texts, are not looked through: a template can double them at will. */
const MOST_PARTS = 20_000
const LONGEST_TEXT = 1_000_000

/** Is a value known with all that it holds? */
export function isKnown(value: unknown): boolean {
  const left: unknown[] = [value]
  for (let count = 0; left.length > 0; count++) {
    const part = left.pop()
    if (count > MOST_PARTS || part === UNKNOWN) return false
    if (typeof part === 'string' && part.length > LONGEST_TEXT) return false
    if (typeof part === 'object' && part !== null) appendAll(left, Object.values(part).slice(0, MOST_PARTS))
  }
  return true
}

/** What `if` makes of a value. https://pkg.go.dev/text/template#hdr-Actions */
export function isTrue(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === 0 || value === '') return false
  return typeof value !== 'object' || Object.keys(value).length > 0
}

/** A field of a map; a missing one is nil. */
export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return UNKNOWN
  return Object.hasOwn(value, name) ? Object.entries(value).find(([key]) => key === name)?.[1] : null
}

/** Numbers of values files are floats, which templates print with an exponent from here on. https://github.com/helm/helm/issues/1707 */
const LARGEST_PLAIN = 1_000_000

/** The text that an action writes; {@link UNKNOWN} for what prints in a form of Go's own. */
export function printed(value: unknown): string | typeof UNKNOWN {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'boolean') return String(value)
  if (typeof value === 'number' && Math.abs(value) < LARGEST_PLAIN && /^-?\d+(\.\d+)?$/.test(String(value)))
    return String(value)
  return UNKNOWN
}

/** A value as `toYaml` writes it. */
export function yamlText(value: unknown): string {
  return stringify(value ?? null, { sortMapEntries: true, lineWidth: 0, version: '1.1' }).trimEnd()
}
