/** celery's words to options: the sub-command, click's rules, and the word order of celery 3 and 4. */
import { type ResolvedText, stringOf } from '../../source/resolved.ts'
import { parseArgparse } from '../parsing/argparse.ts'
import { parseClick } from '../parsing/click.ts'
import type { OptionSpec, ParsedWords, UsageError } from '../parsing/option.ts'
import { type OptionTable, optionTable } from '../parsing/option-table.ts'
import { BEAT_OPTIONS, GLOBAL_OPTIONS, LEGACY_OPTIONS, WORKER_OPTIONS } from './options.ts'

/** A celery command that runs on. */
export interface CeleryCommand {
  readonly subcommand: 'worker' | 'beat' | 'flower' | 'events'
  readonly parsed: ParsedWords
  /** What celery 5 says to this command line. */
  readonly error: UsageError | null
  readonly isDetached: boolean
  /** Index in the words after which options of the sub-command may stand. */
  readonly optionsFrom: number
}

const TABLES: ReadonlyMap<string, OptionTable> = new Map([
  ['worker', optionTable(WORKER_OPTIONS)],
  ['beat', optionTable(BEAT_OPTIONS)],
])

const GLOBAL_TABLE = optionTable(GLOBAL_OPTIONS)
const EMPTY_TABLE = optionTable([])

const EMPTY: ParsedWords = { options: [], positionals: [], error: null, opaque: [] }

/** Reads the words after `celery`; null when the command ends by itself (`inspect`, `call`, `--version`). */
export function readCeleryWords(words: readonly ResolvedText[]): CeleryCommand | null {
  const group = parseClick(words, { table: GLOBAL_TABLE, stopsAtPositional: true })
  const subcommand = wordText(words, group.restFrom)
  if (group.options.some((option) => option.spec.setting === 'version' || option.spec.setting === 'help')) return null
  if (group.error === null && subcommand !== null) return readSubcommand(subcommand, words, group.restFrom, group)
  return readLegacyOrder(words, group.error)
}

function readSubcommand(
  subcommand: string,
  words: readonly ResolvedText[],
  at: number,
  group: ParsedWords,
): CeleryCommand | null {
  if (subcommand === 'multi') return readMulti(words, at)
  if (subcommand === 'flower' || subcommand === 'events') {
    return { subcommand, parsed: EMPTY, error: null, isDetached: false, optionsFrom: at + 1 }
  }
  if (subcommand !== 'worker' && subcommand !== 'beat') return null
  const table = TABLES.get(subcommand) ?? EMPTY_TABLE
  const parsed = shiftOptions(parseClick(words.slice(at + 1), { table, stopsAtPositional: false }), at + 1)
  if (parsed.options.some((option) => option.spec.setting === 'help')) return null
  const error = parsed.error ?? surplusError(parsed, subcommand)
  const merged = {
    ...parsed,
    options: [...group.options, ...parsed.options],
    opaque: [...group.opaque, ...parsed.opaque],
  }
  if (error !== null && parsed.error !== null) {
    const legacy = parseLegacy(words, subcommand)
    if (legacy !== null) return { subcommand, parsed: legacy, error, isDetached: false, optionsFrom: at + 1 }
  }
  return { subcommand, parsed: merged, error, isDetached: false, optionsFrom: at + 1 }
}

/** Extra words must be `name=value`; others are refused ("Unable to parse extra configuration from command line"). */
function surplusError(parsed: ParsedWords, subcommand: string): UsageError | null {
  const wrong = parsed.positionals.find((word) => {
    const text = stringOf(word)
    return text !== null && !/^[A-Za-z_.][\w.]*=/.test(text)
  })
  if (wrong === undefined) return null
  const text = stringOf(wrong) ?? ''
  const at = wrong.known ? wrong.text.segments[0]?.location : undefined
  if (subcommand === 'beat') return { message: `Got unexpected extra argument (${text})`, at, setting: null }
  return { message: `Unable to parse extra configuration from command line: ${text}`, at, setting: null }
}

/** Options in front of the sub-command, as celery 3 and 4 allowed. */
function readLegacyOrder(words: readonly ResolvedText[], error: UsageError | null): CeleryCommand | null {
  for (const subcommand of ['worker', 'beat', 'flower'] as const) {
    const at = words.findIndex((word) => stringOf(word) === subcommand)
    if (at < 0) continue
    if (subcommand === 'flower')
      return { subcommand, parsed: EMPTY, error: null, isDetached: false, optionsFrom: at + 1 }
    const parsed = parseLegacy(words, subcommand)
    if (parsed === null) continue
    return { subcommand, parsed, error, isDetached: false, optionsFrom: at + 1 }
  }
  return null
}

/** All words but the sub-command by argparse, as celery 4 read them; null when even that refuses them. */
function parseLegacy(words: readonly ResolvedText[], subcommand: 'worker' | 'beat'): ParsedWords | null {
  const at = words.findIndex((word) => stringOf(word) === subcommand)
  const table = mergeTables((TABLES.get(subcommand) ?? EMPTY_TABLE).specs, [...GLOBAL_OPTIONS, ...LEGACY_OPTIONS])
  const rest = words.filter((_, index) => index !== at)
  const parsed = parseArgparse(rest, table)
  if (parsed.error !== null) return null
  return {
    ...parsed,
    options: parsed.options.map((option) => (option.index >= at ? { ...option, index: option.index + 1 } : option)),
  }
}

/** `celery multi start N … OPTIONS` starts detached workers. Source: https://docs.celeryq.dev/en/stable/reference/celery.bin.multi.html */
function readMulti(words: readonly ResolvedText[], at: number): CeleryCommand | null {
  const action = wordText(words, at + 1)
  if (action !== 'start' && action !== 'restart') return null
  const table = mergeTables(WORKER_OPTIONS, [...GLOBAL_OPTIONS, ...LEGACY_OPTIONS])
  const options = words.slice(at + 2).filter((word, index, rest) => isOptionOrValue(word, rest[index - 1]))
  const parsed = parseArgparse(options, table)
  return {
    subcommand: 'worker',
    parsed: { ...parsed, error: null, positionals: [] },
    error: null,
    isDetached: true,
    optionsFrom: at + 2,
  }
}

function isOptionOrValue(word: ResolvedText, before: ResolvedText | undefined): boolean {
  const text = stringOf(word)
  if (text === null || text.startsWith('-')) return true
  const previous = before === undefined ? null : stringOf(before)
  return previous?.startsWith('-') === true && !previous.includes('=')
}

function mergeTables(first: readonly OptionSpec[], second: readonly OptionSpec[]): OptionTable {
  const taken = new Set(first.flatMap((spec) => spec.flags))
  const extra = second
    .map((spec) => ({ ...spec, flags: spec.flags.filter((flag) => !taken.has(flag)) }))
    .filter((spec) => spec.flags.length > 0)
  return optionTable([...first, ...extra])
}

function shiftOptions(parsed: ParsedWords, by: number): ParsedWords {
  return {
    ...parsed,
    options: parsed.options.map((option) => ({ ...option, index: option.index + by })),
    opaque: parsed.opaque.map((opaque) => ({ ...opaque, index: opaque.index + by })),
  }
}

function wordText(words: readonly ResolvedText[], index: number): string | null {
  const word = words[index]
  return word === undefined ? null : stringOf(word)
}
