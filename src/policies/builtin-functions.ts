/** The functions of CEL itself that bundled policies call. Source: https://github.com/google/cel-spec/blob/v0.25.1/doc/langdef.md#standard-definitions */
import { UNKNOWN } from './tree-values.ts'

/** Functions by name; a receiver is the first of the values, and a value of the wrong type makes the result unknown. */
export const builtinFunctions: ReadonlyMap<string, (...values: readonly unknown[]) => unknown> = new Map([
  ['size', sizeOf],
  ['startsWith', onTexts((text, start) => text.startsWith(start))],
  ['endsWith', onTexts((text, end) => text.endsWith(end))],
  ['contains', onTexts((text, part) => text.includes(part))],
  ['split', onTexts((text, separator) => text.split(separator))],
  ['lowerAscii', (text: unknown) => (typeof text === 'string' ? text.toLowerCase() : UNKNOWN)],
  ['string', textOf],
  ['double', numberOf],
])

function onTexts(operation: (text: string, other: string) => unknown): (...values: readonly unknown[]) => unknown {
  return (text, other) => (typeof text === 'string' && typeof other === 'string' ? operation(text, other) : UNKNOWN)
}

function sizeOf(value: unknown): unknown {
  if (typeof value === 'string') return BigInt([...value].length)
  if (Array.isArray(value)) return BigInt(value.length)
  if (value instanceof Map) return BigInt(value.size)
  return typeof value === 'object' && value !== null ? BigInt(Object.keys(value).length) : UNKNOWN
}

function textOf(value: unknown): unknown {
  if (value === Number.POSITIVE_INFINITY) return '+Inf'
  if (value === Number.NEGATIVE_INFINITY) return '-Inf'
  return typeof value === 'object' ? UNKNOWN : String(value)
}

/** Text that is no number makes the library fail, so a policy asks only what it knows to be one. */
function numberOf(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value)
  if (typeof value !== 'string' || value.trim() === '' || value !== value.trim()) return UNKNOWN
  const number = Number(value)
  return Number.isNaN(number) ? UNKNOWN : number
}
