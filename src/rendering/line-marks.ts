/** Marks that survive a template engine: which line of which template wrote a line of the output. */

/** A typed line; `line` counts from 0. */
export interface TypedLine {
  readonly file: string
  readonly line: number
}

/** The marks that were given out. */
export interface MarkTable {
  /** A mark for a line, to stand at its end: for YAML it is a comment. */
  markFor(typed: TypedLine): string
  lineOf(mark: number): TypedLine | undefined
}

/** Characters of marks: printable, so that no quoting touches them, and in no manifest. */
const OPEN = ' #\u27e6'
const CLOSE = '\u27e7'
const DIGITS = ['\u16a0', '\u16a2', '\u16a6', '\u16a8']

/** Does a text hold what looks like a mark? */
export function holdsMarks(text: string): boolean {
  return text.includes('\u27e6') || text.includes(CLOSE)
}

/** An empty table. */
export function createMarkTable(): MarkTable {
  const lines: TypedLine[] = []
  return {
    markFor(typed) {
      lines.push(typed)
      return `${OPEN}${encode(lines.length - 1)}${CLOSE}`
    },
    lineOf: (mark) => lines[mark],
  }
}

/** A text without marks, and for every line (from 0) the marks that stood in it, innermost first. */
export interface StrippedText {
  readonly text: string
  readonly marks: readonly (readonly number[])[]
}

/** Takes the marks out of a rendered text. */
export function stripMarks(text: string): StrippedText {
  const marks: (readonly number[])[] = []
  const stripped = text.split('\n').map((line) => {
    const own: number[] = []
    const rest = line.replace(MARK, (_whole, digits: string) => {
      own.push(decode(digits))
      return ''
    })
    marks.push(own)
    return rest
  })
  return { text: stripped.join('\n'), marks }
}

/** A pipeline of sprig's `replace` that takes marks out of what is piped through it, so that hashes stay the same. */
export const UNMARKING_PIPELINE = [OPEN, CLOSE, ...DIGITS].map((text) => `replace "${text}" ""`).join(' | ')

const MARK = new RegExp(`${OPEN}([${DIGITS.join('')}]+)${CLOSE}`, 'g')

function encode(mark: number): string {
  return [...mark.toString(DIGITS.length)].map((digit) => DIGITS[Number(digit)] ?? '').join('')
}

function decode(digits: string): number {
  return Number.parseInt([...digits].map((digit) => String(DIGITS.indexOf(digit))).join(''), DIGITS.length)
}
