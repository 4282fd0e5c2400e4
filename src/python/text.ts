/** Python's `str` and `repr` of a value, its truth and its equality. */
import type { State } from './state.ts'
import { asNumber, isCompound, keyOf, type Result, unite, type Value } from './values.ts'

/** `str(value)`; null when a part is not known or the text depends on the process. */
export function toText(state: State, value: Value): string | null {
  if (typeof value === 'string') return value
  return isCompound(value) && value.kind === 'exception' ? value.message : toRepresentation(state, value)
}

/** `repr(value)`; null when a part is not known. */
export function toRepresentation(state: State, value: Value, depth = 0): string | null {
  if (value === null) return 'None'
  switch (typeof value) {
    case 'boolean':
      return value ? 'True' : 'False'
    case 'bigint':
      return String(value)
    case 'number':
      return floatText(value)
    case 'string':
      return quote(value)
  }
  if (depth > 20) return null
  switch (value.kind) {
    case 'bytes':
      return `b${quote(value.value)}`
    case 'tuple': {
      const items = itemTexts(state, value.items, depth)
      return items === null ? null : items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`
    }
    case 'list':
    case 'set':
    case 'dict':
      return objectText(state, value.id, depth)
    case 'range':
      return value.step === 1n
        ? `range(${value.start}, ${value.stop})`
        : `range(${value.start}, ${value.stop}, ${value.step})`
    case 'exception':
      return `${value.type}(${quote(value.message)})`
    default:
      return null
  }
}

function objectText(state: State, id: number, depth: number): string | null {
  const object = state.heap.get(id)
  if (object === undefined) return null
  if (object.kind === 'dict') {
    const pairs: string[] = []
    for (const { key, value } of object.entries.values()) {
      const [left, right] = [
        toRepresentation(state, key, depth + 1),
        value.known ? toRepresentation(state, value.value, depth + 1) : null,
      ]
      if (left === null || right === null) return null
      pairs.push(`${left}: ${right}`)
    }
    return `{${pairs.join(', ')}}`
  }
  const items = itemTexts(state, object.items, depth)
  if (items === null) return null
  if (object.kind === 'list') return `[${items.join(', ')}]`
  // The order of a set of texts changes from run to run.
  return items.length === 0 ? 'set()' : items.length === 1 ? `{${items[0]}}` : null
}

function itemTexts(state: State, items: readonly Result[], depth: number): readonly string[] | null {
  const texts = items.map((item) => (item.known ? toRepresentation(state, item.value, depth + 1) : null))
  return texts.every((text) => text !== null) ? texts.map((text) => text ?? '') : null
}

function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'"
  const escaped = text.replace(/[\\\n\r\t\x00-\x1f\x7f]/g, (one) => {
    if (one === '\\') return '\\\\'
    if (one === '\n') return '\\n'
    if (one === '\r') return '\\r'
    if (one === '\t') return '\\t'
    return `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`
  })
  return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark
}

/** A float as Python prints it. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf'
  if (Object.is(value, -0)) return '-0.0'
  const magnitude = Math.abs(value)
  if (magnitude !== 0 && (magnitude < 1e-4 || magnitude >= 1e16)) {
    return value.toExponential().replace(/e([-+])(\d)$/, 'e$10$2')
  }
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

/** Is the value true? Null when that is not known. */
export function isTrue(state: State, value: Value): boolean | null {
  if (value === null) return false
  if (typeof value === 'string') return value !== ''
  const number = asNumber(value)
  if (number !== null) return number !== 0n && number !== 0
  if (!isCompound(value)) return null
  switch (value.kind) {
    case 'bytes':
      return value.value !== ''
    case 'tuple':
      return value.items.length > 0
    case 'range':
      return value.step > 0n ? value.start < value.stop : value.start > value.stop
    case 'list':
    case 'set':
    case 'dict': {
      const object = state.heap.get(value.id)
      if (object === undefined) return null
      return (object.kind === 'dict' ? object.entries.size : object.items.length) > 0
    }
    case 'environ':
    case 'namespace':
      return null
    default:
      return true
  }
}

/** `a == b`; null when a part is not known. */
export function isEqual(state: State, a: Value, b: Value, depth = 0): boolean | null {
  const [left, right] = [asNumber(a), asNumber(b)]
  // biome-ignore lint/suspicious/noDoubleEquals: an int equals a float of the same size
  if (left !== null && right !== null) return left == right
  if (!isCompound(a) || !isCompound(b)) return a === b
  if (depth > 20) return null
  if (a.kind !== b.kind) return false
  const items = [itemsOf(state, a), itemsOf(state, b)]
  if (items[0] !== undefined && items[1] !== undefined && a.kind !== 'set')
    return isEqualItems(state, items[0], items[1], depth)
  if ('id' in a && 'id' in b && a.id === b.id) return true
  const [x, y] = [toRepresentation(state, a), toRepresentation(state, b)]
  return x === null || y === null ? null : x === y
}

function itemsOf(state: State, value: Value): readonly Result[] | undefined {
  if (!isCompound(value)) return undefined
  if (value.kind === 'tuple') return value.items
  const object = 'id' in value ? state.heap.get(value.id) : undefined
  return object === undefined || object.kind === 'dict' ? undefined : object.items
}

function isEqualItems(state: State, a: readonly Result[], b: readonly Result[], depth: number): boolean | null {
  if (unite([...a, ...b]) !== null) return null
  if (a.length !== b.length) return false
  for (const [i, left] of a.entries()) {
    const right = b[i]
    if (!left.known || right?.known !== true) return null
    const verdict = isEqual(state, left.value, right.value, depth + 1)
    if (verdict !== true) return verdict
  }
  return true
}

/** Does the key of a value stand in a set of keys? */
export function hasKey(keys: { has: (key: string) => boolean }, value: Value): boolean {
  const key = keyOf(value)
  return key !== null && keys.has(key)
}
