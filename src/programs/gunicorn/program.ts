/** gunicorn: settings from its command line, GUNICORN_CMD_ARGS, its configuration file and its defaults. */

import type { Invocation } from '../../commands/invocation.ts'
import { largestOf } from '../../source/lists.ts'
import type { ConfigFiles } from '../config-files.ts'
import { LayeredSettings } from '../layered-settings.ts'
import { parseArgparse } from '../parsing/argparse.ts'
import { settingFromOption, unknownSetting } from '../parsing/convert.ts'
import type { FoundOption, OptionSpec, ParsedWords, UsageError } from '../parsing/option.ts'
import { optionTable } from '../parsing/option-table.ts'
import type {
  Program,
  ProgramProcess,
  Setting,
  SettingOrigin,
  SettingType,
  SettingValue,
  StartupError,
} from '../program.ts'
import type { ProgramWords } from '../program-words.ts'
import { splitCommandArguments } from './command-arguments.ts'
import { readConfigLayer } from './config-layer.ts'
import { DEFAULT_SETTINGS, defaultLayer } from './default-layer.ts'
import type { Layer } from './layer.ts'
import { gunicornModel } from './model.ts'
import { GUNICORN_SETTINGS, type GunicornSetting } from './settings-table.ts'
import { convertArgument, validateArgument } from './values.ts'

/** Options of the command line. `args` and `--version` are argparse's own. */
const OPTIONS = optionTable([
  { setting: 'help', flags: ['-h', '--help'], arity: 'none', type: 'boolean' },
  { setting: 'version', flags: ['-v', '--version'], arity: 'none', type: 'boolean' },
  ...GUNICORN_SETTINGS.filter((setting) => setting.flags.length > 0).map(optionOf),
])

const BY_NAME: ReadonlyMap<string, GunicornSetting> = new Map(
  GUNICORN_SETTINGS.map((setting) => [setting.name, setting]),
)

/** Variables that gunicorn reads by itself. */
const VARIABLES = ['GUNICORN_CMD_ARGS', 'WEB_CONCURRENCY', 'PORT', 'SENDFILE', 'FORWARDED_ALLOW_IPS']

/** The flag to recommend for each setting: the last, which is the long one. */
const FLAGS: ReadonlyMap<string, string> = new Map(
  GUNICORN_SETTINGS.filter(({ flags }) => flags.length > 0).map(({ name, flags }) => [name, flags.at(-1) ?? '']),
)

/** Settings that end the program before it serves. */
const ENDING = ['help', 'version', 'check_config', 'print_config'] as const

/** gunicorn. Precedence: defaults, configuration file, GUNICORN_CMD_ARGS, command line. */
export const program: Program = {
  name: 'gunicorn',
  executables: ['gunicorn', 'gunicorn3', 'gunicorn_django', 'gunicorn_paster'],
  settingTypes: new Map([
    ...GUNICORN_SETTINGS.map(({ name, kind, default: value }) => [name, settingType(kind, value)] as const),
    ['worker_class_effective', 'string'],
  ]),
  read: readGunicorn,
}

function readGunicorn(words: ProgramWords, invocation: Invocation, files: ConfigFiles): readonly ProgramProcess[] {
  const cli = parseArgparse(words.words, OPTIONS)
  if (cli.options.some((option) => ENDING.some((name) => name === option.spec.setting))) return []
  const environment = readCommandArguments(invocation)
  const defaults = defaultLayer(invocation.environment)
  const cliLayer = optionsLayer(cli, 'cli', 0)
  const environmentLayer = environment.layer
  const config = readConfigLayer(configSetting(cliLayer) ?? configSetting(environmentLayer), invocation, files)
  const own = mergeLayers([defaults, config, environmentLayer, cliLayer])
  const settings = new LayeredSettings(own, DEFAULT_SETTINGS)
  own.set('worker_class_effective', effectiveWorkerClass(settings))
  return [
    {
      program: 'gunicorn',
      role: 'web',
      invocation,
      settings,
      startupError:
        asStartupError(cli.error) ??
        defaults.error ??
        environment.error ??
        config.error ??
        environmentLayer.error ??
        cliLayer.error ??
        missingApplication(cli, settings),
      model: gunicornModel(settings),
      sizeSetting: 'workers',
      readsVariables: VARIABLES,
      flags: FLAGS,
      optionsFrom: words.offset,
      doubts: [...config.doubts, ...environmentLayer.doubts],
    },
  ]
}

function optionOf(setting: GunicornSetting): OptionSpec {
  return {
    setting: setting.name,
    flags: setting.flags,
    arity: setting.arity ?? 'one',
    type: 'string',
    ...(setting.appends === undefined ? {} : { appends: setting.appends }),
    ...(setting.constant === undefined ? {} : { constant: setting.constant }),
  }
}

interface CommandArguments {
  readonly layer: Layer
  readonly error: StartupError | null
}

const NO_ARGUMENTS: CommandArguments = {
  layer: { settings: new Map(), error: null, opaque: null, doubts: [] },
  error: null,
}

