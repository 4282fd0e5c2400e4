/** Bash's `[[ … ]]`: words are not split, `==` takes a pattern and `=~` a regular expression. */
import { knownText, type ResolvedText } from '../source/resolved.ts'
import { sliceText } from '../source/sourced-text.ts'
import { evaluateArithmetic } from './arithmetic.ts'
import { expandPattern, expandText } from './expand.ts'
import { countWork, type Machine } from './machine.ts'
import { isMatch, mayMatch } from './patterns.ts'
import { matchRegularExpression } from './regular-expression.ts'
import type { State } from './state.ts'
import type { TestExpression, Word } from './syntax.ts'
import { testFile } from './test-files.ts'
import { readVariable, writeVariable } from './variables.ts'
import { both, compareNumbers, either, isEmpty, isEqual, negate, numberOperators, type Verdict } from './verdict.ts'

/** Evaluates an expression. */
export function evaluateExpression(machine: Machine, state: State, expression: TestExpression): Verdict {
  switch (expression.kind) {
    case 'not':
      return negate(evaluateExpression(machine, state, expression.operand))
    case 'and':
      return both(evaluateExpression(machine, state, expression.left), () =>
        evaluateExpression(machine, state, expression.right),
      )
    case 'or':
      return either(evaluateExpression(machine, state, expression.left), () =>
        evaluateExpression(machine, state, expression.right),
      )
    case 'unary':
      return unary(machine, state, expression.operator, expandText(machine, state, expression.operand))
    case 'binary':
      return binary(machine, state, expression)
  }
}

function unary(machine: Machine, state: State, operator: string, operand: ResolvedText): Verdict {
  if (operator === '-n') return negate(isEmpty(operand))
  if (operator === '-z') return isEmpty(operand)
  if (operator === '-v') {
    return operand.known ? readVariable(machine, state, operand.text.value.replace(/\[.*$/s, '')) !== undefined : null
  }
  if (operator === '-o' || operator === '-t' || operator === '-R') return null
  return testFile(machine, state, operator, operand)
}

function binary(machine: Machine, state: State, expression: Extract<TestExpression, { kind: 'binary' }>): Verdict {
  const { operator, right } = expression
  const left = expandText(machine, state, expression.left)
  if (operator === '=~') return matchesExpression(machine, state, left, right)
  if (operator === '==' || operator === '=') return matchesPattern(machine, state, left, right)
  if (operator === '!=') return negate(matchesPattern(machine, state, left, right))
  const other = expandText(machine, state, right)
  if (operator === '<' || operator === '>') {
    return left.known && other.known
      ? operator === '<'
        ? left.text.value < other.text.value
        : left.text.value > other.text.value
      : null
  }
  if (!numberOperators.has(operator)) return null
  const [a, b] = [evaluateArithmetic(machine, state, left), evaluateArithmetic(machine, state, other)]
  if (a.error !== null || b.error !== null) return 'wrong'
  return a.value === null || b.value === null ? null : compareNumbers(operator, a.value, b.value)
}

function matchesPattern(machine: Machine, state: State, left: ResolvedText, right: Word): boolean | null {
  const pattern = expandPattern(machine, state, right)
  if ('known' in pattern) return isEqual(left, pattern.known ? pattern : { ...pattern })
  if (!left.known) return mayMatch(pattern, left.prefix.value)
  countWork(machine, left.text.value.length * (pattern.length + 1), right.at)
  return isMatch(pattern, left.text.value)
}

function matchesExpression(machine: Machine, state: State, left: ResolvedText, right: Word): Verdict {
  const pieces: { text: string; isQuoted: boolean }[] = []
  for (const part of right.parts) {
    const text =
      part.kind === 'literal' ? knownText(part.text) : expandText(machine, state, { parts: [part], at: right.at })
    if (!text.known) return null
    pieces.push({
      text: text.text.value,
      isQuoted: part.kind === 'literal' || part.kind === 'parameter' ? part.isQuoted : false,
    })
  }
  if (!left.known) return null
  const groups = matchRegularExpression(pieces, left.text.value)
  if (groups === undefined) return null
  if (groups === null) return false
  const elements = groups.map((range, i): readonly [number, ResolvedText] => [
    i,
    knownText(sliceText(left.text, range[0], range[1])),
  ])
  writeVariable(machine, state, 'BASH_REMATCH', { kind: 'array', elements: new Map(elements) })
  return true
}
