/** The left side of assignments. */
import type { SyntaxNode } from '@lezer/common'
import type { Location } from '../source/location.ts'
import { dottedName } from './attributes.ts'
import { childrenOf, evaluate, operands } from './expressions.ts'
import { iterate } from './iteration.ts'
import { allocate, type Machine, placeOf, type State, textOf } from './state.ts'
import { evaluateIndex } from './subscripts.ts'
import { asNumber, isCompound, keyOf, known, open, PythonRaise, type Result } from './values.ts'

/** Assigns to a name, an attribute, an element or several of them. */
export function assignTarget(machine: Machine, state: State, target: SyntaxNode, value: Result, at?: Location): void {
  switch (target.name) {
    case 'VariableName':
      assignName(state, textOf(machine, target), value, at)
      return
    case 'MemberExpression':
      if (target.getChild('[') === null) assignAttribute(machine, state, target, value, at)
      else assignElement(machine, state, target, value, at)
      return
    case 'TupleExpression':
    case 'ArrayExpression':
    case 'ParenthesizedExpression':
      unpack(
        machine,
        state,
        childrenOf(target).filter((child) => !/^[([)\]]$|^,$|^Comment$/.test(child.name)),
        value,
        at,
      )
  }
}

/** Sets a local or global name. */
export function assignName(state: State, name: string, value: Result, at?: Location): void {
  if (state.locals !== null) {
    state.locals.set(name, value)
    return
  }
  state.globals.set(name, value)
  state.places.set(name, at)
}

function assignAttribute(machine: Machine, state: State, target: SyntaxNode, value: Result, at?: Location): void {
  const name = dottedName(machine, target)
  if (name === null || state.locals !== null) return
  state.globals.set(name, value)
  state.places.set(name, at)
}

function assignElement(machine: Machine, state: State, target: SyntaxNode, value: Result, at?: Location): void {
  const [holder] = operands(target)
  const object = holder === undefined ? undefined : evaluate(machine, state, holder)
  const index = evaluateIndex(machine, state, target)
  if (object?.known !== true || !isCompound(object.value) || index?.kind !== 'index') return
  const key = index.value
  if (object.value.kind === 'namespace') {
    if (key.known && typeof key.value === 'string') {
      state.globals.set(key.value, value)
      state.places.set(key.value, at)
    } else loseNames(machine, state, target)
  } else if (object.value.kind === 'dict' || object.value.kind === 'list') {
    setElement(machine, state, object.value.id, { key, value, target })
  }
}

/** Any name may have been assigned: none is certain any more. */
function loseNames(machine: Machine, state: State, target: SyntaxNode): void {
  const reason = open('names are assigned that are not known', placeOf(machine, target))
  if (reason.known) return
  state.openNames = reason
  for (const [name, value] of state.globals) {
    if (value.known && isCompound(value.value) && /^(?:module|function|native|environ)$/.test(value.value.kind))
      continue
    if (!name.startsWith('_')) state.globals.set(name, reason)
  }
}

interface Change {
  readonly key: Result
  readonly value: Result
  readonly target: SyntaxNode
}

function setElement(machine: Machine, state: State, id: number, { key, value, target }: Change): void {
  const object = state.heap.get(id)
  if (object?.kind === 'dict') {
    const text = key.known ? keyOf(key.value) : null
    if (text !== null && key.known)
      state.heap.set(id, { kind: 'dict', entries: new Map(object.entries).set(text, { key: key.value, value }) })
    else {
      const reason = open('an entry is set whose key is not known', placeOf(machine, target))
      state.heap.set(id, {
        kind: 'dict',
        entries: new Map([...object.entries].map(([one, entry]) => [one, { ...entry, value: reason }])),
      })
    }
  } else if (object?.kind === 'list') {
    const index = key.known ? asNumber(key.value) : null
    const items = [...object.items]
    const at = typeof index === 'bigint' ? Number(index < 0n ? index + BigInt(items.length) : index) : -1
    if (typeof index === 'bigint' && (at < 0 || at >= items.length))
      throw new PythonRaise('IndexError', 'list assignment index out of range', placeOf(machine, target))
    if (at >= 0) items[at] = value
    state.heap.set(id, {
      kind: 'list',
      items: at >= 0 ? items : [open('the elements are not known', placeOf(machine, target))],
    })
  }
}

/** Assigns the elements of a value to several targets, one of which may be starred. */
export function unpack(
  machine: Machine,
  state: State,
  targets: readonly SyntaxNode[],
  value: Result,
  at?: Location,
): void {
  const names = targets.filter((target) => target.name !== '*' && target.name !== 'StarExpression')
  const star = targets.findIndex((target) => target.name === '*')
  const items = iterate(machine, state, value)
  const isOpen = items === null || items.some((item) => !item.known && item.why.includes('elements'))
  if (!isOpen && (star < 0 ? items.length !== names.length : items.length < names.length - 1)) {
    const few = items.length < names.length
    throw new PythonRaise(
      'ValueError',
      few
        ? `not enough values to unpack (expected ${names.length}, got ${items.length})`
        : `too many values to unpack (expected ${names.length})`,
      at,
    )
  }
  const more = isOpen ? 0 : items.length - names.length + 1
  for (const [i, target] of names.entries()) {
    const fallback = value.known ? open('the value is not known', placeOf(machine, target)) : value
    if (isOpen) assignTarget(machine, state, target, fallback, at)
    else if (star === i)
      assignTarget(
        machine,
        state,
        target,
        known(allocate(machine, state, { kind: 'list', items: items.slice(i, i + more) })),
        at,
      )
    else assignTarget(machine, state, target, items[star >= 0 && i > star ? i + more - 1 : i] ?? fallback, at)
  }
}
