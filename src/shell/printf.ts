/** The formats of the `printf` command. */
import { decodeEchoEscapes } from './ansi-escapes.ts'

/** What `printf` writes; null for a format that is not followed. */
export function formatPrintf(format: string, values: readonly string[]): string | null {
  let text = ''
  let next = 0
  do {
    const before = next
    let isWrong = false
    const round = format.replace(
      /%(?:%|([-+ 0#]*)(\*|\d{1,4})?(?:\.(\*|\d{0,4}))?([a-zA-Z]))|\\(?:0?[0-7]{1,3}|.)|[^%\\]+|[%\\]/gs,
      (whole: string, flags, width, precision, letter) => {
        if (whole === '%%') return '%'
        if (whole.startsWith('\\')) return whole === '\\"' ? '"' : decodeEchoEscapes(whole, 'any').text
        if (letter === undefined) return whole
        const star = (given: string | undefined): number | undefined =>
          given === '*' ? Number(values[next++] ?? 0) : given === undefined ? undefined : Number(given)
        const spec = {
          flags: String(flags ?? ''),
          width: star(width),
          precision: star(precision),
          letter: String(letter),
        }
        const converted = convert(spec, values[next++] ?? '')
        isWrong ||= converted === null
        return converted ?? ''
      },
    )
    if (isWrong || text.length > 100_000) return null
    text += round
    if (next === before) return text
  } while (next < values.length)
  return text
}

interface Conversion {
  readonly flags: string
  readonly width: number | undefined
  readonly precision: number | undefined
  readonly letter: string
}

function convert({ flags, width, precision, letter }: Conversion, value: string): string | null {
  const text = convertLetter(letter, value, precision)
  if (text === null) return null
  const isNumber = /[diouxXeEfFgG]/.test(letter)
  const signed =
    isNumber && !text.startsWith('-') && /[+ ]/.test(flags) ? (flags.includes('+') ? '+' : ' ') + text : text
  const size = Math.min(width ?? 0, 1000)
  if (flags.includes('-')) return signed.padEnd(size)
  if (!flags.includes('0') || !isNumber) return signed.padStart(size)
  const sign = /^[-+ ]/.exec(signed)?.[0] ?? ''
  return sign + signed.slice(sign.length).padStart(size - sign.length, '0')
}

function convertLetter(letter: string, value: string, precision: number | undefined): string | null {
  if (letter === 's') return precision === undefined ? value : value.slice(0, precision)
  if (letter === 'b') return decodeEchoEscapes(value, 'zero').text
  if (letter === 'c') return value.slice(0, 1)
  if (/[diouxX]/.test(letter)) {
    const found = /^\s*([-+]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)?$/.exec(value)
    if (found === null) return null
    const digits = found[2] ?? '0'
    const size = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits)
    const number = found[1] === '-' ? -size : size
    const base = letter === 'o' ? 8 : letter === 'x' || letter === 'X' ? 16 : 10
    if (number < 0n && base !== 10) return null
    const text = number.toString(base).padStart(precision ?? 0, '0')
    return letter === 'X' ? text.toUpperCase() : text
  }
  if (letter === 'f' && /^\s*[-+]?(?:\d+\.?\d*|\.\d+)?$/.test(value))
    return Number(value || 0).toFixed(Math.min(precision ?? 6, 50))
  return null
}
