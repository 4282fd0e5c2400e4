/** Methods of strings, lists, dicts, sets and the environment. */

import { getVariable } from './builtins-modules.ts'
import type { Call } from './calls.ts'
import { callDictMethod, callListMethod } from './collection-methods.ts'
import { environmentItems } from './environment-values.ts'
import { notFollowed } from './expressions.ts'
import { allocate, placeOf } from './state.ts'
import { callStringMethod } from './string-methods.ts'
import { isCompound, type Known, known, originOf, PythonRaise, type Result, typeName, unite } from './values.ts'

const stringMethods = new Set([
  ...['capitalize', 'casefold', 'center', 'count', 'encode', 'endswith', 'expandtabs', 'find', 'format', 'format_map'],
  ...['index', 'isalnum', 'isalpha', 'isascii', 'isdecimal', 'isdigit', 'isidentifier', 'islower', 'isnumeric'],
  ...['isprintable', 'isspace', 'istitle', 'isupper', 'join', 'ljust', 'lower', 'lstrip', 'maketrans', 'partition'],
  ...['removeprefix', 'removesuffix', 'replace', 'rfind', 'rindex', 'rjust', 'rpartition', 'rsplit', 'rstrip', 'split'],
  ...['splitlines', 'startswith', 'strip', 'swapcase', 'title', 'translate', 'upper', 'zfill'],
])

/** Calls a method. */
export function callMethod(call: Call, receiver: Known, name: string): Result {
  const { machine, state, node, given } = call
  const { value } = receiver
  if (given.isOpen) return notFollowed(machine, node)
  if (typeof value === 'string') {
    const reason = unite([...given.positional, ...given.keywords.values()])
    if (reason !== null) {
      machine.doubts++
      return reason
    }
    const result = callStringMethod(call, value, name)
    if (result === undefined && !stringMethods.has(name)) {
      throw new PythonRaise('AttributeError', `'str' object has no attribute '${name}'`, placeOf(machine, node))
    }
    if (result === undefined) return notFollowed(machine, node)
    return known(result, originOf([receiver, ...given.positional]))
  }
  if (!isCompound(value)) {
    if (value === null || name !== 'is_integer')
      throw new PythonRaise(
        'AttributeError',
        `'${typeName(value)}' object has no attribute '${name}'`,
        placeOf(machine, node),
      )
    return known(typeof value !== 'number' || Number.isInteger(value))
  }
  switch (value.kind) {
    case 'environ':
      return callEnvironment(call, name)
    case 'list':
    case 'set':
      return callListMethod(call, value.id, name)
    case 'dict':
      return callDictMethod(call, value.id, name)
    case 'bytes':
      return name === 'decode' ? known(value.value, receiver.from) : notFollowed(machine, node)
    case 'namespace':
      return callNamespace(call, name)
    case 'tuple': {
      const copy = allocate(machine, state, { kind: 'list', items: value.items })
      return isCompound(copy) && 'id' in copy && (name === 'index' || name === 'count')
        ? callListMethod(call, copy.id, name)
        : notFollowed(machine, node)
    }
    default:
      return notFollowed(machine, node)
  }
}

function callEnvironment(call: Call, name: string): Result {
  const { machine, state, node } = call
  if (name === 'get') return getVariable(call)
  if (name === 'items' || name === 'keys' || name === 'values') {
    return known(allocate(machine, state, { kind: 'list', items: environmentItems(machine, name) }))
  }
  if (name === 'copy') return known({ kind: 'environ' })
  if (name === 'setdefault' || name === 'pop') return getVariable(call)
  return notFollowed(machine, node)
}

/** `globals().update(…)`. */
function callNamespace({ machine, state, node, given }: Call, name: string): Result {
  if (name === 'get') {
    const [key, fallback] = given.positional
    const found = key?.known === true && typeof key.value === 'string' ? state.globals.get(key.value) : undefined
    return found ?? (key?.known === true ? (fallback ?? known(null)) : notFollowed(machine, node))
  }
  if (name !== 'update') return notFollowed(machine, node)
  for (const [key, value] of given.keywords) state.globals.set(key, value)
  for (const one of given.positional) {
    const object =
      one.known && isCompound(one.value) && one.value.kind === 'dict' ? state.heap.get(one.value.id) : undefined
    if (object?.kind === 'dict')
      for (const { key, value } of object.entries.values()) if (typeof key === 'string') state.globals.set(key, value)
  }
  return known(null)
}
