/** Functions of `os`, `multiprocessing`, `math`, `json` and others. */
import type { Call } from './calls.ts'
import { environmentValue } from './environment-values.ts'
import { notFollowed } from './expressions.ts'
import { allocate, type Machine, placeOf, type State, textOf } from './state.ts'
import {
  asNumber,
  type Entry,
  known,
  open,
  originOf,
  PythonRaise,
  type Result,
  typeName,
  unite,
  type Value,
} from './values.ts'

const cpuCounts = new Set([
  'os.cpu_count',
  'os.process_cpu_count',
  'multiprocessing.cpu_count',
  'psutil.cpu_count',
  'billiard.cpu_count',
  'joblib.cpu_count',
])

/** Calls a function of a module by its full name. */
export function callModuleFunction(call: Call, name: string): Result {
  const { machine, node, given } = call
  const { cpuCount } = machine.context
  if (cpuCount !== undefined && cpuCounts.has(name)) return known(BigInt(cpuCount))
  if (cpuCount !== undefined && name === 'os.sched_getaffinity') {
    const items = Array.from({ length: cpuCount }, (_, i) => known(BigInt(i)))
    return known(allocate(machine, call.state, { kind: 'set', items }))
  }
  if (cpuCounts.has(name))
    return open(`${textOf(machine, node)} is the CPU count of the node`, placeOf(machine, node), 'cpu_count')
  if (name === 'os.sched_getaffinity')
    return known(
      allocate(machine, call.state, {
        kind: 'set',
        items: [open('the CPUs of the node are elements', placeOf(machine, node), 'cpu_count')],
      }),
    )
  if (name === 'os.getenv') return getVariable(call)
  if (name === 'sys.exit') throw new PythonRaise('SystemExit', exitText(given.positional[0]), placeOf(machine, node))
  if (name === 'os.getcwd') {
    const { workingDirectory } = machine.context
    return workingDirectory === null ? notFollowed(machine, node) : known(workingDirectory)
  }
  const reason = unite(given.positional)
  if (reason !== null) {
    machine.doubts++
    return reason
  }
  const values = given.positional.flatMap((one) => (one.known ? [one.value] : []))
  const value = compute(call, name, values)
  return value === undefined ? notFollowed(machine, node) : known(value, originOf(given.positional))
}

function exitText(code: Result | undefined): string {
  if (code === undefined || !code.known || code.value === null) return ''
  return typeof code.value === 'object' ? '' : String(code.value)
}

/** `os.getenv` and `os.environ.get`. */
export function getVariable({ machine, node, given }: Call): Result {
  const [name, second] = given.positional
  if (name === undefined)
    throw new PythonRaise('TypeError', 'the name of the variable is missing', placeOf(machine, node))
  if (!name.known) return name
  if (typeof name.value !== 'string')
    throw new PythonRaise('TypeError', `str expected, not ${typeName(name.value)}`, placeOf(machine, node))
  return (
    environmentValue(machine, name.value, placeOf(machine, node)) ??
    second ??
    given.keywords.get('default') ??
    known(null)
  )
}

function compute(call: Call, name: string, values: readonly Value[]): Value | undefined {
  const [first] = values
  switch (name) {
    case 'math.ceil':
    case 'math.floor':
    case 'math.trunc': {
      const number = first === undefined ? null : asNumber(first)
      if (number === null)
        throw new PythonRaise('TypeError', `must be real number, not ${typeName(first ?? null)}`, undefined)
      if (typeof number === 'bigint') return number
      if (!Number.isFinite(number)) return undefined
      return BigInt(
        name === 'math.ceil' ? Math.ceil(number) : name === 'math.floor' ? Math.floor(number) : Math.trunc(number),
      )
    }
    case 'math.sqrt': {
      const number = first === undefined ? null : asNumber(first)
      if (number !== null && number < 0) throw new PythonRaise('ValueError', 'math domain error', undefined)
      return number === null ? undefined : Math.sqrt(Number(number))
    }
    case 'json.loads':
      return typeof first === 'string' ? parseJson(call, first) : undefined
    case 'os.path.join':
      return values.every((value) => typeof value === 'string') ? joinPaths(values.map(String)) : undefined
    case 'os.path.dirname':
      return typeof first === 'string'
        ? first.replace(/\/*[^/]*$/, '') || (first.startsWith('/') ? '/' : '')
        : undefined
    case 'os.path.basename':
      return typeof first === 'string' ? first.slice(first.lastIndexOf('/') + 1) : undefined
    case 'os.path.abspath':
    case 'os.path.realpath': {
      const { workingDirectory } = call.machine.context
      return typeof first === 'string' && (first.startsWith('/') || workingDirectory !== null)
        ? normalize(first.startsWith('/') ? first : `${workingDirectory}/${first}`)
        : undefined
    }
    case 'os.path.normpath':
      return typeof first === 'string' && first.startsWith('/') ? normalize(first) : undefined
    default:
      return undefined
  }
}

function joinPaths(parts: readonly string[]): string {
  return parts.reduce((path, part) =>
    part.startsWith('/') ? part : path === '' || path.endsWith('/') ? path + part : `${path}/${part}`,
  )
}

function normalize(path: string): string {
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return `/${steps.join('/')}`
}

function parseJson({ machine, state }: Call, text: string): Value | undefined {
  if (text.length > 20_000) return undefined
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw new PythonRaise('JSONDecodeError', 'the text is not JSON', undefined)
  }
  return fromJson(machine, state, {
    parsed,
    isFloat: (value) => new RegExp(`(?<![\\d.])${String(value).replace('.', '\\.')}(?:\\.0+|[eE])`).test(text),
  })
}

interface Parsed {
  readonly parsed: unknown
  readonly isFloat: (value: number) => boolean
}

function fromJson(machine: Machine, state: State, { parsed, isFloat }: Parsed): Value | undefined {
  if (parsed === null || typeof parsed === 'boolean' || typeof parsed === 'string') return parsed
  if (typeof parsed === 'number') return Number.isSafeInteger(parsed) && !isFloat(parsed) ? BigInt(parsed) : parsed
  if (Array.isArray(parsed)) {
    const items = parsed.map((one: unknown) => fromJson(machine, state, { parsed: one, isFloat }))
    return allocate(machine, state, { kind: 'list', items: items.map((one) => known(one ?? null)) })
  }
  if (typeof parsed !== 'object') return undefined
  const entries = Object.entries(parsed).map(([key, one]): readonly [string, Entry] => [
    `s${key}`,
    { key, value: known(fromJson(machine, state, { parsed: one, isFloat }) ?? null) },
  ])
  return allocate(machine, state, { kind: 'dict', entries: new Map(entries) })
}
