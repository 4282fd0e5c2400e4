/** `export`, `readonly`, `local`, `declare`, `unset` and `let`. */
import { knownText, type ResolvedText, stringOf } from '../source/resolved.ts'
import { sliceText } from '../source/sourced-text.ts'
import { evaluateArithmetic } from './arithmetic.ts'
import { assign } from './assignments.ts'
import { isBash } from './dialect.ts'
import { expandWords } from './expand.ts'
import { type Machine, stopShell } from './machine.ts'
import type { Invocation } from './simple.ts'
import { type State, unsetVariable, type Variable } from './state.ts'
import { markVariable, scalar, unsetName, writeVariable } from './variables.ts'
import { statusOf } from './verdict.ts'

interface Declaration {
  readonly attributes: Partial<Omit<Variable, 'value'>>
  readonly isLocal: boolean
  readonly kind: 'scalar' | 'array' | 'map'
}

/** Declares and assigns variables. */
export function runDeclaration(machine: Machine, state: State, builtin: string, { command, fields }: Invocation): void {
  const first = command.words.findIndex((word) => word.assignment !== undefined)
  const plain = first < 0 ? fields.slice(1) : expandWords(machine, state, command.words.slice(0, first)).slice(1)
  const options = plain.map(stringOf).filter((option) => option !== null && /^[-+][a-zA-Z]+$/.test(option))
  const declaration = declare(builtin, options.join(''), state)
  if (declaration.isLocal && state.call === null) {
    if (!isBash(machine.dialect)) stopShell(machine, state, { why: 'local stands outside a function', at: command.at })
    else state.status = { code: 1, isCertain: true }
    return
  }
  if (/f/i.test(options.join('')) && builtin !== 'local') return
  for (const word of command.words.slice(1)) {
    if (state.isDead) return
    if (word.assignment === undefined) {
      for (const field of expandWords(machine, state, [word])) declareField(machine, state, declaration, field)
    } else {
      prepare(machine, state, declaration, word.assignment.name)
      assign(machine, state, word.assignment)
      markVariable(state, word.assignment.name, declaration.attributes)
    }
  }
}

function declare(builtin: string, options: string, state: State): Declaration {
  const isReset = options.includes('+')
  const has = (letter: string): boolean => options.includes(letter)
  const attributes: { -readonly [K in keyof Declaration['attributes']]: Declaration['attributes'][K] } = {}
  if (builtin === 'export' || has('x')) attributes.isExported = !(isReset || (builtin === 'export' && has('n')))
  if (builtin === 'readonly' || has('r')) attributes.isReadonly = true
  if (has('i')) attributes.isInteger = !isReset
  if (has('u')) attributes.changesCase = 'upper'
  if (has('l')) attributes.changesCase = 'lower'
  const isLocal =
    builtin === 'local' || ((builtin === 'declare' || builtin === 'typeset') && state.call !== null && !has('g'))
  return { attributes, isLocal, kind: has('A') ? 'map' : has('a') ? 'array' : 'scalar' }
}

function prepare(machine: Machine, state: State, { attributes, isLocal, kind }: Declaration, name: string): void {
  if (isLocal) hide(machine, state, name)
  const before = state.variables.get(name)
  const marks = { ...attributes, isReadonly: before?.isReadonly ?? false }
  if (kind === 'map' && before?.value.kind !== 'map') {
    state.variables.set(name, { ...(before ?? unsetVariable), ...marks, value: { kind: 'map', entries: new Map() } })
  } else if (attributes.isInteger === true || attributes.changesCase !== undefined) {
    state.variables.set(name, { ...(before ?? unsetVariable), ...marks })
  }
}

/** `local` keeps the outer value to put it back; dash and busybox start from it, bash from nothing. */
function hide(machine: Machine, state: State, name: string): void {
  const variable = state.variables.get(name)
  state.hidden = [...state.hidden, { name, variable }]
  if (isBash(machine.dialect))
    state.variables.set(name, { ...unsetVariable, isExported: variable?.isExported ?? false })
}

function declareField(machine: Machine, state: State, declaration: Declaration, field: ResolvedText): void {
  if (!field.known) {
    const name = /^([A-Za-z_]\w*)=/.exec(field.prefix.value)
    if (name?.[1] === undefined) return
    prepare(machine, state, declaration, name[1])
    writeVariable(
      machine,
      state,
      name[1],
      scalar({
        ...field,
        prefix: sliceText(field.prefix, name[0].length, field.prefix.value.length),
        mayBeSeveral: false,
      }),
    )
    markVariable(state, name[1], declaration.attributes)
    return
  }
  const { value } = field.text
  const found = /^([A-Za-z_]\w*)(?:(\+?)=([\s\S]*))?$/.exec(value)
  const name = found?.[1]
  if (name === undefined) return
  prepare(machine, state, declaration, name)
  if (found?.[3] !== undefined) {
    writeVariable(
      machine,
      state,
      name,
      scalar(knownText(sliceText(field.text, value.length - found[3].length, value.length))),
    )
  }
  if (!state.isDead) markVariable(state, name, declaration.attributes)
}

/** `unset`. */
export function runUnset(state: State, fields: readonly ResolvedText[]): void {
  const names = fields.map((field) => stringOf(field) ?? '')
  const isFunctions = names[0] === '-f'
  for (const name of names.filter((one) => !one.startsWith('-'))) {
    const element = /^([A-Za-z_]\w*)\[(\d+)\]$/.exec(name)
    const holder = element?.[1] === undefined ? undefined : state.variables.get(element[1])
    if (isFunctions) state.functions.delete(name)
    else if (element?.[1] !== undefined && holder?.value.kind === 'array') {
      const elements = new Map(holder.value.elements)
      elements.delete(Number(element[2]))
      state.variables.set(element[1], { ...holder, value: { kind: 'array', elements } })
    } else if (state.variables.get(name)?.isReadonly !== true) {
      if (!state.variables.has(name) && state.functions.has(name) && names[0] !== '-v') state.functions.delete(name)
      else unsetName(state, name)
    }
  }
}

/** `let`: its status says whether the last value is not zero. */
export function runLet(machine: Machine, state: State, fields: readonly ResolvedText[]): void {
  state.status = { code: 1, isCertain: true }
  for (const field of fields) {
    const result = evaluateArithmetic(machine, state, field)
    if (state.isDead) return
    state.status =
      result.error !== null
        ? { code: 1, isCertain: true }
        : statusOf(result.value === null ? null : result.value !== 0n)
  }
}
