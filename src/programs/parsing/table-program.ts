/** Programs that a table describes completely: options with types, defaults and variables. */
import type { Invocation } from '../../commands/invocation.ts'
import { lookupVariable } from '../../source/environment.ts'
import { type ResolvedText, stringOf } from '../../source/resolved.ts'
import type {
  ProcessModel,
  ProcessRole,
  Program,
  ProgramProcess,
  Setting,
  SettingType,
  SettingValue,
  StartupError,
} from '../program.ts'
import type { ProgramWords } from '../program-words.ts'
import { parseArgparse } from './argparse.ts'
import { parseClick } from './click.ts'
import { settingFromOption, unknownSetting } from './convert.ts'
import { convertTyped } from './convert-typed.ts'
import type { FoundOption, OptionSpec, ParsedWords } from './option.ts'
import { type OptionTable, optionTable } from './option-table.ts'

/** One option with its default. */
export interface TableOption {
  readonly setting: string
  readonly flags: readonly string[]
  readonly type: 'string' | 'int' | 'float' | 'boolean' | 'list'
  /** Null when it is unset by default. `cpuCount`: the program asks the node for its CPUs. */
  readonly default: SettingValue | 'cpuCount'
  /** Variables that set it, in order of precedence, below the command line. */
  readonly variables?: readonly string[]
  /** `--flag` and `--no-flag` set a boolean. */
  readonly negative?: string
}

/** A program as a table. */
export interface TableProgram {
  readonly name: string
  readonly executables: readonly string[]
  /** How the program reads its words. */
  readonly style: 'argparse' | 'click'
  readonly options: readonly TableOption[]
  /** Settings that make the program end at once, such as `version`. */
  readonly ending?: readonly string[]
  readonly sizeSetting: string | null
  readonly docs: string
  role(settings: ReadonlyMap<string, Setting>): ProcessRole
  model(settings: ReadonlyMap<string, Setting>): ProcessModel | null
  /** Chooses the words that the table is for; null when the command is another one. */
  select?(words: ProgramWords): ProgramWords | null
}

/** Makes a program of a table, which is not looked at before the program is met. */
export function defineProgram(table: TableProgram): Program {
  let reading: TableReading | null = null
  return {
    name: table.name,
    executables: table.executables,
    get settingTypes() {
      return new Map(table.options.map((option) => [option.setting, settingType(option)]))
    },
    read(words, invocation) {
      const own = table.select === undefined ? words : table.select(words)
      if (own === null) return []
      reading ??= readingOf(table)
      return readTable(reading, own, invocation)
    },
  }
}

/** The value of a setting when it is a known number. */
export function knownNumber(settings: ReadonlyMap<string, Setting>, name: string): number | null {
  const setting = settings.get(name)
  return setting?.known === true && typeof setting.value === 'number' ? setting.value : null
}

/** Selects the words behind a sub-command. */
export function behind(words: ProgramWords, ...subcommands: readonly string[]): ProgramWords | null {
  let rest = words
  for (const subcommand of subcommands) {
    const at = rest.words.findIndex((word) => !(stringOf(word) ?? '-').startsWith('-'))
    const word = rest.words[at]
    if (at < 0 || word === undefined || stringOf(word) !== subcommand) return null
    rest = { name: rest.name, words: rest.words.slice(at + 1), offset: rest.offset + at + 1 }
  }
  return rest
}

function specsOf(option: TableOption): readonly OptionSpec[] {
  const arity = option.type === 'boolean' ? 'none' : 'one'
  const type = option.type === 'list' ? 'string' : option.type
  const spec = {
    setting: option.setting,
    flags: option.flags,
    arity,
    type,
    ...(option.type === 'list' ? { appends: true } : {}),
  } as const
  if (option.negative === undefined) return [spec]
  return [spec, { setting: option.setting, flags: [option.negative], arity: 'none', type: 'boolean', constant: false }]
}

/** What reading any command line of a table takes. */
interface TableReading {
  readonly table: TableProgram
  readonly options: OptionTable
  readonly ending: readonly string[]
  readonly defaults: ReadonlyMap<string, Setting>
  readonly variables: readonly string[]
  readonly flags: ReadonlyMap<string, string>
}

function readingOf(table: TableProgram): TableReading {
  return {
    table,
    options: optionTable(table.options.flatMap(specsOf)),
    ending: ['help', 'version', ...(table.ending ?? [])],
    defaults: new Map(table.options.map((option) => [option.setting, defaultSetting(table, option)] as const)),
    variables: table.options.flatMap((option) => option.variables ?? []),
    flags: new Map(table.options.flatMap(longFlag)),
  }
}

