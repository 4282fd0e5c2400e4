/** Edits of a rendered text as edits of what people typed: every way that may work, the likeliest first. */
import type { Edit } from '../findings/edits/edit.ts'
import { setField } from '../findings/edits/set-field.ts'
import { fieldText } from '../findings/edits/value-text.ts'
import type { Finding } from '../findings/finding.ts'
import { fieldTarget } from '../findings/places.ts'
import { nodeAt, type YamlMap, type YamlNode } from '../manifests/node.ts'
import { leavesOf, type TypedLeaf } from '../rendering/typed-leaves.ts'
import type { FieldPath } from '../source/field-path.ts'
import { lineIndexAt, lineStartAt, type SourceFile } from '../source/source-file.ts'
import { keyOfLeaf, type RenderedLeaf } from './rendered-leaves.ts'
import type { Tracing } from './typed-place.ts'

/** Edits to try for a finding; each must be proven by rendering. */
export function typedEdits(finding: Finding, tracing: Tracing): readonly Edit[] {
  const [edit] = finding.edits
  const field = wantedField(finding)
  const written = edit === undefined ? [] : [editOfLeaf(edit, tracing), editOfItem(edit, tracing)]
  const added = field === null ? [] : [...editsBesideSiblings(field, tracing), ...editsOfHomes(field, tracing)]
  const typed = edit === undefined ? [] : [editOfLine(edit, tracing)]
  const seen = new Set<string>()
  return [...written, ...added, ...typed].filter((candidate): candidate is Edit => {
    if (candidate === null) return false
    const key = `${candidate.file.path}:${candidate.start}:${candidate.end}:${candidate.text}`
    return !seen.has(key) && seen.add(key) !== undefined
  })
}

/** A field to set: its object, its way in it, and the text of its value. */
export interface WantedField {
  readonly object: YamlMap
  readonly path: FieldPath
  readonly text: string
}

/** The field that a finding recommends to set; null when it recommends something else. */
export function wantedField({ violation }: Finding): WantedField | null {
  const { recommendation, subject } = violation
  const target = recommendation === null ? null : fieldTarget(recommendation.target, subject)
  const object = subject.object?.object ?? subject.workload?.manifest.object
  if (recommendation === null || target === null || object === undefined) return null
  const above = pathTo(target.root, object)
  if (above === null) return null
  return { object, path: [...above, ...target.path], text: fieldText(recommendation.target, recommendation.value) }
}

/** The way from an object to one of its nodes. */
function pathTo(wanted: YamlNode, node: YamlNode, path: FieldPath = []): FieldPath | null {
  if (node === wanted) return path
  if (node.kind === 'scalar') return null
  const children: readonly (readonly [string | number, YamlNode])[] =
    node.kind === 'map'
      ? [...node.entries].map(([key, entry]) => [key, entry.value] as const)
      : node.items.map((item, index) => [index, item] as const)
  for (const [step, child] of children) {
    const found = pathTo(wanted, child, [...path, step])
    if (found !== null) return found
  }
  return null
}

/** The same change in the typed scalar that feeds the rendered one. */
function editOfLeaf(edit: Edit, tracing: Tracing): Edit | null {
  const rendered = tracing.leaves.at({ file: edit.file, span: edit })
  if (rendered === null || !covers(rendered, edit)) return null
  for (const source of tracing.sources.get(rendered.key) ?? []) {
    if (source.node.isShared) continue
    const at = sameOffset(edit, rendered, source)
    if (at !== null) return { file: source.file, start: at, end: at + (edit.end - edit.start), text: edit.text }
  }
  return null
}

function covers({ node }: RenderedLeaf, { start, end }: Edit): boolean {
  return node.location.span.start <= start && end <= node.location.span.end
}

/** Where the edited characters stand in the typed scalar: on the line that reads the same, or as the only such text. */
function sameOffset(edit: Edit, rendered: RenderedLeaf, source: TypedLeaf): number | null {
  const { span } = source.node.location
  const whole = source.file.text.slice(span.start, span.end)
  const old = edit.file.text.slice(edit.start, edit.end)
  const from = Math.max(lineStart(edit.file, edit.start), contentStart(rendered))
  const before = edit.file.text.slice(from, edit.start).trimStart()
  const after = restOfLine(edit.file, edit.end, rendered.node.location.span.end)
  const context = [before + old + after, before + old, old + after].map((text) => ({
    text,
    skip: text.startsWith(before) ? before.length : 0,
  }))
  for (const { text, skip } of context) {
    const at = text === '' ? -1 : whole.indexOf(text)
    if (at >= 0 && whole.indexOf(text, at + 1) < 0) return span.start + at + skip
  }
  const only = old === '' ? -1 : whole.indexOf(old)
  return only >= 0 && whole.indexOf(old, only + 1) < 0 ? span.start + only : null
}

function contentStart({ node }: RenderedLeaf): number {
  const isQuoted = node.style === 'singleQuoted' || node.style === 'doubleQuoted'
  return node.location.span.start + (isQuoted ? 1 : 0)
}

