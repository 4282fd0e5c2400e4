/** Runs programs, lists, and-or lists and pipelines. */
import { runCompound } from './compound.ts'
import { countFailure, countStep, type Machine, stopShell } from './machine.ts'
import { appendOutput } from './output.ts'
import { innerPosition, lastPosition, type Position } from './position.ts'
import { runSimple } from './simple.ts'
import { forkState, joinStates, type State } from './state.ts'
import { runInSubshell } from './subshell.ts'
import type { Command, List, Program } from './syntax.ts'
import { emptyText } from './values.ts'

/** Runs a script's lines; a syntax error behind them ends the shell. */
export function runProgram(machine: Machine, state: State, program: Program, position: Position): void {
  for (const [index, line] of program.lines.entries()) {
    if (state.isDead) return
    runList(
      machine,
      state,
      line,
      index === program.lines.length - 1 && program.error === null ? position : innerPosition,
    )
  }
  if (program.error !== null) stopShell(machine, state, program.error)
}

/** Runs the commands of a list. */
export function runList(machine: Machine, state: State, list: List, position: Position): void {
  for (const [index, { command, isBackground }] of list.items.entries()) {
    if (state.isDead) return
    if (isBackground) runInBackground(machine, state, command)
    else {
      const isLast = index === list.items.length - 1
      runCommand(
        machine,
        state,
        command,
        isLast ? lastPosition(position, list.items[index - 1]?.isBackground === true) : innerPosition,
      )
    }
  }
}

function runInBackground(machine: Machine, state: State, command: Command): void {
  runInSubshell(machine, state, { isBackground: true }, (child) => runCommand(machine, child, command, innerPosition))
  state.status = { code: 0, isCertain: true }
}

/** Runs one command. */
export function runCommand(machine: Machine, state: State, command: Command, position: Position): void {
  if (state.isDead) return
  switch (command.kind) {
    case 'simple':
      countStep(machine, command.at)
      runSimple(machine, state, command, position)
      endOnError(machine, state)
      return
    case 'andOr':
      runAndOr(machine, state, command, position)
      return
    case 'pipeline':
      runPipeline(machine, state, command)
      command.isNegated ? undefined : endOnError(machine, state)
      return
    case 'compound':
      countStep(machine, command.at)
      runCompound(machine, state, command, position)
      return
    case 'function':
      state.functions.set(command.name, command.body)
      state.status = { code: 0, isCertain: true }
  }
}

/** With `set -e` a command that certainly fails ends the shell. */
export function endOnError(machine: Machine, state: State): void {
  const { code, isCertain } = state.status
  if (state.isDead || machine.guards > 0 || code === 0 || code === null || !isCertain) return
  if (!state.options.has('errexit')) return
  countFailure(machine, state)
  state.shell.leaving.push({ ...state })
  state.isDead = true
}

/** Runs something whose failure does not end the shell. */
export function guarded(machine: Machine, run: () => void): void {
  machine.guards++
  run()
  machine.guards--
}

type AndOr = Extract<Command, { kind: 'andOr' }>

function runAndOr(machine: Machine, state: State, command: AndOr, position: Position): void {
  const rest: AndOr[] = []
  let first: Command = command
  while (first.kind === 'andOr') {
    rest.push(first)
    first = first.left
  }
  rest.reverse()
  const inner = first
  guarded(machine, () => runCommand(machine, state, inner, innerPosition))
  for (const step of rest) {
    if (state.isDead) return
    const isLast = step === command
    const here = isLast ? position.insideAndOr(state.options.has('errexit')) : innerPosition
    const run = (on: State): void => {
      if (isLast) runCommand(machine, on, step.right, here)
      else guarded(machine, () => runCommand(machine, on, step.right, here))
    }
    runRight(machine, state, { operator: step.operator, run })
  }
}

interface RightSide {
  readonly operator: '&&' | '||'
  readonly run: (on: State) => void
}

/**
 * Runs the right side where the left one's status says so. A program is assumed to succeed: behind `||` its alternative
 * is only looked at, and the state goes on as if it had not run.
 */
function runRight(machine: Machine, state: State, { operator, run }: RightSide): void {
  const { code, isCertain } = state.status
  const isWanted = code === null ? null : (operator === '&&') === (code === 0)
  if (isWanted === true) {
    run(state)
    return
  }
  if (isWanted === false) {
    const { failed } = machine
    if (!isCertain) run(forkState(state, 2))
    machine.failed = failed
    return
  }
  const taken = forkState(state, 2)
  const skipped = forkState(state, 2)
  skipped.status = { code: operator === '&&' ? 1 : 0, isCertain: false }
  run(taken)
  joinStates(state, [taken, skipped])
}

function runPipeline(
  machine: Machine,
  state: State,
  { stages, isNegated }: Extract<Command, { kind: 'pipeline' }>,
): void {
  const [only] = stages
  const run = (): void => {
    if (stages.length === 0) state.status = { code: 0, isCertain: true }
    else if (stages.length === 1 && only !== undefined) runCommand(machine, state, only, innerPosition)
    else runStages(machine, state, stages)
  }
  if (!isNegated) {
    run()
    return
  }
  guarded(machine, run)
  const { code, isCertain } = state.status
  state.status = { code: code === null ? null : code === 0 ? 1 : 0, isCertain }
}

function runStages(machine: Machine, state: State, stages: readonly Command[]): void {
  const captures = state.output !== null
  let input = state.input
  for (const [index, stage] of stages.entries()) {
    const isLast = index === stages.length - 1
    const changes = { isInPipeline: true, input, output: captures ? emptyText : null }
    const result = runInSubshell(machine, state, changes, (child) => runCommand(machine, child, stage, innerPosition))
    input = result.output
    if (isLast) {
      state.status = result.status
      if (result.output !== null) appendOutput(state, result.output)
    }
  }
}
