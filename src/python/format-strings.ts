/** The replacements `{…}` of f-strings. */
import type { SyntaxNode } from '@lezer/common'
import { childrenOf, evaluate, notFollowed, operands } from './expressions.ts'
import { formatValue } from './formatting.ts'
import { type Machine, type State, textOf } from './state.ts'
import { toRepresentation, toText } from './text.ts'
import { known, type Result, unite } from './values.ts'

/** The text of one replacement. */
export function formatReplacement(machine: Machine, state: State, node: SyntaxNode): Result {
  const [expression] = operands(node).filter(
    (child) => !child.name.startsWith('Format') || child.name === 'FormatString',
  )
  if (expression === undefined) return notFollowed(machine, node)
  const value = evaluate(machine, state, expression)
  const spec = specificationOf(machine, state, node)
  const reason = unite([value, spec])
  if (!value.known || !spec.known || typeof spec.value !== 'string') return reason ?? notFollowed(machine, node)
  const conversion = node.getChild('FormatConversion')
  const self =
    /=\s*(?:![rsa])?(?::|\}$)/.test(machine.text.value.slice(expression.to, node.to)) &&
    node.getChild('FormatSelfDoc') !== null
  const letter = conversion === null ? '' : textOf(machine, conversion).slice(1)
  const converted =
    letter === 'r' ? toRepresentation(state, value.value) : letter === 's' ? toText(state, value.value) : value.value
  if (self || letter === 'a' || (letter !== '' && converted === null)) return notFollowed(machine, node)
  const text = formatValue(state, converted, spec.value)
  return text === null ? notFollowed(machine, node) : known(text, value.from)
}

function specificationOf(machine: Machine, state: State, node: SyntaxNode): Result {
  const spec = node.getChild('FormatSpec')
  if (spec === null) return known('')
  let text = ''
  let run = spec.from + 1
  for (const child of childrenOf(spec).filter((one) => one.name === 'FormatReplacement')) {
    const inner = formatReplacement(machine, state, child)
    if (!inner.known || typeof inner.value !== 'string') return inner
    text += machine.text.value.slice(run, child.from) + inner.value
    run = child.to
  }
  return known(text + machine.text.value.slice(run, spec.to))
}
