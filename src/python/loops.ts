/** `for` and `while`, unrolled while what they go through is known and once where it is not. */
import type { SyntaxNode } from '@lezer/common'
import { assignTargets } from './comprehensions.ts'
import { childrenOf, evaluate, notFollowed } from './expressions.ts'
import { iterate } from './iteration.ts'
import { countStep, type Frame, forkState, joinStates, LimitReached, type Machine, type State } from './state.ts'
import { runBody } from './statements.ts'
import { isTrue } from './text.ts'
import type { Result } from './values.ts'

const maximumRounds = 1000

/** Runs `for`. */
export function runFor(machine: Machine, state: State, node: SyntaxNode): void {
  const children = childrenOf(node)
  const middle = children.findIndex((child) => child.name === 'in')
  const source = children[middle + 1]
  const [body, otherwise] = node.getChildren('Body')
  if (middle < 0 || source === undefined || body === undefined) return
  const targets = children.slice(0, middle).filter((child) => !/^(?:for|async|,|Comment)$/.test(child.name))
  const value = evaluate(machine, state, source)
  const items = iterate(machine, state, value)
  insideLoop(state, otherwise, machine, (frame) => {
    const rounds: readonly Result[] = items ?? [value.known ? notFollowed(machine, source) : value]
    for (const item of rounds) {
      if (state.isDead) return
      const isPerhaps = items === null || (!item.known && /^further|elements/.test(item.why))
      const skipped = isPerhaps ? forkState(state) : null
      if (skipped !== null) state.mass /= 2
      assignTargets(machine, state, targets, item)
      runRound(machine, state, body, frame)
      if (skipped !== null) joinStates(state, [{ ...state }, skipped], item.known ? null : item)
    }
  })
}

/** Runs `while`. */
export function runWhile(machine: Machine, state: State, node: SyntaxNode): void {
  const [body, otherwise] = node.getChildren('Body')
  const condition = childrenOf(node).find((child) => /^[A-Z]/.test(child.name) && child.name !== 'Body')
  if (body === undefined || condition === undefined) return
  insideLoop(state, otherwise, machine, (frame) => {
    for (let round = 0; !state.isDead; round++) {
      if (round >= maximumRounds) throw new LimitReached(`a loop runs more than ${maximumRounds} times`)
      const value = evaluate(machine, state, condition)
      const truth = value.known ? isTrue(state, value.value) : null
      if (truth === false) return
      if (truth === null) {
        const skipped = forkState(state)
        state.mass /= 2
        runRound(machine, state, body, frame)
        joinStates(state, [{ ...state }, skipped], value.known ? null : value)
        return
      }
      runRound(machine, state, body, frame)
    }
  })
}

function insideLoop(
  state: State,
  otherwise: SyntaxNode | undefined,
  machine: Machine,
  run: (frame: Frame) => void,
): void {
  const outer = state.loop
  const frame: Frame = { leaving: [], continuing: [] }
  state.loop = frame
  run(frame)
  state.loop = outer
  if (otherwise !== undefined && !state.isDead) runBody(machine, state, otherwise)
  joinStates(state, [{ ...state }, ...frame.leaving], null)
  state.loop = outer
}

function runRound(machine: Machine, state: State, body: SyntaxNode, frame: Frame): void {
  countStep(machine)
  runBody(machine, state, body)
  const continued = frame.continuing.splice(0)
  if (continued.length > 0) joinStates(state, [{ ...state }, ...continued], null)
}
