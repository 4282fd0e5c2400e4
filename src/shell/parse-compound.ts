/** Reads compound commands: groups, branches and loops. */
import { hasExtensions, isBash } from './dialect.ts'
import { readList, skipLines } from './parse-commands.ts'
import { readArithmetic } from './parse-expansions.ts'
import { readRedirection } from './parse-redirections.ts'
import { readFunctionKeyword } from './parse-simple.ts'
import { readTestExpression } from './parse-tests.ts'
import { isWordCharacter, readParts, readWord } from './parse-words.ts'
import { failure, isNext, locate, nested, type Reader, skip, skipBlanks, unexpected } from './reader.ts'
import type { CaseItem, Command, Compound, CompoundCommand, IfClause, List, Redirection, Word } from './syntax.ts'

/** Reads a compound command or a `function`; null when none starts here. */
export function readCompound(reader: Reader): Command | null {
  const start = reader.at
  const body = readCompoundBody(reader)
  if (body === null) return readFunctionKeyword(reader)
  return withRedirections(reader, body, start)
}

/** Reads the compound command that is a function's body; bash and busybox take nothing else, dash any command. */
export function readFunctionBody(reader: Reader): Command {
  const start = reader.at
  const body = nested(reader, () => readCompoundBody(reader))
  if (body === null) throw unexpected(reader)
  return withRedirections(reader, body, start)
}

function withRedirections(reader: Reader, body: Compound, start: number): CompoundCommand {
  const at = locate(reader, start, reader.at)
  const redirections: Redirection[] = []
  for (;;) {
    skipBlanks(reader)
    const redirection = readRedirection(reader)
    if (redirection === null) break
    redirections.push(redirection)
  }
  return { kind: 'compound', body, redirections, at }
}

function readCompoundBody(reader: Reader): Compound | null {
  if (isNext(reader, '((') && isBash(reader.dialect)) {
    const start = reader.at
    reader.at += 2
    const expression = nested(reader, () => readArithmetic(reader, '))'))
    if (expression !== null) return { kind: 'arithmetic', expression }
    reader.at = start
  }
  if (skip(reader, '(')) return readSubshell(reader)
  if (isNext(reader, '[[') && isBash(reader.dialect) && takeWord(reader, '[[')) {
    return { kind: 'test', expression: readTestExpression(reader) }
  }
  if (takeWord(reader, '{')) return { kind: 'group', body: readRequired(reader, '}') }
  if (takeWord(reader, 'if')) return readIf(reader)
  if (takeWord(reader, 'while')) return readLoop(reader, false)
  if (takeWord(reader, 'until')) return readLoop(reader, true)
  if (takeWord(reader, 'for')) return readFor(reader)
  if (takeWord(reader, 'case')) return readCase(reader)
  if (isBash(reader.dialect) && takeWord(reader, 'select')) return readFor(reader)
  return null
}

/** Reads a reserved word when it stands here alone. */
function takeWord(reader: Reader, word: string): boolean {
  if (!isNext(reader, word)) return false
  const next = reader.source[reader.at + word.length]
  if (next !== undefined && !' \t\n;&|()<>'.includes(next)) {
    const isContinued = next === '\\' && reader.source[reader.at + word.length + 1] === '\n'
    if (!isContinued) return false
  }
  reader.at += word.length
  return true
}

function expectWord(reader: Reader, word: string): void {
  skipLines(reader)
  if (!takeWord(reader, word)) throw unexpected(reader)
}

/** Reads commands, of which there must be one, and the word that ends them. */
function readRequired(reader: Reader, end: string): List {
  const list = readList(reader)
  if (list.items.length === 0) throw unexpected(reader)
  expectWord(reader, end)
  return list
}

function readSubshell(reader: Reader): Compound {
  const body = readList(reader)
  if (body.items.length === 0 || !skip(reader, ')')) throw unexpected(reader)
  return { kind: 'subshell', body }
}

