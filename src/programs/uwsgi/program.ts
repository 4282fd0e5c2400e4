/** uWSGI: options from the command line, UWSGI_* variables and configuration files. */
import type { Invocation } from '../../commands/invocation.ts'
import { lookupVariable } from '../../source/environment.ts'
import { type ResolvedText, stringOf } from '../../source/resolved.ts'
import { concatText, type SourcedText, sliceText } from '../../source/sourced-text.ts'
import type { ConfigFiles } from '../config-files.ts'
import { placeOf } from '../parsing/option.ts'
import type { ProcessModel, Program, ProgramProcess, Setting, SettingOrigin, SettingType } from '../program.ts'
import type { ProgramWords } from '../program-words.ts'
import { readConfigFile } from './config-file.ts'
import { CONFIG_OPTIONS, optionNamed, UWSGI_OPTIONS, type UwsgiOption } from './options.ts'

/** Configuration files that include one another deeper than this are not followed. */
const DEEPEST_INCLUDE = 5

/** uWSGI. Later options win; variables come first. Source: https://uwsgi-docs.readthedocs.io/en/latest/Configuration.html */
export const program: Program = {
  name: 'uwsgi',
  executables: ['uwsgi', 'uwsgi-core', 'pyuwsgi'],
  settingTypes: new Map(UWSGI_OPTIONS.map((option) => [option.setting, settingType(option)])),
  read: readUwsgi,
}

function readUwsgi(words: ProgramWords, invocation: Invocation, files: ConfigFiles): readonly ProgramProcess[] {
  const reading: Reading = {
    invocation,
    files,
    settings: new Map(
      UWSGI_OPTIONS.map(({ setting, default: value }) => [setting, { known: true, value, origin: 'default' }]),
    ),
    doubts: [],
  }
  readVariables(reading)
  if (!readWords(words.words, reading)) return []
  return [
    {
      program: 'uwsgi',
      role: 'web',
      invocation,
      settings: reading.settings,
      startupError: null,
      model: modelOf(reading.settings),
      sizeSetting: 'processes',
      readsVariables: UWSGI_OPTIONS.flatMap((option) => option.names.map(variableName)),
      flags: new Map(UWSGI_OPTIONS.map((option) => [option.setting, `--${option.names[0]}`])),
      optionsFrom: words.offset,
      doubts: reading.doubts,
    },
  ]
}

interface Reading {
  readonly invocation: Invocation
  readonly files: ConfigFiles
  readonly settings: Map<string, Setting>
  readonly doubts: string[]
}

function variableName(name: string): string {
  return `UWSGI_${name.replaceAll('-', '_').toUpperCase()}`
}

function readVariables(reading: Reading): void {
  for (const option of UWSGI_OPTIONS) {
    for (const name of option.names) {
      const value = reading.invocation.environment.variables.get(variableName(name))
      if (value !== undefined) setOption(option, value, 'env', variableName(name), reading)
    }
  }
  for (const name of CONFIG_OPTIONS) {
    const value = reading.invocation.environment.variables.get(variableName(name))
    if (value?.known === true) include(value.text.value, 0, reading)
  }
}

/** Reads the command line; false for commands that end by themselves. */
function readWords(words: readonly ResolvedText[], reading: Reading): boolean {
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (word === undefined) continue
    const text = word.known ? word.text.value : word.prefix.value
    if (text === '--version' || text === '--help' || text === '-h') return false
    const long = /^--([\w-]+)(?:=|$)/.exec(text)?.[1]
    const value = text.includes('=') && long !== undefined ? glued(word, text.indexOf('=') + 1) : words[at + 1]
    if (long !== undefined && CONFIG_OPTIONS.has(long)) {
      includeWord(value, reading)
      continue
    }
    const option = long === undefined ? shortOption(text) : optionNamed(long)
    if (option === undefined) {
      if (word.known && /\.(ini|ya?ml|json)$/.test(text) && !text.startsWith('-')) include(text, 0, reading)
      continue
    }
    const inWord = long === undefined && text.length > 2 ? glued(word, 2) : undefined
    const given = option.type === 'boolean' ? undefined : (inWord ?? value)
    if (given === undefined)
      reading.settings.set(option.setting, {
        known: true,
        value: true,
        origin: 'cli',
        at: placeOf(word),
        writtenAs: text,
      })
    else setOption(option, given, 'cli', long === undefined ? text.slice(0, 2) : `--${long}`, reading)
  }
  return true
}

