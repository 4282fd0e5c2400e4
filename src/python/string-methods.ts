/** Methods of `str`. */
import type { Call } from './calls.ts'
import { formatTemplate } from './format-method.ts'
import { iterate } from './iteration.ts'
import { allocate, countWork, placeOf } from './state.ts'
import { isCompound, known, PythonRaise, typeName, unite, type Value } from './values.ts'

/** The result of a method; undefined when it is not followed. */
export function callStringMethod(call: Call, text: string, name: string): Value | undefined {
  const { machine, state, node, given } = call
  const values = given.positional.flatMap((one) => (one.known ? [one.value] : []))
  const [first, second, third] = values
  const one = typeof first === 'string' ? first : undefined
  switch (name) {
    case 'lower':
    case 'casefold':
      return text.toLowerCase()
    case 'upper':
      return text.toUpperCase()
    case 'title':
      return text.replace(/[\p{L}]+/gu, (word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())
    case 'capitalize':
      return text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase()
    case 'swapcase':
      return [...text].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join('')
    case 'strip':
    case 'lstrip':
    case 'rstrip':
      return first !== undefined && first !== null && one === undefined ? undefined : strip(text, one, name)
    case 'split':
    case 'rsplit': {
      const limit = typeof second === 'bigint' ? Number(second) : numberKeyword(call, 'maxsplit')
      if (first !== undefined && first !== null && one === undefined)
        throw new PythonRaise('TypeError', `must be str or None, not ${typeName(first)}`, placeOf(machine, node))
      if (one === '') throw new PythonRaise('ValueError', 'empty separator', placeOf(machine, node))
      const pieces =
        one === undefined
          ? splitBlanks(text, limit, name === 'rsplit')
          : splitAt(text, one, { limit, fromEnd: name === 'rsplit' })
      return allocate(machine, state, { kind: 'list', items: pieces.map((piece) => known(piece)) })
    }
    case 'splitlines': {
      const lines = text.split(/\r\n|\r|\n/)
      if (lines.at(-1) === '') lines.pop()
      return allocate(machine, state, { kind: 'list', items: lines.map((piece) => known(piece)) })
    }
    case 'partition':
    case 'rpartition': {
      if (one === undefined || one === '') return undefined
      const at = name === 'partition' ? text.indexOf(one) : text.lastIndexOf(one)
      const parts =
        at < 0
          ? name === 'partition'
            ? [text, '', '']
            : ['', '', text]
          : [text.slice(0, at), one, text.slice(at + one.length)]
      return { kind: 'tuple', items: parts.map((part) => known(part)) }
    }
    case 'join':
      return join(call, text)
    case 'replace': {
      if (one === undefined || typeof second !== 'string') return undefined
      countWork(machine, text.length * (second.length + 1))
      if (typeof third !== 'bigint' || third < 0n) return text.replaceAll(one, () => second)
      return splitAt(text, one, { limit: Number(third), fromEnd: false }).join(second)
    }
    case 'startswith':
    case 'endswith':
      return affix(first, (part) => (name === 'startswith' ? text.startsWith(part) : text.endsWith(part)))
    case 'removeprefix':
      return one === undefined ? undefined : one !== '' && text.startsWith(one) ? text.slice(one.length) : text
    case 'removesuffix':
      return one === undefined ? undefined : one !== '' && text.endsWith(one) ? text.slice(0, -one.length) : text
    case 'find':
    case 'rfind':
      return one === undefined || values.length > 1
        ? undefined
        : BigInt(name === 'find' ? text.indexOf(one) : text.lastIndexOf(one))
    case 'index':
      if (one === undefined || values.length > 1) return undefined
      if (!text.includes(one)) throw new PythonRaise('ValueError', 'substring not found', placeOf(machine, node))
      return BigInt(text.indexOf(one))
    case 'count':
      return one === undefined || one === '' || values.length > 1 ? undefined : BigInt(text.split(one).length - 1)
    case 'isdigit':
    case 'isdecimal':
    case 'isnumeric':
      return /^[\x00-\x7f]*$/.test(text) ? /^\d+$/.test(text) : undefined
    case 'isalpha':
      return /^\p{L}+$/u.test(text)
    case 'isalnum':
      return /^[\p{L}\p{Nd}]+$/u.test(text)
    case 'isspace':
      return /^\s+$/.test(text)
    case 'isupper':
      return text !== text.toLowerCase() && text === text.toUpperCase()
    case 'islower':
      return text !== text.toUpperCase() && text === text.toLowerCase()
    case 'isidentifier':
      return /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(text)
    case 'zfill':
      return typeof first === 'bigint' && first < 10_000n
        ? text.replace(
            /^([-+]?)(.*)$/s,
            (_whole, sign: string, rest: string) => sign + rest.padStart(Number(first) - sign.length, '0'),
          )
        : undefined
    case 'ljust':
    case 'rjust':
      if (typeof first !== 'bigint' || first > 10_000n) return undefined
      return name === 'ljust'
        ? text.padEnd(Number(first), typeof second === 'string' ? second : ' ')
        : text.padStart(Number(first), typeof second === 'string' ? second : ' ')
    case 'encode':
      return { kind: 'bytes', value: text }
    case 'format':
      return formatTemplate(call, text)
    default:
      return undefined
  }
}

function numberKeyword({ given }: Call, name: string): number {
  const value = given.keywords.get(name)
  return value?.known === true && typeof value.value === 'bigint' ? Number(value.value) : -1
}

function strip(text: string, characters: string | undefined, name: string): string {
  const isStripped = (one: string | undefined): boolean =>
    one !== undefined && (characters === undefined ? /\s/.test(one) : characters.includes(one))
  let start = 0
  let end = text.length
  if (name !== 'rstrip') while (start < end && isStripped(text[start])) start++
  if (name !== 'lstrip') while (end > start && isStripped(text[end - 1])) end--
  return text.slice(start, end)
}

function splitBlanks(text: string, limit: number, fromEnd: boolean): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== '')
  if (limit < 0 || words.length <= limit + 1) return words
  if (fromEnd) {
    const found = new RegExp(
      `^\\s*(.*?)\\s+${words
        .slice(-limit)
        .map(() => '\\S+')
        .join('\\s+')}\\s*$`,
      's',
    ).exec(text)
    return [found?.[1] ?? text.trim(), ...words.slice(-limit)]
  }
  const rest = text.trimStart().split(/(\s+)/)
  return [
    ...words.slice(0, limit),
    rest
      .slice(limit * 2)
      .join('')
      .trimEnd(),
  ]
}

