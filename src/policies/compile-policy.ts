/** A policy with its expressions compiled and type-checked, once. */
import type { Program } from '../programs/program.ts'
import { locateSlice, locateText, unsourcedText } from '../source/sourced-text.ts'
import { createCompiler, type ExpressionCompiler, type ExpressionError } from './cel.ts'
import type { CompiledExpression } from './expression.ts'
import { didYouMean, type Mistake, mistakeAt } from './mistakes.ts'
import type { Expression, Parameter, Policy, RecommendationRule, Validation, WrittenPolicy } from './policy.ts'
import { scopeVocabulary, settingsVocabulary, type Vocabulary } from './vocabulary.ts'

/** What is asked of a validation's own words once it is compiled. */
export type ValidationWords = Pick<Validation, 'target' | 'message'> & {
  readonly recommendation: Pick<RecommendationRule, 'target' | 'value'> | null
}

/** A compiled validation. */
export interface CompiledValidation {
  readonly rule: ValidationWords
  readonly expression: CompiledExpression
  readonly message: CompiledExpression | null
  readonly recommendation: CompiledExpression | null
  readonly derivation: readonly { readonly term: CompiledExpression; readonly value: CompiledExpression }[]
  readonly alternatives: readonly { readonly field: string; readonly value: CompiledExpression }[]
  readonly related: readonly { readonly target: string; readonly message: CompiledExpression }[]
}

/** A compiled policy. */
export interface CompiledPolicy<P extends Policy = Policy> {
  readonly policy: P
  readonly each: CompiledExpression | null
  readonly variables: readonly { readonly name: string; readonly expression: CompiledExpression }[]
  readonly matchConditions: readonly CompiledExpression[]
  readonly validations: readonly CompiledValidation[]
}

/** Compiles a policy; null when an expression or a program name is wrong, with all mistakes pushed. */
export function compilePolicy<P extends WrittenPolicy>(
  policy: P,
  programs: readonly Program[],
  mistakes: Mistake[],
): CompiledPolicy<P> | null {
  const before = mistakes.length
  checkPrograms(policy, programs, mistakes)
  const vocabulary = policyVocabulary(policy, programs)
  const types = new Map<string, string>(parameterTypes(policy.params))
  const compiling: Compiling = { mistakes, vocabulary, types }
  const first = compilerFor(compiling, policy, [])
  const each = policy.each === null ? null : compileExpression(policy.each, first, compiling, null)
  const variables: { name: string; expression: CompiledExpression }[] = []
  const declared: DeclaredVariable[] = []
  for (const { name, expression } of policy.variables) {
    const compiled = compileExpression(expression, compilerFor(compiling, policy, declared), compiling, null)
    if (compiled !== null) variables.push({ name, expression: compiled })
    // A variable with a mistake is still a variable: what uses it is not wrong for that.
    declared.push({ name, type: compiled?.type ?? 'dyn' })
  }
  const compiler = compilerFor(compiling, policy, declared)
  const compile = (expression: Expression, type: string | null) =>
    compileExpression(expression, compiler, compiling, type)
  const matchConditions = policy.matchConditions.flatMap(({ expression }) => compile(expression, 'bool') ?? [])
  const validations = policy.validations.flatMap((rule) => compileValidation(rule, compile) ?? [])
  return mistakes.length > before ? null : { policy, each, variables, matchConditions, validations }
}

interface DeclaredVariable {
  readonly name: string
  readonly type: string
}

interface Compiling {
  readonly mistakes: Mistake[]
  readonly vocabulary: Vocabulary
  readonly types: ReadonlyMap<string, string>
}

type Compile = (expression: Expression, type: string | null) => CompiledExpression | null

function compileValidation(rule: Validation, compile: Compile): CompiledValidation | null {
  const expression = compile(rule.expression, 'bool')
  const message = rule.messageExpression === null ? null : compile(rule.messageExpression, 'string')
  const recommendation = rule.recommendation === null ? null : compile(rule.recommendation.value, null)
  const derivation = (rule.recommendation?.derivation ?? []).flatMap((step) => {
    const term = compile(step.term, 'string')
    const value = compile(step.value, null)
    return term === null || value === null ? [] : [{ term, value }]
  })
  const alternatives = rule.alternatives.flatMap(({ field, value }) => {
    const compiled = compile(value, null)
    return compiled === null ? [] : [{ field, value: compiled }]
  })
  const related = rule.related.flatMap(({ target, message: text }) => {
    const compiled = compile(text, 'string')
    return compiled === null ? [] : [{ target, message: compiled }]
  })
  return expression === null ? null : { rule, expression, message, recommendation, derivation, alternatives, related }
}