function restOfLine(file: SourceFile, from: number, limit: number): string {
  const text = file.text.slice(from, limit)
  return (text.split('\n')[0] ?? '').replace(/["']?\r?$/, '')
}

/** A new item of a list behind a typed item. */
function editOfItem(edit: Edit, tracing: Tracing): Edit | null {
  const item = /^\r?\n[ ]*(- [^\n]*)$/.exec(edit.text)?.[1]
  if (edit.start !== edit.end || item === undefined) return null
  const line = lineIndexAt(edit.file, edit.start)
  const rendered = tracing.leaves.all.find((leaf) => leaf.line === line && leaf.node.location.span.end <= edit.start)
  const [source] = rendered === undefined ? [] : (tracing.sources.get(rendered.key) ?? [])
  if (source === undefined || source.node.isShared || typeof source.path.at(-1) !== 'number') return null
  const list = nodeAt(source.document, source.path.slice(0, -1))
  if (list?.kind !== 'sequence') return null
  const { file } = source
  const end = source.node.location.span.end
  if (list.isFlow) return { file, start: end, end, text: `, ${item.slice(2)}` }
  const typedLine = lineIndexAt(file, end)
  const start = lineStartAt(file, lineIndexAt(file, source.node.location.span.start))
  const indent = /^ */.exec(file.text.slice(start))?.[0] ?? ''
  const at = lineEnd(file, typedLine)
  return { file, start: at, end: at, text: `${lineBreak(file)}${indent}${item}` }
}

/** The missing key beside a typed sibling: below the nearest map that is there and fed by a map of the source. */
function editsBesideSiblings(field: WantedField, { sources, leaves, rendering }: Tracing): readonly (Edit | null)[] {
  for (let length = field.path.length - 1; length > 0; length--) {
    const parent = nodeAt(field.object, field.path.slice(0, length))
    if (parent?.kind !== 'map') continue
    const below = leavesOf(parent, { file: rendering.file, document: field.object })
    return below.flatMap((leaf) => {
      const rendered = leaves.all.find(({ node }) => keyOfLeaf(node) === keyOfLeaf(leaf.node))
      return (rendered === undefined ? [] : (sources.get(rendered.key) ?? [])).flatMap((source) => {
        const depth = source.path.length - leaf.path.length
        const isSame = depth >= 0 && leaf.path.every((step, index) => source.path[depth + index] === step)
        const map = isSame ? nodeAt(source.document, source.path.slice(0, depth)) : undefined
        return map?.kind === 'map' ? [setField(map, field.path.slice(length), field.text)] : []
      })
    })
  }
  return []
}

/** The field in a typed map that becomes a map on the way to it. */
function editsOfHomes(field: WantedField, { rendering, leaves }: Tracing): readonly (Edit | null)[] {
  let nearest: YamlNode = field.object
  for (let length = 1; length <= field.path.length; length++)
    nearest = nodeAt(field.object, field.path.slice(0, length)) ?? nearest
  const line = lineIndexAt(nearest.location.file, nearest.location.span.start)
  const text = leaves.at(nearest.location)?.node.text.value ?? ''
  return rendering
    .homesFor({ text, line, path: field.path })
    .map(({ map, path }) => setField(map, field.path.slice(path.length), field.text))
}

/** The same change on the typed line, when what is changed stands there as it does in the rendered text. */
function editOfLine(edit: Edit, { rendering }: Tracing): Edit | null {
  const line = lineIndexAt(edit.file, edit.start)
  if (line !== lineIndexAt(edit.file, edit.end)) return null
  const typed = rendering.typedLineOf(line)
  const file = typed === null ? undefined : rendering.sources.get(typed.file)
  if (typed === null || file === undefined) return null
  const written = lineText(edit.file, line)
  const home = lineText(file, typed.line)
  const start = edit.start - lineStartAt(edit.file, line)
  const end = edit.end - lineStartAt(edit.file, line)
  const shift = indentOf(home) - indentOf(written)
  const text = edit.text.replace(
    /\n( *)/g,
    (_whole, spaces: string) => `\n${' '.repeat(Math.max(0, spaces.length + shift))}`,
  )
  const from = lineStartAt(file, typed.line)
  if (home.slice(indentOf(home), end + shift) === written.slice(indentOf(written), end))
    return { file, start: from + start + shift, end: from + end + shift, text }
  if (home.endsWith(written.slice(start)) && !written.slice(start).includes('}}')) {
    const at = from + home.length - (written.length - start)
    return { file, start: at, end: at + (end - start), text }
  }
  return null
}

function lineText(file: SourceFile, line: number): string {
  return file.text.slice(lineStartAt(file, line), lineStartAt(file, line + 1)).replace(/\r?\n$/, '')
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

function lineStart(file: SourceFile, offset: number): number {
  return lineStartAt(file, lineIndexAt(file, offset))
}

function lineEnd(file: SourceFile, line: number): number {
  return lineStartAt(file, line) + lineText(file, line).length
}

function lineBreak(file: SourceFile): string {
  return file.text.includes('\r\n') ? '\r\n' : '\n'
}
