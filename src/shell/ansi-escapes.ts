/** Backslash escapes of `$'…'`, `echo` and `printf`. */

const simple: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
}

const escapePattern =
  /\\(?:([abeEfnrtv\\])|(['"?])|x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([0-7]{1,3})|c(.))/g

/** Decodes `$'…'` as bash does (Bash manual, 3.1.2.4). */
export function decodeAnsiEscapes(text: string): string {
  return text.replace(escapePattern, (whole: string, letter, quote, hex2, hex4, hex8, octal, control) => {
    if (letter !== undefined) return simple[letter] ?? whole
    if (quote !== undefined) return quote
    if (control !== undefined) return String.fromCharCode(String(control).charCodeAt(0) & 0x1f)
    return fromCode(octal === undefined ? Number.parseInt(hex2 ?? hex4 ?? hex8, 16) : Number.parseInt(octal, 8), whole)
  })
}

/** Decodes what `echo -e`, dash's `echo` and `printf` formats decode; octal is `\0nnn`, and `\nnn` in formats. */
export function decodeEchoEscapes(text: string, octalForm: 'zero' | 'any'): { text: string; isStopped: boolean } {
  const stop = /^(?:[^\\]|\\[^c])*?\\c/s.exec(text)
  const source = stop === null ? text : stop[0].slice(0, -2)
  const decoded = source.replace(
    /\\(?:([abefnrtv\\])|(0[0-7]{0,3})|([1-7][0-7]{0,2}))/g,
    (whole: string, letter, zero, any) => {
      if (letter !== undefined) return simple[letter] ?? whole
      if (zero !== undefined) return fromCode(Number.parseInt(zero, 8), whole)
      return octalForm === 'any' ? fromCode(Number.parseInt(any, 8), whole) : whole
    },
  )
  return { text: decoded, isStopped: stop !== null }
}

function fromCode(code: number, whole: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}
