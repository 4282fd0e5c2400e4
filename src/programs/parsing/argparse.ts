/** Command lines as Python's argparse reads them. Source: https://github.com/python/cpython/blob/3.11/Lib/argparse.py */
import { appendAll } from '../../source/lists.ts'
import { type ResolvedText, stringOf } from '../../source/resolved.ts'
import { sliceText } from '../../source/sourced-text.ts'
import { type FoundOption, type OptionSpec, type ParsedWords, placeOf, type UsageError } from './option.ts'
import type { OptionTable } from './option-table.ts'
import { pythonRepr } from './python-repr.ts'

/**
 * Parses words by a table of options. Long options may be abbreviated while that is unambiguous; `-w4`, `-w 4`, `-w=4`
 * and `--workers=4` are the same; a word with a space that is no option is positional; positionals (any number) are taken
 * from the first run only, as argparse does with `nargs='*'`.
 */
export function parseArgparse(words: readonly ResolvedText[], table: OptionTable): ParsedWords {
  const state: State = { words, table: table.byFlag(), options: [], positionals: [], opaque: [], runs: 0 }
  let at = 0
  while (at < words.length) {
    const result = step(at, state)
    if (typeof result !== 'number') {
      return { options: state.options, positionals: state.positionals, error: result, opaque: state.opaque }
    }
    at = result
  }
  return { options: state.options, positionals: state.positionals, error: null, opaque: state.opaque }
}

interface State {
  readonly words: readonly ResolvedText[]
  readonly table: ReadonlyMap<string, OptionSpec>
  readonly options: FoundOption[]
  readonly positionals: ResolvedText[]
  readonly opaque: ParsedWords['opaque'][number][]
  /** Runs of positionals seen so far: argparse gives the first run to `nargs='*'` and refuses the rest. */
  runs: number
}

/** Reads the word at an index; gives the next index or an error. */
function step(at: number, state: State): number | UsageError {
  const word = state.words[at]
  if (word === undefined) return at + 1
  if (!word.known) return unknownWord(at, word, state)
  const text = word.text.value
  if (text === '--') return takePositionals(at + 1, state.words.length, state)
  const match = matchOption(text, state.table)
  switch (match.kind) {
    case 'positional':
      return takeRun(at, state)
    case 'ambiguous':
      return usage(`ambiguous option: ${text} could match ${match.candidates.join(', ')}`, word, null)
    case 'unrecognised':
      return usage(`unrecognized arguments: ${text}`, word, null)
    case 'option':
      return takeOption(at, match, state)
  }
}

type Match =
  | { readonly kind: 'positional' }
  | { readonly kind: 'unrecognised' }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'option'; readonly spec: OptionSpec; readonly flag: string; readonly valueFrom: number | null }

/** `_parse_optional` of argparse. `valueFrom` is the offset of a value inside the word. */
function matchOption(text: string, table: ReadonlyMap<string, OptionSpec>): Match {
  if (!text.startsWith('-') || text === '-') return { kind: 'positional' }
  const exact = table.get(text)
  if (exact !== undefined) return { kind: 'option', spec: exact, flag: text, valueFrom: null }
  const equals = text.indexOf('=')
  if (equals >= 0) {
    const before = table.get(text.slice(0, equals))
    if (before !== undefined)
      return { kind: 'option', spec: before, flag: text.slice(0, equals), valueFrom: equals + 1 }
  }
  const candidates = text.startsWith('--') ? longCandidates(text, equals, table) : shortCandidates(text, table)
  const [first] = candidates
  if (candidates.length > 1) return { kind: 'ambiguous', candidates: candidates.map((candidate) => candidate.flag) }
  if (first !== undefined) return first
  if (/^-\d+$|^-\d*\.\d+$/.test(text) || text.includes(' ')) return { kind: 'positional' }
  return { kind: 'unrecognised' }
}

type OptionMatch = Extract<Match, { kind: 'option' }>

function longCandidates(text: string, equals: number, table: ReadonlyMap<string, OptionSpec>): readonly OptionMatch[] {
  const prefix = equals >= 0 ? text.slice(0, equals) : text
  return [...table]
    .filter(([flag]) => flag.startsWith(prefix))
    .map(([flag, spec]) => ({ kind: 'option', spec, flag, valueFrom: equals >= 0 ? equals + 1 : null }))
}

function shortCandidates(text: string, table: ReadonlyMap<string, OptionSpec>): readonly OptionMatch[] {
  const short = text.slice(0, 2)
  const matches: OptionMatch[] = []
  for (const [flag, spec] of table) {
    if (flag === short) matches.push({ kind: 'option', spec, flag, valueFrom: 2 })
    else if (flag.startsWith(text)) matches.push({ kind: 'option', spec, flag, valueFrom: null })
  }
  return matches
}

