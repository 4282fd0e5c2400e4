/** Shell, Python and CEL of strangers: bounded in steps, text and depth, with a reason that a user can read. */
import { describe, expect, test } from '@jest/globals'
import { check } from '../../src/check.ts'
import { DEFAULT_CONFIGURATION } from '../../src/configuration/configuration.ts'
import { inspectAll } from '../../src/inspect-all.ts'
import { compileFiles } from '../../src/policies/compile-files.ts'
import { loadBundledPolicies } from '../../src/policies/load-bundled.ts'
import { PROGRAMS } from '../../src/programs/registry.ts'
import { memoryRepository } from '../../src/repository/repository.ts'
import { createSourceFile } from '../../src/source/source-file.ts'

/** On any machine, under load; a quiet one needs far less. */
const LONGEST_MILLISECONDS = 5000

const options = {
  programs: PROGRAMS,
  policies: loadBundledPolicies(),
  configuration: DEFAULT_CONFIGURATION,
  baseline: new Set<string>(),
  today: null,
}

async function whyOf(command: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<string> {
  const pod = (name: string, words: readonly string[]) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name },
    spec: { containers: [{ name, command: words, resources: { limits: { cpu: '1', memory: '512Mi' } } }] },
  })
  const repository = memoryRepository(
    new Map([
      ['hostile.json', JSON.stringify(pod('hostile', command))],
      ['good.json', JSON.stringify(pod('good', ['celery', '-A', 'shop', 'worker', '-c', '64']))],
      ...Object.entries(files),
    ]),
  )
  const started = performance.now()
  const { inspections } = await inspectAll(repository, options)
  const { findings } = await check(repository, options)
  expect(performance.now() - started).toBeLessThan(LONGEST_MILLISECONDS)
  expect(findings.some(({ finding }) => finding.primary.file.path === 'good.json')).toBe(true)
  const containers = inspections.flatMap(({ inspection }) => inspection.containers)
  return containers.find(({ container }) => container.name === 'hostile')?.processes.why ?? ''
}

const doubling = (first: string, next: string, count: number) =>
  [first, ...Array.from({ length: count }, () => next)].join('\n')

describe('a script with', () => {
  test.each<[string, string, RegExp]>([
    [
      'a loop of a million rounds',
      'x=0; while [ $x -lt 1000000 ]; do x=$((x+1)); done; gunicorn a:b',
      /a loop runs more than/,
    ],
    [
      'loops in loops',
      'for a in {1..99}; do for b in {1..99}; do for c in {1..99}; do :; done; done; done; gunicorn a:b',
      /more than 4000 commands|more text/,
    ],
    ['a function that calls itself', 'f() { f; }; f; gunicorn a:b', /nested more than 50 deep/],
    ['a function that calls itself twice', 'f() { f; f; }; f; gunicorn a:b', /nested more than 50 deep|commands/],
    ['text that doubles', `${doubling('a=xxxxxxxx', 'a=$a$a', 40)}\ngunicorn -w $a a:b`, /grows longer than/],
    [
      'expansions that grow',
      `${doubling('a=xxxxxxxx', `a=\${a//x/xxxxxxxx}`, 20)}\ngunicorn -w $a a:b`,
      /longer than|more text/,
    ],
    ['braces that multiply', 'gunicorn {1..99}{1..99}{1..99} a:b', /braces make more than/],
    ['a script that evaluates itself', 'x=\'eval "$x"\'; eval "$x"; gunicorn a:b', /nested|commands|deep/],
    [
      'substitutions in substitutions',
      `gunicorn -w ${'$('.repeat(500)}echo 1${')'.repeat(500)} a:b`,
      /nested too deeply/,
    ],
    ['half a million characters', `: ${'x'.repeat(500_000)}; gunicorn a:b`, /longer than 262144/],
  ])('%s ends with a reason', async (_name, script, why) => {
    expect(await whyOf(['bash', '-c', script])).toMatch(why)
  })
})

describe('a configuration of gunicorn with', () => {
  test.each<[string, string]>([
    ['an endless loop', 'while True:\n    x = 1\nworkers = 3\n'],
    [
      'loops in loops',
      'for a in range(100):\n    for b in range(100):\n        for c in range(100):\n            x = 1\nworkers = 3\n',
    ],
    ['a function that calls itself', 'def f():\n    return f()\nworkers = f()\n'],
    ['text that doubles', `${doubling('a = "xxxxxxxx"', 'a = a + a', 40)}\nworkers = len(a)\n`],
    ['a list that is repeated', 'workers = len([0] * 10 ** 9)\n'],
    ['a number that explodes', 'workers = 9 ** 9 ** 9\n'],
    ['a format that pads', 'proc_name = "%*d" % (10 ** 9, 1)\nworkers = len("{:>1000000000}".format(1))\n'],
    ['brackets without an end', `workers = ${'('.repeat(20_000)}\n`],
    [
      'comprehensions in comprehensions',
      'workers = len([a for a in range(9999) for b in range(9999) for c in range(9999)])\n',
    ],
    [
      'an import of the machine',
      'import subprocess, os\nworkers = int(subprocess.check_output("id"))\nbind = open("/etc/passwd").read()\n',
    ],
  ])('%s leaves the workers unknown', async (_name, module) => {
    expect(await whyOf(['gunicorn', '-c', 'gunicorn.conf.py', 'a:b'], { 'gunicorn.conf.py': module })).not.toBe('')
  })
})

describe('a policy file with', () => {
  const policy = (expression: string) => `id: own
title: Own
severity: warning
confidence: practice
validations:
  - expression: ${JSON.stringify(expression)}
    message: no
    target: settings.workers
rationale: x
`
  const mistakesOf = (expression: string) =>
    compileFiles([{ file: createSourceFile('own.yaml', policy(expression)), group: 'user' }], PROGRAMS)
      .mistakes.map(({ message }) => message)
      .join('\n')

  test.each<[string, string, RegExp]>([
    ['a regular expression', "process.command.matches('^(a+)+$')", /matches is not available/],
    [
      'three loops in one another',
      'process.ports.all(a, process.ports.all(b, process.ports.all(c, a + b + c > 0.0)))',
      /loops within loops/,
    ],
    ['very many operations', Array.from({ length: 3000 }, () => 'true').join(' && '), /./],
    ['brackets without an end', '('.repeat(2000), /./],
  ])('%s is refused', (_name, expression, message) => {
    expect(mistakesOf(expression)).toMatch(message)
  })

  test('two loops in one another is taken', () => {
    expect(mistakesOf('process.ports.all(a, process.ports.all(b, a + b > 0.0))')).toBe('')
  })
})
