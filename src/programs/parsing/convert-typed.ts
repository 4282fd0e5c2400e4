/** Texts to typed values with the refusals of argparse and click in their own words. */
import type { Conversion } from './convert.ts'
import { parsePythonFloat, parsePythonInt } from './python-numbers.ts'
import { pythonRepr } from './python-repr.ts'

/** Converts the text of an option of a table. */
export function convertTyped(
  option: { readonly flags: readonly string[]; readonly type: string },
  text: string,
  style: 'argparse' | 'click',
): Conversion {
  switch (option.type) {
    case 'int':
      return numberOr(parsePythonInt(text), option.flags, text, style, 'int', 'integer')
    case 'float':
      return numberOr(parsePythonFloat(text), option.flags, text, style, 'float', 'float')
    case 'boolean':
      return { kind: 'value', value: ['1', 'true', 't', 'yes', 'y', 'on'].includes(text.trim().toLowerCase()) }
    case 'list':
      return { kind: 'value', value: [text] }
    default:
      return { kind: 'value', value: text }
  }
}

function numberOr(
  value: number | null,
  flags: readonly string[],
  text: string,
  style: 'argparse' | 'click',
  type: string,
  noun: string,
): Conversion {
  if (value !== null) return { kind: 'value', value }
  if (style === 'argparse')
    return { kind: 'refused', message: `argument ${flags.join('/')}: invalid ${type} value: ${pythonRepr(text)}` }
  const names = flags.map((flag) => `'${flag}'`).join(' / ')
  return { kind: 'refused', message: `Invalid value for ${names}: ${pythonRepr(text)} is not a valid ${noun}.` }
}
