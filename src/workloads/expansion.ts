/** `$(VAR)` in commands, arguments and values of variables, expanded by the kubelet. */
import { type Environment, lookupVariable } from '../source/environment.ts'
import type { ResolvedText, Unknown } from '../source/resolved.ts'
import { concatText, type SourcedText, sliceText, unsourcedText } from '../source/sourced-text.ts'

/**
 * Expands `$(NAME)`; `$$` is one dollar sign, an unknown name stays as it is written.
 * Source: https://github.com/kubernetes/kubernetes/blob/master/third_party/forked/golang/expansion/expand.go
 */
export function expandReferences(text: SourcedText, environment: Environment): ResolvedText {
  if (!text.value.includes('$')) return { known: true, text }
  const pieces = splitReferences(text)
  const parts: SourcedText[] = []
  let unknown: (Unknown & { readonly prefix: SourcedText }) | null = null
  for (const piece of pieces) {
    const part = piece.kind === 'literal' ? piece.text : expandOne(piece, environment)
    if ('known' in part) {
      unknown ??= { ...part, prefix: concatText(parts) }
      parts.push(unsourcedText(piece.kind === 'literal' ? '' : `\${${piece.name}}`))
    } else parts.push(part)
  }
  if (unknown === null) return { known: true, text: concatText(parts) }
  return { ...unknown, mayBeSeveral: false, script: concatText(parts) }
}

/** Names that `$(NAME)` refers to, whether or not they are defined. */
export function referencedNames(text: SourcedText): readonly string[] {
  return splitReferences(text).flatMap((piece) => (piece.kind === 'reference' ? [piece.name] : []))
}

type Piece =
  | { readonly kind: 'literal'; readonly text: SourcedText }
  | { readonly kind: 'reference'; readonly name: string; readonly text: SourcedText }

function splitReferences(text: SourcedText): readonly Piece[] {
  const { value } = text
  const pieces: Piece[] = []
  let from = 0
  for (let at = value.indexOf('$'); at >= 0 && at + 1 < value.length; at = value.indexOf('$', at)) {
    const next = value[at + 1]
    const close = next === '(' ? value.indexOf(')', at + 2) : -1
    if (next !== '$' && close < 0) {
      at += 2
      continue
    }
    pieces.push({ kind: 'literal', text: sliceText(text, from, at) })
    const end = next === '$' ? at + 2 : close + 1
    if (next === '$') pieces.push({ kind: 'literal', text: sliceText(text, at, at + 1) })
    else pieces.push({ kind: 'reference', name: value.slice(at + 2, close), text: sliceText(text, at, end) })
    from = end
    at = end
  }
  pieces.push({ kind: 'literal', text: sliceText(text, from, value.length) })
  return pieces
}

function expandOne(
  piece: { readonly name: string; readonly text: SourcedText },
  environment: Environment,
): SourcedText | Unknown {
  if (environment.open !== null && !environment.variables.has(piece.name) && !/^[A-Z_][A-Z0-9_]*$/.test(piece.name)) {
    return piece.text
  }
  const value = lookupVariable(environment, piece.name)
  if (value === undefined) return piece.text
  return value.known ? value.text : value
}
