/** The state of a module between two statements; undecided branches run on copies that are joined again. */
import type { SyntaxNode } from '@lezer/common'
import type { Environment } from '../source/environment.ts'
import { type Location, locationOf } from '../source/location.ts'
import type { Unknown } from '../source/resolved.ts'
import { locateSlice, type SourcedText } from '../source/sourced-text.ts'
import { type HeapObject, known, open, type PythonRaise, type Result, type Value } from './values.ts'

/** What evaluation may look at. */
export interface PythonContext {
  readonly environment: Environment
  readonly fileName: string
  readonly workingDirectory: string | null
  /** What `cpu_count()` returns, to see how a module behaves on such a node; unknown when it is left out. */
  readonly cpuCount?: number
}

/** A call or an assignment to an attribute at module level. */
export interface RecordedCall {
  readonly name: string
  readonly positional: readonly Result[]
  readonly keywords: ReadonlyMap<string, Result>
  readonly at: Location | undefined
}

/** A function of the module. */
export interface FunctionDefinition {
  readonly node: SyntaxNode
  readonly defaults: ReadonlyMap<string, Result>
}

/** What one evaluation shares. */
export interface Machine {
  readonly text: SourcedText
  readonly context: PythonContext
  readonly functions: FunctionDefinition[]
  readonly calls: { readonly call: RecordedCall; readonly state: State }[]
  steps: number
  work: number
  depth: number
  nextId: number
  /** Operations so far that might have raised, for all that is known. */
  doubts: number
}

/** States that left a loop or a function before its end. */
export interface Frame {
  readonly leaving: State[]
  readonly continuing: State[]
}

/** Names and objects. */
export interface State {
  globals: Map<string, Result>
  locals: Map<string, Result> | null
  /** Where each global was last assigned. */
  places: Map<string, Location | undefined>
  heap: Map<number, HeapObject>
  /** Set when names may have been assigned that cannot be told. */
  openNames: Unknown | null
  isDead: boolean
  mass: number
  returned: Result
  raised: PythonRaise | null
  loop: Frame | null
  call: Frame | null
  guard: State[] | null
}

const maximumSteps = 20_000
const maximumWork = 2_000_000

/** The module needs more than the budget. */
export class LimitReached extends Error {}

/** Counts a step. */
export function countStep(machine: Machine): void {
  machine.steps++
  if (machine.steps > maximumSteps) throw new LimitReached('the module runs for longer than is followed')
}

/** Counts characters or elements that are produced. */
export function countWork(machine: Machine, amount: number): void {
  machine.work += amount
  if (machine.work > maximumWork) throw new LimitReached('the module works on more data than is followed')
}

/** The state before the first statement. */
export function initialState(): State {
  return {
    globals: new Map(),
    locals: null,
    places: new Map(),
    heap: new Map(),
    openNames: null,
    isDead: false,
    mass: 1,
    returned: known(null),
    raised: null,
    loop: null,
    call: null,
    guard: null,
  }
}

/** The source text of a node. */
export function textOf(machine: Machine, node: SyntaxNode): string {
  return machine.text.value.slice(node.from, node.to)
}

/** Where a node was written. */
export function placeOf(machine: Machine, node: SyntaxNode): Location | undefined {
  return locateSlice(machine.text, node.from, node.to)
}

/** Where the text as a whole was written, from one node to another. */
export function placeBetween(machine: Machine, from: SyntaxNode, to: SyntaxNode): Location | undefined {
  const start = placeOf(machine, from)
  const end = placeOf(machine, to)
  if (start === undefined || end === undefined || start.file !== end.file) return start
  return locationOf(start.file, start.span.start, end.span.end)
}

/** Puts an object on the heap. */
export function allocate(machine: Machine, state: State, object: HeapObject): Value {
  const id = machine.nextId++
  countWork(machine, 1 + (object.kind === 'dict' ? object.entries.size : object.items.length))
  state.heap.set(id, object)
  return { kind: object.kind, id }
}

/** An independent copy. */
export function copyState(state: State): State {
  return {
    ...state,
    globals: new Map(state.globals),
    locals: state.locals === null ? null : new Map(state.locals),
    places: new Map(state.places),
    heap: new Map(state.heap),
  }
}

