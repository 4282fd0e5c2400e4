/** What stands behind a colon or a dash: a scalar, a flow collection, an alias, or nothing but what is nested. */
import {
  AMPERSAND,
  ASTERISK,
  CARRIAGE_RETURN,
  DASH_SIGN,
  DOUBLE_QUOTE,
  GREATER,
  HASH,
  isInBlockScalar,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  PIPE,
  PLUS,
  SINGLE_QUOTE,
  SPACE,
  TAB,
} from './characters.ts'
import type { Codes } from './codes.ts'
import { scanFlow } from './flow.ts'
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
export function scanValue(writer: RowWriter, row: number, codes: Codes, from: number, stop: number): number {
  const { values } = writer
  let at = from
  while (at < stop && codes[at] === SPACE) at++
  const code = at < stop ? codes[at] : LINE_FEED
  if (code === LINE_FEED || code === CARRIAGE_RETURN || (code === HASH && at > from)) {
    values[row + VALUE_START] = at
    values[row + VALUE_STOP] = at
    return finishLine(values, row, restStop(codes, from, stop))
  }
  values[row + VALUE_START] = at
  if (code === ASTERISK) return scanAlias(writer, row, codes, at, stop)
  if (code === AMPERSAND) return scanAnchored(writer, row, codes, at, stop)
  if (code === PIPE || code === GREATER) return scanBlock(values, row, codes, at, stop)
  if (code === OPEN_BRACE || code === OPEN_BRACKET) {
    const end = scanFlow(writer.flow, at, { codes, stop, column: values[row + COLUMN] ?? 0 })
    if (end < 0) return -1
    return finishValue(values, row, FLOW, end, restStop(codes, end, stop))
  }
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
    const end = quotedStop(codes, at, stop)
    if (end < 0) return -1
    return finishValue(
      values,
      row,
      code === DOUBLE_QUOTE ? DOUBLE_QUOTED : SINGLE_QUOTED,
      end,
      restStop(codes, end, stop),
    )
  }
  const end = plainStop(codes, at, stop)
  if (end < 0) return -1
  return finishValue(values, row, PLAIN, end, restStop(codes, end, stop))
}

/** `*name`; what it stands for is found when the document is complete. */
function scanAlias(writer: RowWriter, row: number, codes: Codes, at: number, stop: number): number {
  writer.hasNames = true
  const end = nameStop(codes, at + 1, stop)
  return end < 0 ? -1 : finishValue(writer.values, row, ALIAS, end, restStop(codes, end, stop))
}

/** `&name` with its value behind it or below. */
function scanAnchored(writer: RowWriter, row: number, codes: Codes, at: number, stop: number): number {
  writer.hasNames = true
  const { values } = writer
  const end = nameStop(codes, at + 1, stop)
  if (end < 0 || values[row + ANCHOR] !== 0 || !isBreakOrSpace(codes, end, stop)) return -1
  values[row + ANCHOR] = at + 1
  return scanValue(writer, row, codes, end, stop)
}

/** A literal or folded scalar: every line that is indented by more than the key or dash, or blank. */
function scanBlock(values: Int32Array, row: number, codes: Codes, at: number, stop: number): number {
  let header = at + 1
  const chomping = codes[header]
  if (chomping === DASH_SIGN || chomping === PLUS) header++
  const body = restStop(codes, header, stop)
  if (body < 0) return -1
  const least = (values[row + COLUMN] ?? 0) + 1
  let indent = -1
  let widestBlank = 0
  let line = body
  let end = body
  while (line < stop) {
    let first = line
    while (first < stop && codes[first] === SPACE) first++
    const isBlank = first >= stop || codes[first] === LINE_FEED || codes[first] === CARRIAGE_RETURN
    const width = first - line
    if (!isBlank && width < least) break
    if (!isBlank && indent < 0) {
      if (width < widestBlank || codes[first] === TAB) return -1
      indent = width
    }
    if (!isBlank && width < indent) return -1
    if (isBlank && indent < 0) widestBlank = Math.max(widestBlank, width)
    if (isBlank && indent >= 0 && width > indent) return -1
    line = first
    while (line < stop && codes[line] !== LINE_FEED) line++
    if (line < stop) line++
    if (!isBlank) end = line
    else if (first >= stop) break
  }
  if (indent < 0) return -1
  if (chomping === PLUS && codes[line - 1] !== LINE_FEED) return -1
  if (chomping === PLUS) end = line
  if (hasStrangeCharacter(codes, body, end)) return -1
  return finishValue(values, row, codes[at] === PIPE ? LITERAL : FOLDED, end, line)
}

/** Control characters, lone carriage returns and what needs a second look. */
function hasStrangeCharacter(codes: Codes, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = codes[at] ?? 0
    if (!isInBlockScalar(code) && (code !== CARRIAGE_RETURN || codes[at + 1] !== LINE_FEED)) return true
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
