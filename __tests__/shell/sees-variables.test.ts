/** Scripts that are said not to see variables are followed as if they did. */
import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { loadShellGrammar, type ShellGrammar } from '../../src/shell/grammar.ts'
import { seesVariables } from '../../src/shell/sees-variables.ts'
import { interpret } from './shells.ts'

let grammar: ShellGrammar
beforeAll(async () => {
  grammar = await loadShellGrammar()
})

const environment = {
  HOME: '/elsewhere',
  IFS: 'e',
  CDPATH: '/srv',
  PATH: '/nowhere',
  PWD: '/old',
  OLDPWD: '/older',
  OPTIND: '3',
  gunicorn: 'celery',
  a: '1',
}

/** Everything that a script starts, in which dialect whatever, without places. */
function followed(script: string, dialect: 'posix' | 'dash' | 'bash' | 'busybox'): unknown {
  const { executions, trapsTerm, incomplete, problems } = interpret(grammar, script, {
    environment,
    parameters: ['one', 'two'],
    dialect,
  })
  return {
    executions: executions.map(({ argv, environment: own, at: _at, ...rest }) => ({
      ...rest,
      argv: argv.map((word) => (word.known ? word.text.value : word.why)),
      variables: [...own.variables].map(([name, text]) => [name, text.known ? text.text.value : text.why]).sort(),
      open: own.open,
    })),
    trapsTerm,
    incomplete: incomplete?.why,
    problems: problems.map(({ why }) => why),
  }
}

/** A comment with a dollar sign has the variables looked up, one without leaves them alone. */
const seeing = (script: string) => `${script}\n# $`
const blind = (script: string) => `${script}\n# x`

describe('a script that sees no variables', () => {
  test.each([
    'set -e\necho "starting proxy"\nexec /app/server --port 8080\n',
    'until nc -z db 5432; do sleep 1; done',
    'exec gunicorn -w 4 app:app',
    'python manage.py migrate && exec gunicorn app:app -c conf.py',
    "echo 'it starts'; celery -A proj worker & wait",
  ])('is one without expansions and assignments: %s', (script) => {
    expect(seesVariables(script)).toBe(false)
    expect(followed(blind(script), 'posix')).toEqual(followed(seeing(script), 'posix'))
  })

  test.each([
    'exec gunicorn -w $WORKERS',
    'WORKERS=4 gunicorn',
    'export A',
    'unset PATH; gunicorn',
    'cd; gunicorn',
    'cd /app && gunicorn',
    '. ./env; gunicorn',
    'source env',
    'e"va"l x',
    '"unset" PATH',
    'e\\val x',
    'set -a',
    'set',
    'read x',
    'exec -c gunicorn',
    'exec -a name gunicorn',
    'for x in a; do gunicorn; done',
    'echo ~',
    'echo `env`',
    'test -v A && gunicorn',
    '[ -v A ] && gunicorn',
    'f() { gunicorn; }; f',
    'exec gunicorn > log',
    'ls *.py',
  ])('is no other: %s', (script) => {
    expect(seesVariables(script)).toBe(true)
  })

  const word = fc.constantFrom(
    ...[
      'gunicorn',
      'exec',
      'echo',
      'set',
      '-e',
      '-u',
      '-x',
      '-a',
      '-c',
      '-i',
      '-l',
      '--',
      'a',
      'b-c',
      '/app/run',
      './run.sh',
      '--port',
      '80',
    ],
    ...['"a b"', "'c'", 'if', 'then', 'else', 'fi', 'while', 'until', 'do', 'done', '&&', '||', ';', '&', '|', '!'],
    ...[
      'true',
      'false',
      ':',
      'sleep',
      '1',
      'wait',
      'exit',
      'shift',
      'env',
      'printenv',
      'unset',
      'cd',
      'return',
      'break',
    ],
    ...['a,b', 'x:y', '%d', '@', '#', 'kill', 'nohup', 'time', 'continue', 'eval', 'e"va"l', 'export', '.', 'times'],
  )

  test('does the same when they are looked up', () => {
    let seen = 0
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '\n', '; ')), { maxLength: 14 }),
        fc.constantFrom<'posix' | 'dash' | 'bash' | 'busybox'>('posix', 'dash', 'bash', 'busybox'),
        (words, dialect) => {
          const script = words.map(([text, gap]) => text + gap).join('')
          if (seesVariables(script)) return
          seen++
          expect(followed(blind(script), dialect)).toEqual(followed(seeing(script), dialect))
        },
      ),
      { numRuns: 6000, seed: 83_211 },
    )
    expect(seen).toBeGreaterThan(1000)
  }, 60_000)
})
