/** Runs commands in a process of their own: subshells, pipeline stages, background commands and substitutions. */

import type { ResolvedText } from '../source/resolved.ts'
import type { Machine } from './machine.ts'
import { copyState, createFrame, joinStates, type State, type Status } from './state.ts'

/** What a child process leaves behind. */
export interface ChildResult {
  readonly status: Status
  readonly output: ResolvedText | null
}

/** Runs on a copy of the state; what happens there stays there. */
export function runInSubshell(
  machine: Machine,
  state: State,
  changes: Partial<State>,
  run: (child: State) => void,
): ChildResult {
  const shell = createFrame()
  const call = state.call === null ? null : shell
  const child: State = { ...copyState(state), ...changes, shell, call, loops: [], hasTraps: false }
  const { trapsTerm } = machine
  run(child)
  machine.trapsTerm = trapsTerm
  joinStates(child, [child, ...shell.leaving.map((one) => ({ ...one, isDead: false }))])
  return { status: child.status, output: child.output }
}
