/** Built-in functions and those of the standard library. */

import { aggregate, collect, isBuiltinCollection } from './builtins-collections.ts'
import { callModuleFunction } from './builtins-modules.ts'
import type { Call } from './calls.ts'
import { notFollowed } from './expressions.ts'
import { formatValue } from './formatting.ts'
import { exceptionParents } from './names.ts'
import { calculate, roundHalfEven, toFloat, toInt } from './numbers.ts'
import { placeOf } from './state.ts'
import { isTrue, toRepresentation, toText } from './text.ts'
import {
  asNumber,
  isCompound,
  known,
  originOf,
  PythonRaise,
  type Result,
  typeName,
  unite,
  type Value,
} from './values.ts'

/** Calls a function by its full name. */
export function callNative(call: Call, name: string): Result {
  const { machine, node, given } = call
  if (given.isOpen) return notFollowed(machine, node)
  if (exceptionParents.has(name) || name === 'BaseException') return makeException(call, name)
  if (name.includes('.')) return callModuleFunction(call, name)
  if (isBuiltinCollection(name)) return collect(call, name)
  if (name === 'max' || name === 'min' || name === 'sum' || name === 'any' || name === 'all' || name === 'len')
    return aggregate(call, name)
  if (name === 'globals' || name === 'locals' || name === 'vars')
    return given.positional.length === 0 ? known({ kind: 'namespace' }) : notFollowed(machine, node)
  if (name === 'print') return known(null)
  if (name === 'exit' || name === 'quit')
    throw new PythonRaise('SystemExit', 'the module exits', placeOf(machine, node))
  const values = [...given.positional, ...given.keywords.values()]
  const reason = unite(values)
  if (reason !== null) {
    machine.doubts++
    return reason
  }
  const plain = given.positional.flatMap((one) => (one.known ? [one.value] : []))
  const value = compute(call, name, plain)
  return value === undefined ? notFollowed(machine, node) : known(value, originOf(values))
}

function makeException({ state, given }: Call, type: string): Result {
  const [first] = given.positional
  const message =
    first === undefined ? '' : first.known ? (toText(state, first.value) ?? '') : 'a message that is not known'
  const isKey = type === 'KeyError' && first?.known === true
  return known({
    kind: 'exception',
    type,
    message: isKey ? (toRepresentation(state, first.value) ?? message) : message,
  })
}

function compute(call: Call, name: string, values: readonly Value[]): Value | undefined {
  const { state, given } = call
  const [first, second] = values
  switch (name) {
    case 'int': {
      const base = given.keywords.get('base')
      const radix = base?.known === true ? base.value : second
      return first === undefined ? 0n : toInt(first, radix === undefined ? 10 : Number(asNumber(radix) ?? 10))
    }
    case 'float':
      return first === undefined ? 0 : toFloat(first)
    case 'str':
      return first === undefined ? '' : (toText(state, first) ?? undefined)
    case 'repr':
      return first === undefined ? undefined : (toRepresentation(state, first) ?? undefined)
    case 'bool':
      return first === undefined ? false : (isTrue(state, first) ?? undefined)
    case 'round':
      return first === undefined ? undefined : round(first, second)
    case 'abs': {
      const number = first === undefined ? null : asNumber(first)
      if (number !== null) return number < 0 ? -number : number
      throw new PythonRaise('TypeError', `bad operand type for abs(): '${typeName(first ?? null)}'`, undefined)
    }
    case 'pow':
      return first === undefined || second === undefined || values.length > 2
        ? undefined
        : (calculate('**', first, second) ?? undefined)
    case 'divmod': {
      if (first === undefined || second === undefined) return undefined
      const [quotient, rest] = [calculate('//', first, second), calculate('%', first, second)]
      return quotient === null || rest === null ? undefined : { kind: 'tuple', items: [known(quotient), known(rest)] }
    }
    case 'format':
      return first === undefined
        ? undefined
        : (formatValue(state, first, typeof second === 'string' ? second : '') ?? undefined)
    case 'chr':
      return typeof first === 'bigint' && first >= 0n && first < 0x110000n
        ? String.fromCodePoint(Number(first))
        : undefined
    case 'ord':
      return typeof first === 'string' && [...first].length === 1 ? BigInt(first.codePointAt(0) ?? 0) : undefined
    case 'hex':
    case 'oct':
    case 'bin': {
      if (typeof first !== 'bigint') return undefined
      const [prefix, radix] =
        name === 'hex' ? (['0x', 16] as const) : name === 'oct' ? (['0o', 8] as const) : (['0b', 2] as const)
      return first < 0n ? `-${prefix}${(-first).toString(radix)}` : prefix + first.toString(radix)
    }
    case 'isinstance':
      return first === undefined || second === undefined ? undefined : isInstance(first, second)
    case 'callable':
      return (
        isCompound(first ?? null) &&
        /^(?:function|native|method)$/.test(typeof first === 'object' && first !== null ? first.kind : '')
      )
    default:
      return undefined
  }
}

function round(value: Value, digits: Value | undefined): Value | undefined {
  const number = asNumber(value)
  if (number === null)
    throw new PythonRaise('TypeError', `type ${typeName(value)} doesn't define __round__ method`, undefined)
  if (typeof number === 'bigint')
    return digits === undefined || digits === null || (typeof digits === 'bigint' && digits >= 0n) ? number : undefined
  if (digits === undefined || digits === null) return toInt(roundWhole(number))
  if (typeof digits !== 'bigint' || digits < 0n || digits > 15n) return undefined
  return Number(number.toFixed(Number(digits)))
}

function roundWhole(value: number): number {
  return Number.isFinite(value) ? roundHalfEven(value) : value
}

function isInstance(value: Value, type: Value): boolean | undefined {
  if (!isCompound(type)) return undefined
  if (type.kind === 'tuple') {
    const verdicts = type.items.map((one) => (one.known ? isInstance(value, one.value) : undefined))
    return verdicts.includes(true) ? true : verdicts.includes(undefined) ? undefined : false
  }
  if (type.kind !== 'native') return undefined
  const own = typeName(value)
  return own === type.name || (own === 'bool' && type.name === 'int') || type.name === 'object'
}
