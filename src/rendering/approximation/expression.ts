/** Working out the pipelines of templates. */
import { callFunction } from './functions.ts'
import { fieldOf, UNKNOWN } from './known.ts'

/** What names stand for. */
export interface Scope {
  readonly dot: unknown
  readonly root: unknown
  readonly variables: Variables
  /** Counts a piece that is written; fails when there are too many. */
  spend(): void
  /** The text of a named template for a dot. */
  include(name: string, dot: unknown): unknown
}

/** Variables by name with their `$`; inner blocks see and change those of outer ones. */
export class Variables {
  readonly #own = new Map<string, unknown>()
  readonly #outer: Variables | null

  constructor(outer: Variables | null) {
    this.#outer = outer
  }

  declare(name: string, value: unknown): void {
    this.#own.set(name, value)
  }

  assign(name: string, value: unknown): void {
    if (this.#own.has(name) || this.#outer === null) this.#own.set(name, value)
    else this.#outer.assign(name, value)
  }

  get(name: string): unknown {
    if (this.#own.has(name)) return this.#own.get(name)
    return this.#outer === null ? UNKNOWN : this.#outer.get(name)
  }
}

const WORDS = /\s+|"(?:[^"\\\n]|\\.)*"|`[^`]*`|-?\d+(?:\.\d+)?\b|\$?\w*(?:\.\w+)+|\$\w*|\w+|[().|]/gy

/** Expressions that are longer are not written by people. */
const LONGEST_EXPRESSION = 1000

/** The value of a pipeline; {@link UNKNOWN} for whatever is not understood. */
export function evaluate(text: string, scope: Scope): unknown {
  if (text.length > LONGEST_EXPRESSION) return UNKNOWN
  const words: string[] = []
  WORDS.lastIndex = 0
  while (WORDS.lastIndex < text.length) {
    const [word] = WORDS.exec(text) ?? []
    if (word === undefined) return UNKNOWN
    if (word.trim() !== '') words.push(word)
    else if (words.length > 0) words.push(' ')
  }
  const reader = { words, at: 0 }
  const value = pipeline(reader, scope)
  return reader.at < words.length ? UNKNOWN : value
}

interface Reader {
  readonly words: readonly string[]
  at: number
}

function pipeline(reader: Reader, scope: Scope): unknown {
  let value = command(reader, scope, [])
  while (reader.words[reader.at] === '|') {
    reader.at++
    value = command(reader, scope, [value])
  }
  return value
}

/** A function with its arguments, or one operand. */
function command(reader: Reader, scope: Scope, piped: readonly unknown[]): unknown {
  skipSpace(reader)
  const [first = ''] = reader.words.slice(reader.at)
  const isCall = /^[A-Za-z_]\w*$/.test(first) && !/^(true|false|nil)$/.test(first)
  if (isCall) reader.at++
  const values: unknown[] = []
  for (skipSpace(reader); isOperand(reader); skipSpace(reader)) values.push(operand(reader, scope))
  if (isCall) return call(first, [...values, ...piped], scope)
  return values.length === 1 && piped.length === 0 ? values[0] : UNKNOWN
}

function isOperand({ words, at }: Reader): boolean {
  return at < words.length && words[at] !== '|' && words[at] !== ')'
}

function skipSpace(reader: Reader): void {
  while (reader.words[reader.at] === ' ') reader.at++
}

function call(name: string, values: readonly unknown[], scope: Scope): unknown {
  if (name !== 'include') return callFunction(name, values)
  const [template, dot] = values
  return typeof template === 'string' ? scope.include(template, dot) : UNKNOWN
}

function operand(reader: Reader, scope: Scope): unknown {
  const word = reader.words[reader.at++] ?? ''
  if (word === '(') {
    const value = pipeline(reader, scope)
    if (reader.words[reader.at++] !== ')') return UNKNOWN
    const next = reader.words[reader.at]
    if (next === undefined || !/^(\.\w+)+$/.test(next)) return value
    reader.at++
    return fields(value, next)
  }
  if (word.startsWith('"')) return /\\[^"\\nt]|[\x00-\x1f]/.test(word) ? UNKNOWN : JSON.parse(word)
  if (word.startsWith('`')) return word.slice(1, -1)
  if (/^-?\d/.test(word)) return Number(word)
  if (word === '.') return scope.dot
  if (word.startsWith('.')) return fields(scope.dot, word)
  if (word.startsWith('$')) {
    const [name = '', ...steps] = word.split('.')
    return fields(name === '$' ? scope.root : scope.variables.get(name), steps.map((step) => `.${step}`).join(''))
  }
  if (word === 'true' || word === 'false') return word === 'true'
  return word === 'nil' ? null : UNKNOWN
}

function fields(value: unknown, path: string): unknown {
  return path
    .split('.')
    .filter((step) => step !== '')
    .reduce((inner: unknown, step) => fieldOf(inner, step), value)
}
