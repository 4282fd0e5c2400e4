/** Runs loops: unrolled while their words and conditions are known, once where they are not. */

import { expandArithmetic, expandWords } from './expand.ts'
import { LimitReached } from './limit-reached.ts'
import { countStep, type Machine } from './machine.ts'
import { innerPosition } from './position.ts'
import { guarded, runList } from './run.ts'
import { copyState, createFrame, type Frame, forkState, isSameValue, joinStates, type State } from './state.ts'
import type { Compound, List, Word } from './syntax.ts'
import { computed, placeOf } from './values.ts'
import { scalar, writeVariable } from './variables.ts'

/** Rounds of a loop that are followed. */
const maximumRounds = 100

type For = Extract<Compound, { kind: 'for' }>
type While = Extract<Compound, { kind: 'while' }>
type ArithmeticFor = Extract<Compound, { kind: 'arithmeticFor' }>

/** Runs `for name in words`. */
export function runFor(machine: Machine, state: State, { variable, words, body }: For): void {
  const values = words === null ? state.parameters : expandWords(machine, state, words)
  state.status = { code: 0, isCertain: true }
  insideLoop(state, (frame) => {
    for (const [round, value] of values.entries()) {
      if (state.isDead) return
      if (round >= maximumRounds) throw new LimitReached(`a loop runs more than ${maximumRounds} times`, placeOf(value))
      const skipped = !value.known && value.mayBeSeveral ? forkState(state, 2) : null
      if (skipped !== null) state.mass /= 2
      const text = value.known ? value : { ...value, mayBeSeveral: false }
      if (writeVariable(machine, state, variable, scalar(text))) runRound(machine, state, body, frame)
      if (skipped !== null) joinStates(state, [{ ...state }, skipped])
    }
  })
}

/** Runs a loop's body with a frame of its own; afterwards the states that left it are joined. */
function insideLoop(state: State, run: (frame: Frame) => void): void {
  const outer = state.loops
  const frame = createFrame()
  state.loops = [...outer, frame]
  run(frame)
  joinStates(state, [{ ...state }, ...frame.leaving])
  state.loops = outer
}

function runRound(machine: Machine, state: State, body: List, frame: Frame): void {
  countStep(machine, undefined)
  runList(machine, state, body, innerPosition)
  const continued = frame.continuing.splice(0)
  if (continued.length > 0) joinStates(state, [{ ...state }, ...continued])
}

/** Whether a round runs: certainly, certainly not, perhaps; `endless` is a condition that never changes. */
type Decision = 'run' | 'stop' | 'perhaps'

interface Rounds {
  readonly body: List
  readonly decide: () => Decision
  readonly isEndless: boolean
  readonly after: () => void
}

/** Runs `while` and `until`. */
export function runWhile(machine: Machine, state: State, { isUntil, condition, body }: While): void {
  const decide = (): Decision => {
    guarded(machine, () => runList(machine, state, condition, innerPosition))
    const { code, isCertain } = state.status
    if (code === null) return 'perhaps'
    const goesOn = (code === 0) !== isUntil
    return !goesOn ? 'stop' : isCertain ? 'run' : 'perhaps'
  }
  runRounds(machine, state, { body, decide, isEndless: isAlwaysTrue(condition), after: () => undefined })
}

function isAlwaysTrue(condition: List): boolean {
  const [only] = condition.items
  const command = only?.command
  if (command?.kind === 'compound')
    return command.body.kind === 'arithmetic' && isLiteral(command.body.expression, ['1'])
  return command?.kind === 'simple' && command.words.length === 1 && isLiteral(command.words[0], ['true', ':'])
}

function isLiteral(word: Word | undefined, texts: readonly string[]): boolean {
  const [part] = word?.parts ?? []
  return word?.parts.length === 1 && part?.kind === 'literal' && texts.includes(part.text.value.trim())
}

/** Runs bash's `for ((start; condition; step))`. */
export function runArithmeticFor(machine: Machine, state: State, { header, body }: ArithmeticFor): void {
  const [start, condition, step] = header
  if (start !== undefined) expandArithmetic(machine, state, start)
  const isEndless =
    condition === undefined || condition.parts.every((part) => part.kind === 'literal' && part.text.value.trim() === '')
  const decide = (): Decision => {
    if (isEndless) return 'run'
    const text = condition === undefined ? computed('1', undefined) : expandArithmetic(machine, state, condition)
    return !text.known ? 'perhaps' : text.text.value === '0' ? 'stop' : 'run'
  }
  const after = (): void => {
    if (step !== undefined && !state.isDead) expandArithmetic(machine, state, step)
  }
  runRounds(machine, state, { body, decide, isEndless, after })
}

function runRounds(machine: Machine, state: State, rounds: Rounds): void {
  const entered = state.mass
  insideLoop(state, (frame) => {
    let firstEnd = machine.executions.length
    for (let round = 0; !state.isDead; round++) {
      countStep(machine, undefined)
      const before = copyState(state)
      const decision = rounds.decide()
      if (state.isDead) return
      if (decision === 'stop') {
        state.status = { code: 0, isCertain: state.status.isCertain }
        return
      }
      if (decision === 'perhaps') return runPerhaps(machine, state, rounds, frame)
      runRound(machine, state, rounds.body, frame)
      rounds.after()
      if (round === 0) firstEnd = machine.executions.length
      if (!state.isDead && isUnchanged(before, state)) return endless(state, frame, entered)
      if (round + 1 < maximumRounds) continue
      if (!rounds.isEndless) throw new LimitReached(`a loop runs more than ${maximumRounds} times`, undefined)
      machine.executions.length = firstEnd
      return endless(state, frame, entered)
    }
  })
}

function runPerhaps(machine: Machine, state: State, rounds: Rounds, frame: Frame): void {
  const skipped = forkState(state, 2)
  state.mass /= 2
  runRound(machine, state, rounds.body, frame)
  joinStates(state, [{ ...state }, skipped])
}

/** The loop goes round for ever: only `break` leaves it, and all the runs that do not exit come out there. */
function endless(state: State, frame: Frame, entered: number): void {
  const left = frame.leaving.reduce((sum, one) => sum + one.mass, 0)
  const stays = Math.min(state.mass, entered)
  if (left > 0)
    frame.leaving.forEach((one) => {
      one.mass *= (left + stays) / left
    })
  state.isDead = true
}

function isUnchanged(before: State, after: State): boolean {
  if (before.workingDirectory !== after.workingDirectory || before.parameters !== after.parameters) return false
  if (before.options !== after.options || before.functions.size !== after.functions.size) return false
  if (before.variables.size !== after.variables.size) return false
  for (const [name, variable] of after.variables) {
    const old = before.variables.get(name)
    if (old === undefined || (old !== variable && !isSameValue(old.value, variable.value))) return false
  }
  return true
}
