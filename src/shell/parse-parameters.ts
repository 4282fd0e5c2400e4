/** Reads `${…}`. */
import { hasExtensions, isBash } from './dialect.ts'
import { readParts } from './parse-words.ts'
import { failure, isNext, locate, type Reader, skip, slice } from './reader.ts'
import type { ParameterExpansion, ParameterOperation, Part, Word } from './syntax.ts'

/** Reads `${…}`; one that the shell does not understand fails only when it is expanded. */
export function readBracedParameter(reader: Reader, isQuoted: boolean): Part {
  const start = reader.at
  reader.at += 2
  const expansion = readInside(reader, isQuoted)
  if (expansion !== null && skip(reader, '}')) {
    return { kind: 'parameter', expansion: { ...expansion, at: locate(reader, start, reader.at) }, isQuoted }
  }
  readOperand(reader, isQuoted)
  if (!skip(reader, '}')) throw failure(reader, '"${" is not closed', start)
  const at = locate(reader, start, reader.at)
  return { kind: 'invalid', why: `the shell does not understand ${reader.source.slice(start, reader.at)}`, at }
}

function readInside(reader: Reader, isQuoted: boolean): ParameterExpansion | null {
  const isLength =
    isNext(reader, '#') && /^#(?:[A-Za-z_0-9@*#?$!-])[^}]*\}/.test(rest(reader)) && !isOperatorOnCount(reader)
  if (isLength) reader.at++
  const isIndirect = isBash(reader.dialect) && !isLength && /^![A-Za-z_0-9@*#]/.test(rest(reader)) && skip(reader, '!')
  const name = /^(?:[A-Za-z_]\w*|\d+|[@*#?$!-])/.exec(rest(reader))?.[0]
  if (name === undefined) return null
  reader.at += name.length
  const subscript = isNext(reader, '[') && isBash(reader.dialect) ? readSubscript(reader) : null
  const common = { name, subscript, at: undefined }
  if (isLength) return isNext(reader, '}') ? { ...common, isIndirect, operation: { kind: 'length' } } : null
  if (isIndirect && isNext(reader, '}') && (subscript === '@' || subscript === '*')) {
    return { ...common, isIndirect: false, operation: { kind: 'keys' } }
  }
  if (isIndirect && (skip(reader, '*') || skip(reader, '@'))) {
    return { ...common, isIndirect: false, operation: { kind: 'names' } }
  }
  const operation = readOperation(reader, isQuoted)
  return operation === null ? null : { ...common, isIndirect, operation }
}

/** `${#-x}`, `${#:-x}` and `${#?x}` work on `$#`; `${#-}` is the length of `$-`. */
function isOperatorOnCount(reader: Reader): boolean {
  return /^#(?:[-?][^}]|:[-=?+])/.test(rest(reader))
}

function rest(reader: Reader): string {
  return reader.source.slice(reader.at, reader.at + 300)
}

function readSubscript(reader: Reader): Word | '@' | '*' {
  reader.at++
  if (skip(reader, '@]')) return '@'
  if (skip(reader, '*]')) return '*'
  return readBracketed(reader)
}

/** Reads up to `]`, which is read too. */
export function readBracketed(reader: Reader): Word {
  let depth = 0
  const start = reader.at
  const word = readParts(reader, 'operand', () => {
    if (isNext(reader, '[')) depth++
    return isNext(reader, ']') && depth-- === 0
  })
  if (!skip(reader, ']')) throw failure(reader, '"[" is not closed', start)
  return word
}

function readOperation(reader: Reader, isQuoted: boolean): ParameterOperation | null {
  const start = reader.at
  if (isNext(reader, '}')) return { kind: 'value' }
  const orEmpty = /^:[-=?+]/.test(rest(reader)) && skip(reader, ':')
  for (const how of ['-', '=', '?', '+'] as const) {
    if (skip(reader, how)) return { kind: 'substitute', how, orEmpty, word: readOperand(reader, isQuoted) }
  }
  reader.at = start
  for (const [sign, side] of [
    ['#', 'start'],
    ['%', 'end'],
  ] as const) {
    if (!skip(reader, sign)) continue
    const isLongest = skip(reader, sign)
    return { kind: 'trim', side, isLongest, pattern: readOperand(reader, false) }
  }
  if (!hasExtensions(reader.dialect)) return null
  if (skip(reader, ':')) return readSlice(reader)
  if (skip(reader, '/')) return readReplace(reader, isQuoted)
  if (!isBash(reader.dialect)) return null
  for (const [sign, how] of [
    ['^', 'upper'],
    [',', 'lower'],
  ] as const) {
    if (!skip(reader, sign)) continue
    const all = skip(reader, sign)
    return { kind: 'changeCase', how, all, pattern: readOperand(reader, false) }
  }
  const letter = /^@([A-Za-z])\}/.exec(rest(reader))?.[1]
  if (letter === undefined) return null
  reader.at += 2
  return { kind: 'transform', letter }
}

function readOperand(reader: Reader, isQuoted: boolean): Word {
  return readParts(reader, isQuoted ? 'quotedOperand' : 'operand', () => isNext(reader, '}'))
}

function readSlice(reader: Reader): ParameterOperation {
  const offset = readUntil(reader, ':}')
  if (!skip(reader, ':')) return { kind: 'slice', offset, length: null }
  return { kind: 'slice', offset, length: readUntil(reader, '}') }
}

function readUntil(reader: Reader, ends: string): Word {
  let conditions = 0
  return readParts(reader, 'arithmetic', () => {
    const next = reader.source[reader.at] ?? ''
    if (next === '?') conditions++
    if (next === ':' && conditions > 0) {
      conditions--
      return false
    }
    return ends.includes(next)
  })
}

function readReplace(reader: Reader, isQuoted: boolean): ParameterOperation {
  const isAnchorable = isBash(reader.dialect)
  const where = skip(reader, '/')
    ? 'all'
    : isAnchorable && skip(reader, '#')
      ? 'start'
      : isAnchorable && skip(reader, '%')
        ? 'end'
        : 'first'
  const start = reader.at
  const pattern = readParts(
    reader,
    'operand',
    () => isNext(reader, '}') || (isNext(reader, '/') && (reader.at > start || where !== 'all')),
  )
  if (!skip(reader, '/')) return { kind: 'replace', where, pattern, replacement: emptyWord(reader) }
  return { kind: 'replace', where, pattern, replacement: readOperand(reader, isQuoted) }
}

function emptyWord(reader: Reader): Word {
  return { parts: [{ kind: 'literal', text: slice(reader, reader.at, reader.at), isQuoted: true }], at: undefined }
}
