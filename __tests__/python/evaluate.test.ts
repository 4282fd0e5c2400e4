/** What a module does not tell stays unknown, and no module makes the evaluator fail. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { textAt } from '../../src/source/location.ts'
import { unknownText } from '../../src/source/resolved.ts'
import { evaluate, show } from './modules.ts'
import { oracleEnvironment, oracleModules } from './oracle-modules.ts'

const S = unknownText({ why: 'S comes from Secret web-env' })

describe('values that are not known', () => {
  test.each([
    ["import os\nx = int(os.environ['S']) * 2", { x: '?' }],
    ["import os\nx = os.getenv('S', '4')\ny = os.getenv('T', '4')", { x: '?', y: '"4"' }],
    ["import os\nif os.getenv('S'):\n  x = 1\n  y = 3\nelse:\n  x = 2\n  y = 3", { x: '?', y: '3' }],
    [
      "import os\nx = 1 if os.getenv('S') else 2\ny = os.getenv('S') or 3\nz = 3 or os.getenv('S')",
      { x: '?', y: '?', z: '3' },
    ],
    ["try:\n  import gevent\n  x = 'gevent'\nexcept ImportError:\n  x = 'sync'\ny = 1", { x: '?', y: '1' }],
    ['try:\n  import json\n  x = 1\nexcept ImportError:\n  x = 2', { x: '1' }],
    ["import os\ntry:\n  x = int(os.environ['S'])\nexcept ValueError:\n  x = 4", { x: '?' }],
    ['import requests\nx = requests.get("u").text\ny = 2', { x: '?', y: '2' }],
    [
      'import multiprocessing as m\nx = m.cpu_count() * 2 + 1\ny = min(m.cpu_count(), 4)\nz = 2 if m.cpu_count() < 4 else 4',
      { x: '?cpu', y: '?cpu', z: '?cpu' },
    ],
    ["import os\nx = [1]\nif os.getenv('S'):\n  x.append(2)\ny = len(x)", { x: 'list ?', y: '?' }],
    ["import os\nfor i in os.getenv('S').split(','):\n  x = i\nx2 = 1", { x: '?', x2: '1' }],
    ['class A:\n  pass\nx = A()\ny = x.a', { x: '?', y: '?' }],
    ['x = open("f").read()', { x: '?' }],
    ['x = [i for i in range(10) if i in unknown_module]\n', { x: 'not set' }],
    ['match 1:\n  case 1:\n    x = 1\n', { x: '?' }],
    ['def f():\n  return f()\nx = f()', { x: '?' }],
    ['from settings import *\nx = y', { x: '?' }],
  ])('%s', (source, expected) => {
    const found = evaluate(source, { environment: { S } })
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, show(found.names.get(name))]))).toEqual(
      expected,
    )
  })

  test('an environment that may hold more makes every name uncertain that a loop over it may set', () => {
    const source =
      'import os\nworkers = 2\nfor k, v in os.environ.items():\n  if k.startswith("GUNICORN_"):\n    globals()[k[9:].lower()] = v\nbind = "x"\n'
    const certain = evaluate(source, { environment: { GUNICORN_WORKERS: '7' } })
    expect([show(certain.names.get('workers')), certain.open]).toEqual(['"7"', null])
    const open = evaluate(source, { environment: { GUNICORN_WORKERS: '7' }, open: 'Secret web-env' })
    expect([show(open.names.get('workers')), show(open.names.get('bind')), open.open === null]).toEqual([
      '?',
      '"x"',
      false,
    ])
  })
})

describe('places', () => {
  test('a value was written at the right-hand side, or comes from a variable', () => {
    const found = evaluate("import os\nworkers = 2 * 3\nthreads = int(os.environ['T'])\n", { environment: { T: '8' } })
    const [workers, threads] = [found.names.get('workers'), found.names.get('threads')]
    const origin = workers?.known === true ? workers.origin : undefined
    expect(origin?.kind === 'written' ? textAt(origin.at) : undefined).toBe('2 * 3')
    const from = threads?.known === true ? threads.origin : undefined
    expect(
      from?.kind === 'substituted'
        ? [from.variable, textAt(from.at), from.from.kind === 'written' && textAt(from.from.at)]
        : undefined,
    ).toEqual(['T', "int(os.environ['T'])", '8'])
  })

  test('an error says what Python says, and where', () => {
    const found = evaluate("x = 1\ny = int('abc')\n")
    expect(found.error?.message).toBe("ValueError: invalid literal for int() with base 10: 'abc'")
    expect(found.error?.at === undefined ? undefined : textAt(found.error.at)).toBe("int('abc')")
  })

  test('an error on a branch that cannot be decided is none', () => {
    const found = evaluate("import os\nif os.getenv('S'):\n  raise ValueError('x')\ny = 1\n", { environment: { S } })
    expect([found.error, show(found.names.get('y'))]).toEqual([null, '1'])
  })
})

describe('calls', () => {
  test('calls and attributes at module level are recorded', () => {
    const found = evaluate(
      "from celery import Celery\napp = Celery('x', broker='b')\napp.conf.update(worker_concurrency=4, **{'worker_pool': 'solo'})\napp.conf.timezone = 'UTC'\n",
    )
    expect(found.calls.map(({ name }) => name)).toEqual(['Celery', 'app.conf.update'])
    const [create, update] = found.calls
    expect([show(create?.positional[0]), show(create?.keywords.get('broker'))]).toEqual(['"x"', '"b"'])
    expect([show(update?.keywords.get('worker_concurrency')), show(update?.keywords.get('worker_pool'))]).toEqual([
      '4',
      '"solo"',
    ])
    expect(show(found.names.get('app.conf.timezone'))).toBe('"UTC"')
  })
})

describe('any text', () => {
  test.each([
    ['while True: pass', 'a loop runs more than 1000 times'],
    ["x = 'a'\nfor i in range(100): x += x", 'the module works on more data than is followed'],
    ['x = [0]\nfor i in range(100): x = x + x', 'the module works on more data than is followed'],
    [`x = ${'('.repeat(3000)}`, 'the module is nested too deeply'],
    ['x = 1 +\ny = 2', 'the module has a syntax error'],
  ])('%s: %s', (source, why) => {
    const found = evaluate(source)
    expect(found.incomplete?.why).toBe(why)
    expect([...found.names.values()].every((value) => !value.known)).toBe(true)
  })

  test('modules with pieces taken out, put in and swapped', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      "'",
      '"',
      '\n',
      '  ',
      ':',
      ',',
      '=',
      'f"{',
      'not ',
      ' in ',
      '*',
      '**',
      '.',
      'lambda x: ',
      'if ',
      'for x in y',
      '0x',
      '\\',
      '\0',
      'é',
      '#',
      'try:',
      'async ',
      'yield ',
      'return ',
    )
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(5), pieces), { maxLength: 4 })
    const mutated = fc.tuple(fc.constantFrom(...oracleModules), edits).map(([source, all]) =>
      all.reduce((text, [at, cut, piece]) => {
        const start = at % (text.length + 1)
        return text.slice(0, start) + piece + text.slice(start + cut)
      }, source),
    )
    fc.assert(
      fc.property(mutated, (source) => {
        const found = evaluate(source, { environment: { ...oracleEnvironment, S } })
        for (const value of found.names.values()) show(value)
      }),
      { numRuns: 3000 },
    )
  })
})

const corpus = new URL('../../../shared/corpus/gunicorn_conf', import.meta.url).pathname
const suite = existsSync(corpus) ? describe : describe.skip

suite('configuration files of public projects (skipped where the collection is absent)', () => {
  const files = existsSync(corpus)
    ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.py'))
    : []
  test.each(files)('%s', (file) => {
    const found = evaluate(readFileSync(join(corpus, file), 'utf8'))
    expect([found.error, found.incomplete]).toEqual([null, null])
    expect(['not set', '?']).not.toContain(show(found.names.get('bind')))
  })
})
