/** Calls of the module's own functions. */
import type { SyntaxNode } from '@lezer/common'
import type { Call } from './calls.ts'
import { childrenOf, evaluate, notFollowed } from './expressions.ts'
import { allocate, type FunctionDefinition, joinStates, type Machine, placeOf, type State, textOf } from './state.ts'
import { runBody } from './statements.ts'
import { known, open, PythonRaise, type Result, type Value } from './values.ts'

const maximumCalls = 30

/** A parameter of a `def` or `lambda`. */
interface Parameter {
  readonly name: string
  readonly marker: '' | '*' | '**'
  readonly fallback: SyntaxNode | null
}

/** Makes the function object of a definition; its defaults are evaluated now. */
export function defineFunction(machine: Machine, state: State, node: SyntaxNode, name: string): Value {
  const defaults = new Map<string, Result>()
  for (const parameter of parametersOf(machine, node)) {
    if (parameter.fallback !== null) defaults.set(parameter.name, evaluate(machine, state, parameter.fallback))
  }
  machine.functions.push({ node, defaults })
  return { kind: 'function', name, index: machine.functions.length - 1 }
}

function parametersOf(machine: Machine, node: SyntaxNode): readonly Parameter[] {
  const list = node.getChild('ParamList')
  const found: Parameter[] = []
  let marker: Parameter['marker'] = ''
  const children = list === null ? [] : childrenOf(list)
  for (let i = 0; i < children.length; i++) {
    const child = children[i]
    if (child?.name === '*' || child?.name === '**') marker = child.name
    if (child?.name !== 'VariableName') continue
    const next = children[i + 1]?.name === 'TypeDef' ? i + 2 : i + 1
    const fallback = children[next]?.name === 'AssignOp' ? (children[next + 1] ?? null) : null
    found.push({ name: textOf(machine, child), marker, fallback })
    marker = ''
    if (fallback !== null) i = next + 1
  }
  return found
}

/** The result of a call. */
export function callFunction(call: Call, index: number): Result {
  const { machine, state, node } = call
  const definition = machine.functions[index]
  if (definition === undefined || machine.depth > 100) return notFollowed(machine, node)
  const locals = bind(call, definition)
  if (locals === null) return notFollowed(machine, node)
  if (definition.node.getChild('async') !== null || textOf(machine, definition.node).includes('yield'))
    return notFollowed(machine, node)
  machine.depth += Math.ceil(150 / maximumCalls)
  const outer = { locals: state.locals, call: state.call, loop: state.loop, returned: state.returned }
  const frame = { leaving: [], continuing: [] }
  Object.assign(state, { locals, call: frame, loop: null, returned: known(null) })
  let result: Result
  try {
    result = runFunction(machine, state, definition)
    if (frame.leaving.length > 0) {
      joinStates(state, [{ ...state }, ...frame.leaving], null)
      result = state.returned
    }
  } finally {
    Object.assign(state, outer)
    machine.depth -= Math.ceil(150 / maximumCalls)
  }
  if (!state.isDead) return result
  const { raised } = state
  state.isDead = false
  throw raised ?? new PythonRaise('RuntimeError', 'the function does not return', placeOf(machine, node))
}

function runFunction(machine: Machine, state: State, { node }: FunctionDefinition): Result {
  if (node.name === 'LambdaExpression') {
    const body = node.lastChild
    return body === null ? open('the function is not known', undefined) : evaluate(machine, state, body)
  }
  const guard = state.guard
  state.guard = []
  const body = node.getChild('Body')
  if (body !== null) runBody(machine, state, body)
  state.guard = guard
  return known(null)
}

function bind({ machine, state, node, given }: Call, definition: FunctionDefinition): Map<string, Result> | null {
  if (given.isOpen) return null
  const locals = new Map<string, Result>()
  const keywords = new Map(given.keywords)
  const rest = [...given.positional]
  let isKeywordOnly = false
  for (const { name, marker } of parametersOf(machine, definition.node)) {
    if (marker === '*') {
      locals.set(name, known({ kind: 'tuple', items: rest.splice(0) }))
      isKeywordOnly = true
    } else if (marker === '**') {
      const entries = [...keywords].map(([key, value]) => [`s${key}`, { key, value }] as const)
      locals.set(name, known(allocate(machine, state, { kind: 'dict', entries: new Map(entries) })))
      keywords.clear()
    } else {
      const value = (isKeywordOnly ? undefined : rest.shift()) ?? keywords.get(name) ?? definition.defaults.get(name)
      keywords.delete(name)
      if (value === undefined)
        throw new PythonRaise('TypeError', `a required argument is missing: '${name}'`, placeOf(machine, node))
      locals.set(name, value)
    }
  }
  if (rest.length > 0 || keywords.size > 0)
    throw new PythonRaise('TypeError', 'the function takes fewer arguments', placeOf(machine, node))
  return locals
}
