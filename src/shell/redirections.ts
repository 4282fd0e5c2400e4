/** Redirections: what a command reads and whether its output is still seen. */
import type { ResolvedText } from '../source/resolved.ts'
import { expandText } from './expand.ts'
import { readKnownFile } from './known-files.ts'
import type { Machine } from './machine.ts'
import type { State } from './state.ts'
import type { Redirection } from './syntax.ts'
import { emptyText, unknown } from './values.ts'

/** Runs something with redirections in force. */
export function withRedirections(
  machine: Machine,
  state: State,
  redirections: readonly Redirection[],
  run: () => void,
): void {
  if (redirections.length === 0) {
    run()
    return
  }
  const { input, output } = state
  const discards = redirect(machine, state, redirections)
  if (state.isDead) return
  if (discards && output !== null) state.output = emptyText
  run()
  state.input = input
  if (discards) state.output = output
}

/** Applies redirections; true when standard output goes elsewhere. */
export function redirect(machine: Machine, state: State, redirections: readonly Redirection[]): boolean {
  let discards = false
  for (const { descriptor, operator, target, body } of redirections) {
    const text = target === null ? null : expandText(machine, state, target)
    if (operator.startsWith('<')) {
      if ((descriptor ?? 0) === 0)
        state.input = inputOf(machine, state, operator, text ?? expandBody(machine, state, body))
    } else if ((descriptor ?? 1) === 1) {
      discards = operator !== '>&' || text?.known !== true || text.text.value !== '1'
    }
  }
  return discards
}

function expandBody(machine: Machine, state: State, body: Redirection['body']): ResolvedText {
  return body === null ? emptyText : expandText(machine, state, body)
}

function inputOf(machine: Machine, state: State, operator: string, text: ResolvedText): ResolvedText {
  if (operator === '<<' || operator === '<<-' || operator === '<<<') return text
  if (operator !== '<' || !text.known) return unknown('what is read is not known', text.known ? undefined : text.at)
  return readKnownFile(machine, state, text.text.value)
}
