/** Runs compound commands; a condition that cannot be decided runs both branches on copies that are joined again. */
import { expandArithmetic, expandPattern, expandText } from './expand.ts'
import { runArithmeticFor, runFor, runWhile } from './loops.ts'
import type { Machine } from './machine.ts'
import { isMatch, mayMatch } from './patterns.ts'
import { innerPosition, insideCompound, type Position } from './position.ts'
import { withRedirections } from './redirections.ts'
import { endOnError, guarded, runList } from './run.ts'
import { forkState, joinStates, type State } from './state.ts'
import { runInSubshell } from './subshell.ts'
import type { CaseItem, Compound, CompoundCommand, IfClause, List } from './syntax.ts'
import { evaluateExpression } from './test-expression.ts'
import { statusOf } from './verdict.ts'

/** Runs a compound command with its redirections. */
export function runCompound(machine: Machine, state: State, command: CompoundCommand, position: Position): void {
  const isSubshell = command.body.kind === 'subshell'
  const inside = command.redirections.length > 0 && !isSubshell ? innerPosition : insideCompound(position)
  withRedirections(machine, state, command.redirections, () => runBody(machine, state, command.body, inside))
  if (isSubshell || command.body.kind === 'test' || command.body.kind === 'arithmetic') endOnError(machine, state)
}

function runBody(machine: Machine, state: State, body: Compound, position: Position): void {
  switch (body.kind) {
    case 'group':
      runList(machine, state, body.body, position)
      return
    case 'subshell': {
      const changes = { isInSubshell: true }
      const result = runInSubshell(machine, state, changes, (child) => runList(machine, child, body.body, position))
      state.status = result.status
      if (state.output !== null) state.output = result.output
      return
    }
    case 'if':
      runIf(machine, state, { clauses: body.clauses, otherwise: body.otherwise, position })
      return
    case 'for':
      runFor(machine, state, body)
      return
    case 'arithmeticFor':
      runArithmeticFor(machine, state, body)
      return
    case 'while':
      runWhile(machine, state, body)
      return
    case 'case':
      runCase(machine, state, body, position)
      return
    case 'test':
      state.status = statusOf(evaluateExpression(machine, state, body.expression))
      return
    case 'arithmetic': {
      const text = expandArithmetic(machine, state, body.expression)
      if (!state.isDead) state.status = statusOf(text.known ? text.text.value !== '0' : null)
    }
  }
}

interface IfBranches {
  readonly clauses: readonly IfClause[]
  readonly otherwise: List | null
  readonly position: Position
}

function runIf(machine: Machine, state: State, { clauses, otherwise, position }: IfBranches): void {
  const [clause, ...rest] = clauses
  if (clause === undefined) {
    state.status = { code: 0, isCertain: true }
    if (otherwise !== null) runList(machine, state, otherwise, position)
    return
  }
  guarded(machine, () => runList(machine, state, clause.condition, innerPosition))
  if (state.isDead) return
  const { code, isCertain } = state.status
  if (isCertain && code !== null) {
    if (code === 0) {
      runList(machine, state, clause.body, position)
      return
    }
    runIf(machine, state, { clauses: rest, otherwise, position })
    return
  }
  const yes = forkState(state, 2)
  const no = forkState(state, 2)
  runList(machine, yes, clause.body, position)
  runIf(machine, no, { clauses: rest, otherwise, position })
  joinStates(state, [yes, no])
}

type Case = Extract<Compound, { kind: 'case' }>

function runCase(machine: Machine, state: State, { subject: word, items }: Case, position: Position): void {
  const subject = expandText(machine, state, word)
  const ended: State[] = []
  state.status = { code: 0, isCertain: true }
  for (const [index, item] of items.entries()) {
    if (state.isDead) break
    const verdict = matchItem(machine, state, subject, item)
    if (verdict === false) continue
    const taken = verdict === true ? state : forkState(state, 2)
    if (verdict === null) state.mass /= 2
    const goesOn = runItems(machine, taken, items.slice(index), position)
    if (goesOn && verdict === true) continue
    if (verdict === true) {
      joinStates(state, [...ended, { ...taken }])
      return
    }
    ended.push(taken)
  }
  joinStates(state, [...ended, { ...state }])
}

function matchItem(
  machine: Machine,
  state: State,
  subject: ReturnType<typeof expandText>,
  item: CaseItem,
): boolean | null {
  let verdict: boolean | null = false
  for (const word of item.patterns) {
    const pattern = expandPattern(machine, state, word)
    let one: boolean | null
    if ('known' in pattern) one = null
    else if (subject.known) one = isMatch(pattern, subject.text.value)
    else one = mayMatch(pattern, subject.prefix.value)
    if (one === true) return true
    if (one === null) verdict = null
  }
  return verdict
}

/** Runs the first item's commands and those it falls through to; true when later patterns are tried as well (`;;&`). */
function runItems(machine: Machine, state: State, items: readonly CaseItem[], position: Position): boolean {
  for (const item of items) {
    runList(machine, state, item.body, position)
    if (item.next !== 'fallThrough') return item.next === 'test'
  }
  return false
}
