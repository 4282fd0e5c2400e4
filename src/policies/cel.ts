/** CEL: the one file that knows the library. Source of the language: https://github.com/google/cel-spec */
import { type ASTNode, Environment, EvaluationError } from '@marcbachmann/cel-js'
import type { CompiledExpression } from './expression.ts'
import { isNode, treeOf } from './expression-tree.ts'
import { EXPRESSION_FUNCTIONS } from './functions.ts'
import { plainScope } from './lazy-record.ts'
import { UNKNOWN } from './tree-values.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Why an expression is refused; offsets count from its start. */
export interface ExpressionError {
  readonly message: string
  readonly start: number
  readonly end: number
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
    const deep = loopTooDeep(program.ast, 0)
    if (deep !== null) return deep
    return {
      type: String(checked.type),
      evaluate: (context) => evaluate(() => program(plainScope(context))),
      tree: () => treeOf(environment.parse(text).ast),
    }
  } catch (error) {
    return expressionError(error, text)
  }
}

/** A loop in a loop in a loop over lists of a manifest may take very long. */
const DEEPEST_LOOPS = 2
const LOOPS = ['all', 'exists', 'exists_one', 'filter', 'map']

/** The first loop that is nested too deeply. */
function loopTooDeep(node: ASTNode, depth: number): ExpressionError | null {
  const isLoop = node.op === 'rcall' && LOOPS.includes(node.args[0])
  if (isLoop && depth >= DEEPEST_LOOPS) {
    const message = `loops within loops go ${depth + 1} deep; at most ${DEEPEST_LOOPS} are taken`
    return { message, start: node.start, end: node.end }
  }
  for (const child of childrenOf(node.args)) {
    const found = loopTooDeep(child, depth + (isLoop ? 1 : 0))
    if (found !== null) return found
  }
  return null
}

function childrenOf(args: unknown): readonly ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(childrenOf)
  return isNode(args) ? [args] : []
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

/** An absent field is unknown; so is what has no value, such as a sum with null or a number read from a word. */
function evaluate(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    if (error instanceof EvaluationError) return UNKNOWN
    throw error
  }
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
  for (const { signatures, call } of EXPRESSION_FUNCTIONS.values()) {
    for (const signature of signatures)
      environment.registerFunction(signature, (...values: unknown[]) => call(...values))
  }
}
