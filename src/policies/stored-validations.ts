/** Validations whose words stay JSON until one of them fails. */
import { InternalError } from '../source/errors.ts'
import type { CompiledValidation, ValidationWords } from './compile-policy.ts'
import type { CompiledExpression } from './expression.ts'
import { readExpression, type StoredExpression } from './stored-expression.ts'

/** What a validation says where it fails. */
export interface StoredWords {
  readonly rule: ValidationWords
  readonly message: StoredExpression | null
  readonly recommendation: StoredExpression | null
  readonly derivation: readonly { readonly term: StoredExpression; readonly value: StoredExpression }[]
  readonly alternatives: readonly { readonly field: string; readonly value: StoredExpression }[]
  readonly related: readonly { readonly target: string; readonly message: StoredExpression }[]
}

type Words = Omit<CompiledValidation, 'expression'>

/** Validations of a policy from their expressions and the JSON of their words. */
export function readValidations(
  expressions: readonly StoredExpression[],
  words: string,
): readonly CompiledValidation[] {
  const text = new WordsText(words)
  return expressions.map((expression, index) => new StoredValidation(readExpression(expression), text, index))
}

/** The words of all validations of a policy. */
class WordsText {
  readonly #text: string
  #words: readonly Words[] | null = null

  constructor(text: string) {
    this.#text = text
  }

  at(index: number): Words {
    this.#words ??= readWords(this.#text)
    const words = this.#words[index]
    if (words === undefined) throw new InternalError('a validation of the bundle says nothing')
    return words
  }
}

class StoredValidation implements CompiledValidation {
  readonly expression: CompiledExpression
  readonly #text: WordsText
  readonly #index: number

  constructor(expression: CompiledExpression, text: WordsText, index: number) {
    this.expression = expression
    this.#text = text
    this.#index = index
  }

  get rule() {
    return this.#words().rule
  }

  get message() {
    return this.#words().message
  }

  get recommendation() {
    return this.#words().recommendation
  }

  get derivation() {
    return this.#words().derivation
  }

  get alternatives() {
    return this.#words().alternatives
  }

  get related() {
    return this.#words().related
  }

  #words(): Words {
    return this.#text.at(this.#index)
  }
}

function readWords(text: string): readonly Words[] {
  const stored: readonly StoredWords[] = JSON.parse(text)
  return stored.map(({ rule, message, recommendation, derivation, alternatives, related }) => ({
    rule,
    message: message && readExpression(message),
    recommendation: recommendation && readExpression(recommendation),
    derivation: derivation.map(({ term, value }) => ({ term: readExpression(term), value: readExpression(value) })),
    alternatives: alternatives.map(({ field, value }) => ({ field, value: readExpression(value) })),
    related: related.map(({ target, message: text }) => ({ target, message: readExpression(text) })),
  }))
}
