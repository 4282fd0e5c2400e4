/** What one interpretation shares: its budget, what it may read and what it has found. */

import type { Environment } from '../source/environment.ts'
import type { Location } from '../source/location.ts'
import type { ResolvedText } from '../source/resolved.ts'
import type { SourcedText } from '../source/sourced-text.ts'
import type { Dialect } from './dialect.ts'
import type { ShellGrammar } from './grammar.ts'
import { LimitReached } from './limit-reached.ts'
import type { State } from './state.ts'

/** An external program that the shell would start. */
export interface ShellExecution {
  readonly argv: readonly ResolvedText[]
  /** The exported variables, including the assignments in front of the command. */
  readonly environment: Environment
  /** The directory it starts in; null when that is not known. */
  readonly workingDirectory: string | null
  /**
   * True: the shell's own process becomes this program (`exec`, or the last command of a command string in bash and
   * busybox); false: the shell forks; null: that depends on which shell the image has.
   */
  readonly becomesShell: boolean | null
  readonly background: boolean
  readonly inPipeline: boolean
  readonly inSubshell: boolean
  /** Is it on a branch whose condition cannot be decided? Runs in which the script has failed before do not count. */
  readonly conditional: boolean
  readonly at: Location | undefined
}

/** Something that could not be understood, in one sentence without a full stop. */
export interface ShellProblem {
  readonly why: string
  readonly at: Location | undefined
}

/** What the interpreter may ask of its caller. */
export interface ShellContext {
  readonly grammar: ShellGrammar
  /** The text of a file that is known to be at a path in the container; null when it is not known. */
  readonly readFile: (path: string) => SourcedText | null
}

/** The shared part of an interpretation. */
export interface Machine {
  readonly context: ShellContext
  readonly dialect: Dialect
  readonly form: 'commandString' | 'file'
  readonly executions: ShellExecution[]
  readonly problems: ShellProblem[]
  trapsTerm: boolean
  steps: number
  work: number
  depth: number
  /** Above zero where a failing command does not end the shell in spite of `set -e`. */
  guards: number
  /** How much of all possible runs has ended in a failure, as `exit 1` behind a condition that cannot be decided. */
  failed: number
}

/** Commands and loop iterations that are run at most; the rest of the script is then not seen. */
export const maximumSteps = 4000
/** Characters that are produced or compared at most. */
export const maximumWork = 2_000_000
/** Longest text a variable or word may hold. */
export const maximumText = 131_072
/** Deepest nesting of functions, `eval`, `source` and substitutions. */
export const maximumCalls = 50

/** Counts one command. */
export function countStep(machine: Machine, at: Location | undefined): void {
  machine.steps++
  if (machine.steps > maximumSteps) throw new LimitReached(`the script runs more than ${maximumSteps} commands`, at)
}

/** Counts characters that are produced or compared. */
export function countWork(machine: Machine, amount: number, at: Location | undefined): void {
  machine.work += amount
  if (machine.work > maximumWork) throw new LimitReached('the script works on more text than is followed', at)
}

/** Runs something one call deeper. */
export function deeper<T>(machine: Machine, at: Location | undefined, run: () => T): T {
  if (machine.depth >= maximumCalls) throw new LimitReached(`calls are nested more than ${maximumCalls} deep`, at)
  machine.depth++
  const result = run()
  machine.depth--
  return result
}

/**
 * The shell ends here. A container whose script fails is started again until it does not, so what happens in such a run
 * is no alternative to what the others do.
 */
export function countFailure(machine: Machine, state: State): void {
  const { code, isCertain } = state.status
  if (!isCertain || code === null || code === 0) return
  if (state.isInSubshell || state.isInPipeline || state.isBackground || state.output !== null) return
  machine.failed += state.mass
}

/** What rounding may take from the sum of many branches. */
const rounding = 1e-9

/** Does every run that has not failed before come here? */
export function isEveryRun(machine: Machine, { mass }: State): boolean {
  return mass >= 1 - machine.failed - rounding
}

/** The shell stops with an error here. */
export function stopShell(machine: Machine, state: State, problem: ShellProblem): void {
  if (state.isDead) return
  if (state.output === null) machine.problems.push(problem)
  state.status = { code: 2, isCertain: true }
  countFailure(machine, state)
  state.shell.leaving.push({ ...state })
  state.isDead = true
}