function checkPrograms(policy: Policy, programs: readonly Program[], mistakes: Mistake[]): void {
  const names = programs.map((program) => program.name)
  for (const [index, name] of policy.programs.entries()) {
    const place = policy.programPlaces?.[index]
    if (names.includes(name) || place === undefined) continue
    mistakes.push(mistakeAt(place, `unknown program "${name}" in ${policy.id}.${didYouMean(name, names)}`))
  }
}

function policyVocabulary(policy: Policy, programs: readonly Program[]): Vocabulary {
  const scope = scopeVocabulary(policy.scope)
  if (policy.scope !== 'process') return scope
  const named = programs.filter((program) => policy.programs.includes(program.name))
  const chosen = named.length < policy.programs.length || named.length === 0 ? programs : named
  return { ...scope, settings: settingsVocabulary(chosen) }
}

function parameterTypes(params: ReadonlyMap<string, Parameter>): ReadonlyMap<string, string> {
  return new Map([...params].map(([name, value]) => [name, Array.isArray(value) ? 'list' : typeof value]))
}

/** The compiler knows the scope's words, the parameters and the variables defined so far. */
function compilerFor(
  compiling: Compiling,
  policy: WrittenPolicy,
  variables: readonly DeclaredVariable[],
): ExpressionCompiler {
  const params: Record<string, 'dyn' | 'double' | 'string' | 'bool'> = {}
  for (const [name, type] of compiling.types) {
    params[name] = type === 'number' ? 'double' : type === 'string' ? 'string' : type === 'boolean' ? 'bool' : 'dyn'
  }
  const own: Record<string, 'dyn' | 'double' | 'string' | 'bool'> = {}
  for (const { name, type } of variables) own[name] = simpleType(type)
  const vocabulary: Vocabulary = {
    ...compiling.vocabulary,
    ...(Object.keys(params).length === 0 ? {} : { params }),
    ...(Object.keys(own).length === 0 ? {} : { variables: own }),
  }
  const extra = new Map<string, string>(policy.scope === 'process' ? [['origins', 'map<string, string>']] : [])
  if (policy.each !== null) extra.set('each', 'map<string, dyn>')
  return createCompiler(vocabulary, extra)
}

function simpleType(type: string): 'dyn' | 'double' | 'string' | 'bool' {
  if (type === 'int' || type === 'double') return 'double'
  return type === 'string' || type === 'bool' ? type : 'dyn'
}

function compileExpression(
  expression: Expression,
  compiler: ExpressionCompiler,
  compiling: Compiling,
  type: string | null,
): CompiledExpression | null {
  const compiled = compiler.compile(expression.text)
  if ('message' in compiled) {
    compiling.mistakes.push(expressionMistake(expression, compiled, compiling.vocabulary))
    return null
  }
  if (type !== null && compiled.type !== type && compiled.type !== 'dyn') {
    const message = `the expression gives ${compiled.type}; expected ${type}`
    compiling.mistakes.push(expressionMistake(expression, { message, start: 0, end: expression.text.length }, {}))
    return null
  }
  return compiled
}

function expressionMistake(expression: Expression, error: ExpressionError, vocabulary: Vocabulary): Mistake {
  const source = expression.source ?? unsourcedText(expression.text)
  const place = locateSlice(source, error.start, Math.max(error.end, error.start + 1)) ?? locateText(source)
  const message = `${error.message}${hintFor(error, expression.text, vocabulary)}`
  if (place === undefined) return { file: '', line: 1, column: 1, message }
  return mistakeAt(place, message)
}

/** The unknown name is quoted in the message, or it is the last word of the place. */
function hintFor(error: ExpressionError, text: string, vocabulary: Vocabulary): string {
  if (!/no such key|unknown variable|no such field/i.test(error.message)) return ''
  const quoted = /(?:key|variable|field):?\s+["']?(\w+)/i.exec(error.message)?.[1]
  const word = quoted ?? text.slice(error.start, error.end).split('.').at(-1) ?? ''
  const hint = didYouMean(word, namesNear(text, error, vocabulary))
  return hint === '' ? '' : `.${hint}`
}

/** The names that may stand there: the fields of the object in front of the dot, else all. */
function namesNear(text: string, error: ExpressionError, vocabulary: Vocabulary): readonly string[] {
  const owner = /(\w+)\.\w*$/.exec(text.slice(0, error.end))?.[1]
  const fields = owner === undefined ? undefined : vocabulary[owner]
  return fields === undefined || typeof fields === 'string' ? allNames(vocabulary) : Object.keys(fields)
}

function allNames(vocabulary: Vocabulary): readonly string[] {
  return Object.entries(vocabulary).flatMap(([name, type]) =>
    typeof type === 'string' ? [name] : [name, ...allNames(type)],
  )
}
