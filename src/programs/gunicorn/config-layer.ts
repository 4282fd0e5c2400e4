/** gunicorn's configuration file: the one that `-c` names, else `gunicorn.conf.py` in the working directory. */
import type { Invocation } from '../../commands/invocation.ts'
import { evaluateModule, type ModuleOutcome, type PythonValue } from '../../python/evaluate.ts'
import type { Location } from '../../source/location.ts'
import type { Resolved } from '../../source/resolved.ts'
import type { SourcedText } from '../../source/sourced-text.ts'
import type { ConfigFile, ConfigFiles } from '../config-files.ts'
import type { Setting, SettingValue, StartupError } from '../program.ts'
import type { Layer } from './layer.ts'
import { GUNICORN_SETTINGS, type GunicornSetting } from './settings-table.ts'
import { convertConfigValue } from './values.ts'

const EMPTY: Layer = { settings: new Map(), error: null, opaque: null, doubts: [] }
const DEFAULT_FILE = 'gunicorn.conf.py'

/** Reads the settings of the configuration file. `config` is the setting that names it, when one does. */
export function readConfigLayer(config: Setting | undefined, invocation: Invocation, files: ConfigFiles): Layer {
  if (config?.known === false) return { ...EMPTY, opaque: { why: config.why, dependsOn: config.dependsOn } }
  const name = config === undefined || typeof config.value !== 'string' ? null : config.value
  const file = findFile(name, invocation, files)
  switch (file.kind) {
    case 'absent':
      return EMPTY
    case 'unknown':
      return { ...EMPTY, opaque: { why: file.why }, doubts: [file.why] }
    case 'possible':
      return possibleLayer(file, invocation)
    case 'text':
      return layerOf(file.text, invocation)
  }
}

function findFile(name: string | null, invocation: Invocation, files: ConfigFiles): ConfigFile {
  const { workingDirectory } = invocation
  if (name === null) return files.readDiscovered(DEFAULT_FILE, workingDirectory)
  if (name.startsWith('python:')) {
    const path = `${name.slice('python:'.length).replaceAll('.', '/')}.py`
    return files.readNamed(path, workingDirectory)
  }
  return files.readNamed(name.replace(/^file:/, ''), workingDirectory)
}

/** Files that may be the one make unknown what any of them sets. */
function possibleLayer(file: Extract<ConfigFile, { kind: 'possible' }>, invocation: Invocation): Layer {
  const settings = new Map<string, Setting>()
  for (const text of file.texts) {
    for (const name of layerOf(text, invocation).settings.keys()) settings.set(name, { known: false, why: file.why })
  }
  return { ...EMPTY, settings, doubts: settings.size === 0 ? [] : [file.why] }
}

/** CPU counts of a small and a large node: a value that is the same on both does not depend on the node. */
const NODE_SIZES = [6, 61] as const

function layerOf(text: SourcedText, invocation: Invocation): Layer {
  const context = {
    environment: invocation.environment,
    fileName: DEFAULT_FILE,
    workingDirectory: invocation.workingDirectory,
  }
  const layer = readLayer(evaluateModule(text, context))
  const dependent = [...layer.settings].filter(([, setting]) => !setting.known && setting.dependsOn === 'cpu_count')
  if (dependent.length === 0) return layer
  const [small, large] = NODE_SIZES.map((cpuCount) => readLayer(evaluateModule(text, { ...context, cpuCount })))
  const settings = new Map(layer.settings)
  for (const [name] of dependent) {
    const a = small?.settings.get(name)
    const b = large?.settings.get(name)
    if (a?.known === true && b?.known === true && JSON.stringify(a.value) === JSON.stringify(b.value))
      settings.set(name, a)
  }
  return { ...layer, settings }
}

function readLayer(outcome: ModuleOutcome): Layer {
  const settings = new Map<string, Setting>()
  let error: StartupError | null = outcome.error === null ? null : { ...outcome.error, setting: null }
  for (const setting of GUNICORN_SETTINGS) {
    const value = outcome.names.get(setting.name)
    if (value === undefined) continue
    const read = readValue(setting, value)
    if ('message' in read) error ??= { message: read.message, at: placeOf(value), setting: setting.name }
    else settings.set(setting.name, read)
  }
  const gap = gapOf(outcome)
  return { settings, error, opaque: gap, doubts: gap === null ? [] : [gap.why] }
}

/** What may be set beyond the names that were seen. */
function gapOf(outcome: ModuleOutcome): Layer['opaque'] {
  if (outcome.open !== null) return { why: outcome.open.why, dependsOn: outcome.open.dependsOn }
  return outcome.incomplete === null ? null : { why: outcome.incomplete.why }
}

function readValue(setting: GunicornSetting, value: Resolved<PythonValue>): Setting | { readonly message: string } {
  const at = placeOf(value)
  if (!value.known) return { known: false, why: value.why, dependsOn: value.dependsOn, at, writtenAs: setting.name }
  const plain = plainValue(value.value)
  if (setting.kind === 'hook') return { known: true, value: null, origin: 'configFile', at }
  if (plain === undefined) return { known: false, why: `${setting.name} is an object of the configuration file`, at }
  const isFloat = typeof value.value === 'number'
  const converted = convertConfigValue(setting, plain, isFloat)
  if (converted.kind === 'refused') return converted
  return { known: true, value: converted.value, origin: 'configFile', at, writtenAs: setting.name }
}

/** Numbers, text, booleans, None and lists of text; undefined for other objects and lists with unknown items. */
function plainValue(value: PythonValue): SettingValue | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string')
    return value
  if (typeof value === 'bigint') return Number(value)
  if (value.kind !== 'list' && value.kind !== 'tuple') return undefined
  const items: (string | number)[] = []
  for (const item of value.items) {
    if (!item.known || (typeof item.value !== 'string' && typeof item.value !== 'bigint')) return undefined
    items.push(typeof item.value === 'bigint' ? Number(item.value) : item.value)
  }
  return items
}

function placeOf(value: Resolved<PythonValue>): Location | undefined {
  if (!value.known) return value.at
  return value.origin.kind === 'default' ? undefined : value.origin.at
}
