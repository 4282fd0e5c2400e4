/** gunicorn's defaults, two of which are variables: WEB_CONCURRENCY and PORT. */
import { type Environment, lookupVariable } from '../../source/environment.ts'
import { parsePythonInt } from '../parsing/python-numbers.ts'
import { pythonRepr } from '../parsing/python-repr.ts'
import type { Setting, Settings, StartupError } from '../program.ts'
import type { Layer } from './layer.ts'
import { GUNICORN_SETTINGS } from './settings-table.ts'

/** The defaults without any variable. */
export const DEFAULT_SETTINGS: Settings = new Map(
  GUNICORN_SETTINGS.map(({ name, default: value }) => [name, { known: true, value, origin: 'default' }]),
)

/** What the variables of an environment make of the defaults. */
export function defaultLayer(environment: Environment): Layer {
  const settings = new Map<string, Setting>()
  const error = readWebConcurrency(environment, settings)
  readPort(environment, settings)
  return { settings, error, opaque: null, doubts: [] }
}

/** `int(os.environ.get("WEB_CONCURRENCY", 1))`, read when gunicorn is imported. */
function readWebConcurrency(environment: Environment, settings: Map<string, Setting>): StartupError | null {
  const value = lookupVariable(environment, 'WEB_CONCURRENCY')
  if (value === undefined) return null
  if (!value.known) {
    settings.set('workers', {
      known: false,
      why: value.why,
      dependsOn: value.dependsOn,
      at: value.at,
      writtenAs: 'WEB_CONCURRENCY',
    })
    return null
  }
  const at = value.text.segments[0]?.location
  const count = parsePythonInt(value.text.value)
  if (count === null) {
    const message = `invalid literal for int() with base 10: ${pythonRepr(value.text.value)}`
    return { message, at, setting: 'workers' }
  }
  settings.set('workers', {
    known: true,
    value: count,
    origin: 'env',
    at,
    text: value.text,
    writtenAs: 'WEB_CONCURRENCY',
  })
  return count < 0 ? { message: `Value must be positive: ${count}`, at, setting: 'workers' } : null
}

/** The address is `0.0.0.0:$PORT`, stripped, when PORT is set at all, also to nothing. */
function readPort(environment: Environment, settings: Map<string, Setting>): void {
  const value = lookupVariable(environment, 'PORT')
  if (value === undefined) return
  if (!value.known) {
    settings.set('bind', { known: false, why: value.why, at: value.at, writtenAs: 'PORT' })
    return
  }
  const at = value.text.segments[0]?.location
  const address = `0.0.0.0:${value.text.value}`.trim()
  settings.set('bind', { known: true, value: [address], origin: 'env', at, writtenAs: 'PORT' })
}
