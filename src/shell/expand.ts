/** Expands words: to fields, to one text, or to a pattern. */

import { appendAll } from '../source/lists.ts'
import { knownText, type ResolvedText } from '../source/resolved.ts'
import { sliceText } from '../source/sourced-text.ts'
import { evaluateParts } from './arithmetic.ts'
import { expandBraces } from './braces.ts'
import { isBash } from './dialect.ts'
import { type FieldRules, type Piece, splitFields } from './fields.ts'
import { LimitReached } from './limit-reached.ts'
import { countWork, type Machine, maximumText, stopShell } from './machine.ts'
import { expandParameter } from './parameters.ts'
import { compilePattern, type Pattern } from './patterns.ts'
import type { State } from './state.ts'
import { runSubstitution } from './substitution.ts'
import type { Part, Word } from './syntax.ts'
import { expandTilde } from './tilde.ts'
import { joinTexts, unknown, withBoundedSegments } from './values.ts'
import { readVariable, textOf } from './variables.ts'

/** How the parts of a word become pieces. */
export interface ExpansionRules {
  /** Can the word become several fields? Then what is not quoted is split, and `"$@"` is a list. */
  readonly isList: boolean
  /** Are unquoted literals split too, as in the operand of an unquoted `${x:-a b}`? */
  readonly splitsLiterals: boolean
}

/** The fields of words, in order. */
export function expandWords(machine: Machine, state: State, words: readonly Word[]): readonly ResolvedText[] {
  return words.flatMap((word) => expandWord(machine, state, word))
}

function expandWord(machine: Machine, state: State, word: Word): readonly ResolvedText[] {
  const words = isBash(machine.dialect) ? expandBraces(machine, word) : [word]
  return words.flatMap((one) => {
    const parts = expandTilde(machine, state, one.parts, 'word')
    const pieces = expandParts(machine, state, parts, { isList: true, splitsLiterals: false })
    const fields = splitFields(pieces, fieldRules(machine, state))
    return fields.map((field) => checked(machine, field))
  })
}

/** The text of a word that is not split: a value, a subject of `case`, a here-document. */
export function expandText(machine: Machine, state: State, word: Word, place: 'word' | 'value' = 'word'): ResolvedText {
  const parts = expandTilde(machine, state, word.parts, place)
  const text = checked(
    machine,
    joinPieces(expandParts(machine, state, parts, { isList: false, splitsLiterals: false })),
  )
  return text.known ? text : { ...text, mayBeSeveral: false }
}

function checked(machine: Machine, text: ResolvedText): ResolvedText {
  const length = text.known ? text.text.value.length : text.prefix.value.length
  countWork(machine, length, undefined)
  if (length > maximumText) throw new LimitReached(`a text grows longer than ${maximumText} characters`, undefined)
  return withBoundedSegments(text)
}

function joinPieces(pieces: readonly Piece[]): ResolvedText {
  return joinTexts(pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.text] : [])))
}

/** The pattern of a word, or the text that is not known in it. */
export function expandPattern(machine: Machine, state: State, word: Word): Pattern | ResolvedText {
  const parts = expandTilde(machine, state, word.parts, 'word')
  const pieces = expandParts(machine, state, parts, { isList: false, splitsLiterals: false })
  const texts: { text: string; isQuoted: boolean }[] = []
  for (const piece of pieces) {
    if (piece.kind !== 'text') continue
    if (!piece.text.known) return joinPieces(pieces)
    texts.push({ text: piece.text.text.value, isQuoted: piece.isQuoted })
  }
  return compilePattern(texts) ?? unknown('the pattern is not followed', word.at)
}

function fieldRules(machine: Machine, state: State): FieldRules {
  const ifs =
    state.variables.has('IFS') || state.unsetNames.has('IFS') ? textOf(readVariable(machine, state, 'IFS')) : undefined
  const separators = ifs?.known === true ? ifs.text.value : ' \t\n'
  return { separators, isGlobbing: !state.options.has('noglob') }
}

/** The first character of IFS, which joins `"$*"`. */
export function joiner(machine: Machine, state: State): string {
  const { separators } = fieldRules(machine, state)
  return separators.slice(0, 1)
}

/** The pieces of a word's parts. */
export function expandParts(
  machine: Machine,
  state: State,
  parts: readonly Part[],
  rules: ExpansionRules,
): readonly Piece[] {
  const pieces: Piece[] = []
  for (const part of parts) {
    if (state.isDead) break
    appendAll(pieces, expandPart(machine, state, part, rules))
  }
  return pieces
}

function expandPart(machine: Machine, state: State, part: Part, rules: ExpansionRules): readonly Piece[] {
  switch (part.kind) {
    case 'literal': {
      const isSplit = rules.splitsLiterals && !part.isQuoted
      return [{ kind: 'text', text: knownText(part.text), isQuoted: part.isQuoted, isSplit }]
    }
    case 'parameter':
      return expandParameter(machine, state, part, rules)
    case 'command':
      return [one(runSubstitution(machine, state, part), part.isQuoted, rules)]
    case 'arithmetic':
      return [one(expandArithmetic(machine, state, part.expression), true, rules)]
    case 'process':
      return [one(unknown('the file of a process substitution is not known', part.at), true, rules)]
    case 'invalid':
      stopShell(machine, state, { why: part.why, at: part.at })
      return []
  }
}

/** One piece from an expansion; a CPU count is one number, quoted or not. */
export function one(text: ResolvedText, isQuoted: boolean, rules: ExpansionRules): Piece {
  const isNumber = !text.known && text.dependsOn === 'cpu_count'
  return { kind: 'text', text, isQuoted, isSplit: rules.isList && !isQuoted && !isNumber }
}

/** The value of an arithmetic expression; a wrong one stops the shell. */
export function expandArithmetic(machine: Machine, state: State, expression: Word): ResolvedText {
  const pieces = expandParts(machine, state, expression.parts, { isList: false, splitsLiterals: false })
  const texts = pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []))
  const result = evaluateParts(machine, state, texts, expression.at)
  if (result.error !== null) stopShell(machine, state, { why: result.error, at: expression.at })
  return result.text
}

/** The number of an expression in `(( … ))`, a subscript or an offset; null when unknown. */
export function expandNumber(machine: Machine, state: State, expression: Word): bigint | null {
  const text = expandArithmetic(machine, state, expression)
  return text.known ? BigInt(text.text.value) : null
}

/** The part of a text between two offsets. */
export function partOf(text: ResolvedText, start: number, end: number): ResolvedText {
  return text.known ? knownText(sliceText(text.text, start, end)) : text
}
