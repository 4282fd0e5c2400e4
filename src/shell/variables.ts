/** Reading and writing shell variables. */
import type { Environment } from '../source/environment.ts'
import type { Location } from '../source/location.ts'
import { knownValue, type ResolvedText } from '../source/resolved.ts'
import { evaluateArithmetic } from './arithmetic.ts'
import { mapText } from './changed-text.ts'
import { isBash } from './dialect.ts'
import { type Machine, stopShell } from './machine.ts'
import { type State, unsetVariable, type Variable, type VariableValue } from './state.ts'
import { unknown } from './values.ts'

const shellProvided = new Set([
  ...[
    'HOME',
    'HOSTNAME',
    'PATH',
    'PWD',
    'OLDPWD',
    'PPID',
    'SHELL',
    'SHLVL',
    'TERM',
    '_',
    'LINENO',
    'PS1',
    'PS2',
    'PS4',
  ],
])
const providedByBash = new Set([
  ...['RANDOM', 'SRANDOM', 'UID', 'EUID', 'GROUPS', 'SECONDS', 'EPOCHSECONDS', 'EPOCHREALTIME', 'OSTYPE', 'HOSTTYPE'],
  ...[
    'MACHTYPE',
    'BASH',
    'BASHPID',
    'BASH_VERSION',
    'BASH_VERSINFO',
    'BASH_SOURCE',
    'FUNCNAME',
    'DIRSTACK',
    'SHELLOPTS',
  ],
  ...['BASHOPTS', 'PIPESTATUS'],
])

/** The variable as the shell sees it; undefined when it is certainly not set. */
export function readVariable(machine: Machine, state: State, name: string): VariableValue | undefined {
  const variable = state.variables.get(name)
  if (variable !== undefined) return variable.value.kind === 'unset' ? undefined : variable.value
  if (state.unsetNames.has(name)) return undefined
  if (name === 'PWD' && state.workingDirectory !== null) return scalar(knownValue(state.workingDirectory))
  if (name === 'IFS') return scalar(knownValue(' \t\n'))
  if (name === 'OPTIND') return scalar(knownValue('1'))
  if (state.open !== null) {
    return scalar(unknown(`${name} may be set by ${state.open.why}`, state.open.at, state.open.dependsOn))
  }
  const isProvided = shellProvided.has(name) || name.startsWith('KUBERNETES_') || isProvidedByDialect(machine, name)
  return isProvided ? scalar(unknown(`${name} is set when the container runs`, undefined)) : undefined
}

function isProvidedByDialect(machine: Machine, name: string): boolean {
  if (machine.dialect === 'busybox' || machine.dialect === 'posix') return name === 'RANDOM'
  return isBash(machine.dialect) && providedByBash.has(name)
}

/** A value that is one text. */
export function scalar(text: ResolvedText): VariableValue {
  return { kind: 'scalar', text }
}

/** What `$name` gives: the text, or element 0 of an array. */
export function textOf(value: VariableValue | undefined): ResolvedText | undefined {
  switch (value?.kind) {
    case 'scalar':
      return value.text
    case 'array': {
      const first = value.elements.get(0)
      return first !== undefined && !first.known && first.mayBeSeveral ? { ...first, mayBeSeveral: false } : first
    }
    case 'map':
      return value.entries.get('0')
    default:
      return undefined
  }
}

/** Sets a variable; writing to a readonly one ends the shell. False when it does. */
export function writeVariable(
  machine: Machine,
  state: State,
  name: string,
  value: VariableValue,
  at?: Location,
): boolean {
  const before = state.variables.get(name) ?? unsetVariable
  if (before.isReadonly) {
    stopShell(machine, state, { why: `${name} is readonly`, at })
    return false
  }
  const isExported = before.isExported || state.options.has('allexport')
  state.variables.set(name, { ...before, isExported, value: withAttributes(machine, state, before, value) })
  return true
}

function withAttributes(machine: Machine, state: State, variable: Variable, value: VariableValue): VariableValue {
  if (value.kind !== 'scalar') return value
  if (variable.isInteger) return scalar(evaluateArithmetic(machine, state, value.text).text)
  const { changesCase } = variable
  if (changesCase === null) return value
  return scalar(mapText(value.text, (text) => (changesCase === 'upper' ? text.toUpperCase() : text.toLowerCase())))
}

/** Changes the attributes of a variable, creating it unset where needed. */
export function markVariable(state: State, name: string, attributes: Partial<Omit<Variable, 'value'>>): void {
  const before = state.variables.get(name)
  if (before === undefined && state.open !== null && !state.unsetNames.has(name)) return
  state.variables.set(name, { ...(before ?? unsetVariable), ...attributes })
}

/** Unsets a variable; it stays unset although the environment may be open. */
export function unsetName(state: State, name: string): void {
  state.variables.delete(name)
  state.unsetNames.add(name)
}

/** The environment that a program started now would get. */
export function exportedEnvironment(state: State): Environment {
  const variables = new Map<string, ResolvedText>()
  for (const [name, variable] of state.variables) {
    if (variable.isExported && variable.value.kind === 'scalar') variables.set(name, variable.value.text)
  }
  return { variables, open: state.open }
}
