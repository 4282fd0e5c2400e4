/** Evaluates a Python configuration module without running it: what its names hold, and what it calls. */
import type { SyntaxNode } from '@lezer/common'
import { parser } from '@lezer/python'
import type { Location } from '../source/location.ts'
import type { Origin, Resolved, Unknown } from '../source/resolved.ts'
import { locateText, type SourcedText } from '../source/sourced-text.ts'
import { childrenOf } from './expressions.ts'
import { exportResult, type PythonValue } from './python-value.ts'
import {
  initialState,
  LimitReached,
  type Machine,
  type PythonContext,
  placeOf,
  type RecordedCall,
  type State,
} from './state.ts'
import { runStatement } from './statements.ts'
import { open } from './values.ts'

export type { PythonValue } from './python-value.ts'
export type { PythonContext } from './state.ts'

/** Longest module that is read. */
const maximumText = 262_144

/** A call at module level whose function is not followed, such as `app.conf.update(worker_concurrency=4)`. */
export interface PythonCall {
  readonly name: string
  readonly positional: readonly Resolved<PythonValue>[]
  readonly keywords: ReadonlyMap<string, Resolved<PythonValue>>
  readonly at: Location | undefined
}

/** What is known of a module after it was loaded. */
export interface ModuleOutcome {
  /** Module-level names, and attributes assigned through them as dotted names (`app.conf.timezone`). */
  readonly names: ReadonlyMap<string, Resolved<PythonValue>>
  /** Set when further names may exist that are not known. */
  readonly open: Unknown | null
  /** Loading certainly raises, in the words of Python's last line: `ValueError: …`. */
  readonly error: { readonly message: string; readonly at: Location | undefined } | null
  /** Why the end of the module was not reached; null when it was. */
  readonly incomplete: { readonly why: string; readonly at: Location | undefined } | null
  readonly calls: readonly PythonCall[]
}

/** Evaluates a module; nothing is executed, and no input makes it fail or run on for long. */
export function evaluateModule(text: SourcedText, context: PythonContext): ModuleOutcome {
  const machine: Machine = {
    text,
    context,
    functions: [],
    calls: [],
    steps: 0,
    work: 0,
    depth: 0,
    nextId: 1,
    doubts: 0,
  }
  const state = initialState()
  const raised: State[] = []
  state.guard = raised
  const incomplete = run(machine, state)
  const [failure] = raised
  const error = state.isDead && failure?.raised && failure.mass === 1 ? failure.raised : null
  const final = state.isDead && failure !== undefined ? failure : state
  const message = error === null ? '' : error.message === '' ? error.type : `${error.type}: ${error.message}`
  return {
    names: exportNames(final, incomplete),
    open: final.openNames,
    error: error === null ? null : { message, at: error.at },
    incomplete,
    calls: machine.calls.map(({ call, state: then }) => exportCall(then, call)),
  }
}

function run(machine: Machine, state: State): ModuleOutcome['incomplete'] {
  const { text } = machine
  const whole = locateText(text)
  if (text.value.length > maximumText) return { why: `the module is longer than ${maximumText} characters`, at: whole }
  try {
    const { topNode } = parser.parse(text.value)
    const wrong = firstError(topNode)
    for (const statement of childrenOf(topNode)) {
      if (state.isDead) break
      if (/Statement$|Definition$|StatementGroup$/.test(statement.name)) runStatement(machine, state, statement)
    }
    return wrong === null ? null : { why: 'the module has a syntax error', at: placeOf(machine, wrong) ?? whole }
  } catch (error) {
    if (error instanceof LimitReached) return { why: error.message, at: whole }
    throw error
  }
}

function firstError(top: SyntaxNode): SyntaxNode | null {
  const cursor = top.cursor()
  while (cursor.next()) if (cursor.type.isError) return cursor.node
  return null
}

function exportNames(
  state: State,
  incomplete: ModuleOutcome['incomplete'],
): ReadonlyMap<string, Resolved<PythonValue>> {
  const names = new Map<string, Resolved<PythonValue>>()
  for (const [name, result] of state.globals) {
    const at = state.places.get(name)
    const origin: Origin = at === undefined ? { kind: 'default', reference: 'the module' } : { kind: 'written', at }
    const isCut = incomplete !== null && result.known
    names.set(name, exportResult(state, isCut ? open(incomplete.why, incomplete.at) : result, origin))
  }
  return names
}

function exportCall(state: State, { name, positional, keywords, at }: RecordedCall): PythonCall {
  const origin: Origin = at === undefined ? { kind: 'default', reference: 'the module' } : { kind: 'written', at }
  return {
    name,
    positional: positional.map((one) => exportResult(state, one, origin)),
    keywords: new Map([...keywords].map(([key, one]) => [key, exportResult(state, one, origin)])),
    at,
  }
}
