/** Reading the containers that stand beside a report. */
import { UserError } from '../source/errors.ts'
import type { JsonFleet } from './fleet-json.ts'
import type { JsonAmounts, JsonContainer, JsonProcess, JsonSetting } from './inspect-json.ts'
import type { MemoryNeed } from './memory-need.ts'
import { readWorkload } from './read-json-report.ts'
import { count, fields, list, nullable, oneOf, type Read, text, truth } from './shape.ts'

/** The fleet; text that is none is a {@link UserError} that says what is wrong with it. */
export function readJsonFleet(json: string): JsonFleet {
  const get = fields(parse(json), '')
  return {
    schemaVersion: get('schemaVersion', oneOf(1)),
    containers: get('containers', list(container)),
    needs: get('needs', list(need)),
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new UserError('the file is not JSON')
  }
}

const need: Read<MemoryNeed> = (value, at) => {
  const get = fields(value, at)
  return {
    file: get('file', text),
    line: get('line', count),
    workload: get('workload', readWorkload),
    container: get('container', text),
    bytes: get('bytes', nullable(count)),
  }
}

const container: Read<JsonContainer> = (value, at) => {
  const get = fields(value, at)
  return {
    file: get('file', text),
    line: get('line', count),
    workload: get('workload', readWorkload),
    container: get('container', text),
    role: get('role', text),
    replicas: get('replicas', (given, where) => {
      const of = fields(given, where)
      return { min: of('min', nullable(count)), max: of('max', nullable(count)), source: of('source', text) }
    }),
    resources: get('resources', (given, where) => {
      const of = fields(given, where)
      return { requests: of('requests', amounts), limits: of('limits', amounts), source: of('source', text) }
    }),
    status: get('status', text),
    why: get('why', nullable(text)),
    processes: get('processes', list(process)),
  }
}

/** Millicores and bytes of a manifest can be fractions. */
const amount: Read<number> = (value, at) => (typeof value === 'number' && value >= 0 ? value : count(value, at))

const amounts: Read<JsonAmounts> = (value, at) => {
  const get = fields(value, at)
  return { cpuMillicores: get('cpuMillicores', nullable(amount)), memoryBytes: get('memoryBytes', nullable(amount)) }
}

const process: Read<JsonProcess> = (value, at) => {
  const get = fields(value, at)
  return {
    program: get('program', text),
    role: get('role', text),
    argv: get('argv', list(nullable(text))),
    via: get('via', list(text)),
    pid1: get('pid1', truth),
    conditional: get('conditional', truth),
    env: get('env', record(nullable(text))),
    startupError: get('startupError', nullable(text)),
    settings: get('settings', record(setting)),
  }
}

const setting: Read<JsonSetting> = (value, at) => {
  const get = fields(value, at)
  const optional = <T>(name: string, read: Read<T>) =>
    get(name, (given, where) => (given === undefined ? undefined : read(given, where)))
  const [origin, why, dependsOn] = [optional('origin', text), optional('why', text), optional('dependsOn', text)]
  const place = optional('at', (given, where) => {
    const of = fields(given, where)
    return { file: of('file', text), line: of('line', count), column: of('column', count) }
  })
  return {
    known: get('known', truth),
    value: get('value', (given) => given),
    ...(origin === undefined ? {} : { origin }),
    ...(why === undefined ? {} : { why }),
    ...(dependsOn === undefined ? {} : { dependsOn }),
    ...(place === undefined ? {} : { at: place }),
  }
}

/** An object whose values are all of one shape. */
function record<T>(read: Read<T>): Read<Readonly<Record<string, T>>> {
  return (value, at) => {
    const get = fields(value, at)
    const names = typeof value === 'object' && value !== null ? Object.keys(value) : []
    return Object.fromEntries(names.map((name) => [name, get(name, read)]))
  }
}
