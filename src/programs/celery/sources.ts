/** Found options and CELERY_* variables to settings. */

import { type Environment, lookupVariable } from '../../source/environment.ts'
import { largestOf } from '../../source/lists.ts'
import { settingFromOption, unknownSetting } from '../parsing/convert.ts'
import type { OptionSpec, ParsedWords } from '../parsing/option.ts'
import type { Setting, StartupError } from '../program.ts'
import { convertClick } from './values.ts'

/** Settings of one source; `opaque` says that it may set any other too. */
export interface ConvertedOptions {
  readonly settings: ReadonlyMap<string, Setting>
  readonly error: StartupError | null
  readonly opaque: { readonly why: string; readonly dependsOn?: 'cpu_count' | undefined } | null
}

/** Converts found options: of several with one name only the last is looked at, as click does. */
export function convertOptions(parsed: ParsedWords, table: readonly OptionSpec[]): ConvertedOptions {
  const settings = new Map<string, Setting>()
  let error: StartupError | null = null
  const lastOpaque = Math.max(-1, largestOf(parsed.opaque.map((opaque) => opaque.index)))
  const last = new Map(parsed.options.map((option) => [option.spec.setting, option]))
  for (const option of last.values()) {
    const isOwn = table.some((spec) => spec.setting === option.spec.setting)
    if (!isOwn) continue
    if (option.index < lastOpaque) continue
    if (option.value === null) {
      settings.set(option.spec.setting, settingFromOption(option, true, 'cli'))
    } else if (!option.value.known) {
      settings.set(option.spec.setting, unknownSetting(option.value, option.flag))
    } else {
      const converted = convertClick(option.spec, option.value.text.value)
      if (converted.kind === 'value')
        settings.set(option.spec.setting, settingFromOption(option, converted.value, 'cli'))
      else error ??= { message: converted.message, at: option.at, setting: option.spec.setting }
    }
  }
  const opaque = parsed.opaque.at(-1)
  return { settings, error, opaque: opaque === undefined ? null : { why: opaque.why, dependsOn: opaque.dependsOn } }
}

/** An option with its variable. */
export interface OptionVariable {
  readonly spec: OptionSpec
  readonly name: string
}

/** The variables of options, such as CELERY_WORKER_CONCURRENCY. */
export function variablesOf(table: readonly OptionSpec[], prefix: string): readonly OptionVariable[] {
  return table.map((spec) => ({ spec, name: prefix + spec.setting.toUpperCase() }))
}

/**
 * Every option has a variable that counts where the command line does not give it, such as CELERY_WORKER_CONCURRENCY; an empty one counts as unset.
 * Source: https://click.palletsprojects.com/en/stable/options/#values-from-environment-variables
 */
export function readVariables(
  environment: Environment,
  variables: readonly OptionVariable[],
  given: ConvertedOptions,
): ConvertedOptions {
  const settings = new Map<string, Setting>()
  let error: StartupError | null = null
  for (const { spec, name } of variables) {
    if (given.settings.has(spec.setting)) continue
    const value = lookupVariable(environment, name)
    if (value === undefined) continue
    if (!value.known) {
      if (environment.variables.has(name) || mayHold(environment, spec.setting)) {
        settings.set(spec.setting, unknownSetting(value, name))
      }
      continue
    }
    if (value.text.value === '') continue
    const converted = convertClick(spec, value.text.value)
    const at = value.text.segments[0]?.location
    if (converted.kind === 'refused') error ??= { message: converted.message, at, setting: spec.setting }
    else
      settings.set(spec.setting, {
        known: true,
        value: converted.value,
        origin: 'env',
        at,
        text: value.text,
        writtenAs: name,
      })
  }
  return { settings, error, opaque: null }
}

/**
 * Settings that a source which cannot be seen may well hold: a ConfigMap any number, a Secret at most the one that people
 * set by a variable. Flags and paths are not expected there.
 */
function mayHold(environment: Environment, setting: string): boolean {
  return environment.open?.source === 'secret' ? setting === 'concurrency' : NUMBERS_AND_NAMES.has(setting)
}

const NUMBERS_AND_NAMES: ReadonlySet<string> = new Set([
  'concurrency',
  'pool',
  'autoscale',
  'prefetch_multiplier',
  'max_tasks_per_child',
  'max_memory_per_child',
  'time_limit',
  'soft_time_limit',
  'queues',
])
