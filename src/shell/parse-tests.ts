/** Reads the inside of bash's `[[ … ]]`. */
import { skipLines } from './parse-commands.ts'
import { readPattern } from './parse-compound.ts'
import { isWordCharacter, readParts, readWord } from './parse-words.ts'
import { isAtEnd, isNext, nested, type Reader, skip, skipBlanks, unexpected } from './reader.ts'
import type { TestExpression, Word } from './syntax.ts'

/** Reads an expression and the `]]` behind it. */
export function readTestExpression(reader: Reader): TestExpression {
  const expression = readOr(reader)
  skipLines(reader)
  if (!/^\]\](?![^\s;&|()<>])/.test(reader.source.slice(reader.at, reader.at + 3))) throw unexpected(reader)
  reader.at += 2
  return expression
}

function readOr(reader: Reader): TestExpression {
  let left = readAnd(reader)
  for (skipLines(reader); skip(reader, '||'); skipLines(reader)) left = { kind: 'or', left, right: readAnd(reader) }
  return left
}

function readAnd(reader: Reader): TestExpression {
  let left = readOne(reader)
  for (skipLines(reader); skip(reader, '&&'); skipLines(reader)) left = { kind: 'and', left, right: readOne(reader) }
  return left
}

function readOne(reader: Reader): TestExpression {
  skipLines(reader)
  if (/^!\s/.test(reader.source.slice(reader.at, reader.at + 2))) {
    reader.at++
    return { kind: 'not', operand: nested(reader, () => readOne(reader)) }
  }
  if (skip(reader, '(')) {
    const inner = nested(reader, () => readOr(reader))
    skipLines(reader)
    if (!skip(reader, ')')) throw unexpected(reader)
    return inner
  }
  const unary = /^-[a-zA-Z](?=[ \t])/.exec(reader.source.slice(reader.at, reader.at + 3))?.[0]
  if (unary !== undefined) return readUnary(reader, unary)
  return readBinary(reader)
}

function readUnary(reader: Reader, operator: string): TestExpression {
  const start = reader.at
  reader.at += 2
  skipBlanks(reader)
  if (!isNext(reader, ']]') && isWordCharacter(reader)) return { kind: 'unary', operator, operand: readWord(reader) }
  reader.at = start
  return { kind: 'unary', operator: '-n', operand: readWord(reader) }
}

function readBinary(reader: Reader): TestExpression {
  if (!isWordCharacter(reader) || isNext(reader, ']]')) throw unexpected(reader)
  const left = readWord(reader)
  skipLines(reader)
  const ahead = reader.source.slice(reader.at, reader.at + 4)
  const operator = /^(?:==|=~|!=|=|<|>|-(?:eq|ne|lt|le|gt|ge|nt|ot|ef))(?=[\s])/.exec(ahead)?.[0]
  if (operator === undefined) return { kind: 'unary', operator: '-n', operand: left }
  reader.at += operator.length
  skipLines(reader)
  const right = operator === '=~' ? readRegularExpression(reader) : readPattern(reader)
  if (right.parts.length === 0) throw unexpected(reader)
  return { kind: 'binary', operator, left, right }
}

function readRegularExpression(reader: Reader): Word {
  let depth = 0
  return readParts(reader, 'bare', () => {
    const next = reader.source[reader.at] ?? ''
    if (next === '(') depth++
    if (next === ')') depth--
    return isAtEnd(reader) || depth < 0 || (depth === 0 && /\s/.test(next))
  })
}
