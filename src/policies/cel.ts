/** CEL: the one file that knows the library. Source of the language: https://github.com/google/cel-spec */
import { Environment } from '@marcbachmann/cel-js'
import { formatBytes, formatMillicores } from '../units/format.ts'
import { parseQuantity } from '../units/quantity.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Why an expression is refused; offsets count from its start. */
export interface ExpressionError {
  readonly message: string
  readonly start: number
  readonly end: number
}

/** The result of an evaluation: a value, or that something in it is unknown. */
export type Evaluation = { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'unknown' }

/** An expression that can be evaluated. */
export interface CompiledExpression {
  readonly type: string
  evaluate(context: Readonly<Record<string, unknown>>): Evaluation
}

/** Compiles expressions over one vocabulary. */
export interface ExpressionCompiler {
  compile(text: string): CompiledExpression | ExpressionError
}

/** An expression beyond these sizes is refused when it is read. */
const LIMITS = { maxAstNodes: 2000, maxDepth: 60, maxListElements: 200, maxMapEntries: 100, maxCallArguments: 16 }

/** Makes a compiler. Missing values are unknown, so that an expression over them never decides anything. */
export function createCompiler(vocabulary: Vocabulary, variables: ReadonlyMap<string, string>): ExpressionCompiler {
  const environment = new Environment({
    homogeneousAggregateLiterals: false,
    enableOptionalTypes: true,
    limits: LIMITS,
  })
  registerNumbers(environment)
  registerFunctions(environment)
  for (const [name, type] of Object.entries(vocabulary)) {
    if (typeof type === 'string') environment.registerVariable(name, type)
    else environment.registerVariable({ name, schema: type })
  }
  for (const [name, type] of variables) environment.registerVariable(name, type)
  return { compile: (text) => compile(environment, text) }
}

function compile(environment: Environment, text: string): CompiledExpression | ExpressionError {
  const refused = refusedCall(text)
  if (refused !== null) return refused
  try {
    const checked = environment.check(text)
    if (!checked.valid) return expressionError(checked.error, text)
    const program = environment.parse(text)
    return { type: String(checked.type), evaluate: (context) => evaluate(() => program({ ...context })) }
  } catch (error) {
    return expressionError(error, text)
  }
}

/** `matches` takes a regular expression, and one of those can keep a run busy for ever. */
function refusedCall(text: string): ExpressionError | null {
  const code = text.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, (literal) => ' '.repeat(literal.length))
  const match = /\bmatches\s*\(/.exec(code)
  if (match === null) return null
  const message =
    'matches is not available, because a regular expression may never end; want looksLike with * for any characters'
  return { message, start: match.index, end: match.index + 'matches'.length }
}

/** An absent field is unknown; so is what follows from null where a number is needed. */
function evaluate(run: () => unknown): Evaluation {
  try {
    return { kind: 'value', value: run() }
  } catch (error) {
    if (isUnknown(error)) return { kind: 'unknown' }
    throw error
  }
}

function isUnknown(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  return (
    error.code === 'no_such_key' ||
    error.code === 'no_such_overload' ||
    error.code === 'no_matching_overload' ||
    error.code === 'index_out_of_range'
  )
}

function expressionError(error: unknown, text: string): ExpressionError {
  const record = error instanceof Error ? error : new Error(String(error))
  const range = 'range' in record && typeof record.range === 'object' && record.range !== null ? record.range : {}
  const start = 'start' in range && typeof range.start === 'number' ? range.start : 0
  const end = 'end' in range && typeof range.end === 'number' ? range.end : text.length
  return { message: record.message.split('\n')[0] ?? 'invalid expression', start, end }
}

/** CEL keeps whole numbers and fractions apart; here all numbers are fractions, and literals may be whole. */
function registerNumbers(environment: Environment): void {
  const operations = {
    '+': (a: unknown, b: unknown) => Number(a) + Number(b),
    '-': (a: unknown, b: unknown) => Number(a) - Number(b),
    '*': (a: unknown, b: unknown) => Number(a) * Number(b),
    '/': (a: unknown, b: unknown) => Number(a) / Number(b),
  }
  for (const [operator, operation] of Object.entries(operations)) {
    environment.registerOperator(`int ${operator} double: double`, operation)
    environment.registerOperator(`double ${operator} int: double`, operation)
  }
  environment.registerOperator('int == double: bool', (a: unknown, b: unknown) => Number(a) === Number(b))
  environment.registerOperator('double in list<int>: bool', (value: unknown, list: unknown) =>
    Array.isArray(list) ? list.some((item) => Number(item) === Number(value)) : false,
  )
}

function registerFunctions(environment: Environment): void {
  const numeric: Readonly<Record<string, (...numbers: number[]) => number>> = {
    'max(dyn, dyn): double': Math.max,
    'max(dyn, dyn, dyn): double': Math.max,
    'min(dyn, dyn): double': Math.min,
    'min(dyn, dyn, dyn): double': Math.min,
    'floor(dyn): double': Math.floor,
    'ceil(dyn): double': Math.ceil,
    'round(dyn): double': Math.round,
  }
  for (const [signature, handler] of Object.entries(numeric)) {
    environment.registerFunction(signature, (...values: unknown[]) => handler(...values.map(Number)))
  }
  environment.registerFunction('quantity(string): double', (text: unknown) => quantityValue(String(text)))
  environment.registerFunction('memoryText(dyn): string', (bytes: unknown) => formatBytes(Number(bytes)))
  environment.registerFunction('cpuText(dyn): string', (millicores: unknown) => formatMillicores(Number(millicores)))
  environment.registerFunction('numberText(dyn): string', (value: unknown) => numberText(value))
  environment.registerFunction('string.format(list): string', formatString)
  environment.registerFunction('string.replaceFirstSpace(string): string', (text: unknown, replacement: unknown) =>
    String(text).replace(/\s+/, () => String(replacement)),
  )
  environment.registerFunction('dyn.replaceFirst(string, string): string', (text: unknown, ...words: unknown[]) =>
    String(text).replace(String(words[0]), () => String(words[1])),
  )
  environment.registerFunction('string.looksLike(string): bool', (text: unknown, pattern: unknown) =>
    globMatches(String(text), String(pattern)),
  )
}

function quantityValue(text: string): number {
  const quantity = parseQuantity(text)
  return quantity === null ? Number.NaN : Number(quantity.nanos) / 1e9
}

/** `%s` and `%d` in order, `%%` for a percent sign; numbers lose a fraction of zero. */
function formatString(format: unknown, values: unknown): string {
  const list = Array.isArray(values) ? [...values] : []
  return String(format).replace(/%[sd%]/g, (mark) => (mark === '%%' ? '%' : numberText(list.shift())))
}

function numberText(value: unknown): string {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : String(Math.round(value * 100) / 100)
  return Array.isArray(value) ? value.map(numberText).join(', ') : String(value)
}

/** `*` stands for any characters; matching takes time in proportion to the lengths, whatever the pattern. */
function globMatches(text: string, pattern: string): boolean {
  let textAt = 0
  let patternAt = 0
  let star = -1
  let starText = 0
  while (textAt < text.length) {
    if (pattern[patternAt] === '*') {
      star = patternAt++
      starText = textAt
    } else if (pattern[patternAt] === text[textAt]) {
      patternAt++
      textAt++
    } else if (star >= 0) {
      patternAt = star + 1
      textAt = ++starText
    } else {
      return false
    }
  }
  while (pattern[patternAt] === '*') patternAt++
  return patternAt === pattern.length
}
