/** Numbers as Python's `int()` and `float()` read them. */

/** `int(text)`: surrounding white space, a sign and single underscores between digits are allowed; null when refused. */
export function parsePythonInt(text: string): number | null {
  const trimmed = stripPythonSpace(text)
  return /^[+-]?\d+(_\d+)*$/.test(trimmed) ? Number(trimmed.replaceAll('_', '')) : null
}

/** `int(text, 0)`: also `0x10`, `0o7`, `0b1`; a decimal with a leading zero is refused. */
export function parsePythonIntBase0(text: string): number | null {
  const trimmed = stripPythonSpace(text)
  const match = /^([+-]?)(0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|[1-9](?:_?\d)*|0(?:_?0)*)$/.exec(
    trimmed,
  )
  if (match?.[2] === undefined) return null
  const magnitude = Number(
    match[2]
      .replaceAll('_', '')
      .replace(/^0+(?=\d)/, '0')
      .replace(/^00+$/, '0'),
  )
  return match[1] === '-' ? -magnitude : magnitude
}

/** `float(text)`; null when refused. */
export function parsePythonFloat(text: string): number | null {
  const trimmed = stripPythonSpace(text)
  if (/^[+-]?(\d+(_\d+)*\.?(\d+(_\d+)*)?|\.\d+(_\d+)*)([eE][+-]?\d+(_\d+)*)?$/.test(trimmed)) {
    return Number(trimmed.replaceAll('_', ''))
  }
  if (/^[+-]?(inf|infinity)$/i.test(trimmed)) return trimmed.startsWith('-') ? -Infinity : Infinity
  return /^[+-]?nan$/i.test(trimmed) ? Number.NaN : null
}

function stripPythonSpace(text: string): string {
  return text.replace(/^[\s\x1c-\x1f]+|[\s\x1c-\x1f]+$/g, '')
}
