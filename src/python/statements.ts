/** Runs statements. */
import type { SyntaxNode } from '@lezer/common'
import { childrenOf, evaluate, notFollowed, operands } from './expressions.ts'
import { defineFunction } from './functions.ts'
import { runImport } from './imports.ts'
import { runFor, runWhile } from './loops.ts'
import { applyOperator } from './operators.ts'
import {
  copyState,
  countStep,
  forkState,
  joinStates,
  type Machine,
  placeBetween,
  placeOf,
  type State,
  textOf,
} from './state.ts'
import { assignName, assignTarget, unpack } from './targets.ts'
import { isTrue } from './text.ts'
import { runTry } from './try.ts'
import { isCompound, known, open, PythonRaise, type Result } from './values.ts'

/** Runs the statements of a body, up to where it is left. */
export function runBody(machine: Machine, state: State, body: SyntaxNode): void {
  for (const statement of childrenOf(body)) {
    if (state.isDead) return
    if (/Statement$|Definition$|StatementGroup$/.test(statement.name)) runStatement(machine, state, statement)
  }
}

/** Runs one statement; an exception it certainly raises leaves the state. */
export function runStatement(machine: Machine, state: State, node: SyntaxNode): void {
  countStep(machine)
  try {
    run(machine, state, node)
  } catch (error) {
    if (!(error instanceof PythonRaise)) throw error
    raise(state, error.at === undefined ? new PythonRaise(error.type, error.message, placeOf(machine, node)) : error)
  }
}

/** The state is left by an exception. */
export function raise(state: State, error: PythonRaise): void {
  state.raised = error
  state.guard?.push(copyState(state))
  state.isDead = true
}

function run(machine: Machine, state: State, node: SyntaxNode): void {
  switch (node.name) {
    case 'StatementGroup':
      runBody(machine, state, node)
      return
    case 'AssignStatement':
      runAssign(machine, state, node)
      return
    case 'UpdateStatement':
      runUpdate(machine, state, node)
      return
    case 'ExpressionStatement':
      for (const one of operands(node)) evaluate(machine, state, one)
      return
    case 'ImportStatement':
      runImport(machine, state, node)
      return
    case 'IfStatement':
      runIf(machine, state, childrenOf(node))
      return
    case 'ForStatement':
      runFor(machine, state, node)
      return
    case 'WhileStatement':
      runWhile(machine, state, node)
      return
    case 'TryStatement':
      runTry(machine, state, node)
      return
    case 'WithStatement':
      runWith(machine, state, node)
      return
    case 'FunctionDefinition': {
      const name = node.getChild('VariableName')
      if (name !== null)
        assignName(
          state,
          textOf(machine, name),
          known(defineFunction(machine, state, node, textOf(machine, name))),
          placeOf(machine, name),
        )
      return
    }
    case 'DecoratedStatement':
    case 'ClassDefinition': {
      const definition = node.getChild('FunctionDefinition') ?? node.getChild('ClassDefinition') ?? node
      const name = definition.getChild('VariableName')
      if (name !== null)
        assignName(
          state,
          textOf(machine, name),
          open(`${textOf(machine, name)} is not followed`, placeOf(machine, name)),
          placeOf(machine, name),
        )
      return
    }
    case 'ReturnStatement':
      runReturn(machine, state, node)
      return
    case 'BreakStatement':
    case 'ContinueStatement': {
      const frame = state.loop
      if (node.name === 'BreakStatement') frame?.leaving.push(copyState(state))
      else frame?.continuing.push(copyState(state))
      if (frame !== null) state.isDead = true
      return
    }
    case 'RaiseStatement':
      runRaise(machine, state, node)
      return
    case 'AssertStatement':
      runAssert(machine, state, node)
      return
    case 'DeleteStatement':
      for (const one of operands(node))
        if (one.name === 'VariableName') (state.locals ?? state.globals).delete(textOf(machine, one))
      return
    case 'MatchStatement':
      loseAssigned(machine, state, node)
  }
}

function runAssign(machine: Machine, state: State, node: SyntaxNode): void {
  const groups: SyntaxNode[][] = [[]]
  for (const child of childrenOf(node)) {
    if (child.name === 'AssignOp') groups.push([])
    else if (child.name !== 'TypeDef' && child.name !== 'Comment') groups.at(-1)?.push(child)
  }
  const right = groups.pop()?.filter((child) => child.name !== ',') ?? []
  const [first] = right
  const last = right.at(-1)
  if (groups.length === 0 || first === undefined || last === undefined) return
  const isTuple = right.length > 1 || node.lastChild?.name === ','
  const value: Result = isTuple
    ? known({ kind: 'tuple', items: right.map((one) => evaluate(machine, state, one)) })
    : evaluate(machine, state, first)
  const at = placeBetween(machine, first, last)
  for (const group of groups) {
    const [only] = group
    if (group.some((child) => child.name === ',' || child.name === '*'))
      unpack(
        machine,
        state,
        group.filter((child) => child.name !== ','),
        value,
        at,
      )
    else if (only !== undefined) assignTarget(machine, state, only, value, at)
  }
}

