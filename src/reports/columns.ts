/** Text measured and broken by the columns it takes in a terminal. */

/** Takes two columns: https://www.unicode.org/reports/tr11/ (wide and fullwidth), and emoji that are shown as pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u
/** Takes none: marks that stand on the character before them. */
const COMBINING = /\p{Mn}|\p{Me}/u

/** Characters that take one column each. Most text has no others, and is told from the rest without tables of Unicode. */
const PLAIN = /^[ -~]*$/

/** How many columns a text takes. */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length
  let columns = 0
  for (const character of text) columns += widthOf(character)
  return columns
}

/** Breaks a text at spaces into lines of at most so many columns; a longer word has a line of its own. */
export function wrapWords(text: string, width: number): readonly string[] {
  return joinParts(text.split(' '), ' ', width)
}

/** Joins parts into lines of at most so many columns; a line that goes on starts with the separator, less its first space. */
export function joinParts(parts: readonly string[], separator: string, width: number): readonly string[] {
  const lines: string[] = []
  const between = columnsOf(separator)
  let current: string | null = null
  let columns = 0
  for (const part of parts) {
    const added = columnsOf(part)
    if (current === null) {
      current = part
      columns = added
    } else if (columns + between + added > width) {
      lines.push(current)
      const start = separator.trimStart()
      current = `${start}${part}`
      columns = columnsOf(start) + added
    } else {
      current = `${current}${separator}${part}`
      columns += between + added
    }
  }
  if (current !== null) lines.push(current)
  return lines
}

/** Where to start showing a line so that an offset is in sight and no room is wasted: 0 when all of it fits. In UTF-16 units. */
export function startOfView(line: string, offset: number, width: number): number {
  if (columnsUpTo(line, width) <= width) return 0
  const after = columnsUpTo(line.slice(offset), width)
  const ahead = takeLast(line.slice(0, offset), Math.max(Math.floor(width / 3), width - after - 1))
  return offset - ahead.length
}

/** A line from a start on, in so many columns, with `…` where it is cut. */
export function viewFrom(line: string, start: number, width: number): string {
  const ahead = start > 0 ? '…' : ''
  const rest = line.slice(start)
  const room = width - ahead.length
  return ahead + (columnsUpTo(rest, room) <= room ? rest : `${takeFirst(rest, room - 1)}…`)
}

/** How many columns a text takes, or more than `most` when it takes more: a line may be as long as its file. */
function columnsUpTo(text: string, most: number): number {
  const head = text.slice(0, most + 1)
  if (PLAIN.test(head)) return head.length
  let columns = 0
  for (const character of text) {
    columns += widthOf(character)
    if (columns > most) break
  }
  return columns
}

function takeFirst(text: string, width: number): string {
  // One more, because it may be a mark on the last.
  if (PLAIN.test(text.slice(0, width + 1))) return text.slice(0, Math.max(0, width))
  let taken = ''
  let columns = 0
  for (const character of text) {
    columns += widthOf(character)
    if (columns > width) break
    taken += character
  }
  return taken
}

function takeLast(text: string, width: number): string {
  let columns = 0
  let start = text.length
  for (let at = text.length; at > 0; ) {
    const before = at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff ? at - 2 : at - 1
    const own = widthOf(text.slice(before, at))
    columns += own
    if (columns > width) break
    at = before
    // A mark stays with the character that it stands on.
    if (own > 0) start = at
  }
  return text.slice(start)
}

function widthOf(character: string): number {
  if (COMBINING.test(character)) return 0
  return WIDE.test(character) ? 2 : 1
}
