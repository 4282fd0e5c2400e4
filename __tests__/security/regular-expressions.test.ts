/** No regular expression of the sources takes more than quadratic time, and those that do so are fed lines, names and words. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parseSync } from '@swc/core'
import { checkSync } from 'recheck'

const source = join(import.meta.dirname, '../../src')

interface Expression {
  readonly pattern: string
  readonly flags: string
}

/** Every literal of a file, found by a real parser. */
function expressionsOf(path: string): readonly Expression[] {
  const found: Expression[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('type' in node && node.type === 'RegExpLiteral' && 'pattern' in node && 'flags' in node)
      found.push({ pattern: String(node.pattern), flags: String(node.flags) })
    for (const value of Object.values(node)) visit(value)
  }
  visit(parseSync(readFileSync(path, 'utf8'), { syntax: 'typescript', target: 'es2022' }))
  return found
}

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
const expressions = files.flatMap((path) =>
  expressionsOf(path).map((expression) => ({ path: path.slice(source.length + 1), ...expression })),
)

describe('regular expressions', () => {
  test('are all found', () => {
    expect(expressions.length).toBeGreaterThan(150)
  })

  test('never take exponential time, or more than quadratic', () => {
    const worse = expressions.flatMap(({ path, pattern, flags }) => {
      const verdict = checkSync(pattern, flags.replace(/[gy]/g, ''), { timeout: 5000 })
      const complexity = 'complexity' in verdict ? (verdict.complexity?.summary ?? '') : ''
      return /exponential|[3-9](?:rd|th) degree/.test(complexity) ? [`${path} ${pattern} ${complexity}`] : []
    })
    expect(worse).toEqual([])
  }, 300_000)
})
