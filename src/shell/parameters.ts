/** Expands `$name` and `${…}`. */
import { largestOf } from '../source/lists.ts'
import type { ResolvedText } from '../source/resolved.ts'
import { hasExtensions, isBash } from './dialect.ts'
import { type ExpansionRules, expandNumber, expandParts, expandText, joiner, one } from './expand.ts'
import type { Piece } from './fields.ts'
import { type Machine, stopShell } from './machine.ts'
import { changeList, changeText } from './parameter-operations.ts'
import type { State, VariableValue } from './state.ts'
import type { ParameterExpansion, Part, Word } from './syntax.ts'
import { computed, joinTexts, placeOf, unknown } from './values.ts'
import { readVariable, scalar, textOf, writeVariable } from './variables.ts'

type ParameterPart = Extract<Part, { kind: 'parameter' }>

/** What a parameter holds: one text (undefined when unset) or a list. */
type Held =
  | { readonly kind: 'text'; readonly text: ResolvedText | undefined }
  | { readonly kind: 'list'; readonly elements: readonly ResolvedText[]; readonly isStar: boolean }

/** The pieces that a parameter expands to. */
export function expandParameter(
  machine: Machine,
  state: State,
  part: ParameterPart,
  rules: ExpansionRules,
): readonly Piece[] {
  const { isQuoted } = part
  const expansion = part.expansion.isIndirect ? resolveIndirect(machine, state, part.expansion) : part.expansion
  if (expansion === null) return [one(unknown('the name in ${!…} is not known', part.expansion.at), isQuoted, rules)]
  const held = hold(machine, state, expansion)
  const { operation } = expansion
  if (operation.kind === 'substitute') return substitute(machine, state, { ...part, expansion }, held, rules)
  if (operation.kind === 'length') return [one(lengthOf(machine, state, held, expansion), true, rules)]
  if (held.kind === 'list') {
    return listPieces(machine, state, changeList(machine, state, held.elements, expansion), held.isStar, part, rules)
  }
  if (held.text === undefined) {
    if (state.options.has('nounset') && !'@*'.includes(expansion.name)) {
      stopShell(machine, state, { why: `${expansion.name} is not set`, at: expansion.at })
    }
    return [one(computed('', undefined), isQuoted, rules)]
  }
  const isNumber = /^[#?$!]$/.test(expansion.name)
  return [one(changeText(machine, state, held.text, expansion), isQuoted || isNumber, rules)]
}

function resolveIndirect(machine: Machine, state: State, expansion: ParameterExpansion): ParameterExpansion | null {
  const held = hold(machine, state, expansion)
  if (held.kind === 'list' || held.text?.known !== true) return null
  const name = held.text.text.value
  const found = /^([A-Za-z_]\w*|\d+|[@*#?$!-])(?:\[([@*]|\d+)\])?$/.exec(name)
  if (found === null) {
    stopShell(machine, state, { why: `"${name.slice(0, 60)}" is not a variable name`, at: expansion.at })
    return null
  }
  const [, base = '', key] = found
  const subscript = key === '@' || key === '*' ? key : key === undefined ? null : literalWord(key)
  return { ...expansion, name: base, subscript, isIndirect: false }
}

function literalWord(text: string): Word {
  return { parts: [{ kind: 'literal', text: { value: text, segments: [] }, isQuoted: true }], at: undefined }
}

function hold(machine: Machine, state: State, { name, subscript, operation, at }: ParameterExpansion): Held {
  if (operation.kind === 'names') {
    const names = [...state.variables.keys()].filter((other) => other.startsWith(name)).sort()
    return { kind: 'list', elements: names.map((other) => computed(other, at)), isStar: false }
  }
  if (name === '@' || name === '*') return { kind: 'list', elements: state.parameters, isStar: name === '*' }
  if (/^\d+$|^[#?$!-]$/.test(name)) return { kind: 'text', text: special(state, name, at) }
  const value = readVariable(machine, state, name)
  if (operation.kind === 'keys') return { kind: 'list', elements: keysOf(value), isStar: subscript === '*' }
  if (subscript === '@' || subscript === '*')
    return { kind: 'list', elements: elementsOf(value), isStar: subscript === '*' }
  if (subscript !== null) return { kind: 'text', text: elementAt(machine, state, value, subscript) }
  return { kind: 'text', text: textOf(value) }
}

function special(state: State, name: string, at: ParameterExpansion['at']): ResolvedText | undefined {
  const { parameters, status } = state
  if (name === '#') return countOf(parameters, 'the number of parameters is not known', at)
  if (name === '?') {
    const isKnown = status.code !== null && status.isCertain
    return isKnown ? computed(String(status.code), at) : unknown('the exit status of a program is not known', at)
  }
  if (name === '-' || name === '$' || name === '!') return unknown(`$${name} is known only when the shell runs`, at)
  if (name === '0') return state.name
  const index = Number(name) - 1
  const several = parameters.findIndex((text) => !text.known && text.mayBeSeveral)
  if (several < 0 || several > index) return parameters[index]
  const open = parameters[several]
  return open === undefined || open.known ? open : { ...open, mayBeSeveral: false }
}

function countOf(elements: readonly ResolvedText[], why: string, at: ParameterExpansion['at']): ResolvedText {
  const isOpen = elements.some((text) => !text.known && text.mayBeSeveral)
  return isOpen ? unknown(why, at) : computed(String(elements.length), at)
}

/** The elements of a list, or the one text of a scalar. */
export function elementsOf(value: VariableValue | undefined): readonly ResolvedText[] {
  switch (value?.kind) {
    case 'scalar':
      return [value.text]
    case 'array':
      return [...value.elements].sort(([a], [b]) => a - b).map(([, text]) => text)
    case 'map':
      return [...value.entries.values()]
    default:
      return []
  }
}

function keysOf(value: VariableValue | undefined): readonly ResolvedText[] {
  if (value?.kind === 'array')
    return [...value.elements.keys()].sort((a, b) => a - b).map((key) => computed(String(key), undefined))
  if (value?.kind === 'map') return [...value.entries.keys()].map((key) => computed(key, undefined))
  return value?.kind === 'scalar' ? [computed('0', undefined)] : []
}

function elementAt(
  machine: Machine,
  state: State,
  value: VariableValue | undefined,
  subscript: Word,
): ResolvedText | undefined {
  if (value?.kind === 'map') {
    const key = expandText(machine, state, subscript)
    return key.known ? value.entries.get(key.text.value) : key
  }
  const index = expandNumber(machine, state, subscript)
  if (index === null) return unknown('the subscript is not known', subscript.at)
  const elements = value?.kind === 'array' ? value.elements : new Map(value?.kind === 'scalar' ? [[0, value.text]] : [])
  const at = index < 0n ? Math.max(-1, largestOf(elements.keys())) + 1 + Number(index) : Number(index)
  for (const [position, text] of elements) {
    if (!text.known && text.mayBeSeveral && (index < 0n || position <= at)) return { ...text, mayBeSeveral: false }
  }
  return elements.get(at)
}

function lengthOf(machine: Machine, state: State, held: Held, { name, at }: ParameterExpansion): ResolvedText {
  if (held.kind === 'list') {
    const counts = isBash(machine.dialect) || (name !== '@' && name !== '*')
    if (counts) return countOf(held.elements, 'the number of elements is not known', at)
    const joined = joinWith(held.elements, ' ')
    return joined.known ? countCharacters(machine, joined.text.value, at) : unknown(joined.why, at)
  }
  if (held.text === undefined) {
    if (state.options.has('nounset')) stopShell(machine, state, { why: `${name} is not set`, at })
    return computed('0', at)
  }
  return held.text.known ? countCharacters(machine, held.text.text.value, at) : unknown(held.text.why, at)
}

/** Dash counts bytes; bash and busybox count characters or bytes, as the locale says. */
function countCharacters(machine: Machine, text: string, at: ParameterExpansion['at']): ResolvedText {
  const bytes = Buffer.byteLength(text)
  if (bytes === text.length || !hasExtensions(machine.dialect)) return computed(String(bytes), at)
  return unknown('the length of text beyond ASCII depends on the locale', at)
}

function substitute(
  machine: Machine,
  state: State,
  part: ParameterPart,
  held: Held,
  rules: ExpansionRules,
): readonly Piece[] {
  const { expansion, isQuoted } = part
  const { operation } = expansion
  if (operation.kind !== 'substitute') return []
  const text = held.kind === 'text' ? held.text : listAsText(held.elements)
  const isEmpty = text === undefined || (operation.orEmpty && text.known && text.text.value === '')
  const operand = (): readonly Piece[] =>
    expandParts(machine, state, operation.word.parts, {
      isList: rules.isList,
      splitsLiterals: rules.isList && !isQuoted,
    })
  const value = (): readonly Piece[] => {
    if (held.kind === 'list') return listPieces(machine, state, held.elements, held.isStar, part, rules)
    return text === undefined ? [] : [one(text, isQuoted, rules)]
  }
  switch (operation.how) {
    case '-':
      return isEmpty ? orEmptyQuotes(operand(), isQuoted, rules) : value()
    case '+':
      if (text !== undefined && !text.known && operation.orEmpty && text.prefix.value === '') {
        return [one(unknown(text.why, text.at), isQuoted, rules)]
      }
      return isEmpty ? orEmptyQuotes([], isQuoted, rules) : orEmptyQuotes(operand(), isQuoted, rules)
    case '=':
      return isEmpty ? assign(machine, state, part, operation.word, rules) : value()
    case '?':
      if (!isEmpty) return value()
      stopShell(machine, state, {
        why: `${expansion.name} is not set, and the script stops without it`,
        at: expansion.at,
      })
      return []
  }
}

function orEmptyQuotes(pieces: readonly Piece[], isQuoted: boolean, rules: ExpansionRules): readonly Piece[] {
  return isQuoted && pieces.length === 0 ? [one(computed('', undefined), true, rules)] : pieces
}

function assign(
  machine: Machine,
  state: State,
  part: ParameterPart,
  word: Word,
  rules: ExpansionRules,
): readonly Piece[] {
  const text = expandText(machine, state, word, 'value')
  writeVariable(machine, state, part.expansion.name, scalar(text), part.expansion.at)
  return [one(text, part.isQuoted, rules)]
}

function listAsText(elements: readonly ResolvedText[]): ResolvedText | undefined {
  return elements.length === 0 ? undefined : joinWith(elements, ' ')
}

function joinWith(elements: readonly ResolvedText[], separator: string): ResolvedText {
  return joinTexts(elements.flatMap((text, i) => (i === 0 ? [text] : [computed(separator, placeOf(text)), text])))
}

function listPieces(
  machine: Machine,
  state: State,
  elements: readonly ResolvedText[],
  isStar: boolean,
  { isQuoted }: ParameterPart,
  rules: ExpansionRules,
): readonly Piece[] {
  if (!rules.isList || (isQuoted && isStar)) {
    const isSpaced = !isStar && isBash(machine.dialect)
    return [one(joinWith(elements, isSpaced ? ' ' : joiner(machine, state)), isQuoted, rules)]
  }
  if (elements.length === 0) return [{ kind: 'nothing' }]
  return elements.flatMap((text, i): readonly Piece[] => {
    const piece = one(text, isQuoted, rules)
    return i === 0 ? [piece] : [{ kind: 'break' }, piece]
  })
}
