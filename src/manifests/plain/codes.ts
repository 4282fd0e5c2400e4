/** The characters of a text as numbers, which are read much faster one by one than those of a string. */

/** UTF-16 units. */
export type Codes = Uint16Array

/** Memory for the characters of one text after the other. */
export interface CodeMemory {
  buffer: Buffer
  codes: Codes
}

const FIRST_UNITS = 2 ** 13
/** Does this machine keep the greater byte of a number first, unlike the text? */
const IS_BIG_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0
/** What is read may look two characters ahead. */
const BEHIND = 2

/** Makes memory for short texts; it grows with them. */
export function createCodeMemory(): CodeMemory {
  return memoryFor(FIRST_UNITS)
}

function memoryFor(units: number): CodeMemory {
  const buffer = Buffer.allocUnsafeSlow(units * 2)
  return { buffer, codes: new Uint16Array(buffer.buffer, 0, units) }
}

/** The characters of a short text, in memory of their own. */
export function ownCodesOf(text: string): Codes {
  return codesOf(text, memoryFor(text.length + BEHIND))
}

/** The characters of a text with two zeros behind them, until the memory is used for the next. */
export function codesOf(text: string, memory: CodeMemory): Codes {
  const units = text.length + BEHIND
  if (units > memory.codes.length) Object.assign(memory, memoryFor(Math.max(units, memory.codes.length * 2)))
  memory.buffer.write(text, 'utf16le')
  if (IS_BIG_ENDIAN) memory.buffer.subarray(0, text.length * 2).swap16()
  return memory.codes.fill(0, text.length, text.length + BEHIND)
}
