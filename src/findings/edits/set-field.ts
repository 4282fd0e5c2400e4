/** Setting a field of a manifest: the scalar is replaced, or the missing keys are inserted in the neighbours' style. */
import { nodeAt, type YamlMap, type YamlNode, type YamlScalar } from '../../manifests/node.ts'
import type { FieldPath } from '../../source/field-path.ts'
import { lineColumnAt, lineIndexAt, lineStartAt, type SourceFile } from '../../source/source-file.ts'
import type { Edit } from './edit.ts'

/** The edit that sets a field below a map; null when it cannot be done safely (shared nodes, unusual forms). */
export function setField(root: YamlMap, path: FieldPath, text: string): Edit | null {
  const existing = nodeAt(root, path)
  if (existing !== undefined) return replaceScalar(existing, text)
  for (let length = path.length - 1; length >= 0; length--) {
    const parent = nodeAt(root, path.slice(0, length))
    if (parent === undefined) continue
    const rest = path.slice(length)
    return parent.kind === 'map' && rest.every((step) => typeof step === 'string')
      ? insertKeys(parent, rest.map(String), text)
      : null
  }
  return null
}

/** Replaces a scalar's text and keeps its quotes. */
export function replaceScalar(node: YamlNode, text: string): Edit | null {
  if (node.kind !== 'scalar' || node.isShared) return null
  const { file, span } = node.location
  if (node.value === null && span.start === span.end) return { file, start: span.end, end: span.end, text: ` ${text}` }
  return replacementIn(node, text)
}

function replacementIn(node: YamlScalar, text: string): Edit | null {
  const { file, span } = node.location
  switch (node.style) {
    case 'plain':
      return { file, start: span.start, end: span.end, text }
    case 'singleQuoted':
    case 'doubleQuoted':
      return /['"\\]/.test(text) ? null : { file, start: span.start + 1, end: span.end - 1, text }
    case 'literal':
    case 'folded':
      return null
  }
}

function insertKeys(parent: YamlMap, keys: readonly string[], text: string): Edit | null {
  if (parent.isShared) return null
  return parent.isFlow ? insertIntoFlow(parent, keys, text) : insertIntoBlock(parent, keys, text)
}

/** `{cpu: 500m}` becomes `{cpu: 500m, memory: 256Mi}`. */
function insertIntoFlow(parent: YamlMap, keys: readonly string[], text: string): Edit | null {
  const { file, span } = parent.location
  const source = file.text.slice(span.start, span.end)
  const isJson = /^\{\s*"/.test(source)
  const written = nestedFlow(keys, text, isJson)
  const last = [...parent.entries.values()].at(-1)
  if (last === undefined) return { file, start: span.start + 1, end: span.start + 1, text: written }
  const at = endOf(last.value, last.key)
  const before = source.includes('\n') ? lineBreakBefore(file, last.key.location.span.start) : ' '
  return { file, start: at, end: at, text: `,${before}${written}` }
}

function lineBreakBefore(file: SourceFile, offset: number): string {
  const start = lineStartAt(file, lineIndexAt(file, offset))
  const indent = /^[ \t]*/.exec(file.text.slice(start, offset))?.[0] ?? ''
  return start + indent.length === offset ? `${file.lineBreak}${indent}` : ' '
}

function nestedFlow(keys: readonly string[], text: string, isJson: boolean): string {
  const [key = '', ...rest] = keys
  const value = rest.length === 0 ? (isJson ? jsonScalar(text) : text) : `{${nestedFlow(rest, text, isJson)}}`
  return isJson ? `${JSON.stringify(key)}: ${value}` : `${key}: ${value}`
}

function jsonScalar(text: string): string {
  return /^(-?\d+(\.\d+)?|true|false)$/.test(text) ? text : JSON.stringify(text)
}

/** New lines after the map's last entry, indented as its keys are. */
function insertIntoBlock(parent: YamlMap, keys: readonly string[], text: string): Edit | null {
  const entries = [...parent.entries.values()].filter((entry) => entry.key.location.file === parent.location.file)
  const last = entries.at(-1)
  const first = entries[0]
  if (last === undefined || first === undefined) return null
  const { file } = parent.location
  const column = lineColumnAt(file, first.key.location.span.start).column - 1
  const unit = indentUnit(file)
  const lines = keys.map((key, index) => {
    const indent = ' '.repeat(column + unit * index)
    return index === keys.length - 1 ? `${indent}${key}: ${text}` : `${indent}${key}:`
  })
  const at = endOfContent(file, endOf(last.value, last.key))
  const lineEnd = file.lineBreak
  return { file, start: at, end: at, text: lines.map((line) => lineEnd + line).join('') }
}

/** End of the last character of a node; block nodes reach over trailing blank lines, which are not theirs. */
function endOf(node: YamlNode, key: YamlScalar): number {
  if (node.kind === 'map' && !node.isFlow) {
    const last = [...node.entries.values()].at(-1)
    return last === undefined ? key.location.span.end : endOf(last.value, last.key)
  }
  if (node.kind === 'sequence' && !node.isFlow) {
    const last = node.items.at(-1)
    return last === undefined ? key.location.span.end : endOf(last, key)
  }
  if (node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded')) {
    const { file, span } = node.location
    return span.start + file.text.slice(span.start, span.end).trimEnd().length
  }
  return Math.max(node.location.span.end, key.location.span.end)
}

/** End of the line's text, behind a comment that belongs to it. */
function endOfContent(file: SourceFile, offset: number): number {
  const end = file.text.indexOf('\n', offset)
  const lineEnd = end < 0 ? file.text.length : end
  return file.text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd
}

/** Indentation step of the file: the smallest indentation it uses. */
function indentUnit(file: SourceFile): number {
  const match = /^( +)[\w"'-][^\n]*:/m.exec(file.text)
  return match?.[1] === undefined || match[1].length > 8 ? 2 : match[1].length
}