function readIf(reader: Reader): Compound {
  const clauses: IfClause[] = []
  let otherwise: List | null = null
  do {
    const condition = readRequired(reader, 'then')
    const body = readList(reader)
    if (body.items.length === 0) throw unexpected(reader)
    clauses.push({ condition, body })
    skipLines(reader)
  } while (takeWord(reader, 'elif'))
  if (takeWord(reader, 'else')) {
    otherwise = readList(reader)
    if (otherwise.items.length === 0) throw unexpected(reader)
  }
  expectWord(reader, 'fi')
  return { kind: 'if', clauses, otherwise }
}

function readLoop(reader: Reader, isUntil: boolean): Compound {
  const condition = readRequired(reader, 'do')
  const body = readRequired(reader, 'done')
  return { kind: 'while', isUntil, condition, body }
}

function readFor(reader: Reader): Compound {
  skipBlanks(reader)
  if (isNext(reader, '((') && isBash(reader.dialect)) return readArithmeticFor(reader)
  const variable = /^[A-Za-z_]\w*/.exec(reader.source.slice(reader.at, reader.at + 200))?.[0]
  if (variable === undefined) throw failure(reader, 'a loop variable is missing', reader.at)
  reader.at += variable.length
  skipLines(reader)
  let words: Word[] | null = null
  if (takeWord(reader, 'in')) {
    words = []
    for (skipBlanks(reader); isWordCharacter(reader); skipBlanks(reader)) words.push(readWord(reader))
    if (!isNext(reader, ';') && !isNext(reader, '\n')) throw unexpected(reader)
  }
  skip(reader, ';')
  return { kind: 'for', variable, words, body: readLoopBody(reader) }
}

function readLoopBody(reader: Reader): List {
  skipLines(reader)
  if (isBash(reader.dialect) && takeWord(reader, '{')) return readRequired(reader, '}')
  expectWord(reader, 'do')
  return readRequired(reader, 'done')
}

function readArithmeticFor(reader: Reader): Compound {
  reader.at += 2
  const header: Word[] = []
  for (const end of [';', ';', '))']) {
    let depth = 0
    header.push(
      readParts(reader, 'arithmetic', () => {
        if (depth === 0 && isNext(reader, end)) return true
        if (isNext(reader, '(')) depth++
        if (isNext(reader, ')')) depth--
        return false
      }),
    )
    if (!skip(reader, end)) throw unexpected(reader)
  }
  skipBlanks(reader)
  skip(reader, ';')
  return { kind: 'arithmeticFor', header, body: readLoopBody(reader) }
}

function readCase(reader: Reader): Compound {
  skipBlanks(reader)
  if (!isWordCharacter(reader)) throw unexpected(reader)
  const subject = readWord(reader)
  expectWord(reader, 'in')
  const items: CaseItem[] = []
  for (;;) {
    skipLines(reader)
    if (takeWord(reader, 'esac')) return { kind: 'case', subject, items }
    items.push(readCaseItem(reader))
  }
}

function readCaseItem(reader: Reader): CaseItem {
  skip(reader, '(')
  const patterns: Word[] = []
  do {
    skipBlanks(reader)
    if (!isWordCharacter(reader)) throw unexpected(reader)
    patterns.push(readPattern(reader))
    skipBlanks(reader)
  } while (skip(reader, '|'))
  if (!skip(reader, ')')) throw unexpected(reader)
  const body = readList(reader)
  if (isBash(reader.dialect) && skip(reader, ';;&')) return { patterns, body, next: 'test' }
  if (skip(reader, ';;')) return { patterns, body, next: 'end' }
  if (hasExtensions(reader.dialect) && isBash(reader.dialect) && skip(reader, ';&'))
    return { patterns, body, next: 'fallThrough' }
  if (!/^esac(?![^\s;&|()<>])/.test(reader.source.slice(reader.at, reader.at + 5))) throw unexpected(reader)
  return { patterns, body, next: 'end' }
}

/** Reads a pattern; in bash the parentheses of `@(a|b)` belong to it. */
export function readPattern(reader: Reader): Word {
  let depth = 0
  return readParts(reader, 'bare', () => {
    const next = reader.source[reader.at] ?? ''
    if (isBash(reader.dialect) && next === '(' && '?*+@!'.includes(reader.source[reader.at - 1] ?? ' ')) depth++
    else if (depth > 0 && next === ')') depth--
    else if (depth === 0) return !isWordCharacter(reader)
    return false
  })
}
