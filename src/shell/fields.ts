/** Builds the fields of a word: splits what expansions gave at IFS, and keeps what was quoted together. */
import type { ResolvedText } from '../source/resolved.ts'
import { type SourcedText, sliceText, unsourcedText } from '../source/sourced-text.ts'
import { joinTexts, unknown } from './values.ts'

/** A piece of an expanded word, in order. */
export type Piece =
  | { readonly kind: 'text'; readonly text: ResolvedText; readonly isQuoted: boolean; readonly isSplit: boolean }
  /** Between two elements of `"$@"`. */
  | { readonly kind: 'break' }
  /** `"$@"` without parameters: no field comes from the quotes around it. */
  | { readonly kind: 'nothing' }

/** How to split. */
export interface FieldRules {
  /** The characters of IFS. */
  readonly separators: string
  readonly isGlobbing: boolean
}

interface Builder {
  readonly rules: FieldRules
  readonly fields: ResolvedText[]
  parts: ResolvedText[]
  isStarted: boolean
  pattern: string | null
  /** What the last separator was, so that ` : ` counts once. */
  last: 'none' | 'blank' | 'mark'
}

/** The fields of a word, from none to many. */
export function splitFields(pieces: readonly Piece[], rules: FieldRules): readonly ResolvedText[] {
  const builder: Builder = { rules, fields: [], parts: [], isStarted: false, pattern: null, last: 'none' }
  for (const piece of pieces) {
    if (piece.kind === 'break') finish(builder)
    else if (piece.kind === 'text') addPiece(builder, piece)
  }
  finish(builder)
  return builder.fields
}

function addPiece(builder: Builder, piece: Extract<Piece, { kind: 'text' }>): void {
  const { text, isQuoted, isSplit } = piece
  if (!text.known) {
    append(
      builder,
      isQuoted || !isSplit ? { ...text, mayBeSeveral: text.mayBeSeveral && isQuoted } : { ...text, mayBeSeveral: true },
    )
    return
  }
  if (isSplit) addSplit(builder, text.text)
  else {
    append(builder, text)
    if (!isQuoted) noteGlob(builder, text.text.value)
  }
}

function append(builder: Builder, text: ResolvedText): void {
  builder.parts.push(text)
  builder.isStarted = true
  builder.last = 'none'
}

function noteGlob(builder: Builder, text: string): void {
  if (builder.rules.isGlobbing && text.includes('*')) builder.pattern ??= text
}

function addSplit(builder: Builder, text: SourcedText): void {
  const { separators } = builder.rules
  let run = 0
  for (let at = 0; at <= text.value.length; at++) {
    const character = text.value[at]
    if (character !== undefined && !separators.includes(character)) continue
    if (at > run) {
      const part = sliceText(text, run, at)
      append(builder, { known: true, text: part })
      noteGlob(builder, part.value)
    }
    run = at + 1
    if (character !== undefined) separate(builder, ' \t\n'.includes(character))
  }
}

function separate(builder: Builder, isBlank: boolean): void {
  if (builder.isStarted) {
    finish(builder)
    builder.last = isBlank ? 'blank' : 'mark'
  } else if (!isBlank) {
    if (builder.last !== 'blank') builder.fields.push({ known: true, text: unsourcedText('') })
    builder.last = 'mark'
  }
}

function finish(builder: Builder): void {
  if (!builder.isStarted) return
  builder.fields.push(closeField(builder))
  builder.parts = []
  builder.isStarted = false
  builder.pattern = null
}

/**
 * An unquoted `*` stands for the files that match, which are not known; an option or a URL with one matches none in
 * practice and stays as it is.
 */
function closeField(builder: Builder): ResolvedText {
  const field = joinTexts(builder.parts)
  if (builder.pattern === null || !field.known || /^-|:\/\/|=/.test(field.text.value)) return field
  const open = unknown(`the files that match ${field.text.value} are not known`, undefined)
  if (open.known) return open
  return { ...open, prefix: sliceText(field.text, 0, field.text.value.indexOf('*')), mayBeSeveral: true }
}
