/** No script makes the interpreter fail, and none keeps it busy. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { loadShellGrammar, type ShellGrammar } from '../../src/shell/grammar.ts'
import { locateText } from '../../src/source/sourced-text.ts'
import { oracleEnvironment, oracleParameters, oracleScripts } from './oracle-scripts.ts'
import { interpret } from './shells.ts'

let grammar: ShellGrammar
beforeAll(async () => {
  grammar = await loadShellGrammar()
})

const dialects = fc.constantFrom('posix', 'dash', 'bash', 'busybox')
const setting = { environment: oracleEnvironment, parameters: oracleParameters }

/** Interprets, and checks what holds for every outcome. */
function follow(script: string, dialect: 'posix' | 'dash' | 'bash' | 'busybox'): void {
  const found = interpret(grammar, script, { ...setting, dialect })
  for (const { argv, at } of found.executions) {
    expect(argv.length).toBeGreaterThan(0)
    for (const word of argv) {
      const text = word.known ? word.text : word.prefix
      const end = text.segments.at(-1)?.end ?? 0
      if (end > text.value.length) throw new Error(`a segment ends behind its text in ${script}`)
      locateText(text)
    }
    if (at !== undefined && at.span.end < at.span.start) throw new Error(`a place ends before it starts in ${script}`)
  }
}

const word = fc.letrec<{ word: string; part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(
      'a',
      'b c',
      '$PORT',
      '"$LIST"',
      '$1',
      '"$@"',
      '$*',
      "'q'",
      '\\x',
      '~',
      '*',
      '{a,b}',
      '{1..3}',
      '=',
      '-w',
      '$?',
      '$$',
      '#',
      '$((1+2))',
      '$UNSET',
      '`nproc`',
    ),
    tie('word').map((one) => `"${one.replaceAll('"', '')}"`),
    tie('word').map((one) => `\${UNSET:-${one}}`),
    tie('word').map((one) => `\${PORT#${one}}`),
    tie('word').map((one) => `\${LIST/${one}/x}`),
    tie('word').map((one) => `$(echo ${one})`),
    tie('word').map((one) => `$((${one}))`),
    tie('word').map((one) => `\`echo ${one}\``),
  ),
  word: fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
})).word

const command = fc.letrec<{ command: string; simple: string }>((tie) => ({
  simple: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `prog ${words.join(' ')}`),
  command: fc.oneof(
    { maxDepth: 5 },
    tie('simple'),
    word.map((one) => `A=${one}`),
    word.map((one) => `export B=${one} C`),
    word.map((one) => `set -- ${one}`),
    word.map((one) => `eval ${one}`),
    fc.constantFrom(
      'shift',
      'exit',
      'return',
      'break',
      'continue',
      'set -e',
      'exec prog x',
      'cd ..',
      'wait',
      'local x=1',
      'unset A',
      'trap x TERM',
      'f',
      'read x',
      'a+=(1 $LIST)',
      'let i+=1',
      '((i++))',
      'prog "${a[@]}"',
    ),
    fc
      .tuple(tie('command'), fc.constantFrom('&&', '||', ';', '&', '|', '\n'), tie('command'))
      .map((parts) => parts.join(' ')),
    fc
      .tuple(word, tie('command'), tie('command'))
      .map(([one, yes, no]) => `if [ ${one} = a ]; then ${yes}\nelse ${no}\nfi`),
    fc.tuple(tie('command'), tie('command')).map(([condition, body]) => `while ${condition}\ndo ${body}\ndone`),
    fc.tuple(word, tie('command')).map(([one, body]) => `for i in ${one}\ndo ${body}\ndone`),
    fc
      .tuple(word, word, tie('command'))
      .map(([one, other, body]) => `case ${one} in ${other.replaceAll(/[\s()]/g, '')}x|y) ${body}\n;; *) prog\nesac`),
    tie('command').map((body) => `f() { ${body}\n}`),
    tie('command').map((body) => `(${body}\n)`),
    tie('command').map((body) => `{ ${body}\n}`),
    tie('command').map((body) => `! ${body}`),
    fc.tuple(tie('simple'), word).map(([one, text]) => `${one} <<E\n${text}\nE`),
    fc.tuple(word, word).map(([one, other]) => `[[ ${one} == ${other} || ! -n ${one} ]]`),
  ),
})).command

describe('any text', () => {
  test('scripts from a grammar', () => {
    fc.assert(
      fc.property(command, dialects, (script, dialect) => follow(script, dialect)),
      { numRuns: 1500 },
    )
  })

  test('scripts with characters taken out, put in and swapped', () => {
    const scripts = fc.constantFrom(...oracleScripts.map(({ script }) => script))
    const pieces = fc.constantFrom(
      '"',
      "'",
      '$',
      '(',
      ')',
      '{',
      '}',
      '`',
      '\\',
      '\n',
      ' ',
      ';',
      '&',
      '|',
      '<<',
      '<',
      '$((',
      '))',
      '[[',
      '#',
      '\0',
      '\r',
      'é',
      '😀',
      '!',
    )
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(3), pieces), { minLength: 1, maxLength: 4 })
    const mutated = fc.tuple(scripts, edits).map(([script, all]) =>
      all.reduce((text, [at, cut, piece]) => {
        const start = at % (text.length + 1)
        return text.slice(0, start) + piece + text.slice(start + cut)
      }, script),
    )
    fc.assert(
      fc.property(mutated, dialects, (script, dialect) => follow(script, dialect)),
      { numRuns: 3000 },
    )
  })

  test('any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), dialects, (script, dialect) =>
        follow(script, dialect),
      ),
      { numRuns: 1000 },
    )
  })
})

const corpus = new URL('../../../shared/corpus/entrypoints', import.meta.url).pathname
const suite = existsSync(corpus) ? describe : describe.skip

suite('start scripts of public projects (skipped where the collection is absent)', () => {
  const files = existsSync(corpus)
    ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.sh'))
    : []
  test.each(files)('%s', (file) => {
    const script = readFileSync(join(corpus, file), 'utf8')
    for (const parameters of [[], ['web'], ['worker'], ['celery', '-A', 'x', 'worker']]) {
      const found = interpret(grammar, script, { form: 'file', parameters, environment: {} })
      expect(found.incomplete).toBeNull()
      expect(found.problems.every(({ why }) => why !== '')).toBe(true)
    }
  })
})
