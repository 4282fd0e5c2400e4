/** Reads redirections and here-documents. */
import { concatText, type SourcedText } from '../source/sourced-text.ts'
import { hasExtensions, isBash } from './dialect.ts'
import { isWordCharacter, readParts, readWord } from './parse-words.ts'
import { createReader, isAtEnd, locate, type Reader, skipBlanks, slice, unexpected } from './reader.ts'
import type { Redirection, Word } from './syntax.ts'

const operators = /^(\d*|\{[A-Za-z_]\w*\})(&>>|&>|<<<|<<-|<<|<>|<&|<|>>|>&|>\||>)/

/** Reads a redirection when one stands here; null otherwise. */
export function readRedirection(reader: Reader): Redirection | null {
  const head = operators.exec(reader.source.slice(reader.at, reader.at + 60))
  if (head === null) return null
  const [whole, number = '', found = ''] = head
  if (found.startsWith('&') && (number !== '' || !hasExtensions(reader.dialect))) return null
  if (number.startsWith('{') && !isBash(reader.dialect)) return null
  if (/^[<>]$/.test(found) && isBash(reader.dialect) && reader.source[reader.at + whole.length] === '(') return null
  if (found === '<<<' && !isBash(reader.dialect)) throw unexpected(reader)
  reader.at += whole.length
  skipBlanks(reader)
  const descriptor = /^\d+$/.test(number) ? Number(number) : null
  if (!isWordCharacter(reader)) throw unexpected(reader)
  if (found === '<<' || found === '<<-') return readHereDocumentStart(reader, descriptor, found)
  return { descriptor, operator: found, target: readWord(reader), body: null }
}

function readHereDocumentStart(reader: Reader, descriptor: number | null, operator: string): Redirection {
  const start = reader.at
  readWord(reader)
  const raw = reader.source.slice(start, reader.at)
  const redirection: { -readonly [K in keyof Redirection]: Redirection[K] } = {
    descriptor,
    operator,
    target: null,
    body: null,
  }
  reader.hereDocuments.push({
    delimiter: raw.replace(/\\(.)|['"]/g, '$1'),
    isQuoted: /['"\\]/.test(raw),
    stripsTabs: operator === '<<-',
    assign: (body) => {
      redirection.body = body
    },
  })
  return redirection
}

/** Reads the texts of the here-documents that wait; the reading position is the start of a line. */
export function readHereDocuments(reader: Reader): void {
  const waiting = reader.hereDocuments
  reader.hereDocuments = []
  for (const document of waiting) {
    const body = readBody(reader, document.delimiter, document.stripsTabs)
    document.assign(document.isQuoted ? literalWord(body) : expandableWord(reader, body))
  }
}

function readBody(reader: Reader, delimiter: string, stripsTabs: boolean): SourcedText {
  const lines: SourcedText[] = []
  while (!isAtEnd(reader)) {
    const newline = reader.source.indexOf('\n', reader.at)
    const end = newline < 0 ? reader.source.length : newline
    let start = reader.at
    if (stripsTabs) while (reader.source[start] === '\t') start++
    reader.at = newline < 0 ? end : end + 1
    if (reader.source.slice(start, end) === delimiter) break
    lines.push(slice(reader, start, reader.at))
  }
  return concatText(lines)
}

function literalWord(text: SourcedText): Word {
  return { parts: [{ kind: 'literal', text, isQuoted: true }], at: undefined }
}

function expandableWord(reader: Reader, text: SourcedText): Word {
  const inner = createReader(text, reader.dialect, reader.depth)
  const { parts } = readParts(inner, 'hereDocument', () => false)
  return { parts, at: locate(inner, 0, inner.source.length) }
}
