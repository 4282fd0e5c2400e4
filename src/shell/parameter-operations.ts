/** What `${name…}` does with a value: trimming, replacing, slicing, changing case. */
import { knownText, type ResolvedText } from '../source/resolved.ts'
import { concatText, type SourcedText, sliceText } from '../source/sourced-text.ts'
import { mapText } from './changed-text.ts'
import { expandNumber, expandPattern, expandText, partOf } from './expand.ts'
import { countWork, type Machine } from './machine.ts'
import { isMatch, matchEnds, type Pattern } from './patterns.ts'
import type { State } from './state.ts'
import type { ParameterExpansion, ParameterOperation } from './syntax.ts'
import { unknown, withoutPrefix } from './values.ts'

/** The text after the operation. */
export function changeText(
  machine: Machine,
  state: State,
  text: ResolvedText,
  expansion: ParameterExpansion,
): ResolvedText {
  const { operation } = expansion
  switch (operation.kind) {
    case 'trim':
      return withPattern(machine, state, operation, text, (known, pattern) => trim(machine, known, pattern, operation))
    case 'replace': {
      const replacement = expandText(machine, state, operation.replacement)
      if (!replacement.known)
        return text.known ? unknown(replacement.why, replacement.at, replacement.dependsOn) : withoutPrefix(text)
      return withPattern(machine, state, operation, text, (known, pattern) =>
        replace(machine, known, pattern, { where: operation.where, replacement: replacement.text }),
      )
    }
    case 'changeCase':
      return changeCase(machine, state, text, operation)
    case 'slice':
      return sliceOf(machine, state, text, operation)
    case 'transform':
      return transform(text, operation.letter)
    default:
      return text
  }
}

/** The elements after the operation. */
export function changeList(
  machine: Machine,
  state: State,
  elements: readonly ResolvedText[],
  expansion: ParameterExpansion,
): readonly ResolvedText[] {
  const { operation, name } = expansion
  if (operation.kind !== 'slice') return elements.map((text) => changeText(machine, state, text, expansion))
  const isPositional = name === '@' || name === '*'
  const all = isPositional ? [state.name, ...elements] : elements
  const offset = expandNumber(machine, state, operation.offset)
  const length = operation.length === null ? BigInt(all.length) : expandNumber(machine, state, operation.length)
  const several = all.findIndex((text) => !text.known && text.mayBeSeveral)
  if (offset === null || length === null || (several >= 0 && (offset < 0n || Number(offset) > several)))
    return openList(elements)
  const start = offset < 0n ? all.length + Number(offset) : Number(offset)
  return start < 0 ? [] : all.slice(start, start + Number(length))
}

function openList(elements: readonly ResolvedText[]): readonly ResolvedText[] {
  const text = unknown('which elements are taken is not known', undefined)
  return elements.length === 0 || text.known ? [] : [{ ...text, mayBeSeveral: true }]
}

function withPattern(
  machine: Machine,
  state: State,
  operation: Extract<ParameterOperation, { readonly pattern: unknown }>,
  text: ResolvedText,
  change: (text: SourcedText, pattern: Pattern) => SourcedText,
): ResolvedText {
  const pattern = expandPattern(machine, state, operation.pattern)
  if (!text.known) return withoutPrefix(text)
  return 'known' in pattern ? withoutPrefix(pattern) : knownText(change(text.text, pattern))
}

function trim(
  machine: Machine,
  text: SourcedText,
  pattern: Pattern,
  { side, isLongest }: Extract<ParameterOperation, { kind: 'trim' }>,
): SourcedText {
  const { value } = text
  if (side === 'start') {
    countWork(machine, value.length * (pattern.length + 1), undefined)
    const ends = matchEnds(pattern, value, 0)
    const end = isLongest ? ends.at(-1) : ends[0]
    return end === undefined ? text : sliceText(text, end, value.length)
  }
  for (let i = 0; i <= value.length; i++) {
    const start = isLongest ? i : value.length - i
    countWork(machine, (value.length - start) * (pattern.length + 1), undefined)
    if (isMatch(pattern, value.slice(start))) return sliceText(text, 0, start)
  }
  return text
}

interface Replacement {
  readonly where: Extract<ParameterOperation, { kind: 'replace' }>['where']
  readonly replacement: SourcedText
}

function replace(
  machine: Machine,
  text: SourcedText,
  pattern: Pattern,
  { where, replacement }: Replacement,
): SourcedText {
  const { value } = text
  const pieces: SourcedText[] = []
  let run = 0
  if (pattern.length === 0)
    return where === 'start'
      ? concatText([replacement, text])
      : where === 'end'
        ? concatText([text, replacement])
        : text
  for (let at = 0; at < value.length || (at === 0 && value === ''); ) {
    countWork(machine, (value.length - at + 1) * (pattern.length + 1), undefined)
    const ends = matchEnds(pattern, value, at)
    const end = where === 'end' ? ends.find((one) => one === value.length) : ends.at(-1)
    if (end === undefined || (end === at && value !== '')) {
      if (where === 'start') return text
      at++
      continue
    }
    pieces.push(sliceText(text, run, at), replacement)
    countWork(machine, replacement.value.length, undefined)
    run = end
    at = Math.max(end, at + 1)
    if (where !== 'all') break
  }
  pieces.push(sliceText(text, run, value.length))
  return concatText(pieces)
}

function changeCase(
  machine: Machine,
  state: State,
  text: ResolvedText,
  { how, all, pattern: word }: Extract<ParameterOperation, { kind: 'changeCase' }>,
): ResolvedText {
  const pattern = expandPattern(machine, state, word)
  if ('known' in pattern) return withoutPrefix(pattern)
  const change = (character: string): string => {
    const matched = pattern.length === 0 || isMatch(pattern, character)
    return matched ? (how === 'upper' ? character.toUpperCase() : character.toLowerCase()) : character
  }
  return mapText(text, (value) => (all ? [...value].map(change).join('') : value.replace(/^./su, change)))
}

function sliceOf(
  machine: Machine,
  state: State,
  text: ResolvedText,
  operation: Extract<ParameterOperation, { kind: 'slice' }>,
): ResolvedText {
  const offset = expandNumber(machine, state, operation.offset)
  const length = operation.length === null ? undefined : expandNumber(machine, state, operation.length)
  if (!text.known) return withoutPrefix(text)
  if (offset === null || length === null) return unknown('the offset is not known', operation.offset.at)
  const size = text.text.value.length
  const start = offset < 0n ? size + Number(offset) : Math.min(size, Number(offset))
  if (start < 0) return partOf(text, 0, 0)
  const end = length === undefined ? size : length < 0n ? size + Number(length) : Math.min(size, start + Number(length))
  return partOf(text, start, Math.max(start, end))
}

function transform(text: ResolvedText, letter: string): ResolvedText {
  if (!text.known) return withoutPrefix(text)
  const { value } = text.text
  if (letter === 'U') return mapText(text, (one) => one.toUpperCase())
  if (letter === 'L') return mapText(text, (one) => one.toLowerCase())
  if (letter === 'u') return mapText(text, (one) => one.replace(/^./su, (first) => first.toUpperCase()))
  if (letter === 'Q' && !/['\x00-\x1f]/.test(value)) return mapText(text, (one) => `'${one}'`)
  return unknown(`the transformation @${letter} is not followed`, undefined)
}