/** A copy for one of two runs that cannot be told apart. */
export function forkState(state: State): State {
  return { ...copyState(state), mass: state.mass / 2 }
}

/** Makes `state` what is common to the branches that are alive; `reason` is why they could not be told apart. */
export function joinStates(state: State, branches: readonly State[], reason: Unknown | null): void {
  const [first, ...others] = branches.filter((branch) => !branch.isDead)
  if (first === undefined) {
    state.isDead = true
    return
  }
  const mass = [first, ...others].reduce((sum, one) => sum + one.mass, 0)
  let joined = first
  for (const other of others) joined = joinPair(joined, other, reason)
  Object.assign(state, joined, { mass })
}

function joinPair(a: State, b: State, reason: Unknown | null): State {
  return {
    ...a,
    globals: joinNames(a.globals, b.globals, reason),
    locals: a.locals === null || b.locals === null ? a.locals : joinNames(a.locals, b.locals, reason),
    places: new Map([...a.places, ...b.places]),
    heap: joinHeaps(a, b, reason),
    openNames: a.openNames ?? b.openNames,
    returned: joinResults('the result', a.returned, b.returned, reason),
  }
}

function joinNames(a: Map<string, Result>, b: Map<string, Result>, reason: Unknown | null): Map<string, Result> {
  const joined = new Map<string, Result>()
  for (const name of new Set([...a.keys(), ...b.keys()]))
    joined.set(name, joinResults(name, a.get(name), b.get(name), reason))
  return joined
}

/** What is known of a value that is one of two. */
export function joinResults(
  name: string,
  a: Result | undefined,
  b: Result | undefined,
  reason: Unknown | null,
): Result {
  if (a !== undefined && b !== undefined && isSame(a, b)) return a
  const open1 = a?.known === false ? a : b?.known === false ? b : null
  const parts = [a, b, reason ?? undefined].filter((one) => one !== undefined && !one.known)
  const isCpu =
    a !== undefined &&
    b !== undefined &&
    parts.length > 0 &&
    parts.every((one) => one?.known === false && one.dependsOn === 'cpu_count')
  return open(
    open1?.why ?? `${name} depends on a condition that cannot be decided${reason === null ? '' : `: ${reason.why}`}`,
    open1?.at ?? reason?.at,
    isCpu ? 'cpu_count' : undefined,
  )
}

function isSame(a: Result, b: Result): boolean {
  if (a === b) return true
  if (!a.known || !b.known) return !a.known && !b.known && a.why === b.why
  return isSameValue(a.value, b.value)
}

function isSameValue(a: Value, b: Value): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || a.kind !== b.kind) return false
  if ('id' in a && 'id' in b) return a.id === b.id
  if (a.kind === 'tuple' && b.kind === 'tuple') {
    return a.items.length === b.items.length && a.items.every((item, i) => isSame(item, b.items[i] ?? known(null)))
  }
  return 'name' in a && 'name' in b && a.name === b.name
}

function joinHeaps(a: State, b: State, reason: Unknown | null): Map<number, HeapObject> {
  const heap = new Map(b.heap)
  for (const [id, object] of a.heap) {
    const other = b.heap.get(id)
    heap.set(id, other === undefined || other === object ? object : joinObjects(object, other, reason))
  }
  return heap
}

function joinObjects(a: HeapObject, b: HeapObject, reason: Unknown | null): HeapObject {
  if (a.kind === 'dict' && b.kind === 'dict') {
    const entries = new Map(a.entries)
    for (const key of new Set([...a.entries.keys(), ...b.entries.keys()])) {
      const [left, right] = [a.entries.get(key), b.entries.get(key)]
      entries.set(key, {
        key: left?.key ?? right?.key ?? null,
        value: joinResults('the entry', left?.value, right?.value, reason),
      })
    }
    return { kind: 'dict', entries }
  }
  if (a.kind === 'dict' || b.kind === 'dict') return a
  if (a.items.length === b.items.length && a.items.every((item, i) => isSame(item, b.items[i] ?? known(null)))) return a
  return { kind: a.kind, items: [open('the elements depend on a condition that cannot be decided', reason?.at)] }
}
