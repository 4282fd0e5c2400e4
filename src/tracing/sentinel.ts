/** Values that are written to see where they come out. */
import type { TypedLeaf } from '../rendering/typed-leaves.ts'

/** A change of a typed scalar; offsets are those of its file. */
export interface LeafChange {
  readonly leaf: TypedLeaf
  readonly start: number
  readonly end: number
  readonly text: string
}

/** All sentinels are six digits that begin so. */
const SENTINEL = /71\d{4}/g

/** The change that makes a scalar carry a number (0…9999) and stay of its kind; null where none can stand. */
export function sentinelChange(leaf: TypedLeaf, number: number): LeafChange | null {
  const digits = `71${String(number).padStart(4, '0')}`
  const { style, text, location, value } = leaf.node
  const { start, end } = location.span
  if (value === null || typeof value === 'boolean' || start === end) return null
  if (style === 'literal' || style === 'folded') {
    const written = location.file.text.slice(start, end).trimEnd()
    return written.includes('\n')
      ? { leaf, start: start + written.length, end: start + written.length, text: ` ${digits}` }
      : null
  }
  const unit = /^\d+(?:\.\d+)?([mkMGT]|[KMGT]i|[smh]|%)?$/.exec(text.value)
  const written = unit === null ? null : `${digits}${unit[1] ?? ''}`
  const inner = style === 'plain' ? { start, end } : { start: start + 1, end: end - 1 }
  if (written !== null) return { leaf, ...inner, text: written }
  return { leaf, start: inner.end, end: inner.end, text: `wl${digits}` }
}

/** Another value of the same kind: true for false, and sentinels for the rest. */
export function otherValue(leaf: TypedLeaf): LeafChange | null {
  const { value, location } = leaf.node
  if (typeof value !== 'boolean') return sentinelChange(leaf, 9999)
  return { leaf, ...location.span, text: String(!value) }
}

/** The numbers of the sentinels in a text, in order, each once. */
export function sentinelsIn(text: string): readonly number[] {
  return [...new Set([...text.matchAll(SENTINEL)].map(([digits]) => Number(digits.slice(2))))]
}

/** The texts of the files with changes applied. */
export function changedTexts(changes: readonly LeafChange[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const ordered = [...changes].sort((a, b) => b.start - a.start)
  for (const { leaf, start, end, text } of ordered) {
    const current = texts.get(leaf.file.path) ?? leaf.file.text
    texts.set(leaf.file.path, current.slice(0, start) + text + current.slice(end))
  }
  return texts
}
