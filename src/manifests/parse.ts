/** YAML and JSON text to documents; what is broken is reported with its line and the rest goes on. */

import { InternalError, type Problem } from '../source/errors.ts'
import { appendAll } from '../source/lists.ts'
import type { Span } from '../source/location.ts'
import type { SourceFile } from '../source/source-file.ts'
import { parseWithLibrary } from './library.ts'
import type { YamlNode } from './node.ts'
import { createScan, type Scan } from './plain/document-scan.ts'
import { plainRoot } from './plain/nodes.ts'
import type { PlainDocument } from './plain/row-fields.ts'
import { copyRows } from './plain/rows.ts'

/** The documents of a file and what could not be read. */
export interface ParsedFile {
  readonly documents: readonly YamlNode[]
  readonly problems: readonly Problem[]
}

/** Parses every document of a file. Documents are separated before parsing, so that an error stays in its document. */
export function parseYaml(file: SourceFile): ParsedFile {
  const problems: Problem[] = []
  const scan = createScan()
  const documents = documentSpans(file.text).flatMap((span) => {
    const rows = scan(file.text, span)
    if (rows !== null) return plainRoot({ file, rows: copyRows(rows) }) ?? []
    const parsed = parseWithLibrary(file, span)
    appendAll(problems, parsed.problems)
    return parsed.node ?? []
  })
  return { documents, problems }
}

/** A document of a file. */
export interface ReadDocument {
  /** Its nodes; those that were scanned hold until the next document is read. */
  readonly root: YamlNode
  /** The place of the document in its file. */
  readonly span: Span
  /** What it was scanned into, until the next document is read; null for a document whose nodes stay. */
  readonly scanned: PlainDocument | null
}

/** Reads one document of a file after the other; the memory of one scan serves all. */
export function* readDocuments(file: SourceFile, scan: Scan, problems: Problem[]): Generator<ReadDocument, void, void> {
  for (const span of documentSpans(file.text)) {
    const rows = scan(file.text, span)
    const parsed = rows === null ? parseWithLibrary(file, span) : { node: plainRoot({ file, rows }), problems: [] }
    appendAll(problems, parsed.problems)
    if (parsed.node !== null) yield { root: parsed.node, span, scanned: rows === null ? null : { file, rows } }
  }
}

/** What a document was scanned into, to keep. */
export function keptDocument({ file, rows }: PlainDocument): PlainDocument {
  return { file, rows: copyRows(rows) }
}

/** The nodes of a document that was scanned. */
export function nodesOf(document: PlainDocument): YamlNode {
  const root = plainRoot(document)
  if (root === null) throw new InternalError(`${document.file.path} is read differently the second time`)
  return root
}

/** A document that was scanned before, scanned once more to keep. */
export function scanAgain(file: SourceFile, span: Span, scan: Scan): PlainDocument {
  const rows = scan(file.text, span)
  if (rows === null) throw new InternalError(`${file.path} is read differently the second time`)
  return keptDocument({ file, rows })
}

/** Where each document of a stream starts and ends: separators are `---` at the start of a line. */
export function documentSpans(text: string): readonly Span[] {
  const spans: Span[] = []
  let start = 0
  for (let at = text.indexOf('\n---'); at >= 0; at = text.indexOf('\n---', at + 1)) {
    const after = text[at + 4]
    if (after !== undefined && !/\s/.test(after)) continue
    spans.push({ start, end: at + 1 })
    start = at + 1
  }
  spans.push({ start, end: text.length })
  return spans
}
