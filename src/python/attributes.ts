/** `value.name`. */
import type { SyntaxNode } from '@lezer/common'
import { childrenOf, evaluate, notFollowed, operands } from './expressions.ts'
import { moduleAttribute } from './modules.ts'
import { type Machine, placeOf, type State, textOf } from './state.ts'
import { isCompound, known, open, type Result } from './values.ts'

/** The value of an attribute. */
export function readAttribute(machine: Machine, state: State, node: SyntaxNode): Result {
  const dotted = dottedName(machine, node)
  const stored = dotted === null ? undefined : state.globals.get(dotted)
  if (stored !== undefined) return stored
  const [target] = operands(node)
  const property = node.getChild('PropertyName')
  if (target === undefined || property === null) return notFollowed(machine, node)
  const value = evaluate(machine, state, target)
  if (!value.known)
    return open(`${textOf(machine, node).slice(0, 80)} is not known`, value.at ?? placeOf(machine, node))
  const name = textOf(machine, property)
  if (isCompound(value.value)) {
    if (value.value.kind === 'module') return moduleAttribute(value.value.name, name) ?? notFollowed(machine, node)
    if (value.value.kind === 'native' && value.value.name === 'dict')
      return known({ kind: 'native', name: `dict.${name}` })
    if (value.value.kind === 'function' || value.value.kind === 'native' || value.value.kind === 'exception')
      return notFollowed(machine, node)
  }
  return known({ kind: 'method', receiver: value, name })
}

/** `app.conf.update` for a chain of plain names; null for anything else. */
export function dottedName(machine: Machine, node: SyntaxNode): string | null {
  if (node.name !== 'MemberExpression' && node.name !== 'VariableName') return null
  const text = textOf(machine, node)
  // Every part of a long chain asks for the name before it, so what the characters tell is not looked for in the tree.
  if (/[([{"']/.test(text) || !/^[\p{L}_]/u.test(text)) return null
  return /[\s#\\]/.test(text) ? spacedName(machine, node) : text
}

/** The name of a chain with spaces, line breaks or comments between its parts. */
function spacedName(machine: Machine, node: SyntaxNode): string | null {
  if (node.name === 'VariableName') return textOf(machine, node)
  if (node.name !== 'MemberExpression') return null
  const [target] = operands(node)
  const property = childrenOf(node).find((child) => child.name === 'PropertyName')
  if (target === undefined || property === undefined) return null
  const before = spacedName(machine, target)
  return before === null ? null : `${before}.${textOf(machine, property)}`
}
