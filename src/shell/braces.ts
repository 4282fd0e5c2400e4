/** Brace expansion as bash does it, before every other expansion: `{a,b}` and `{1..3}`. */

import { derivedText, locateText, type SourcedText, sliceText } from '../source/sourced-text.ts'
import { LimitReached } from './limit-reached.ts'
import { countWork, type Machine } from './machine.ts'
import type { Part, Word } from './syntax.ts'

/** More words than this are not made from one. */
const maximumWords = 1000

/** An unquoted character, or a part that braces cannot look into. */
type Item = { readonly character: string; readonly text: SourcedText } | { readonly part: Part }

/** The words that a word stands for; the word itself when it has no braces. */
export function expandBraces(machine: Machine, word: Word): readonly Word[] {
  const hasBrace = word.parts.some((part) => part.kind === 'literal' && !part.isQuoted && part.text.value.includes('{'))
  if (!hasBrace) return [word]
  const expanded = expandItems(machine, itemize(word.parts))
  return expanded.length === 1 ? [word] : expanded.map((items) => ({ ...word, parts: assemble(items) }))
}

function itemize(parts: readonly Part[]): readonly Item[] {
  return parts.flatMap((part): readonly Item[] => {
    if (part.kind !== 'literal' || part.isQuoted) return [{ part }]
    return [...part.text.value].length === part.text.value.length
      ? Array.from(part.text.value, (character, i) => ({ character, text: sliceText(part.text, i, i + 1) }))
      : [{ part }]
  })
}

function assemble(items: readonly Item[]): readonly Part[] {
  return items.map((item) => ('part' in item ? item.part : { kind: 'literal', text: item.text, isQuoted: false }))
}

function characterAt(items: readonly Item[], index: number): string | null {
  const item = items[index]
  return item !== undefined && 'character' in item ? item.character : null
}

function expandItems(machine: Machine, items: readonly Item[]): readonly (readonly Item[])[] {
  countWork(machine, items.length, undefined)
  for (let start = 0; start < items.length; start++) {
    if (characterAt(items, start) !== '{') continue
    const found = findGroup(items, start)
    if (found === null) continue
    const choices =
      found.commas.length > 0 ? listChoices(machine, items, start, found) : sequence(items, start, found.end)
    if (choices === null) continue
    const tails = expandItems(machine, items.slice(found.end + 1))
    const before = items.slice(0, start)
    if (choices.length * tails.length > maximumWords) {
      throw new LimitReached(`braces make more than ${maximumWords} words`, undefined)
    }
    return choices.flatMap((choice) => tails.map((tail) => [...before, ...choice, ...tail]))
  }
  return [items]
}

interface Group {
  readonly end: number
  readonly commas: readonly number[]
}

function findGroup(items: readonly Item[], start: number): Group | null {
  const commas: number[] = []
  let depth = 0
  for (let i = start; i < items.length; i++) {
    const character = characterAt(items, i)
    if (character === '{') depth++
    else if (character === ',' && depth === 1) commas.push(i)
    else if (character === '}' && --depth === 0) return { end: i, commas }
  }
  return null
}

function listChoices(
  machine: Machine,
  items: readonly Item[],
  start: number,
  group: Group,
): readonly (readonly Item[])[] {
  const bounds = [start, ...group.commas, group.end]
  return bounds.slice(1).flatMap((end, i) => expandItems(machine, items.slice((bounds[i] ?? 0) + 1, end)))
}

function sequence(items: readonly Item[], start: number, end: number): readonly (readonly Item[])[] | null {
  const inside = items.slice(start + 1, end)
  const text = inside.map((item) => ('character' in item ? item.character : '\0')).join('')
  const first = inside.find((item) => 'character' in item)
  const at = first !== undefined && 'character' in first ? locateText(first.text) : undefined
  const values = numbers(text) ?? letters(text)
  return values === null
    ? null
    : values.map((value) => [{ part: { kind: 'literal', text: derivedText(value, at), isQuoted: true } }])
}

function numbers(text: string): readonly string[] | null {
  const found = /^(-?\d{1,9})\.\.(-?\d{1,9})(?:\.\.(-?\d{1,9}))?$/.exec(text)
  if (found === null) return null
  const [, from = '', to = '', by] = found
  const isPadded = /^-?0\d/.test(from) || /^-?0\d/.test(to)
  const width = isPadded ? Math.max(from.length, to.length) : 0
  return count(Number(from), Number(to), Number(by ?? 1)).map((value) => pad(value, width))
}

function pad(value: number, width: number): string {
  const digits = String(Math.abs(value))
  return value < 0 ? `-${digits.padStart(width - 1, '0')}` : digits.padStart(width, '0')
}

function letters(text: string): readonly string[] | null {
  const found = /^([A-Za-z])\.\.([A-Za-z])(?:\.\.(-?\d{1,9}))?$/.exec(text)
  if (found === null) return null
  const [, from = '', to = '', by] = found
  return count(from.charCodeAt(0), to.charCodeAt(0), Number(by ?? 1)).map((code) => String.fromCharCode(code))
}

function count(from: number, to: number, by: number): readonly number[] {
  const step = Math.abs(by) || 1
  const length = Math.floor(Math.abs(to - from) / step) + 1
  if (length > maximumWords) throw new LimitReached(`braces make more than ${maximumWords} words`, undefined)
  return Array.from({ length }, (_, i) => from + (to < from ? -i : i) * step)
}
