/** Calls functions and sourced scripts. */
import type { ResolvedText } from '../source/resolved.ts'
import { deeper, type Machine } from './machine.ts'
import { innerPosition } from './position.ts'
import { runCommand } from './run.ts'
import { createFrame, joinStates, type State } from './state.ts'
import type { Command } from './syntax.ts'

/** Calls a function: its parameters and `local` variables last until it returns. */
export function callFunction(machine: Machine, state: State, body: Command, parameters: readonly ResolvedText[]): void {
  const outer = { parameters: state.parameters, loops: state.loops }
  const base = state.hidden.length
  state.parameters = parameters
  state.loops = []
  deeper(machine, undefined, () => insideCall(state, () => runCommand(machine, state, body, innerPosition)))
  if (state.isDead) return
  restoreHidden(state, base)
  state.parameters = outer.parameters
  state.loops = outer.loops
}

/** Runs something that `return` leaves. */
export function insideCall(state: State, run: () => void): void {
  const outer = state.call
  const frame = createFrame()
  state.call = frame
  run()
  joinStates(state, [{ ...state }, ...frame.leaving])
  state.call = outer
}

function restoreHidden(state: State, base: number): void {
  for (const { name, variable } of state.hidden.slice(base).reverse()) {
    if (variable === undefined) state.variables.delete(name)
    else state.variables.set(name, variable)
  }
  state.hidden = state.hidden.slice(0, base)
}
