/** Literals of strings and displays of lists, tuples, sets and dicts. */

import type { SyntaxNode } from '@lezer/common'
import { appendAll } from '../source/lists.ts'
import { childrenOf, evaluate, notFollowed, operands } from './expressions.ts'
import { formatReplacement } from './format-strings.ts'
import { iterate } from './iteration.ts'
import { decodeEscapes, parseString } from './literals.ts'
import { allocate, countWork, type Machine, placeOf, type State, textOf } from './state.ts'
import { type Entry, isCompound, keyOf, known, open, originOf, type Result, unite } from './values.ts'

/** Each value once. */
export function unique(items: readonly Result[]): readonly Result[] {
  const seen = new Set<string>()
  return items.filter((item) => {
    const key = item.known ? keyOf(item.value) : null
    if (key === null) return true
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The elements between brackets, with `*spread` ones taken in. */
export function evaluateItems(machine: Machine, state: State, node: SyntaxNode): readonly Result[] {
  const items: Result[] = []
  let isSpread = false
  for (const child of childrenOf(node)) {
    if (child.name === '*') isSpread = true
    else if (/^[A-Z]/.test(child.name) && child.name !== 'Comment') {
      const value = evaluate(machine, state, child)
      const spread = isSpread ? iterate(machine, state, value) : null
      if (spread !== null) appendAll(items, spread)
      else items.push(isSpread ? open('the elements are not known', placeOf(machine, child)) : value)
      isSpread = false
    }
  }
  return items
}

/** A dict display. */
export function evaluateDict(machine: Machine, state: State, node: SyntaxNode): Result {
  const entries = new Map<string, Entry>()
  const children = operands(node).filter((child) => child.name !== 'Comment')
  let isSpread = false
  let key: SyntaxNode | null = null
  for (const child of childrenOf(node)) {
    if (child.name === '**') isSpread = true
    else if (!children.some((one) => one.from === child.from && one.to === child.to)) continue
    else if (isSpread) {
      const value = evaluate(machine, state, child)
      const object =
        value.known && isCompound(value.value) && value.value.kind === 'dict'
          ? state.heap.get(value.value.id)
          : undefined
      if (object?.kind !== 'dict') return notFollowed(machine, node)
      for (const [name, entry] of object.entries) entries.set(name, entry)
      isSpread = false
    } else if (key === null) key = child
    else {
      const name = evaluate(machine, state, key)
      const text = name.known ? keyOf(name.value) : null
      if (text === null || !name.known) return notFollowed(machine, node)
      entries.set(text, { key: name.value, value: evaluate(machine, state, child) })
      key = null
    }
  }
  return known(allocate(machine, state, { kind: 'dict', entries }))
}

/** The value of one string literal. */
export function stringValue(machine: Machine, state: State, node: SyntaxNode): Result {
  const text = textOf(machine, node)
  const literal = parseString(text)
  if (literal === null) return notFollowed(machine, node)
  const isRaw = literal.prefix.includes('r')
  const decode = (raw: string): string => (isRaw ? raw : decodeEscapes(raw)).replaceAll('\r\n', '\n')
  const replacements = childrenOf(node).filter((child) => child.name === 'FormatReplacement')
  if (literal.prefix.includes('b'))
    return known({ kind: 'bytes', value: decode(text.slice(literal.start, literal.end)) })
  if (!literal.prefix.includes('f')) return known(decode(text.slice(literal.start, literal.end)))
  const parts: Result[] = []
  let run = node.from + literal.start
  for (const replacement of replacements) {
    parts.push(
      known(decode(machine.text.value.slice(run, replacement.from)).replaceAll('{{', '{').replaceAll('}}', '}')),
    )
    parts.push(formatReplacement(machine, state, replacement))
    run = replacement.to
  }
  parts.push(
    known(
      decode(machine.text.value.slice(run, node.from + literal.end))
        .replaceAll('{{', '{')
        .replaceAll('}}', '}'),
    ),
  )
  return joinStrings(machine, node, parts)
}

/** Adjacent literals, and the parts of an f-string, as one string. */
export function joinStrings(machine: Machine, node: SyntaxNode, parts: readonly Result[]): Result {
  const reason = unite(parts)
  if (reason !== null) return reason
  let text = ''
  for (const part of parts) {
    if (!part.known) return part
    if (typeof part.value === 'string') text += part.value
    else
      return isCompound(part.value) && part.value.kind === 'bytes' && parts.length === 1
        ? part
        : notFollowed(machine, node)
  }
  countWork(machine, text.length)
  return known(text, originOf(parts))
}
