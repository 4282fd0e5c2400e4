/** Setting an option of a program: the value is replaced where it is written, or the flag is inserted. */
import { itemsAt, type YamlMap, type YamlNode, type YamlScalar } from '../../manifests/node.ts'
import type { ProgramProcess, Setting } from '../../programs/program.ts'
import { type Location, textAt } from '../../source/location.ts'
import type { ResolvedText } from '../../source/resolved.ts'
import { lineColumnAt, lineIndexAt, lineStartAt } from '../../source/source-file.ts'
import { isVerbatimText, locateText } from '../../source/sourced-text.ts'
import type { Edit } from './edit.ts'
import { flagText } from './value-text.ts'

/** What an edit needs to know of the place around a process. */
export interface SettingEditRequest {
  readonly process: ProgramProcess
  readonly setting: string
  readonly value: string | number | boolean | null
  readonly container: YamlMap
  /** The scalar of a manifest that covers a place; null in other files. */
  scalarAt(location: Location): YamlScalar | null
}

/** The edit that gives a setting its value; null when there is no safe one. */
export function setSetting(request: SettingEditRequest): Edit | null {
  const setting = request.process.settings.get(request.setting)
  if (setting === undefined) return null
  if (setting.known && setting.origin === 'default') return insertFlag(request)
  const replaced = replaceValue(setting, request)
  if (replaced !== null) return replaced
  return setting.at === undefined || isPartOfExpression(setting.at) ? insertFlag(request) : null
}

function replaceValue(setting: Setting, request: SettingEditRequest): Edit | null {
  if (request.value === null || typeof request.value === 'boolean') return null
  const place = valuePlace(setting)
  if (place === null) return null
  const scalar = request.scalarAt(place)
  if (scalar?.isShared) return null
  const { file, span } = place
  const text = String(request.value)
  if (scalar !== null && !fitsStyle(scalar, place, text)) return null
  return { file, start: span.start, end: span.end, text }
}