function readCommandArguments(invocation: Invocation): CommandArguments {
  const split = splitCommandArguments(invocation.environment)
  if (split.words.length === 0 && split.unknown === null && split.error === null) return NO_ARGUMENTS
  const parsed = parseArgparse(split.words, OPTIONS)
  const layer = optionsLayer(parsed, 'env', 0)
  const error = split.error ?? asStartupError(parsed.error)
  if (split.unknown === null) return { layer, error }
  return { layer: { ...layer, opaque: split.unknown }, error }
}

/** Converts found options; words that may hide options make every other setting of the line unknown. */
function optionsLayer(parsed: ParsedWords, origin: SettingOrigin, _offset: number): Layer {
  const settings = new Map<string, Setting>()
  let error: StartupError | null = null
  const lists = new Map<string, string[]>()
  const lastOpaque = Math.max(-1, largestOf(parsed.opaque.map((opaque) => opaque.index)))
  for (const option of parsed.options) {
    const setting = BY_NAME.get(option.spec.setting)
    if (setting === undefined) continue
    if (option.index < lastOpaque && option.value?.known !== false) {
      settings.delete(setting.name)
    }
    const read = convertOption(setting, option, origin, lists)
    if ('message' in read) error ??= { message: read.message, at: option.at, setting: setting.name }
    else if (option.index >= lastOpaque) settings.set(setting.name, read)
    else settings.delete(setting.name)
  }
  for (const [name, read] of settings) {
    const setting = BY_NAME.get(name)
    if (setting === undefined || !read.known || setting.appends || read.writtenAs === undefined) continue
    const checked = validateArgument(setting, read.value)
    if (checked.kind === 'refused') error ??= { message: checked.message, at: read.at, setting: name }
    else settings.set(name, { ...read, value: checked.value })
  }
  const last = parsed.opaque.at(-1)
  const opaque = last === undefined ? null : { why: last.why, dependsOn: last.dependsOn }
  return { settings, error, opaque, doubts: [] }
}

function convertOption(
  setting: GunicornSetting,
  option: FoundOption,
  origin: SettingOrigin,
  lists: Map<string, string[]>,
): Setting | { readonly message: string } {
  if (option.value === null) {
    return settingFromOption(option, setting.constant ?? true, origin)
  }
  if (!option.value.known) return unknownSetting(option.value, option.flag)
  const text = option.value.text.value
  if (setting.appends) {
    const list = [...(lists.get(setting.name) ?? []), text.trim()]
    lists.set(setting.name, list)
    return settingFromOption(option, list, origin)
  }
  const converted = convertArgument(setting, text)
  return converted.kind === 'refused' ? converted : settingFromOption(option, converted.value, origin)
}

function configSetting(layer: Layer): Setting | undefined {
  const setting = layer.settings.get('config')
  if (setting === undefined) return layer.opaque === null ? undefined : { known: false, ...layer.opaque }
  return setting.known && setting.value === '' ? undefined : setting
}

/** What the layers make of the defaults. Later layers win; a layer that may hide options makes what it does not set itself unknown. */
function mergeLayers(layers: readonly Layer[]): Map<string, Setting> {
  const merged = new Map<string, Setting>()
  for (const layer of layers) {
    if (layer.opaque !== null) {
      for (const name of [...DEFAULT_SETTINGS.keys(), ...merged.keys()])
        merged.set(name, { known: false, ...layer.opaque })
    }
    for (const [name, setting] of layer.settings) merged.set(name, setting)
  }
  return merged
}

/** `sync` with more than one thread becomes `gthread` (Config.worker_class). */
function effectiveWorkerClass(settings: ReadonlyMap<string, Setting>): Setting {
  const workerClass = settings.get('worker_class')
  const threads = settings.get('threads')
  if (workerClass === undefined || !workerClass.known) return workerClass ?? { known: false, why: 'no worker class' }
  const isSync =
    typeof workerClass.value === 'string' && (workerClass.value === 'sync' || workerClass.value.endsWith('SyncWorker'))
  if (!isSync) return workerClass
  if (threads === undefined || !threads.known) return threads ?? workerClass
  return typeof threads.value === 'number' && threads.value > 1
    ? { known: true, value: 'gthread', origin: threads.origin, at: threads.at }
    : workerClass
}

function missingApplication(cli: ParsedWords, settings: ReadonlyMap<string, Setting>): StartupError | null {
  if (cli.positionals.length > 0 || cli.opaque.length > 0) return null
  const configured = settings.get('wsgi_app')
  const paste = settings.get('paste')
  if (configured?.known !== true || configured.value !== null) return null
  if (paste?.known !== true || paste.value !== null) return null
  return { message: 'No application module specified.', at: undefined, setting: null }
}

function asStartupError(error: UsageError | null): StartupError | null {
  return error
}

function settingType(kind: GunicornSetting['kind'], value: SettingValue): SettingType {
  if (value === null) return 'any'
  switch (kind) {
    case 'count':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'list':
      return 'strings'
    case 'string':
    case 'choice':
      return 'string'
    case 'hook':
      return 'any'
  }
}