function splitAt(
  text: string,
  separator: string,
  { limit, fromEnd }: { limit: number; fromEnd: boolean },
): readonly string[] {
  const pieces = text.split(separator)
  if (limit < 0 || pieces.length <= limit + 1) return pieces
  if (fromEnd) return limit === 0 ? [text] : [pieces.slice(0, -limit).join(separator), ...pieces.slice(-limit)]
  return [...pieces.slice(0, limit), pieces.slice(limit).join(separator)]
}

function affix(value: Value | undefined, test: (part: string) => boolean): boolean | undefined {
  if (typeof value === 'string') return test(value)
  if (value === undefined || !isCompound(value) || value.kind !== 'tuple') return undefined
  const verdicts = value.items.map((item) =>
    item.known && typeof item.value === 'string' ? test(item.value) : undefined,
  )
  return verdicts.includes(true) ? true : verdicts.includes(undefined) ? undefined : false
}

function join({ machine, state, node, given }: Call, separator: string): Value | undefined {
  const [first] = given.positional
  const items = first === undefined ? null : iterate(machine, state, first)
  if (items === null || unite(items) !== null) return undefined
  const texts: string[] = []
  for (const [i, item] of items.entries()) {
    if (!item.known) return undefined
    if (typeof item.value !== 'string')
      throw new PythonRaise(
        'TypeError',
        `sequence item ${i}: expected str instance, ${typeName(item.value)} found`,
        placeOf(machine, node),
      )
    texts.push(item.value)
  }
  countWork(
    machine,
    texts.reduce((sum, text) => sum + text.length + separator.length, 0),
  )
  return texts.join(separator)
}
