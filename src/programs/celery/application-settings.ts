/** Settings that come from the application: `-- worker.concurrency=9` and its Python configuration. */
import type { Invocation } from '../../commands/invocation.ts'
import { evaluateModule, type ModuleOutcome, type PythonValue } from '../../python/evaluate.ts'
import type { Location } from '../../source/location.ts'
import { type Resolved, stringOf } from '../../source/resolved.ts'
import type { SourcedText } from '../../source/sourced-text.ts'
import type { ConfigFiles } from '../config-files.ts'
import type { ParsedWords } from '../parsing/option.ts'
import { parsePythonInt } from '../parsing/python-numbers.ts'
import type { Setting } from '../program.ts'

/** What the application sets. */
export interface ApplicationSettings {
  readonly settings: ReadonlyMap<string, Setting>
  readonly doubts: readonly string[]
}

/**
 * Names in a configuration by setting: the new one, and the old one of celery 3. With Django's `namespace='CELERY'` the
 * new ones are in capitals behind CELERY_. Source: https://docs.celeryq.dev/en/stable/userguide/configuration.html
 */
const NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['concurrency', ['worker_concurrency', 'CELERYD_CONCURRENCY']],
  ['pool', ['worker_pool', 'CELERYD_POOL']],
  ['prefetch_multiplier', ['worker_prefetch_multiplier', 'CELERYD_PREFETCH_MULTIPLIER']],
  ['max_tasks_per_child', ['worker_max_tasks_per_child', 'CELERYD_MAX_TASKS_PER_CHILD']],
  ['max_memory_per_child', ['worker_max_memory_per_child', 'CELERYD_MAX_MEMORY_PER_CHILD']],
  ['time_limit', ['task_time_limit', 'CELERYD_TASK_TIME_LIMIT']],
  ['soft_time_limit', ['task_soft_time_limit', 'CELERYD_TASK_SOFT_TIME_LIMIT']],
])

/** The settings of the application, the words behind `--` over its Python configuration. */
export function applicationSettings(
  parsed: ParsedWords,
  invocation: Invocation,
  files: ConfigFiles,
): ApplicationSettings {
  const python = pythonSettings(applicationPackage(parsed), invocation, files)
  return { settings: new Map([...python.settings, ...surplusSettings(parsed)]), doubts: python.doubts }
}

/** `worker.concurrency=9`, `.concurrency=9` or `worker_concurrency=9` behind `--`. */
function surplusSettings(parsed: ParsedWords): ReadonlyMap<string, Setting> {
  const settings = new Map<string, Setting>()
  for (const word of parsed.positionals) {
    const match = /^(?:worker)?[._](\w+)=(.*)$/i.exec(stringOf(word) ?? '')
    if (match?.[1] === undefined || match[2] === undefined || !word.known) continue
    const at = word.text.segments[0]?.location
    const value = parsePythonInt(match[2]) ?? match[2]
    settings.set(match[1].toLowerCase(), { known: true, value, origin: 'cli', at, writtenAs: match[0] })
  }
  return settings
}

/** The package of `-A proj.celery:app`: `proj`. */
function applicationPackage(parsed: ParsedWords): string | null {
  const app = parsed.options.find((option) => option.spec.setting === 'app')?.value
  const name = app === undefined || app === null ? null : stringOf(app)
  return name === null ? null : (name.split(/[.:]/)[0] ?? null)
}

/**
 * What the repository's Python sets. A file of the application's package decides; one elsewhere may belong to another
 * application, so its values are unknown rather than believed.
 */
function pythonSettings(application: string | null, invocation: Invocation, files: ConfigFiles): ApplicationSettings {
  const settings = new Map<string, Setting>()
  const doubts: string[] = []
  for (const text of candidateFiles(files)) {
    const path = text.segments[0]?.location.file.path ?? ''
    const outcome = evaluateModule(text, {
      environment: invocation.environment,
      fileName: path,
      workingDirectory: invocation.workingDirectory,
    })
    const isOwn = /(^|\/)celeryconfig\.py$/.test(path) || isInPackage(path, application)
    for (const [name, value] of settingsOf(outcome)) {
      const setting = isOwn ? toSetting(value) : doubtful(name, path, value)
      const before = settings.get(name)
      if (before === undefined || (isOwn && !before.known)) settings.set(name, setting)
      if (!isOwn) doubts.push(`${path} sets ${name} for some celery application`)
    }
  }
  return { settings, doubts: [...new Set(doubts)].slice(0, 1) }
}

function candidateFiles(files: ConfigFiles): readonly SourcedText[] {
  const words = [...NAMES.values()].flatMap(([name = '', old = '']) => [name, old, `CELERY_${name.toUpperCase()}`])
  return files.searchPython(words).filter((text) => {
    const path = text.segments[0]?.location.file.path ?? ''
    return !/(^|\/)site-packages\/|(^|\/)test_[^/]*$/.test(path)
  })
}

/** Values by setting: module names, attributes such as `app.conf.worker_concurrency`, and keywords of `conf.update(…)`. */
function settingsOf(outcome: ModuleOutcome): ReadonlyMap<string, Resolved<PythonValue>> {
  const found = new Map<string, Resolved<PythonValue>>()
  for (const [setting, [name = '', old = '']] of NAMES) {
    for (const candidate of [old, name, `CELERY_${name.toUpperCase()}`]) {
      const direct = outcome.names.get(candidate) ?? valueOfAttribute(outcome, candidate)
      if (direct !== undefined) found.set(setting, direct)
      for (const call of outcome.calls) {
        const keyword = /(^|\.)(update|Celery)$/.test(call.name) ? call.keywords.get(candidate) : undefined
        if (keyword !== undefined) found.set(setting, keyword)
      }
    }
  }
  return found
}

function valueOfAttribute(outcome: ModuleOutcome, name: string): Resolved<PythonValue> | undefined {
  for (const [dotted, value] of outcome.names) {
    if (dotted.endsWith(`.conf.${name}`)) return value
  }
  return undefined
}

function toSetting(value: Resolved<PythonValue>): Setting {
  const at = placeOf(value)
  if (!value.known) return { known: false, why: value.why, dependsOn: value.dependsOn, at }
  const plain = value.value
  if (typeof plain === 'bigint') return { known: true, value: Number(plain), origin: 'configFile', at }
  if (plain === null || typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean') {
    return { known: true, value: plain, origin: 'configFile', at }
  }
  return { known: false, why: 'the application computes it', at }
}

function doubtful(name: string, path: string, value: Resolved<PythonValue>): Setting {
  return { known: false, why: `${path} sets ${name}, perhaps for this application`, at: placeOf(value) }
}

function placeOf(value: Resolved<PythonValue>): Location | undefined {
  if (!value.known) return value.at
  return value.origin.kind === 'default' ? undefined : value.origin.at
}

function isInPackage(path: string, application: string | null): boolean {
  return application !== null && new RegExp(`(^|/)${escapePattern(application)}(/|\\.py$)`).test(path)
}

function escapePattern(text: string): string {
  return text.replace(/[^\w]/g, '\\$&')
}
