/** Reads simple commands, assignments and function definitions. */
import { hasExtensions, isBash } from './dialect.ts'
import { skipLines } from './parse-commands.ts'
import { readFunctionBody } from './parse-compound.ts'
import { readBracketed } from './parse-parameters.ts'
import { readRedirection } from './parse-redirections.ts'
import { isWordCharacter, readWord } from './parse-words.ts'
import { failure, isNext, locate, type Reader, skip, skipBlanks, slice, unexpected } from './reader.ts'
import type { Assignment, Command, Element, Redirection, Word } from './syntax.ts'

const declarations = new Set(['export', 'readonly', 'local', 'declare', 'typeset'])

/** Reads a simple command, or the function that its first word turns out to define. */
export function readSimpleOrFunction(reader: Reader): Command {
  const start = reader.at
  const assignments: Assignment[] = []
  const words: Word[] = []
  const redirections: Redirection[] = []
  let end = start
  for (;;) {
    skipBlanks(reader)
    const redirection = readRedirection(reader)
    if (redirection !== null) redirections.push(redirection)
    else if (words.length === 0 && isAssignment(reader)) assignments.push(readAssignment(reader))
    else if (isWordCharacter(reader)) words.push(readArgument(reader, words))
    else if (words.length === 1 && isNext(reader, '(') && assignments.length + redirections.length === 0) {
      return readFunction(reader, reader.source.slice(start, end))
    } else break
    end = reader.at
  }
  if (assignments.length + words.length + redirections.length === 0 || isNext(reader, '(')) throw unexpected(reader)
  return { kind: 'simple', assignments, words, redirections, at: locate(reader, start, end) }
}

function readFunction(reader: Reader, name: string): Command {
  reader.at++
  skipBlanks(reader)
  if (!skip(reader, ')') || !/^[^\s$'"`\\]+$/.test(name)) throw unexpected(reader)
  skipLines(reader)
  return { kind: 'function', name, body: readFunctionBody(reader) }
}

function readArgument(reader: Reader, before: readonly Word[]): Word {
  const declares = before.length > 0 && before.some((word) => declarations.has(literalOf(word))) && isAssignment(reader)
  if (!declares) return readWord(reader)
  const assignment = readAssignment(reader)
  const parts = Array.isArray(assignment.value) || !('parts' in assignment.value) ? [] : assignment.value.parts
  return { parts, at: assignment.at, assignment }
}

function literalOf(word: Word): string {
  const [only] = word.parts
  return word.parts.length === 1 && only?.kind === 'literal' ? only.text.value : ''
}

function assignmentHead(reader: Reader): RegExpExecArray | null {
  const ahead = reader.source.slice(reader.at, reader.at + 300)
  if (isBash(reader.dialect)) return /^([A-Za-z_]\w*)(\[(?:[^\][]|\[[^\][]*\])*\])?(\+?)=/.exec(ahead)
  return /^([A-Za-z_]\w*)()()=/.exec(ahead)
}

function isAssignment(reader: Reader): boolean {
  return assignmentHead(reader) !== null
}

function readAssignment(reader: Reader): Assignment {
  const start = reader.at
  const head = assignmentHead(reader)
  if (head === null) throw unexpected(reader)
  const name = head[1] ?? ''
  reader.at = start + name.length
  const subscript = head[2] !== undefined && head[2] !== '' && skip(reader, '[') ? readBracketed(reader) : null
  const isAppending = skip(reader, '+')
  reader.at++
  if (isNext(reader, '(') && isBash(reader.dialect)) {
    const value = readElements(reader)
    return { name, subscript, isAppending, value, at: locate(reader, start, reader.at) }
  }
  if (isNext(reader, '(')) throw unexpected(reader)
  const empty = {
    parts: [{ kind: 'literal', text: slice(reader, reader.at, reader.at), isQuoted: true }],
    at: undefined,
  } as const
  const value = isWordCharacter(reader) ? readWord(reader) : empty
  return { name, subscript, isAppending, value, at: locate(reader, start, reader.at) }
}

function readElements(reader: Reader): readonly Element[] {
  const start = reader.at
  const elements: Element[] = []
  reader.at++
  for (;;) {
    skipLines(reader)
    if (skip(reader, ')')) return elements
    const keyed =
      /^\[(?:[^\]\s"']|"[^"]*"|'[^']*')*\]=/.test(reader.source.slice(reader.at, reader.at + 200)) && skip(reader, '[')
    const subscript = keyed ? readBracketed(reader) : null
    if (keyed) reader.at++
    if (!isWordCharacter(reader) && !keyed) throw failure(reader, 'an array is not closed', start)
    elements.push({ subscript, value: readWord(reader) })
  }
}

/** Reads `function name [()] body` behind the word `function`; null in shells without it. */
export function readFunctionKeyword(reader: Reader): Command | null {
  const head = /^function[ \t]+([^\s;&|()<>]+)[ \t]*(\([ \t]*\))?/.exec(reader.source.slice(reader.at, reader.at + 300))
  if (head === null || !hasExtensions(reader.dialect)) return null
  reader.at += head[0].length
  skipLines(reader)
  return { kind: 'function', name: head[1] ?? '', body: readFunctionBody(reader) }
}
