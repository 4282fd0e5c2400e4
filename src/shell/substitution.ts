/** Command substitution: the body runs on a copy, and what it writes is kept as far as it is known. */
import type { ResolvedText } from '../source/resolved.ts'
import { sliceText } from '../source/sourced-text.ts'
import { expandText } from './expand.ts'
import { readKnownFile } from './known-files.ts'
import { deeper, type Machine } from './machine.ts'
import { innerPosition } from './position.ts'
import { runProgram } from './run.ts'
import type { State } from './state.ts'
import { runInSubshell } from './subshell.ts'
import type { CommandPart } from './syntax.ts'
import { emptyText, unknown } from './values.ts'

/** What `$( … )` gives; the status of the shell becomes that of the body. */
export function runSubstitution(machine: Machine, state: State, part: CommandPart): ResolvedText {
  const file = readsOneFile(part)
  if (file !== null) {
    const path = expandText(machine, state, file)
    return path.known
      ? withoutTrailingLines(readKnownFile(machine, state, path.text.value))
      : unknown(path.why, path.at)
  }
  const guards = machine.guards
  machine.guards = 0
  const result = deeper(machine, part.at, () =>
    runInSubshell(machine, state, { output: emptyText, isInSubshell: true }, (child) =>
      runProgram(machine, child, part.program, innerPosition),
    ),
  )
  machine.guards = guards
  state.status = result.status
  const output = result.output ?? emptyText
  if (output.known) return withoutTrailingLines(output)
  return { ...output, at: output.at ?? part.at, mayBeSeveral: false }
}

/** The word of `$(< file)`. */
function readsOneFile({ program }: CommandPart): Parameters<typeof expandText>[2] | null {
  const [line, ...more] = program.lines
  const [item, ...others] = line?.items ?? []
  if (more.length + others.length > 0 || item?.command.kind !== 'simple') return null
  const { words, assignments, redirections } = item.command
  const [only] = redirections
  if (words.length + assignments.length > 0 || redirections.length !== 1 || only?.operator !== '<') return null
  return only.target
}

function withoutTrailingLines(text: ResolvedText): ResolvedText {
  if (!text.known) return text
  const { value } = text.text
  let end = value.length
  while (value[end - 1] === '\n') end--
  return end === value.length ? text : { known: true, text: sliceText(text.text, 0, end) }
}
