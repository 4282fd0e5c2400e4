/** Tilde expansion: `~`, `~/x` and, in values, behind every colon. */
import type { ResolvedText } from '../source/resolved.ts'
import { sliceText } from '../source/sourced-text.ts'
import { isBash } from './dialect.ts'
import type { Machine } from './machine.ts'
import type { State } from './state.ts'
import type { ParameterExpansion, Part } from './syntax.ts'
import { readVariable, textOf } from './variables.ts'

/** The parts with their tildes replaced by `$HOME`, as a quoted parameter. */
export function expandTilde(
  machine: Machine,
  state: State,
  parts: readonly Part[],
  place: 'word' | 'value',
): readonly Part[] {
  if (!parts.some((part) => part.kind === 'literal' && !part.isQuoted && part.text.value.includes('~'))) return parts
  const replaced: Part[] = []
  for (const [index, part] of parts.entries()) {
    if (part.kind !== 'literal' || part.isQuoted) replaced.push(part)
    else
      replaced.push(
        ...expandLiteral(machine, state, part, { isFirst: index === 0, isLast: index === parts.length - 1, place }),
      )
  }
  return replaced
}

interface Standing {
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly place: 'word' | 'value'
}

function expandLiteral(
  machine: Machine,
  state: State,
  part: Extract<Part, { kind: 'literal' }>,
  { isFirst, isLast, place }: Standing,
): readonly Part[] {
  const { value } = part.text
  const pieces: Part[] = []
  let run = 0
  const assigns = place === 'value' || (isBash(machine.dialect) && isFirst && /^[A-Za-z_]\w*=/.test(value))
  for (let at = value.indexOf('~'); at >= 0; at = value.indexOf('~', at + 1)) {
    const before = value[at - 1]
    const starts = at === 0 ? isFirst : assigns && (before === ':' || (before === '=' && place === 'word'))
    const next = value[at + 1]
    const ends = next === undefined ? isLast : next === '/' || (assigns && next === ':')
    if (!starts || !ends || !hasHome(machine, state)) continue
    if (at > run) pieces.push({ ...part, text: sliceText(part.text, run, at) })
    pieces.push({ kind: 'parameter', expansion: home, isQuoted: true })
    run = at + 1
  }
  if (run < value.length || pieces.length === 0) pieces.push({ ...part, text: sliceText(part.text, run, value.length) })
  return pieces
}

const home: ParameterExpansion = {
  name: 'HOME',
  subscript: null,
  isIndirect: false,
  operation: { kind: 'value' },
  at: undefined,
}

function hasHome(machine: Machine, state: State): boolean {
  const text: ResolvedText | undefined = textOf(readVariable(machine, state, 'HOME'))
  return text !== undefined
}
