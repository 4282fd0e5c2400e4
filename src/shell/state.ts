/** The state of a shell between two commands; branches that cannot be decided run on copies that are joined again. */
import type { ResolvedText, Unknown } from '../source/resolved.ts'
import type { Command } from './syntax.ts'
import { isSameText, mergeTexts, unknown } from './values.ts'

/** A scalar, an indexed array (by position) or an associative array; null is declared but not set. */
export type VariableValue =
  | { readonly kind: 'scalar'; readonly text: ResolvedText }
  | { readonly kind: 'array'; readonly elements: ReadonlyMap<number, ResolvedText> }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, ResolvedText> }
  | { readonly kind: 'unset' }

/** A shell variable. */
export interface Variable {
  readonly value: VariableValue
  readonly isExported: boolean
  readonly isReadonly: boolean
  readonly isInteger: boolean
  readonly changesCase: 'upper' | 'lower' | null
}

/** `$?`: `isCertain` is false where the success of a program is assumed; a null code is unknown. */
export interface Status {
  readonly code: number | null
  readonly isCertain: boolean
}

/** The states that left a loop, a function or a shell before its end. */
export interface Frame {
  readonly leaving: State[]
  readonly continuing: State[]
}

/** Everything that commands read and change. */
export interface State {
  variables: Map<string, Variable>
  functions: Map<string, Command>
  /** Variables that are certainly unset although the environment is open. */
  unsetNames: Set<string>
  /** Set when variables may exist that cannot be seen. */
  open: Omit<Unknown, 'known'> | null
  parameters: readonly ResolvedText[]
  name: ResolvedText
  workingDirectory: string | null
  options: ReadonlySet<string>
  status: Status
  /** Nothing runs any more: the shell has ended or become another program, or the loop or function was left. */
  isDead: boolean
  /** How much of all possible runs comes here: 1 is every run, halved at each condition that cannot be decided. */
  mass: number
  /** What was written to standard output in a command substitution; null outside. */
  output: ResolvedText | null
  input: ResolvedText | null
  isInSubshell: boolean
  isInPipeline: boolean
  isBackground: boolean
  hasTraps: boolean
  /** Values that `local` hid, innermost last. */
  hidden: readonly { readonly name: string; readonly variable: Variable | undefined }[]
  loops: readonly Frame[]
  call: Frame | null
  shell: Frame
}

/** A new frame. */
export function createFrame(): Frame {
  return { leaving: [], continuing: [] }
}

/** An independent copy. */
export function copyState(state: State): State {
  return {
    ...state,
    variables: new Map(state.variables),
    functions: new Map(state.functions),
    unsetNames: new Set(state.unsetNames),
  }
}

/** Makes `state` what `other` is. */
export function replaceState(state: State, other: State): void {
  Object.assign(state, other)
}

/** A copy for one of `branches` runs that cannot be told apart. */
export function forkState(state: State, branches: number): State {
  return { ...copyState(state), mass: state.mass / branches }
}

/** Makes `state` what is common to all branches that are still alive; without any it is dead. */
export function joinStates(state: State, branches: readonly State[]): void {
  const alive = branches.filter((branch) => !branch.isDead)
  const [first, ...others] = alive
  if (first === undefined) {
    state.isDead = true
    return
  }
  let joined = first
  for (const other of others) joined = joinPair(joined, other)
  replaceState(state, joined)
}

function joinPair(a: State, b: State): State {
  const isSame =
    a.parameters.length === b.parameters.length && a.parameters.every((text, i) => isSameIn(text, b.parameters[i]))
  return {
    ...a,
    variables: joinVariables(a, b),
    functions: new Map([...b.functions, ...a.functions]),
    unsetNames: new Set([...a.unsetNames].filter((name) => b.unsetNames.has(name))),
    open: a.open ?? b.open,
    parameters: isSame ? a.parameters : [severalUnknown()],
    workingDirectory: a.workingDirectory === b.workingDirectory ? a.workingDirectory : null,
    status: joinStatus(a.status, b.status),
    mass: a.mass + b.mass,
    output: a.output === null || b.output === null ? a.output : mergeTexts('the output', a.output, b.output),
    hasTraps: a.hasTraps || b.hasTraps,
  }
}

function isSameIn(a: ResolvedText, b: ResolvedText | undefined): boolean {
  return b !== undefined && isSameText(a, b)
}

function severalUnknown(): ResolvedText {
  const text = unknown('the parameters depend on a condition that cannot be decided', undefined)
  return text.known ? text : { ...text, mayBeSeveral: true }
}

function joinStatus(a: Status, b: Status): Status {
  if (a.code === b.code) return { code: a.code, isCertain: a.isCertain && b.isCertain }
  return { code: null, isCertain: false }
}

function joinVariables(a: State, b: State): Map<string, Variable> {
  const joined = new Map<string, Variable>()
  for (const name of new Set([...a.variables.keys(), ...b.variables.keys()])) {
    const left = a.variables.get(name)
    const right = b.variables.get(name)
    if (left !== undefined && left === right) joined.set(name, left)
    else joined.set(name, joinVariable(name, left ?? unsetVariable, right ?? unsetVariable))
  }
  return joined
}

/** A variable that is not set. */
export const unsetVariable: Variable = {
  value: { kind: 'unset' },
  isExported: false,
  isReadonly: false,
  isInteger: false,
  changesCase: null,
}

function joinVariable(name: string, a: Variable, b: Variable): Variable {
  const isExported = a.isExported || b.isExported
  if (isSameValue(a.value, b.value)) return { ...a, isExported }
  return { ...a, isExported, value: joinValues(name, a.value, b.value) }
}

function joinValues(name: string, a: VariableValue, b: VariableValue): VariableValue {
  if (a.kind === 'scalar' && b.kind === 'scalar') return { kind: 'scalar', text: mergeTexts(name, a.text, b.text) }
  const text = unknown(`${name} depends on a condition that cannot be decided`, undefined)
  const isList = a.kind === 'array' || b.kind === 'array' || a.kind === 'map' || b.kind === 'map'
  if (!isList || text.known) return { kind: 'scalar', text }
  return { kind: 'array', elements: new Map([[0, { ...text, mayBeSeveral: true }]]) }
}

/** Do two variables hold the same? */
export function isSameValue(a: VariableValue, b: VariableValue): boolean {
  if (a === b) return true
  if (a.kind === 'scalar') return b.kind === 'scalar' && isSameText(a.text, b.text)
  if (a.kind === 'array') return b.kind === 'array' && isSameMap(a.elements, b.elements)
  if (a.kind === 'map') return b.kind === 'map' && isSameMap(a.entries, b.entries)
  return b.kind === 'unset'
}

function isSameMap<K>(a: ReadonlyMap<K, ResolvedText>, b: ReadonlyMap<K, ResolvedText>): boolean {
  if (a.size !== b.size) return false
  for (const [key, text] of a) if (!isSameIn(text, b.get(key))) return false
  return true
}
