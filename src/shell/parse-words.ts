/** Reads words: literals, quotes, and the expansions inside them. */
import { appendAll } from '../source/lists.ts'
import { derivedText } from '../source/sourced-text.ts'
import { decodeAnsiEscapes } from './ansi-escapes.ts'
import { hasExtensions, isBash } from './dialect.ts'
import { readBackquotes, readCommandPart, readDollar } from './parse-expansions.ts'
import { failure, isAtEnd, isNext, locate, type Reader, slice } from './reader.ts'
import type { Part, Word } from './syntax.ts'

/**
 * Where parts stand: in a `bare` word, between double quotes, in a here-document, in the operand of `${…}` (bare or
 * between double quotes), or in arithmetic.
 */
export type Surroundings = 'bare' | 'quoted' | 'hereDocument' | 'operand' | 'quotedOperand' | 'arithmetic'

/** A place to collect parts, merging nothing: adjacent literals stay apart so that each keeps its own place. */
export interface PartReader {
  readonly reader: Reader
  readonly surroundings: Surroundings
  readonly parts: Part[]
}

/** Can a word start or go on here? */
export function isWordCharacter(reader: Reader): boolean {
  const next = reader.source[reader.at]
  return next !== undefined && !' \t\n;&|<>()'.includes(next)
}

/** Reads a word; the caller knows that one starts here. */
export function readWord(reader: Reader): Word {
  return readParts(reader, 'bare', () => {
    skipPlain(reader)
    return !isWordCharacter(reader) && !startsProcess(reader)
  })
}

/** Steps over characters that mean nothing but themselves in a word and between double quotes. */
function skipPlain(reader: Reader): void {
  const { source } = reader
  let { at } = reader
  while (isPlain(source.charCodeAt(at))) at++
  reader.at = at
}

/** Letters, digits and `- . / : = @ _`. */
function isPlain(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x2d && code <= 0x3a) ||
    (code >= 0x40 && code <= 0x5a) ||
    code === 0x3d ||
    code === 0x5f
  )
}

/** Reads parts up to where `isDone` says so, or the end of the text. */
export function readParts(reader: Reader, surroundings: Surroundings, isDone: () => boolean): Word {
  const start = reader.at
  const into: PartReader = { reader, surroundings, parts: [] }
  let run = reader.at
  while (!isAtEnd(reader) && !isDone()) {
    const at = reader.at
    if (!isSpecial(reader, surroundings)) {
      reader.at++
      continue
    }
    if (at > run) addLiteral(into, run, at)
    readSpecial(into)
    run = reader.at
  }
  if (reader.at > run) addLiteral(into, run, reader.at)
  return { parts: into.parts, at: locate(reader, start, reader.at) }
}

function isSpecial(reader: Reader, surroundings: Surroundings): boolean {
  const next = reader.source[reader.at]
  if (next === '\\' || next === '$' || next === '`') return true
  if (next === '"') return surroundings !== 'hereDocument' && surroundings !== 'quoted'
  if (next === "'") return surroundings === 'bare' || surroundings === 'operand'
  return surroundings === 'bare' && startsProcess(reader)
}

function startsProcess(reader: Reader): boolean {
  return isBash(reader.dialect) && (isNext(reader, '<(') || isNext(reader, '>('))
}

function addLiteral(into: PartReader, start: number, end: number): void {
  const isQuoted = into.surroundings !== 'bare' && into.surroundings !== 'operand'
  into.parts.push({ kind: 'literal', text: slice(into.reader, start, end), isQuoted })
}

function readSpecial(into: PartReader): void {
  const { reader, surroundings, parts } = into
  const isQuoted = surroundings !== 'bare' && surroundings !== 'operand'
  switch (reader.source[reader.at]) {
    case '\\':
      readEscape(into)
      return
    case '`':
      parts.push(readBackquotes(reader, isQuoted))
      return
    case "'":
      readSingleQuotes(into)
      return
    case '"':
      readDoubleQuotes(into)
      return
    case '$':
      readAfterDollar(into, isQuoted)
      return
    default:
      readProcess(into)
      return
  }
}

function readAfterDollar(into: PartReader, isQuoted: boolean): void {
  const { reader, parts } = into
  if (!isQuoted && isNext(reader, "$'") && hasExtensions(reader.dialect)) {
    readAnsiQuotes(into)
    return
  }
  if (!isQuoted && isNext(reader, '$"') && isBash(reader.dialect)) {
    reader.at++
    readDoubleQuotes(into)
    return
  }
  const part = readDollar(reader, isQuoted)
  if (part !== null) {
    parts.push(part)
    return
  }
  parts.push({ kind: 'literal', text: slice(reader, reader.at, reader.at + 1), isQuoted })
  reader.at++
}

function readEscape(into: PartReader): void {
  const { reader, surroundings, parts } = into
  const next = reader.source[reader.at + 1]
  if (next === '\n') {
    reader.at += 2
    return
  }
  const isBare = surroundings === 'bare' || surroundings === 'operand'
  const escapable = surroundings === 'hereDocument' ? '$`\\' : surroundings === 'quotedOperand' ? '$`"\\}' : '$`"\\'
  const isEscape = next !== undefined && (isBare || escapable.includes(next))
  const start = isEscape ? reader.at + 1 : reader.at
  parts.push({ kind: 'literal', text: slice(reader, start, start + 1), isQuoted: true })
  reader.at = start + 1
}

function readSingleQuotes(into: PartReader): void {
  const { reader, parts } = into
  const end = reader.source.indexOf("'", reader.at + 1)
  if (end < 0) throw failure(reader, 'a single quote is not closed', reader.at)
  parts.push({ kind: 'literal', text: slice(reader, reader.at + 1, end), isQuoted: true })
  reader.at = end + 1
}

function readDoubleQuotes(into: PartReader): void {
  const { reader, parts } = into
  const start = reader.at
  reader.at++
  const inside = readParts(reader, 'quoted', () => {
    skipPlain(reader)
    return isAtEnd(reader) || reader.source[reader.at] === '"'
  })
  if (isAtEnd(reader)) throw failure(reader, 'a double quote is not closed', start)
  reader.at++
  if (inside.parts.length === 0)
    parts.push({ kind: 'literal', text: slice(reader, start + 1, start + 1), isQuoted: true })
  appendAll(parts, inside.parts)
}

function readAnsiQuotes(into: PartReader): void {
  const { reader, parts } = into
  const start = reader.at
  let end = start + 2
  while (end < reader.source.length && reader.source[end] !== "'") end += reader.source[end] === '\\' ? 2 : 1
  if (end >= reader.source.length) throw failure(reader, 'a single quote is not closed', start)
  const raw = reader.source.slice(start + 2, end)
  const decoded = decodeAnsiEscapes(raw)
  const text = decoded === raw ? slice(reader, start + 2, end) : derivedText(decoded, locate(reader, start + 2, end))
  parts.push({ kind: 'literal', text, isQuoted: true })
  reader.at = end + 1
}

function readProcess(into: PartReader): void {
  const { reader, parts } = into
  const start = reader.at
  readCommandPart(reader, false)
  parts.push({ kind: 'process', at: locate(reader, start, reader.at) })
}