function takeOption(at: number, match: OptionMatch, state: State): number | UsageError {
  const word = state.words[at]
  if (word === undefined || !word.known) return at + 1
  const { spec, flag, valueFrom } = match
  const found = { spec, flag, at: placeOf(word), index: at }
  if (valueFrom !== null) {
    if (spec.arity === 'none') return takeCluster(at, match, state)
    const value = sliceText(word.text, valueFrom, word.text.value.length)
    state.options.push({ ...found, value: { known: true, text: value } })
    return at + 1
  }
  if (spec.arity === 'none') {
    state.options.push({ ...found, value: null })
    return at + 1
  }
  const next = state.words[at + 1]
  if (next !== undefined && isValue(next, state.table)) {
    state.options.push({ ...found, value: next })
    if (!next.known && next.mayBeSeveral) state.opaque.push({ index: at + 1, why: next.why, dependsOn: next.dependsOn })
    return at + 2
  }
  if (spec.arity === 'optional') {
    state.options.push({ ...found, value: null })
    return at + 1
  }
  return usage(`argument ${spec.flags.join('/')}: expected one argument`, word, spec.setting)
}

/** Flags in one word, as in `-DR`; anything glued to a long flag is refused. */
function takeCluster(at: number, match: OptionMatch, state: State): number | UsageError {
  const word = state.words[at]
  if (word === undefined || !word.known) return at + 1
  const text = word.text.value
  const ignored = (value: string) =>
    usage(
      `argument ${match.spec.flags.join('/')}: ignored explicit argument ${pythonRepr(value)}`,
      word,
      match.spec.setting,
    )
  if (text.startsWith('--') || match.valueFrom !== 2) return ignored(text.slice(match.valueFrom ?? 0))
  state.options.push({ spec: match.spec, flag: match.flag, value: null, at: placeOf(word), index: at })
  for (let offset = 2; offset < text.length; offset++) {
    const spec = state.table.get(`-${text[offset]}`)
    if (spec === undefined) return ignored(text.slice(offset))
    const found = { spec, flag: `-${text[offset]}`, at: placeOf(word), index: at }
    if (spec.arity === 'none') {
      state.options.push({ ...found, value: null })
      continue
    }
    if (offset + 1 < text.length) {
      const from = text[offset + 1] === '=' ? offset + 2 : offset + 1
      state.options.push({ ...found, value: { known: true, text: sliceText(word.text, from, text.length) } })
      return at + 1
    }
    return takeOption(at, { kind: 'option', spec, flag: found.flag, valueFrom: null }, state)
  }
  return at + 1
}

/** May a word be the value of an option? A word that looks like an option may not. */
function isValue(word: ResolvedText, table: ReadonlyMap<string, OptionSpec>): boolean {
  if (!word.known) return word.prefix.value === '' || matchOption(word.prefix.value, table).kind === 'positional'
  return word.text.value !== '--' && matchOption(word.text.value, table).kind === 'positional'
}

/** A run of positionals. Only the first run belongs to the program; later ones are refused. */
function takeRun(at: number, state: State): number | UsageError {
  let end = at
  while (end < state.words.length) {
    const word = state.words[end]
    const text = word === undefined ? null : stringOf(word)
    if (text === null || text === '--' || matchOption(text, state.table).kind !== 'positional') break
    end++
  }
  return takePositionals(at, end, state)
}

function takePositionals(from: number, to: number, state: State): number | UsageError {
  const words = state.words.slice(from, to)
  if (words.length === 0) return to
  state.runs++
  if (state.runs > 1) {
    return usage(`unrecognized arguments: ${words.map((word) => stringOf(word) ?? '…').join(' ')}`, words[0], null)
  }
  appendAll(state.positionals, words)
  return to
}

/** A word that is known only in part, or not at all. */
function unknownWord(at: number, word: Extract<ResolvedText, { known: false }>, state: State): number | UsageError {
  const prefix = word.prefix.value
  const match = prefix.startsWith('-') ? matchOption(prefix, state.table) : null
  if (match?.kind === 'option' && match.valueFrom !== null && match.spec.arity !== 'none') {
    state.options.push({ spec: match.spec, flag: match.flag, value: word, at: placeOf(word), index: at })
    if (word.mayBeSeveral) state.opaque.push({ index: at, why: word.why, dependsOn: word.dependsOn })
    return at + 1
  }
  const mayBeOption = prefix === '' || prefix.startsWith('-')
  if (mayBeOption && (word.mayBeSeveral || prefix !== '')) {
    state.opaque.push({ index: at, why: word.why, dependsOn: word.dependsOn })
    return at + 1
  }
  state.positionals.push(word)
  return at + 1
}

function usage(message: string, word: ResolvedText | undefined, setting: string | null): UsageError {
  return { message, at: placeOf(word), setting }
}
