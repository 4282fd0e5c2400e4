/** `tr` on a known text. */
import type { ResolvedText } from '../source/resolved.ts'
import { decodeEchoEscapes } from './ansi-escapes.ts'
import { mapText } from './changed-text.ts'

/** What `tr` makes of its input; null for what is not followed. */
export function translate(words: readonly string[], input: ResolvedText): ResolvedText | null {
  const options = words.filter((word) => /^-[a-zA-Z]+$/.test(word)).join('')
  const sets = words.filter((word) => !/^-[a-zA-Z]+$/.test(word)).map(expandSet)
  const [from, to] = sets
  if (from === undefined || from === null || /[^-ds]/.test(options)) return null
  if (options.includes('d'))
    return to === undefined ? mapText(input, (text) => [...text].filter((one) => !from.includes(one)).join('')) : null
  if (options.includes('s') && to === undefined) return mapText(input, (text) => squeeze(text, from))
  if (to === undefined || to === null || to.length === 0) return null
  const replaced = mapText(input, (text) =>
    [...text]
      .map((one) => {
        const at = from.lastIndexOf(one)
        return at < 0 ? one : (to[at] ?? to.at(-1) ?? one)
      })
      .join(''),
  )
  return options.includes('s') ? mapText(replaced, (text) => squeeze(text, to)) : replaced
}

function squeeze(text: string, set: readonly string[]): string {
  return [...text].filter((one, i, all) => one !== all[i - 1] || !set.includes(one)).join('')
}

const classes: Readonly<Record<string, readonly [number, number][]>> = {
  upper: [[65, 90]],
  lower: [[97, 122]],
  digit: [[48, 57]],
  alpha: [
    [65, 90],
    [97, 122],
  ],
  alnum: [
    [48, 57],
    [65, 90],
    [97, 122],
  ],
  space: [
    [9, 13],
    [32, 32],
  ],
  blank: [
    [9, 9],
    [32, 32],
  ],
}

function expandSet(text: string): readonly string[] | null {
  const decoded = decodeEchoEscapes(text, 'any').text
  const characters: string[] = []
  for (let i = 0; i < decoded.length; i++) {
    const named = /^\[:(\w+):\]/.exec(decoded.slice(i, i + 12))
    const ranges = named?.[1] === undefined ? undefined : classes[named[1]]
    if (named !== null && ranges === undefined) return null
    const next = decoded[i + 2]
    if (named !== null && ranges !== undefined) {
      for (const [from, to] of ranges) addRange(characters, from, to)
      i += named[0].length - 1
    } else if (decoded[i + 1] === '-' && next !== undefined) {
      addRange(characters, decoded.charCodeAt(i), next.charCodeAt(0))
      i += 2
    } else characters.push(decoded[i] ?? '')
  }
  return characters
}

function addRange(characters: string[], from: number, to: number): void {
  for (let code = from; code <= Math.min(to, from + 300); code++) characters.push(String.fromCharCode(code))
}
