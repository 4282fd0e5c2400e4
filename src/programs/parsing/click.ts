/** Command lines as click reads them. Source: https://github.com/pallets/click/blob/8.1.7/src/click/parser.py */
import { appendAll } from '../../source/lists.ts'
import { type ResolvedText, stringOf } from '../../source/resolved.ts'
import { sliceText } from '../../source/sourced-text.ts'
import { type FoundOption, type OptionSpec, type ParsedWords, placeOf, type UsageError } from './option.ts'
import type { OptionTable } from './option-table.ts'

/** How a command reads its words. */
export interface ClickCommand {
  readonly table: OptionTable
  /** A group stops at its first positional, the sub-command. */
  readonly stopsAtPositional: boolean
}

/** A parsed command line; `restFrom` is the index of the first word that was not read (a group's sub-command). */
export interface ParsedClick extends ParsedWords {
  readonly restFrom: number
}

/**
 * Parses words by a table of options: no abbreviations, `-c4` and `-c 4` but not `-c=4`, flags may be clustered, the
 * next word is a value even if it looks like an option.
 */
export function parseClick(words: readonly ResolvedText[], command: ClickCommand): ParsedClick {
  const state: State = { words, table: command.table.byFlag(), options: [], positionals: [], opaque: [] }
  let at = 0
  while (at < words.length) {
    const word = words[at]
    const text = word === undefined ? null : stringOf(word)
    if (text === '--') {
      appendAll(state.positionals, words.slice(at + 1))
      at = words.length
      break
    }
    const isOption = text !== null ? text.startsWith('-') && text.length > 1 : isUnknownOption(word)
    if (!isOption) {
      if (text === null && word !== undefined && !word.known && word.prefix.value === '' && word.mayBeSeveral) {
        state.opaque.push({ index: at, why: word.why, dependsOn: word.dependsOn })
        at++
        continue
      }
      if (command.stopsAtPositional) break
      if (word !== undefined) state.positionals.push(word)
      at++
      continue
    }
    const next = takeOption(at, state)
    if (typeof next !== 'number') return { ...finish(state), error: next, restFrom: words.length }
    at = next
  }
  return { ...finish(state), error: null, restFrom: at }
}

interface State {
  readonly words: readonly ResolvedText[]
  readonly table: ReadonlyMap<string, OptionSpec>
  readonly options: FoundOption[]
  readonly positionals: ResolvedText[]
  readonly opaque: ParsedWords['opaque'][number][]
}

function finish(state: State): Omit<ParsedWords, 'error'> {
  return { options: state.options, positionals: state.positionals, opaque: state.opaque }
}

function isUnknownOption(word: ResolvedText | undefined): boolean {
  return word !== undefined && !word.known && word.prefix.value.startsWith('-')
}

function takeOption(at: number, state: State): number | UsageError {
  const word = state.words[at]
  if (word === undefined) return at + 1
  const text = word.known ? word.text.value : word.prefix.value
  const equals = text.indexOf('=')
  const name = equals >= 0 ? text.slice(0, equals) : text
  const long = name.length > 2 || name.startsWith('--') ? state.table.get(name) : undefined
  if (long !== undefined) return takeLong(at, long, name, equals, state)
  if (text.startsWith('--')) {
    if (!word.known) return opaque(at, word, state)
    return { message: `No such option: ${name}`, at: placeOf(word), setting: null }
  }
  return takeShort(at, text, state)
}

function takeLong(at: number, spec: OptionSpec, name: string, equals: number, state: State): number | UsageError {
  const word = state.words[at]
  if (word === undefined) return at + 1
  const found = { spec, flag: name, at: placeOf(word), index: at }
  if (spec.arity === 'none') {
    if (equals >= 0)
      return { message: `Option '${name}' does not take a value.`, at: placeOf(word), setting: spec.setting }
    state.options.push({ ...found, value: null })
    return at + 1
  }
  if (equals >= 0) {
    const value: ResolvedText = word.known
      ? { known: true, text: sliceText(word.text, equals + 1, word.text.value.length) }
      : { ...word, prefix: sliceText(word.prefix, equals + 1, word.prefix.value.length) }
    state.options.push({ ...found, value })
    if (!word.known && word.mayBeSeveral) opaque(at, word, state)
    return at + 1
  }
  return takeNext(at, found, state)
}

function takeNext(at: number, found: Omit<FoundOption, 'value'>, state: State): number | UsageError {
  const next = state.words[at + 1]
  if (next === undefined) {
    return { message: `Option '${found.flag}' requires an argument.`, at: found.at, setting: found.spec.setting }
  }
  state.options.push({ ...found, value: next })
  if (!next.known && next.mayBeSeveral) opaque(at + 1, next, state)
  return at + 2
}

function takeShort(at: number, text: string, state: State): number | UsageError {
  const word = state.words[at]
  if (word === undefined) return at + 1
  for (let offset = 1; offset < text.length; offset++) {
    const flag = `-${text[offset]}`
    const spec = state.table.get(flag)
    if (spec === undefined) return { message: `No such option: ${flag}`, at: placeOf(word), setting: null }
    const found = { spec, flag, at: placeOf(word), index: at }
    if (spec.arity === 'none') {
      state.options.push({ ...found, value: null })
      continue
    }
    if (offset + 1 < text.length || !word.known) {
      const value: ResolvedText = word.known
        ? { known: true, text: sliceText(word.text, offset + 1, text.length) }
        : { ...word, prefix: sliceText(word.prefix, offset + 1, text.length) }
      state.options.push({ ...found, value })
      if (!word.known && word.mayBeSeveral) opaque(at, word, state)
      return at + 1
    }
    return takeNext(at, found, state)
  }
  return word.known ? at + 1 : opaque(at, word, state)
}

function opaque(at: number, word: Extract<ResolvedText, { known: false }>, state: State): number {
  state.opaque.push({ index: at, why: word.why, dependsOn: word.dependsOn })
  return at + 1
}
