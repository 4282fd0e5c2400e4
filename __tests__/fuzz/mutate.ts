/** Texts made from texts: what an attacker, a broken editor or a bad merge would leave. */
import type { Random } from './random.ts'

/** Pieces that parsers trip over. */
const PIECES = [
  '\0',
  '\ufeff',
  '\ud800',
  '\udfff',
  '\u2028',
  '\u0085',
  '\x1b[2J',
  '\r',
  '\r\n',
  '\t',
  '\n---\n',
  '\n...\n',
  '%YAML 1.2\n',
  '&a ',
  '*a',
  '&a [*a]',
  '<<: *a',
  '!!binary ',
  '!<tag:x> ',
  '? ',
  '- - - - ',
  '{{',
  '}}',
  '{{ .Values.x }}',
  '${',
  '$(',
  '`',
  '$((',
  '))',
  "'",
  '"',
  '\\',
  '"\\u0000"',
  '"\\x',
  '#',
  ' #',
  ': ',
  '|',
  '>-',
  '|9',
  '[',
  ']',
  '{',
  '}',
  ',',
  '[[[[[[[[',
  '{a: {a: {a: ',
  '__proto__: x\n',
  'constructor: {prototype: {}}\n',
  'toString: 1\n',
  '1e999',
  '-0',
  '0x',
  '.inf',
  '.nan',
  '99999999999999999999',
  '1e-999Mi',
  '9Ei',
  '${a}${a}',
  'workers: 99999999999',
  '--workers=',
  '-w',
  '-c python:x',
  '--config=/../../../etc/passwd',
  '--bind=unix:',
  'exec ',
  'while :; do :; done',
  'f() { f; f; }; f',
  'a=$a$a',
  ': ${x:=${x}}',
  '{1..999999999}',
  'eval "$a"',
  '. ./x',
  '<<EOF\n',
  'import os\n',
  'lambda: 0',
  '[0]*10**9',
  "'%s'*10**9",
  'def f(): return f()\n',
  '**',
  '~',
  '&&',
  '||',
  ';;',
  '|&',
  '::error::x',
  '<!-- workerlint',
  '```',
  '@everyone',
  '<script>',
  '\u202e',
  '../../..',
  '/dev/zero',
  'CON',
  'file:///etc/passwd',
]

/** One to eight changes of a text; `other` gives text to splice in. */
export function mutate(text: string, other: string, random: Random): string {
  let changed = text
  for (let rounds = 1 + random.below(random.pick([1, 2, 8])); rounds > 0; rounds--)
    changed = mutateOnce(changed, other, random)
  return changed.slice(0, 200_000)
}

function mutateOnce(text: string, other: string, random: Random): string {
  const at = random.below(text.length + 1)
  const length = random.below(random.pick([2, 10, 200]))
  const rest = text.slice(at + length)
  switch (random.below(11)) {
    case 0:
      return text.slice(0, at) + random.pick(PIECES) + text.slice(at)
    case 1:
      return text.slice(0, at) + rest
    case 2:
      return text.slice(0, at) + text.slice(at, at + length).repeat(1 + random.below(4)) + rest
    case 3:
      return text.slice(0, at) + String.fromCharCode(random.below(random.pick([128, 256, 65536]))) + text.slice(at + 1)
    case 4:
      return text.slice(0, at) + other.slice(random.below(other.length + 1)).slice(0, length * 4) + text.slice(at)
    case 5:
      return text.slice(0, at)
    case 6:
      return withLines(text, random, (lines, index) => lines.splice(index, 1))
    case 7:
      return withLines(text, random, (lines, index) => lines.splice(index, 0, ...lines.slice(index, index + 3)))
    case 8:
      return withLines(text, random, (lines, index) =>
        lines.splice(index, 1, `${' '.repeat(random.below(9))}${lines[index]?.trim() ?? ''}`),
      )
    case 9:
      return text.slice(0, at) + random.pick(PIECES).repeat(1 + random.below(random.pick([3, 60]))) + rest
    default:
      return withLines(text, random, (lines, index) =>
        lines.splice(index, 1, `${lines[index] ?? ''}${random.pick(PIECES)}`),
      )
  }
}

function withLines(text: string, random: Random, change: (lines: string[], index: number) => unknown): string {
  const lines = text.split('\n')
  change(lines, random.below(lines.length))
  return lines.join('\n')
}
