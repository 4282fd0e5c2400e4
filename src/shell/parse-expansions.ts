/** Reads what a dollar sign or a backquote starts. */
import { concatText, type SourcedText } from '../source/sourced-text.ts'
import { isBash } from './dialect.ts'
import { readProgram, readUntilParenthesis } from './parse-commands.ts'
import { readBracedParameter } from './parse-parameters.ts'
import { readParts } from './parse-words.ts'
import {
  createReader,
  failure,
  isAtEnd,
  isNext,
  locate,
  nested,
  type Reader,
  ShellSyntaxError,
  slice,
} from './reader.ts'
import type { Part } from './syntax.ts'

/** Reads `$…`; null when the dollar sign stands for itself. */
export function readDollar(reader: Reader, isQuoted: boolean): Part | null {
  if (isNext(reader, '$((')) return readArithmeticPart(reader, isQuoted) ?? readCommandPart(reader, isQuoted)
  if (isNext(reader, '$(')) return readCommandPart(reader, isQuoted)
  if (isNext(reader, '${')) return nested(reader, () => readBracedParameter(reader, isQuoted))
  if (isNext(reader, '$[') && isBash(reader.dialect)) return readOldArithmetic(reader, isQuoted)
  const name = /^(?:[A-Za-z_]\w*|[0-9@*#?$!-])/.exec(reader.source.slice(reader.at + 1, reader.at + 200))?.[0]
  if (name === undefined) return null
  const start = reader.at
  reader.at += 1 + name.length
  const at = locate(reader, start, reader.at)
  const expansion = { name, subscript: null, isIndirect: false, operation: { kind: 'value' }, at } as const
  return { kind: 'parameter', expansion, isQuoted }
}

/** Reads `` `…` ``: what stands between is a script of its own once its backslashes are taken off. */
export function readBackquotes(reader: Reader, isQuoted: boolean): Part {
  const start = reader.at
  const pieces: SourcedText[] = []
  let run = start + 1
  let at = run
  for (; reader.source[at] !== '`'; at++) {
    if (at >= reader.source.length) throw failure(reader, 'a backquote is not closed', start)
    const next = reader.source[at + 1]
    if (reader.source[at] !== '\\' || next === undefined) continue
    if (next === '`' || next === '$' || next === '\\' || (isQuoted && next === '"')) {
      pieces.push(slice(reader, run, at))
      run = at + 1
    }
    at++
  }
  pieces.push(slice(reader, run, at))
  reader.at = at + 1
  const text = concatText(pieces)
  const program = nested(reader, () => readProgram(createReader(text, reader.dialect, reader.depth)))
  if (program.error !== null) throw new ShellSyntaxError(program.error.why, program.error.at)
  return { kind: 'command', program, source: text.value, isQuoted, at: locate(reader, start, reader.at) }
}

/** Reads arithmetic up to `))`; null, with nothing read, when the parentheses do not close so. */
export function readArithmetic(reader: Reader, end: '))' | ']'): ReturnType<typeof readParts> | null {
  const start = reader.at
  const kept = reader.hereDocuments
  let depth = 0
  const [open, close] = end === ']' ? ['[', ']'] : ['(', ')']
  let isBroken = false
  const expression = readParts(reader, 'arithmetic', () => {
    const next = reader.source[reader.at]
    if (next === open) depth++
    if (next !== close) return false
    if (depth > 0) {
      depth--
      return false
    }
    isBroken = !isNext(reader, end)
    return true
  })
  if (!isAtEnd(reader) && !isBroken) {
    reader.at += end.length
    return expression
  }
  reader.at = start
  reader.hereDocuments = kept
  return null
}

function readArithmeticPart(reader: Reader, isQuoted: boolean): Part | null {
  const start = reader.at
  reader.at += 3
  const expression = nested(reader, () => readArithmetic(reader, '))'))
  if (expression !== null) return { kind: 'arithmetic', expression, isQuoted, at: locate(reader, start, reader.at) }
  reader.at = start
  return null
}

function readOldArithmetic(reader: Reader, isQuoted: boolean): Part {
  const start = reader.at
  reader.at += 2
  const expression = nested(reader, () => readArithmetic(reader, ']'))
  if (expression === null) throw failure(reader, '"$[" is not closed', start)
  return { kind: 'arithmetic', expression, isQuoted, at: locate(reader, start, reader.at) }
}

/** Reads `$(…)` or the `<(…)` of a process substitution. */
export function readCommandPart(reader: Reader, isQuoted: boolean): Part {
  const start = reader.at
  reader.at += 2
  const kept = reader.hereDocuments
  reader.hereDocuments = []
  const program = nested(reader, () => readUntilParenthesis(reader))
  reader.hereDocuments = kept
  const source = reader.source.slice(start + 2, reader.at - 1)
  return { kind: 'command', program, source, isQuoted, at: locate(reader, start, reader.at) }
}
