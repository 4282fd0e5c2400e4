/** Comprehensions and generator expressions. */
import type { SyntaxNode } from '@lezer/common'
import { unique } from './displays.ts'
import { childrenOf, evaluate, notFollowed } from './expressions.ts'
import { iterate } from './iteration.ts'
import { allocate, countStep, type Machine, placeOf, type State } from './state.ts'
import { assignTarget } from './targets.ts'
import { isTrue } from './text.ts'
import { type Entry, keyOf, known, open, type Result } from './values.ts'

/** A `for` or `if` of a comprehension. */
type Clause =
  | { readonly kind: 'for'; readonly targets: readonly SyntaxNode[]; readonly source: SyntaxNode }
  | { readonly kind: 'if'; readonly condition: SyntaxNode }

/** The collection that a comprehension makes. */
export function comprehend(machine: Machine, state: State, node: SyntaxNode): Result {
  const children = childrenOf(node).filter((child) => !/^[([{)\]}]$|^Comment$/.test(child.name))
  const first = children.findIndex((child) => child.name === 'for')
  const head = children.slice(0, first).filter((child) => child.name !== ':')
  const clauses = readClauses(children.slice(first))
  const [element, value] = head
  if (element === undefined || clauses === null) return notFollowed(machine, node)
  const items: Result[] = []
  const entries = new Map<string, Entry>()
  const outer = state.locals
  state.locals = new Map(outer ?? [])
  const reason = run(machine, state, clauses, () => {
    const one = evaluate(machine, state, element)
    if (value === undefined) items.push(one)
    else {
      const key = one.known ? keyOf(one.value) : null
      if (key === null || !one.known) return one.known ? notFollowed(machine, node) : one
      entries.set(key, { key: one.value, value: evaluate(machine, state, value) })
    }
    return null
  })
  state.locals = outer
  if (reason !== null) return reason.known ? open('a comprehension is not followed', placeOf(machine, node)) : reason
  if (value !== undefined) return known(allocate(machine, state, { kind: 'dict', entries }))
  const isSet = node.name === 'SetComprehensionExpression'
  return known(allocate(machine, state, { kind: isSet ? 'set' : 'list', items: isSet ? unique(items) : items }))
}

function readClauses(children: readonly SyntaxNode[]): readonly Clause[] | null {
  const clauses: Clause[] = []
  for (let i = 0; i < children.length; ) {
    const child = children[i]
    if (child?.name === 'if') {
      const condition = children[i + 1]
      if (condition === undefined) return null
      clauses.push({ kind: 'if', condition })
      i += 2
    } else if (child?.name === 'for') {
      const end = children.findIndex((one, at) => at > i && one.name === 'in')
      const source = children[end + 1]
      if (end < 0 || source === undefined) return null
      clauses.push({ kind: 'for', targets: children.slice(i + 1, end).filter((one) => one.name !== ','), source })
      i = end + 2
    } else return null
  }
  return clauses
}

/** Runs the clauses; a result is why the collection is not known. */
function run(machine: Machine, state: State, clauses: readonly Clause[], add: () => Result | null): Result | null {
  countStep(machine)
  const [clause, ...rest] = clauses
  if (clause === undefined) return add()
  if (clause.kind === 'if') {
    const condition = evaluate(machine, state, clause.condition)
    const truth = condition.known ? isTrue(state, condition.value) : null
    if (truth === null) return condition.known ? notFollowed(machine, clause.condition) : condition
    return truth ? run(machine, state, rest, add) : null
  }
  const source = evaluate(machine, state, clause.source)
  const items = iterate(machine, state, source)
  if (items === null) return source.known ? notFollowed(machine, clause.source) : source
  for (const item of items) {
    assignTargets(machine, state, clause.targets, item)
    const reason = run(machine, state, rest, add)
    if (reason !== null) return reason
  }
  return null
}

/** Assigns to one target, or unpacks into several. */
export function assignTargets(machine: Machine, state: State, targets: readonly SyntaxNode[], value: Result): void {
  const [only] = targets
  if (targets.length === 1 && only !== undefined) {
    assignTarget(machine, state, only, value)
    return
  }
  const items = iterate(machine, state, value)
  for (const [i, target] of targets.entries()) {
    const fallback = value.known ? open('the value is not known', placeOf(machine, target)) : value
    assignTarget(machine, state, target, items?.length === targets.length ? (items[i] ?? fallback) : fallback)
  }
}
