/** The values of scalars. Source of what plain scalars stand for: https://yaml.org/spec/1.2.2/#103-core-schema */

/** The value of a plain scalar in the core schema. */
export function plainScalarValue(text: string): string | number | boolean | null {
  if (!/^[-+.0-9~nNtTfF]/.test(text)) return text === '' ? null : text
  if (/^(?:~|[Nn]ull|NULL)$/.test(text)) return null
  if (/^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/.test(text)) return /^[Tt]/.test(text)
  if (/^[-+]?[0-9]+$/.test(text)) return Number(text)
  if (/^0o[0-7]+$/.test(text)) return Number.parseInt(text.slice(2), 8)
  if (/^0x[0-9a-fA-F]+$/.test(text)) return Number(text)
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text)) return Number(text)
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) return Number.NaN
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text))
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  return text
}

/** The characters between double quotes; escapes are those of JSON. */
export function doubleQuotedValue(written: string): string {
  if (!written.includes('\\')) return written
  const value: unknown = JSON.parse(`"${written}"`)
  return String(value)
}

/** The characters between single quotes. */
export function singleQuotedValue(written: string): string {
  return written.replaceAll("''", "'")
}

/** The value of a literal scalar from its header and lines. */
export function literalValue(written: string): string {
  const { lines, chomping } = blockLines(written)
  return chomp(lines.join('\n'), chomping)
}

/**
 * The value of a folded scalar: a line break becomes a space, several become one less, and those around lines that are
 * indented further stay. Source: https://yaml.org/spec/1.2.2/#813-folded-style
 */
export function foldedValue(written: string): string {
  const { lines, chomping } = blockLines(written)
  let value = ''
  let breaks = 0
  let isMoreBefore = true
  let isFirst = true
  for (const line of lines) {
    if (line === '') {
      breaks++
      continue
    }
    const isMore = line.startsWith(' ') || line.startsWith('\t')
    if (isFirst) value = '\n'.repeat(breaks) + line
    else if (isMore || isMoreBefore) value += '\n'.repeat(breaks + 1) + line
    else value += (breaks === 0 ? ' ' : '\n'.repeat(breaks)) + line
    isMoreBefore = isMore
    isFirst = false
    breaks = 0
  }
  return chomp(value + '\n'.repeat(breaks), chomping)
}

/** The lines without their indentation, and what the header says of the last line breaks. */
function blockLines(written: string): { readonly lines: readonly string[]; readonly chomping: string } {
  const [header = '', ...rest] = written.split(/\r?\n/)
  const indent = rest.find((line) => line.trim() !== '')?.search(/[^ ]/) ?? 0
  return { lines: rest.map((line) => line.slice(indent)), chomping: header[1] ?? '' }
}

/** `-` takes all line breaks at the end, `+` keeps them, otherwise there is one. */
function chomp(text: string, chomping: string): string {
  if (chomping === '+') return text
  const bare = text.replace(/\n+$/, '')
  return chomping === '-' ? bare : `${bare}\n`
}
