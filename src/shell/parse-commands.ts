/** Reads scripts, lists, and-or lists and pipelines. */
import type { SourcedText } from '../source/sourced-text.ts'
import { type Dialect, isBash } from './dialect.ts'
import { readCompound } from './parse-compound.ts'
import { readHereDocuments } from './parse-redirections.ts'
import { readSimpleOrFunction } from './parse-simple.ts'
import {
  createReader,
  isAtEnd,
  isNext,
  nested,
  type Reader,
  ShellSyntaxError,
  skip,
  skipBlanks,
  unexpected,
} from './reader.ts'
import type { Command, List, ListItem, Program } from './syntax.ts'

/** Parses a script; what stands before the first syntax error's line is returned. */
export function parseScript(text: SourcedText, dialect: Dialect, depth: number): Program {
  return readProgram(createReader(text, dialect, depth))
}

/** Reads complete command lines, one after the other, as a shell does before it runs each. */
export function readProgram(reader: Reader): Program {
  const lines: List[] = []
  let end = 0
  try {
    for (;;) {
      skipLines(reader)
      if (isAtEnd(reader)) break
      lines.push(readLine(reader))
      end = reader.at
    }
  } catch (error) {
    if (!(error instanceof ShellSyntaxError)) throw error
    return { lines, error: { why: error.message, at: error.at }, trailing: 'more' }
  }
  const rest = reader.source.slice(end)
  return { lines, error: null, trailing: rest === '' ? 'none' : rest === '\n' ? 'line' : 'more' }
}

/** Reads the inside of `$( … )` and its closing parenthesis. */
export function readUntilParenthesis(reader: Reader): Program {
  const list = readList(reader)
  if (!skip(reader, ')')) throw unexpected(reader)
  return { lines: list.items.length === 0 ? [] : [list], error: null, trailing: 'none' }
}

/** Reads commands over several lines, up to a word or sign that ends them. */
export function readList(reader: Reader): List {
  const items: ListItem[] = []
  for (;;) {
    skipLines(reader)
    if (isListEnd(reader)) return { items }
    const { item, isSeparated } = readItem(reader)
    items.push(item)
    skipBlanks(reader)
    if (!isNext(reader, '\n') && !isSeparated) return { items }
  }
}

/** Steps over blank lines and comments, reading the here-documents that wait. */
export function skipLines(reader: Reader): void {
  for (;;) {
    skipBlanks(reader)
    if (!skip(reader, '\n')) return
    readHereDocuments(reader)
  }
}

function readLine(reader: Reader): List {
  const items: ListItem[] = []
  for (;;) {
    const { item, isSeparated } = readItem(reader)
    items.push(item)
    skipBlanks(reader)
    if (isAtEnd(reader) || isNext(reader, '\n')) break
    if (!isSeparated) throw unexpected(reader)
  }
  if (reader.hereDocuments.length > 0) {
    skip(reader, '\n')
    readHereDocuments(reader)
    if (reader.source[reader.at - 1] === '\n') reader.at--
  }
  return { items }
}

function readItem(reader: Reader): { readonly item: ListItem; readonly isSeparated: boolean } {
  const command = readAndOr(reader)
  skipBlanks(reader)
  const isEnd = isNext(reader, ';;') || isNext(reader, ';&')
  const isBackground = !isEnd && isNext(reader, '&') && !isNext(reader, '&&') && skip(reader, '&')
  const isSeparated = isBackground || (!isEnd && skip(reader, ';'))
  return { item: { command, isBackground }, isSeparated }
}

const listEnds = /^(?:(?:then|else|elif|fi|do|done|esac|\})(?![^\s;&|()<>])|\)|;;|;&)/

function isListEnd(reader: Reader): boolean {
  return isAtEnd(reader) || listEnds.test(reader.source.slice(reader.at, reader.at + 6))
}

function readAndOr(reader: Reader): Command {
  let left = readPipeline(reader)
  for (;;) {
    skipBlanks(reader)
    const operator = isNext(reader, '&&') ? '&&' : isNext(reader, '||') ? '||' : null
    if (operator === null) return left
    reader.at += 2
    skipLines(reader)
    left = { kind: 'andOr', left, operator, right: readPipeline(reader) }
  }
}

function readPipeline(reader: Reader): Command {
  let isNegated = false
  let isTimed = false
  for (;;) {
    skipBlanks(reader)
    const next = /^(?:!|time(?: +-p)?)(?=[ \t\n;]|$)/.exec(reader.source.slice(reader.at, reader.at + 20))?.[0]
    if (next === undefined || (next !== '!' && !isBash(reader.dialect))) break
    reader.at += next.length
    if (next === '!') isNegated = !isNegated
    else isTimed = true
  }
  skipBlanks(reader)
  if (
    (isTimed || (isNegated && isBash(reader.dialect))) &&
    /^(?:[;\n]|$)/.test(reader.source.slice(reader.at, reader.at + 1))
  ) {
    return { kind: 'pipeline', stages: [], isNegated }
  }
  const stages = [nested(reader, () => readCommand(reader))]
  for (;;) {
    skipBlanks(reader)
    if (!isNext(reader, '|') || isNext(reader, '||')) break
    reader.at += isNext(reader, '|&') && isBash(reader.dialect) ? 2 : 1
    skipLines(reader)
    stages.push(nested(reader, () => readCommand(reader)))
  }
  const [only] = stages
  if (stages.length === 1 && only !== undefined && !isNegated && !isTimed) return only
  return { kind: 'pipeline', stages, isNegated }
}

function readCommand(reader: Reader): Command {
  if (isListEnd(reader)) throw unexpected(reader)
  return readCompound(reader) ?? readSimpleOrFunction(reader)
}
