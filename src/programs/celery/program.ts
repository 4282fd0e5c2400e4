/** celery: workers, beat and monitors, from the command line, CELERY_* variables and the application's settings. */
import type { Invocation } from '../../commands/invocation.ts'
import { knownValue, type ResolvedText, stringOf } from '../../source/resolved.ts'
import type { ConfigFiles } from '../config-files.ts'
import type { Program, ProgramProcess, Setting, SettingType, StartupError } from '../program.ts'
import type { ProgramWords } from '../program-words.ts'
import { applicationSettings } from './application-settings.ts'
import { type CeleryCommand, readCeleryWords } from './command-line.ts'
import { celeryModel } from './model.ts'
import { BEAT_OPTIONS, WORKER_DEFAULTS, WORKER_OPTIONS } from './options.ts'
import { type ConvertedOptions, convertOptions, readVariables, variablesOf } from './sources.ts'

/** Types of worker and beat settings; those that may be unset are `any`. */
const SETTING_TYPES: ReadonlyMap<string, SettingType> = new Map<string, SettingType>([
  ...[...WORKER_DEFAULTS].map(([name, value]): [string, SettingType] => [name, typeOf(value)]),
  ...['app', 'schedule', 'max_interval', 'include', 'broker'].map((name): [string, SettingType] => [name, 'any']),
  ['pool_effective', 'string'],
  ['concurrency', 'number'],
])

/** Variables of the options, by their settings. */
const WORKER_VARIABLES = variablesOf(WORKER_OPTIONS, 'CELERY_WORKER_')
const BEAT_VARIABLES = variablesOf(BEAT_OPTIONS, 'CELERY_BEAT_')

/** Variables that a worker reads by itself. */
const WORKER_READS: readonly string[] = [
  ...WORKER_VARIABLES.map(({ name }) => name),
  'CELERY_APP',
  'CELERY_BROKER_URL',
  'CELERY_LOADER',
  'CELERY_CONFIG_MODULE',
  'APP',
  'BROKER_URL',
  'REMAP_SIGTERM',
  'PYTHON_CPU_COUNT',
]

const WORKER_FLAGS = flagsOf(WORKER_OPTIONS)
const BEAT_FLAGS = flagsOf(BEAT_OPTIONS)

/** celery. Precedence: command line, CELERY_WORKER_* variables, application settings, defaults. */
export const program: Program = {
  name: 'celery',
  executables: ['celery', 'celeryd', 'celerybeat', 'celeryd-multi', 'manage.py', 'nautobot-server'],
  settingTypes: SETTING_TYPES,
  read: readCelery,
}

function readCelery(words: ProgramWords, invocation: Invocation, files: ConfigFiles): readonly ProgramProcess[] {
  const own = celeryWords(words)
  if (own === null) return []
  const command = readCeleryWords(own.words)
  if (command === null) return []
  const offset = own.offset + command.optionsFrom
  switch (command.subcommand) {
    case 'worker':
      return [workerProcess(command, invocation, files, offset)]
    case 'beat':
      return [beatProcess(command, invocation, offset)]
    case 'flower':
    case 'events':
      return [monitorProcess(invocation, offset)]
  }
}

/** The words after `celery` and the index of the first of them in argv. */
interface CeleryWords {
  readonly words: readonly ResolvedText[]
  readonly offset: number
}

/** Words after `celery`, also behind `manage.py celery`, and with the sub-command that old executables stand for. */
function celeryWords(words: ProgramWords): CeleryWords | null {
  const [first] = words.words
  const text = first === undefined ? null : stringOf(first)
  const prefixed = (subcommand: string) => ({
    words: [knownValue(subcommand), ...words.words],
    offset: words.offset - 1,
  })
  switch (words.name) {
    case 'celery':
      return { words: words.words, offset: words.offset }
    case 'celeryd':
      return prefixed('worker')
    case 'celerybeat':
      return prefixed('beat')
    case 'celeryd-multi':
      return prefixed('multi')
    default:
      return managedWords(words, text)
  }
}

/** `manage.py celery …`, and the commands of django-celery: `manage.py celeryd`, `manage.py celerybeat`. */
function managedWords(words: ProgramWords, text: string | null): CeleryWords | null {
  const rest = words.words.slice(1)
  const as = (subcommand: string) => ({ words: [knownValue(subcommand), ...rest], offset: words.offset })
  if (text === 'celery') return { words: rest, offset: words.offset + 1 }
  if (text === 'celeryd') return as('worker')
  return text === 'celerybeat' ? as('beat') : null
}

function workerProcess(
  command: CeleryCommand,
  invocation: Invocation,
  files: ConfigFiles,
  offset: number,
): ProgramProcess {
  const options = convertOptions(command.parsed, WORKER_OPTIONS)
  const variables = readVariables(invocation.environment, WORKER_VARIABLES, options)
  const application = applicationSettings(command.parsed, invocation, files)
  const settings = workerSettings(options, variables, application.settings)
  addPoolNames(settings)
  if (command.isDetached) settings.set('detach', { known: true, value: true, origin: 'cli', at: invocation.at })
  return {
    program: 'celery',
    role: 'worker',
    invocation,
    settings,
    startupError: firstError(command, options, variables),
    model: celeryModel(settings),
    sizeSetting: 'concurrency',
    readsVariables: WORKER_READS,
    flags: WORKER_FLAGS,
    optionsFrom: offset,
    doubts: application.doubts,
  }
}