/** The characters of the value: those of a known one, or the expression behind an unknown one. */
function valuePlace(setting: Setting): Location | null {
  if (setting.text !== undefined) return isVerbatimText(setting.text) ? (locateText(setting.text) ?? null) : null
  if (setting.at === undefined) return null
  if (isPartOfExpression(setting.at)) return null
  const written = textAt(setting.at)
  return /^["']?[$`(]|cpu_count|nproc|^\d+$/.test(written) ? setting.at : null
}

/** Is it a call in a configuration file that more is computed with? Flags win over the file, so one is added instead. */
function isPartOfExpression(at: Location): boolean {
  if (!textAt(at).includes('cpu_count')) return false
  const { text } = at.file
  const before = text.slice(text.lastIndexOf('\n', at.span.start - 1) + 1, at.span.start)
  const end = text.indexOf('\n', at.span.end)
  const after = text.slice(at.span.end, end < 0 ? text.length : end)
  return !/=[ \t]*$/.test(before) || !/^[ \t]*(#.*|["'\r].*)?$/.test(after)
}

function fitsStyle(scalar: YamlScalar, place: Location, text: string): boolean {
  if (scalar.style === 'plain' && !/^[\w./:,-][\w./:,%@-]*$/.test(text)) return false
  return place.span.start >= scalar.location.span.start && place.span.end <= scalar.location.span.end
}

/** Adds `--flag=value` behind the last word of the command. */
function insertFlag(request: SettingEditRequest): Edit | null {
  const flag = request.process.flags.get(request.setting)
  if (flag === undefined || !flag.startsWith('--')) return null
  const text = flagText(flag, request.value)
  const anchor = insertionAnchor(request)
  if (anchor === null) return null
  const item = itemCovering(request.container, anchor.place)
  if (item !== null && wordIsWholeItem(item, anchor.word)) return insertItem(item, text)
  return insertIntoScript(anchor.place, text, request)
}

interface Anchor {
  readonly word: ResolvedText
  readonly place: Location
}

/** The word to insert behind: the last one, or the sub-command when the last words are written elsewhere (a variable). */
function insertionAnchor(request: SettingEditRequest): Anchor | null {
  const { invocation, optionsFrom } = request.process
  const { argv } = invocation
  if (argv.some((word) => word.known && word.text.value === '--')) return null
  const [head] = argv
  const home = head === undefined ? null : wordPlace(head)
  if (home === null) return null
  for (const word of [argv.at(-1), argv[optionsFrom - 1]]) {
    const place = word === undefined ? null : wordPlace(word)
    if (word !== undefined && place !== null && isWrittenTogether(home, place, request)) return { word, place }
  }
  return null
}

/** Do two words stand in one list of a container, or in one script? */
function isWrittenTogether(home: Location, place: Location, request: SettingEditRequest): boolean {
  if (home.file !== place.file || place.span.start < home.span.start) return false
  const first = itemCovering(request.container, home)
  const second = itemCovering(request.container, place)
  if (first !== null && second !== null) return first.node === second.node || !isScript(first)
  return first === null && second === null && request.scalarAt(home) === request.scalarAt(place)
}

function isScript(item: ListItem): boolean {
  return /\s/.test(item.node.text.value)
}

function wordPlace(word: ResolvedText): Location | null {
  if (!word.known) return word.at ?? null
  return locateText(word.text) ?? null
}

interface ListItem {
  readonly node: YamlScalar
  readonly index: number
  readonly list: Extract<YamlNode, { kind: 'sequence' }>
}

function itemCovering(container: YamlMap, place: Location): ListItem | null {
  for (const field of ['args', 'command']) {
    const list = container.entries.get(field)?.value
    if (list?.kind !== 'sequence') continue
    for (const [index, node] of itemsAt(container, [field]).entries()) {
      const { file, span } = node.location
      const covers = file === place.file && span.start <= place.span.start && place.span.end <= span.end
      if (covers && node.kind === 'scalar') return { node, index, list }
    }
  }
  return null
}

function wordIsWholeItem(item: ListItem, word: ResolvedText): boolean {
  return word.known ? word.text.value === item.node.text.value : false
}

/** A new list item behind another, written as that one is. */
function insertItem(item: ListItem, text: string): Edit | null {
  const { node, list } = item
  if (node.isShared || list.isShared) return null
  const { file, span } = node.location
  const written = quoteLike(node, text)
  if (written === null) return null
  if (list.isFlow) {
    const lineStart = lineStartAt(file, lineIndexAt(file, span.start))
    const before = file.text.slice(lineStart, span.start)
    const separator = /^[ \t]*$/.test(before) ? `,${file.lineBreak}${before}` : ', '
    return { file, start: span.end, end: span.end, text: `${separator}${written}` }
  }
  const dash = file.text.lastIndexOf('-', span.start - 1)
  const column = lineColumnAt(file, dash).column - 1
  if (!/^-[ \t]+$/.test(file.text.slice(dash, span.start))) return null
  const newline = file.text.indexOf('\n', span.end)
  const end = newline < 0 ? file.text.length : file.text[newline - 1] === '\r' ? newline - 1 : newline
  return {
    file,
    start: end,
    end,
    text: `${file.lineBreak}${' '.repeat(column)}${file.text.slice(dash, span.start)}${written}`,
  }
}

function quoteLike(node: YamlScalar, text: string): string | null {
  switch (node.style) {
    case 'doubleQuoted':
      return JSON.stringify(text)
    case 'singleQuoted':
      return `'${text.replaceAll("'", "''")}'`
    case 'plain':
      return /^[\w-][\w./:=,-]*$/.test(text) ? text : JSON.stringify(text)
    case 'literal':
    case 'folded':
      return JSON.stringify(text)
  }
}

/** Behind the last word of a command in a script. */
function insertIntoScript(place: Location, text: string, request: SettingEditRequest): Edit | null {
  const scalar = request.scalarAt(place)
  if (scalar?.isShared) return null
  const { file, span } = place
  let at = span.end
  const limit = scalar === null ? file.text.length : scalar.location.span.end
  const quote = file.text[at]
  const isClosing = (quote === '"' || quote === "'") && file.text[span.start - 1] === quote
  const closesScalar =
    scalar !== null && at + 1 === limit && (scalar.style === 'doubleQuoted' || scalar.style === 'singleQuoted')
  if (isClosing && !closesScalar && at < limit) at++
  const next = file.text[at]
  const endsWord = next === undefined || at >= limit || /[\s;&|)<>"']/.test(next)
  return endsWord ? { file, start: at, end: at, text: ` ${text}` } : null
}