function shortOption(text: string): UwsgiOption | undefined {
  if (!/^-[A-Za-z]/.test(text)) return undefined
  return UWSGI_OPTIONS.find((option) => option.short === text[1])
}

function glued(word: ResolvedText, from: number): ResolvedText {
  if (!word.known) return { ...word, prefix: sliceText(word.prefix, from, word.prefix.value.length) }
  return { known: true, text: sliceText(word.text, from, word.text.value.length) }
}

function includeWord(word: ResolvedText | undefined, reading: Reading): void {
  const path = word === undefined ? null : stringOf(word)
  if (path === null) reading.doubts.push('the name of the configuration file is not known')
  else include(path, 0, reading)
}

function include(path: string, depth: number, reading: Reading): void {
  const file = reading.files.readNamed(path.replace(/:\w*$/, ''), reading.invocation.workingDirectory)
  if (file.kind !== 'text' || depth > DEEPEST_INCLUDE) {
    const why = file.kind === 'unknown' || file.kind === 'possible' ? file.why : `${path} cannot be read`
    if (file.kind === 'absent') return
    reading.doubts.push(why)
    for (const [name, setting] of reading.settings) {
      if (setting.known && setting.origin === 'default') reading.settings.set(name, { known: false, why })
    }
    return
  }
  for (const { name, value } of readConfigFile(path, file.text)) {
    if (CONFIG_OPTIONS.has(name)) {
      include(value.value, depth + 1, reading)
      continue
    }
    const option = optionNamed(name)
    if (option !== undefined) setOption(option, fillPlaceholders(value, reading), 'configFile', name, reading)
  }
}

/** `%k` is the CPU count of the node, `$(NAME)` a variable. Source: https://uwsgi-docs.readthedocs.io/en/latest/Configuration.html#magic-variables */
function fillPlaceholders(value: SourcedText, reading: Reading): ResolvedText {
  const unknown = (why: string, dependsOn?: 'cpu_count'): ResolvedText => ({
    known: false,
    why,
    dependsOn,
    at: value.segments[0]?.location,
    prefix: { value: '', segments: [] },
    mayBeSeveral: false,
  })
  if (/%k/.test(value.value)) return unknown('%k is the CPU count of the node', 'cpu_count')
  if (/%\(/.test(value.value)) return unknown(`${value.value} is computed by uWSGI`)
  const parts: SourcedText[] = []
  let from = 0
  for (const match of value.value.matchAll(/\$\((\w+)\)/g)) {
    const variable = lookupVariable(reading.invocation.environment, match[1] ?? '')
    if (variable === undefined) continue
    if (!variable.known) return variable
    parts.push(sliceText(value, from, match.index), variable.text)
    from = match.index + match[0].length
  }
  return {
    known: true,
    text: parts.length === 0 ? value : concatText([...parts, sliceText(value, from, value.value.length)]),
  }
}

function setOption(
  option: UwsgiOption,
  value: ResolvedText,
  origin: SettingOrigin,
  writtenAs: string,
  reading: Reading,
): void {
  if (!value.known) {
    reading.settings.set(option.setting, {
      known: false,
      why: value.why,
      dependsOn: value.dependsOn,
      at: placeOf(value),
      writtenAs,
    })
    return
  }
  const text = value.text.value.trim()
  // uWSGI reads numbers with atoi(): what is none counts as 0.
  const converted =
    option.type === 'int'
      ? Number.parseInt(text, 10) || 0
      : option.type === 'boolean'
        ? /^(true|1|yes|on|)$/i.test(text)
        : text
  reading.settings.set(option.setting, {
    known: true,
    value: converted,
    origin,
    at: placeOf(value),
    text: value.text,
    writtenAs,
  })
}

function modelOf(settings: ReadonlyMap<string, Setting>): ProcessModel | null {
  const number = (name: string) => {
    const setting = settings.get(name)
    return setting?.known === true && typeof setting.value === 'number' ? setting.value : null
  }
  const isUnset = (name: string) => {
    const setting = settings.get(name)
    return setting?.known === true && (setting.value === null || setting.value === 0)
  }
  if (!isUnset('gevent') || !isUnset('async')) {
    return { processes: number('processes'), threads: 1, concurrency: 'eventLoop', parents: 1 }
  }
  const threads = number('threads')
  return { processes: number('processes'), threads, concurrency: threads === 1 ? 'process' : 'thread', parents: 1 }
}

function settingType(option: UwsgiOption): SettingType {
  if (option.default === null) return 'any'
  if (option.type === 'int') return 'number'
  return option.type
}