/** A value of 0 or nothing falls through to the next source (`value or conf`) for these two. */
const ZERO_FALLS_THROUGH: ReadonlySet<string> = new Set(['concurrency', 'prefetch_multiplier'])

/** A worker's settings when nothing sets any. */
const WORKER_SETTINGS: ReadonlyMap<string, Setting> = new Map<string, Setting>([
  ...[...WORKER_DEFAULTS].map(([name, value]): [string, Setting] => [name, { known: true, value, origin: 'default' }]),
  [
    'concurrency',
    {
      known: false,
      why: 'celery starts one process for each CPU of the node when no concurrency is given',
      dependsOn: 'cpu_count',
    },
  ],
])

function workerSettings(
  options: ConvertedOptions,
  variables: ConvertedOptions,
  application: ReadonlyMap<string, Setting>,
): Map<string, Setting> {
  const settings = new Map<string, Setting>([...WORKER_SETTINGS, ...application])
  const withoutOptions = new Map([...ZERO_FALLS_THROUGH].map((name) => [name, settings.get(name)]))
  if (options.opaque !== null) {
    for (const name of settings.keys()) settings.set(name, { known: false, ...options.opaque })
  }
  for (const [name, setting] of [...variables.settings, ...options.settings]) {
    const fallsThrough = ZERO_FALLS_THROUGH.has(name) && setting.known && setting.value === 0
    const below = fallsThrough ? withoutOptions.get(name) : setting
    if (below !== undefined) settings.set(name, below)
  }
  return settings
}

/**
 * The worker receives `prefork` for `processes` and the class path for green pools; `pool_effective` is the plain name.
 * Source: https://github.com/celery/celery/blob/main/celery/bin/worker.py (WorkersPool)
 */
function addPoolNames(settings: Map<string, Setting>): void {
  const pool = settings.get('pool')
  if (pool?.known !== true || typeof pool.value !== 'string') {
    if (pool !== undefined) settings.set('pool_effective', pool)
    return
  }
  const plain = pool.value === 'processes' ? 'prefork' : pool.value
  settings.set('pool_effective', { ...pool, value: plain })
  const isGreen = plain === 'gevent' || plain === 'eventlet'
  settings.set('pool', { ...pool, value: isGreen ? `celery.concurrency.${plain}.TaskPool` : plain })
}

function beatProcess(command: CeleryCommand, invocation: Invocation, offset: number): ProgramProcess {
  const options = convertOptions(command.parsed, BEAT_OPTIONS)
  const variables = readVariables(invocation.environment, BEAT_VARIABLES, options)
  const settings = new Map<string, Setting>([
    ['schedule', { known: true, value: null, origin: 'default' }],
    ['scheduler', { known: true, value: null, origin: 'default' }],
    ['max_interval', { known: true, value: null, origin: 'default' }],
    ['detach', { known: true, value: false, origin: 'default' }],
    ['loglevel', { known: true, value: 'WARNING', origin: 'default' }],
    ...variables.settings,
    ...options.settings,
  ])
  return {
    program: 'celery',
    role: 'beat',
    invocation,
    settings,
    startupError: firstError(command, options, variables),
    model: { processes: 1, threads: 1, concurrency: 'process', parents: 0 },
    sizeSetting: null,
    readsVariables: ['CELERY_BEAT_SCHEDULE', 'CELERY_BEAT_SCHEDULER', 'CELERY_APP', 'CELERY_BROKER_URL'],
    flags: BEAT_FLAGS,
    optionsFrom: offset,
    doubts: [],
  }
}

function monitorProcess(invocation: Invocation, offset: number): ProgramProcess {
  return {
    program: 'celery',
    role: 'monitor',
    invocation,
    settings: new Map(),
    startupError: null,
    model: { processes: 1, threads: 1, concurrency: 'process', parents: 0 },
    sizeSetting: null,
    readsVariables: ['CELERY_BROKER_URL'],
    flags: new Map(),
    optionsFrom: offset,
    doubts: [],
  }
}

function firstError(
  command: CeleryCommand,
  options: ConvertedOptions,
  variables: ConvertedOptions,
): StartupError | null {
  return command.error ?? options.error ?? variables.error
}

function flagsOf(table: typeof WORKER_OPTIONS): ReadonlyMap<string, string> {
  return new Map(
    table.map((spec) => [spec.setting, spec.flags.find((flag) => flag.startsWith('--')) ?? spec.flags[0] ?? '']),
  )
}

function typeOf(value: string | number | boolean | null): SettingType {
  switch (typeof value) {
    case 'number':
      return 'number'
    case 'string':
      return 'string'
    case 'boolean':
      return 'boolean'
    default:
      return 'any'
  }
}
