/** Assignments to variables and arrays. */
import { largestOf } from '../source/lists.ts'
import { knownText, type ResolvedText } from '../source/resolved.ts'
import { evaluateParts } from './arithmetic.ts'
import { expandNumber, expandText, expandWords } from './expand.ts'
import type { Machine } from './machine.ts'
import type { State, Variable, VariableValue } from './state.ts'
import type { Assignment, Element } from './syntax.ts'
import { joinTexts, unknown } from './values.ts'
import { markVariable, readVariable, scalar, textOf, writeVariable } from './variables.ts'

/** Assigns in order, each seeing those before it. */
export function applyAssignments(
  machine: Machine,
  state: State,
  assignments: readonly Assignment[],
  attributes: Partial<Omit<Variable, 'value'>>,
): void {
  for (const assignment of assignments) {
    if (state.isDead) return
    assign(machine, state, assignment)
    if (!state.isDead && Object.keys(attributes).length > 0) markVariable(state, assignment.name, attributes)
  }
}

/** Makes one assignment. */
export function assign(machine: Machine, state: State, assignment: Assignment): void {
  const { name, subscript, isAppending, value, at } = assignment
  const before = readVariable(machine, state, name)
  if (!('parts' in value)) {
    const list = readElements(
      machine,
      state,
      value,
      before?.kind === 'map' || state.variables.get(name)?.value.kind === 'map',
    )
    writeVariable(machine, state, name, isAppending ? appendList(before, list) : list, at)
    return
  }
  const text = expandText(machine, state, value, 'value')
  if (state.isDead) return
  if (subscript !== null) {
    assignElement(machine, state, assignment, text)
    return
  }
  const appended = isAppending ? append(machine, state, name, text) : text
  writeVariable(machine, state, name, withFirst(before, appended), at)
}

/** Assigning to the name of an array sets its first element. */
function withFirst(before: VariableValue | undefined, text: ResolvedText): VariableValue {
  if (before?.kind !== 'array') return scalar(text)
  return { kind: 'array', elements: new Map([...before.elements, [0, text]]) }
}

function append(machine: Machine, state: State, name: string, text: ResolvedText): ResolvedText {
  const before = textOf(readVariable(machine, state, name))
  if (before === undefined) return text
  if (state.variables.get(name)?.isInteger !== true) return joinTexts([before, text])
  const sum = evaluateParts(machine, state, [before, knownText({ value: '+', segments: [] }), text])
  return sum.text
}

function readElements(machine: Machine, state: State, elements: readonly Element[], isMap: boolean): VariableValue {
  const byKey = new Map<string, ResolvedText>()
  const byIndex = new Map<number, ResolvedText>()
  let next = 0
  for (const { subscript, value } of elements) {
    if (isMap && subscript !== null) {
      const key = expandText(machine, state, subscript)
      if (key.known) byKey.set(key.text.value, expandText(machine, state, value))
    } else if (subscript !== null) {
      next = Number(expandNumber(machine, state, subscript) ?? 0n)
      byIndex.set(next++, expandText(machine, state, value))
    } else {
      for (const field of expandWords(machine, state, [value])) byIndex.set(next++, field)
    }
  }
  return isMap ? { kind: 'map', entries: byKey } : { kind: 'array', elements: byIndex }
}

function appendList(before: VariableValue | undefined, list: VariableValue): VariableValue {
  if (before?.kind === 'map' && list.kind === 'map')
    return { kind: 'map', entries: new Map([...before.entries, ...list.entries]) }
  if (list.kind !== 'array') return list
  const kept = before?.kind === 'array' ? before.elements : new Map(before?.kind === 'scalar' ? [[0, before.text]] : [])
  let next = Math.max(-1, largestOf(kept.keys())) + 1
  const elements = new Map(kept)
  for (const text of list.elements.values()) elements.set(next++, text)
  return { kind: 'array', elements }
}

function assignElement(
  machine: Machine,
  state: State,
  { name, subscript, isAppending, at }: Assignment,
  text: ResolvedText,
): void {
  if (subscript === null) return
  const before = readVariable(machine, state, name)
  if (before?.kind === 'map' || state.variables.get(name)?.value.kind === 'map') {
    const key = expandText(machine, state, subscript)
    const entries = new Map(before?.kind === 'map' ? before.entries : [])
    if (key.known) entries.set(key.text.value, joined(entries.get(key.text.value), text, isAppending))
    writeVariable(machine, state, name, { kind: 'map', entries }, at)
    return
  }
  const elements = new Map(
    before?.kind === 'array' ? before.elements : before?.kind === 'scalar' ? [[0, before.text]] : [],
  )
  const index = expandNumber(machine, state, subscript)
  if (state.isDead) return
  if (index === null) {
    const open = unknown(`which element of ${name} is set is not known`, at)
    writeVariable(
      machine,
      state,
      name,
      { kind: 'array', elements: new Map([[0, open.known ? open : { ...open, mayBeSeveral: true }]]) },
      at,
    )
    return
  }
  const position = index < 0n ? Math.max(-1, largestOf(elements.keys())) + 1 + Number(index) : Number(index)
  elements.set(position, joined(elements.get(position), text, isAppending))
  writeVariable(machine, state, name, { kind: 'array', elements }, at)
}

function joined(before: ResolvedText | undefined, text: ResolvedText, isAppending: boolean): ResolvedText {
  return isAppending && before !== undefined ? joinTexts([before, text]) : text
}
