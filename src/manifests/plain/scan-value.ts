/** What stands behind a colon or a dash: a scalar, a flow collection, an alias, or nothing but what is nested. */
import {
  AMPERSAND,
  ASTERISK,
  CARRIAGE_RETURN,
  DOUBLE_QUOTE,
  GREATER,
  HASH,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  PIPE,
  SINGLE_QUOTE,
  SPACE,
} from './characters.ts'
import { readFlow } from './flow.ts'
import {
  ALIAS,
  ANCHOR,
  COLUMN,
  DOUBLE_QUOTED,
  FLOW,
  FOLDED,
  LINE_STOP,
  LITERAL,
  PLAIN,
  type RowWriter,
  SINGLE_QUOTED,
  STYLE,
  VALUE_START,
  VALUE_STOP,
} from './rows.ts'
import { isBreakOrSpace, nameStop, plainStop, quotedStop, restStop } from './scalars.ts'

/** Reads what stands behind a colon or a dash; gives the start of the next line, or -1. */
export function scanValue(writer: RowWriter, row: number, text: string, from: number, stop: number): number {
  const { values } = writer
  let at = from
  while (at < stop && text.charCodeAt(at) === SPACE) at++
  const code = at < stop ? text.charCodeAt(at) : LINE_FEED
  if (code === LINE_FEED || code === CARRIAGE_RETURN || (code === HASH && at > from)) {
    values[row + VALUE_START] = at
    values[row + VALUE_STOP] = at
    return finishLine(values, row, restStop(text, from, stop))
  }
  values[row + VALUE_START] = at
  if (code === ASTERISK) return scanAlias(writer, row, text, at, stop)
  if (code === AMPERSAND) return scanAnchored(writer, row, text, at, stop)
  if (code === PIPE || code === GREATER) return scanBlock(values, row, text, at, stop)
  if (code === OPEN_BRACE || code === OPEN_BRACKET) {
    const node = readFlow(text, at, stop, values[row + COLUMN] ?? 0)
    if (node === null) return -1
    return finishValue(values, row, FLOW, node.end, restStop(text, node.end, stop))
  }
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
    const end = quotedStop(text, at, stop)
    if (end < 0) return -1
    return finishValue(
      values,
      row,
      code === DOUBLE_QUOTE ? DOUBLE_QUOTED : SINGLE_QUOTED,
      end,
      restStop(text, end, stop),
    )
  }
  const end = plainStop(text, at, stop, 0)
  if (end < 0) return -1
  return finishValue(values, row, PLAIN, end, restStop(text, end, stop))
}

/** `*name`; what it stands for is found when the document is complete. */
function scanAlias(writer: RowWriter, row: number, text: string, at: number, stop: number): number {
  writer.hasNames = true
  const end = nameStop(text, at + 1, stop)
  return end < 0 ? -1 : finishValue(writer.values, row, ALIAS, end, restStop(text, end, stop))
}

/** `&name` with its value behind it or below. */
function scanAnchored(writer: RowWriter, row: number, text: string, at: number, stop: number): number {
  writer.hasNames = true
  const { values } = writer
  const end = nameStop(text, at + 1, stop)
  if (end < 0 || values[row + ANCHOR] !== 0 || !isBreakOrSpace(text, end, stop)) return -1
  values[row + ANCHOR] = at + 1
  return scanValue(writer, row, text, end, stop)
}

/** A literal or folded scalar: every line that is indented by more than the key or dash, or blank. */
function scanBlock(values: Int32Array, row: number, text: string, at: number, stop: number): number {
  let header = at + 1
  const chomping = text[header]
  if (chomping === '-' || chomping === '+') header++
  const body = restStop(text, header, stop)
  if (body < 0) return -1
  const least = (values[row + COLUMN] ?? 0) + 1
  let indent = -1
  let widestBlank = 0
  let line = body
  let end = body
  while (line < stop) {
    let first = line
    while (first < stop && text.charCodeAt(first) === SPACE) first++
    const isBlank = first >= stop || text.charCodeAt(first) === LINE_FEED || text.charCodeAt(first) === CARRIAGE_RETURN
    const width = first - line
    if (!isBlank && width < least) break
    if (!isBlank && indent < 0) {
      if (width < widestBlank || text.charCodeAt(first) === 9) return -1
      indent = width
    }
    if (!isBlank && width < indent) return -1
    if (isBlank && indent < 0) widestBlank = Math.max(widestBlank, width)
    if (isBlank && indent >= 0 && width > indent) return -1
    const next = text.indexOf('\n', first)
    line = next < 0 || next >= stop ? stop : next + 1
    if (!isBlank) end = line
    else if (first >= stop) break
  }
  if (indent < 0) return -1
  if (chomping === '+' && text.charCodeAt(line - 1) !== LINE_FEED) return -1
  if (chomping === '+') end = line
  if (hasStrangeCharacter(text, body, end)) return -1
  return finishValue(values, row, text.charCodeAt(at) === PIPE ? LITERAL : FOLDED, end, line)
}

/** Control characters, lone carriage returns and what needs a second look. */
function hasStrangeCharacter(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code >= 32 && code < 127) continue
    if (code === LINE_FEED || code === 9) continue
    if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) continue
    if (code >= 0xa0 && code <= 0xd7ff && code !== 0x2028 && code !== 0x2029) continue
    return true
  }
  return false
}

export function finishLine(values: Int32Array, row: number, end: number): number {
  values[row + LINE_STOP] = end
  return end
}

function finishValue(values: Int32Array, row: number, style: number, valueStop: number, end: number): number {
  values[row + STYLE] = style
  values[row + VALUE_STOP] = valueStop
  return finishLine(values, row, end)
}