function readTable(reading: TableReading, words: ProgramWords, invocation: Invocation): readonly ProgramProcess[] {
  const { table, options, ending } = reading
  const parsed: ParsedWords =
    table.style === 'click'
      ? parseClick(words.words, { table: options, stopsAtPositional: false })
      : parseArgparse(words.words, options)
  if (parsed.options.some((option) => ending.includes(option.spec.setting))) return []
  const settings = new Map(reading.defaults)
  let error: StartupError | null = parsed.error === null || isUnlisted(parsed.error.message) ? null : parsed.error
  for (const option of table.options) error = readVariable(table, option, invocation, settings) ?? error
  const last = parsed.opaque.at(-1)
  if (last !== undefined)
    for (const name of settings.keys()) settings.set(name, { known: false, why: last.why, dependsOn: last.dependsOn })
  for (const option of parsed.options) {
    if (last !== undefined && option.index < last.index) continue
    error = readOption(table, option, settings) ?? error
  }
  return [
    {
      program: table.name,
      role: table.role(settings),
      invocation,
      settings,
      startupError: error,
      model: table.model(settings),
      sizeSetting: table.sizeSetting,
      readsVariables: reading.variables,
      flags: reading.flags,
      optionsFrom: words.offset,
      doubts: [],
    },
  ]
}

/** Tables hold the options that matter; one that is not listed is no proof that the program refuses it. */
function isUnlisted(message: string): boolean {
  return /^(unrecognized arguments|No such option|ambiguous option)/.test(message)
}

function longFlag(option: TableOption): readonly (readonly [string, string])[] {
  const flag = option.flags.find((candidate) => candidate.startsWith('--')) ?? option.flags[0]
  return flag === undefined ? [] : [[option.setting, flag]]
}

function defaultSetting(table: TableProgram, option: TableOption): Setting {
  if (option.default === 'cpuCount') {
    return {
      known: false,
      why: `${table.name} takes ${option.setting} from the CPU count of the node`,
      dependsOn: 'cpu_count',
    }
  }
  return { known: true, value: option.default, origin: 'default' }
}

function readVariable(
  table: TableProgram,
  option: TableOption,
  invocation: Invocation,
  settings: Map<string, Setting>,
): StartupError | null {
  for (const name of option.variables ?? []) {
    const value = lookupVariable(invocation.environment, name)
    if (value === undefined) continue
    if (!value.known) {
      settings.set(option.setting, unknownSetting(value, name))
      return null
    }
    if (value.text.value === '') continue
    const converted = convertTyped(option, value.text.value, table.style)
    const at = value.text.segments[0]?.location
    if (converted.kind === 'refused') return { message: converted.message, at, setting: option.setting }
    settings.set(option.setting, {
      known: true,
      value: converted.value,
      origin: 'env',
      at,
      text: value.text,
      writtenAs: name,
    })
    return null
  }
  return null
}

function readOption(table: TableProgram, option: FoundOption, settings: Map<string, Setting>): StartupError | null {
  const { setting } = option.spec
  if (option.value === null) {
    settings.set(setting, settingFromOption(option, option.spec.constant ?? true, 'cli'))
    return null
  }
  if (!option.value.known) {
    settings.set(setting, unknownSetting(option.value, option.flag))
    return null
  }
  const own = table.options.find((candidate) => candidate.setting === setting)
  if (own === undefined) return null
  const converted = convertTyped(own, option.value.text.value, table.style)
  if (converted.kind === 'refused') return { message: converted.message, at: option.at, setting }
  const before = settings.get(setting)
  const isList = own.type === 'list' && before?.known === true && before.origin === 'cli' && Array.isArray(before.value)
  const value = isList && Array.isArray(before.value) ? [...before.value, option.value.text.value] : converted.value
  settings.set(setting, settingFromOption(option, value, 'cli'))
  return null
}

function settingType(option: TableOption): SettingType {
  if (option.default === null) return 'any'
  switch (option.type) {
    case 'int':
    case 'float':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'list':
      return 'strings'
    case 'string':
      return 'string'
  }
}

/** The words of a program with unknown ones left out, to look for sub-commands. */
export function plainWords(words: readonly ResolvedText[]): readonly string[] {
  return words.flatMap((word) => stringOf(word) ?? [])
}
