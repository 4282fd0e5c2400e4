/** `try`: handlers run where an exception is certain, and beside the body where one is possible. */

import type { SyntaxNode } from '@lezer/common'
import { appendAll } from '../source/lists.ts'
import { childrenOf } from './expressions.ts'
import { isCaughtBy } from './names.ts'
import { copyState, forkState, joinStates, type Machine, type State, textOf } from './state.ts'
import { raise, runBody } from './statements.ts'
import { assignName } from './targets.ts'
import { known, open } from './values.ts'

interface Handler {
  /** Names of the exceptions; empty for a bare `except`. */
  readonly types: readonly string[]
  readonly name: string | null
  readonly body: SyntaxNode
}

interface Parts {
  readonly body: SyntaxNode
  readonly handlers: readonly Handler[]
  readonly otherwise: SyntaxNode | null
  readonly last: SyntaxNode | null
}

/** Runs a `try` statement. */
export function runTry(machine: Machine, state: State, node: SyntaxNode): void {
  const parts = readParts(machine, node)
  if (parts === null) return
  const outer = state.guard
  const raised: State[] = []
  const before = copyState(state)
  const { doubts } = machine
  state.guard = raised
  runBody(machine, state, parts.body)
  state.guard = outer
  const ends: State[] = []
  if (machine.doubts > doubts && !state.isDead && parts.handlers.length > 0) {
    appendAll(ends, possibleHandlers(machine, state, before, parts))
    state.mass /= 2
  }
  if (!state.isDead && parts.otherwise !== null) runBody(machine, state, parts.otherwise)
  for (const one of raised) ends.push(handle(machine, { ...one, guard: outer, isDead: false }, parts))
  joinStates(state, [{ ...state }, ...ends], null)
  state.guard = outer
  if (parts.last !== null && !state.isDead) runBody(machine, state, parts.last)
}

function possibleHandlers(machine: Machine, state: State, before: State, { handlers }: Parts): readonly State[] {
  return handlers.map((handler) => {
    const start = forkState(before)
    joinStates(start, [forkState(before), { ...forkState(state), mass: 0 }], null)
    start.mass = state.mass / 2 / handlers.length
    start.guard = state.guard
    if (handler.name !== null) assignName(start, handler.name, open(`${handler.name} is not known`, undefined))
    runBody(machine, start, handler.body)
    if (handler.name !== null) (start.locals ?? start.globals).delete(handler.name)
    return start
  })
}

function handle(machine: Machine, state: State, { handlers }: Parts): State {
  const error = state.raised
  if (error === null) return state
  for (const handler of handlers) {
    const verdicts = handler.types.map((type) => isCaughtBy(error.type, type))
    if (handler.types.length > 0 && !verdicts.some((verdict) => verdict !== false)) continue
    if (handler.name !== null)
      assignName(state, handler.name, known({ kind: 'exception', type: error.type, message: error.message }))
    runBody(machine, state, handler.body)
    if (handler.name !== null) (state.locals ?? state.globals).delete(handler.name)
    return state
  }
  raise(state, error)
  return state
}

function readParts(machine: Machine, node: SyntaxNode): Parts | null {
  const handlers: Handler[] = []
  let body: SyntaxNode | null = null
  let otherwise: SyntaxNode | null = null
  let last: SyntaxNode | null = null
  let section = ''
  let between: SyntaxNode[] = []
  for (const child of childrenOf(node)) {
    if (/^(?:try|except|else|finally)$/.test(child.name)) {
      section = child.name
      between = []
    } else if (child.name !== 'Body') between.push(child)
    else if (section === 'try') body = child
    else if (section === 'else') otherwise = child
    else if (section === 'finally') last = child
    else handlers.push(readHandler(machine, between, child))
  }
  return body === null ? null : { body, handlers, otherwise, last }
}

function readHandler(machine: Machine, between: readonly SyntaxNode[], body: SyntaxNode): Handler {
  const as = between.findIndex((child) => child.name === 'as')
  const named = as < 0 ? undefined : between[as + 1]
  const types = between
    .slice(0, as < 0 ? undefined : as)
    .flatMap((child) => textOf(machine, child).match(/[\w.]+/g) ?? [])
  return {
    types: types.map((type) => type.split('.').at(-1) ?? type),
    name: named === undefined ? null : textOf(machine, named),
    body,
  }
}