function runUpdate(machine: Machine, state: State, node: SyntaxNode): void {
  const [target, right] = operands(node)
  const operator = childrenOf(node).find((child) => child.name === 'UpdateOp')
  if (target === undefined || right === undefined || operator === undefined) return
  const left = evaluate(machine, state, target)
  const value = evaluate(machine, state, right)
  const sign = textOf(machine, operator).slice(0, -1)
  const isList = sign === '+' && left.known && isCompound(left.value) && left.value.kind === 'list'
  const result = applyOperator(machine, state, { operator: sign, left, right: value, node })
  if (
    isList &&
    left.known &&
    isCompound(left.value) &&
    left.value.kind === 'list' &&
    result.known &&
    isCompound(result.value) &&
    result.value.kind === 'list'
  ) {
    const object = state.heap.get(result.value.id)
    if (object !== undefined) state.heap.set(left.value.id, object)
    assignTarget(machine, state, target, left, placeOf(machine, right))
  } else assignTarget(machine, state, target, result, placeOf(machine, right))
}

function runIf(machine: Machine, state: State, children: readonly SyntaxNode[]): void {
  const at = children.findIndex((child) => child.name === 'Body')
  const body = children[at]
  if (body === undefined) return
  const condition = children.slice(0, at).find((child) => /^[A-Z]/.test(child.name) && child.name !== 'Comment')
  const rest = children.slice(at + 1)
  if (condition === undefined) {
    runBody(machine, state, body)
    return
  }
  const value = evaluate(machine, state, condition)
  const truth = value.known ? isTrue(state, value.value) : null
  if (truth === true) runBody(machine, state, body)
  else if (truth === false) runIf(machine, state, rest)
  else {
    const reason = value.known ? notFollowed(machine, condition) : value
    const yes = forkState(state)
    const no = forkState(state)
    runBody(machine, yes, body)
    runIf(machine, no, rest)
    joinStates(state, [yes, no], reason.known ? null : reason)
  }
}

function runWith(machine: Machine, state: State, node: SyntaxNode): void {
  const children = childrenOf(node)
  for (const [i, child] of children.entries()) {
    if (child.name === 'as') {
      const target = children[i + 1]
      if (target !== undefined) assignTarget(machine, state, target, notFollowed(machine, target))
    } else if (/Expression$/.test(child.name) && children[i - 1]?.name !== 'as') evaluate(machine, state, child)
  }
  const body = node.getChild('Body')
  if (body !== null) runBody(machine, state, body)
}

function runReturn(machine: Machine, state: State, node: SyntaxNode): void {
  const values = operands(node).map((one) => evaluate(machine, state, one))
  const [only] = values
  state.returned = values.length > 1 ? known({ kind: 'tuple', items: values }) : (only ?? known(null))
  state.call?.leaving.push(copyState(state))
  state.isDead = true
}

function runRaise(machine: Machine, state: State, node: SyntaxNode): never {
  const [what] = operands(node)
  if (what === undefined)
    throw state.raised ?? new PythonRaise('RuntimeError', 'No active exception to reraise', placeOf(machine, node))
  const value = evaluate(machine, state, what)
  if (value.known && isCompound(value.value)) {
    if (value.value.kind === 'exception')
      throw new PythonRaise(value.value.type, value.value.message, placeOf(machine, node))
    if (value.value.kind === 'native') throw new PythonRaise(value.value.name, '', placeOf(machine, node))
  }
  throw new PythonRaise(/^\w+/.exec(textOf(machine, what))?.[0] ?? 'Exception', '', placeOf(machine, node))
}

/** An assertion that cannot be decided is assumed to hold. */
function runAssert(machine: Machine, state: State, node: SyntaxNode): void {
  const [condition, message] = operands(node)
  if (condition === undefined) return
  const value = evaluate(machine, state, condition)
  if (!value.known || isTrue(state, value.value) !== false) return
  const text = message === undefined ? known('') : evaluate(machine, state, message)
  throw new PythonRaise(
    'AssertionError',
    text.known && typeof text.value === 'string' ? text.value : '',
    placeOf(machine, node),
  )
}

/** What a statement that is not followed may assign is not known. */
function loseAssigned(machine: Machine, state: State, node: SyntaxNode): void {
  const cursor = node.cursor()
  const end = node.to
  do {
    if (cursor.from >= end) return
    if (cursor.name !== 'AssignStatement' && cursor.name !== 'UpdateStatement') continue
    const target = cursor.node.firstChild
    if (target !== null) assignTarget(machine, state, target, notFollowed(machine, node), placeOf(machine, target))
  } while (cursor.next() && cursor.from < end)
}
