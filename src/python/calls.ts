/** Calls: of built-in functions and methods, of the module's own functions, and those that are only recorded. */

import type { SyntaxNode } from '@lezer/common'
import { appendAll } from '../source/lists.ts'
import { dottedName } from './attributes.ts'
import { callNative } from './builtins.ts'
import { comprehend } from './comprehensions.ts'
import { childrenOf, evaluate, notFollowed, operands } from './expressions.ts'
import { callFunction } from './functions.ts'
import { iterate } from './iteration.ts'
import { callMethod } from './methods.ts'
import { type Machine, placeOf, type State, textOf } from './state.ts'
import { isCompound, open, PythonRaise, type Result, typeName } from './values.ts'

/** The arguments of a call. */
export interface Arguments {
  readonly positional: readonly Result[]
  readonly keywords: ReadonlyMap<string, Result>
  /** Is there a `*` or `**` whose content is not known? */
  readonly isOpen: boolean
}

/** What a followed function needs. */
export interface Call {
  readonly machine: Machine
  readonly state: State
  readonly node: SyntaxNode
  readonly given: Arguments
}

/** The value of a call. */
export function callExpression(machine: Machine, state: State, node: SyntaxNode): Result {
  const [callee] = operands(node)
  if (callee === undefined) return notFollowed(machine, node)
  const name = dottedName(machine, callee)
  const target = evaluateCallee(machine, state, callee)
  const list = node.getChild('ArgList')
  const given =
    list === null
      ? { positional: [], keywords: new Map<string, Result>(), isOpen: true }
      : evaluateArguments(machine, state, list)
  const call = { machine, state, node, given }
  const value = target.known && isCompound(target.value) ? target.value : null
  if (target.known && value === null)
    throw new PythonRaise('TypeError', `'${typeName(target.value)}' object is not callable`, placeOf(machine, node))
  switch (value?.kind) {
    case 'native':
      return callNative(call, value.name)
    case 'method':
      return callMethod(call, value.receiver, value.name)
    case 'function':
      return callFunction(call, value.index)
    default:
      record(call, name)
      machine.doubts++
      return target.known
        ? notFollowed(machine, node)
        : open(`what ${textOf(machine, callee).slice(0, 60)} returns is not known`, placeOf(machine, node), undefined)
  }
}

function evaluateCallee(machine: Machine, state: State, callee: SyntaxNode): Result {
  return evaluate(machine, state, callee)
}

function record({ machine, state, node, given }: Call, name: string | null): void {
  if (name === null || state.locals !== null) return
  const call = { name, positional: given.positional, keywords: given.keywords, at: placeOf(machine, node) }
  machine.calls.push({ call, state: { ...state, heap: new Map(state.heap) } })
}

function evaluateArguments(machine: Machine, state: State, list: SyntaxNode): Arguments {
  const positional: Result[] = []
  const keywords = new Map<string, Result>()
  let isOpen = false
  let marker = ''
  const children = childrenOf(list).filter((child) => child.name !== 'Comment')
  if (children.some((child) => child.name === 'for'))
    return { positional: [comprehend(machine, state, list)], keywords, isOpen }
  for (let i = 0; i < children.length; i++) {
    const child = children[i]
    if (child === undefined) break
    if (child.name === '*' || child.name === '**') marker = child.name
    else if (/^[A-Z]/.test(child.name) && child.name !== 'AssignOp') {
      const isKeyword = children[i + 1]?.name === 'AssignOp'
      const value = children[isKeyword ? i + 2 : i]
      if (value === undefined) break
      const result = evaluate(machine, state, value)
      if (isKeyword) keywords.set(textOf(machine, child), result)
      else if (marker === '') positional.push(result)
      else if (marker === '*') {
        const items = iterate(machine, state, result)
        if (items === null) isOpen = true
        else appendAll(positional, items)
      } else isOpen = !spread(state, result, keywords) || isOpen
      marker = ''
      if (isKeyword) i += 2
    }
  }
  return { positional, keywords, isOpen }
}

function spread(state: State, result: Result, keywords: Map<string, Result>): boolean {
  const object =
    result.known && isCompound(result.value) && result.value.kind === 'dict'
      ? state.heap.get(result.value.id)
      : undefined
  if (object?.kind !== 'dict') return false
  for (const { key, value } of object.entries.values()) if (typeof key === 'string') keywords.set(key, value)
  return true
}
