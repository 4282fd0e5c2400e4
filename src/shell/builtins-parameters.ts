/** `set`, `shift`, `getopts` and `read`: what changes the positional parameters or reads from outside. */
import { knownText, knownValue, type ResolvedText, stringOf } from '../source/resolved.ts'
import { sliceText } from '../source/sourced-text.ts'
import { hasExtensions, isBash } from './dialect.ts'
import { type Machine, stopShell } from './machine.ts'
import type { State } from './state.ts'
import { unknown } from './values.ts'
import { readVariable, scalar, textOf, unsetName, writeVariable } from './variables.ts'

const longNames: Readonly<Record<string, string>> = { e: 'errexit', u: 'nounset', f: 'noglob', a: 'allexport' }

/** `set`: options, and the positional parameters behind them. */
export function runSet(state: State, fields: readonly ResolvedText[]): void {
  const options = new Set(state.options)
  let next = 0
  for (; next < fields.length; next++) {
    const field = fields[next]
    const text = field === undefined ? null : stringOf(field)
    if (text === '--' || text === '-') {
      state.parameters = fields.slice(next + 1)
      state.options = options
      return
    }
    if (text === null || !/^[-+][A-Za-z]/.test(text)) break
    const change = (name: string): unknown => (text.startsWith('-') ? options.add(name) : options.delete(name))
    for (const letter of text.slice(1)) {
      if (letter === 'o') change(stringOf(fields[++next] ?? knownValue('')) ?? '')
      else change(longNames[letter] ?? letter)
    }
  }
  if (options.size !== state.options.size || [...options].some((name) => !state.options.has(name)))
    state.options = options
  if (next < fields.length) state.parameters = fields.slice(next)
}

/** `shift [n]`; dash ends the script when there are too few parameters. */
export function runShift(machine: Machine, state: State, [count]: readonly ResolvedText[]): void {
  const text = count === undefined ? '1' : stringOf(count)
  if (text === null || !/^\d+$/.test(text)) {
    state.status = { code: null, isCertain: false }
    return
  }
  const several = state.parameters.findIndex((field) => !field.known && field.mayBeSeveral)
  const wanted = Number(text)
  if (several >= 0 && several < wanted) {
    state.parameters = state.parameters.slice(several)
    return
  }
  if (wanted <= state.parameters.length) state.parameters = state.parameters.slice(wanted)
  else if (hasExtensions(machine.dialect)) state.status = { code: 1, isCertain: true }
  else
    stopShell(machine, state, { why: `shift takes ${wanted} of ${state.parameters.length} parameters`, at: undefined })
}

/** Where in a group such as `-abc` the next option stands; no script can name this variable. */
const groupOffset = 'getopts offset'

/** `getopts letters name [words]`. */
export function runGetopts(machine: Machine, state: State, fields: readonly ResolvedText[]): void {
  const [letters, name, ...given] = fields.map(stringOf)
  const words = fields.length > 2 ? fields.slice(2) : state.parameters
  const index = textOf(readVariable(machine, state, 'OPTIND'))
  if (
    typeof letters !== 'string' ||
    typeof name !== 'string' ||
    index?.known !== true ||
    words.some((word) => !word.known) ||
    given.includes(null)
  ) {
    if (typeof name === 'string')
      writeVariable(machine, state, name, scalar(unknown('which option is given is not known', undefined)))
    state.status = { code: null, isCertain: false }
    return
  }
  const at = Number(index.text.value)
  const word = words[at - 1]
  const text = word === undefined ? null : stringOf(word)
  const set = (variable: string, value: string): boolean =>
    writeVariable(machine, state, variable, scalar(knownValue(value)))
  if (word?.known !== true || text === null || !/^-./.test(text) || text === '--') {
    set('OPTIND', String(text === '--' ? at + 1 : at))
    set(name, '?')
    state.status = { code: 1, isCertain: true }
    return
  }
  const offset = Number(stringOf(textOf(readVariable(machine, state, groupOffset)) ?? knownValue('1')) ?? 1)
  const letter = text[offset] ?? ''
  const isWordDone = offset + 1 >= text.length
  set(groupOffset, isWordDone ? '1' : String(offset + 1))
  set('OPTIND', String(isWordDone ? at + 1 : at))
  const where = letter === ':' ? -1 : letters.replace(/^:/, '').indexOf(letter)
  const takesValue = where >= 0 && letters.replace(/^:/, '')[where + 1] === ':'
  if (isBash(machine.dialect)) unsetName(state, 'OPTARG')
  else set('OPTARG', '')
  if (where < 0) {
    set(name, '?')
    if (letters.startsWith(':')) set('OPTARG', letter)
    return
  }
  set(name, letter)
  if (!takesValue) return
  const value = isWordDone ? words[at] : knownText(sliceText(word.text, offset + 1, text.length))
  set(groupOffset, '1')
  set('OPTIND', String(isWordDone ? at + 2 : at + 1))
  if (value !== undefined) writeVariable(machine, state, 'OPTARG', scalar(value))
  else {
    set(name, letters.startsWith(':') ? ':' : '?')
    if (letters.startsWith(':')) set('OPTARG', letter)
  }
}

/** `read`, `mapfile`: what comes in is not known. */
export function runRead(machine: Machine, state: State, builtin: string, fields: readonly ResolvedText[]): void {
  const names = fields.map((field) => stringOf(field) ?? '')
  const isArray = builtin !== 'read' || names.some((name) => /^-[A-Za-z]*a$/.test(name))
  const targets = names.filter(
    (name, i) => /^[A-Za-z_]\w*$/.test(name) && !/^-[A-Za-z]*[dinNptu]$/.test(names[i - 1] ?? ''),
  )
  const text = unknown('what the script reads is not known', undefined)
  for (const name of targets.length === 0 ? ['REPLY'] : targets) {
    if (isArray && !text.known)
      writeVariable(machine, state, name, { kind: 'array', elements: new Map([[0, { ...text, mayBeSeveral: true }]]) })
    else writeVariable(machine, state, name, scalar(text))
  }
  state.status = { code: null, isCertain: false }
}
