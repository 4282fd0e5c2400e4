import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { differences } from './golden.ts'

/** The same cases in every run unless the environment asks for others; the seed is in the name of the test. */
const CASES = Number(process.env['ORACLE_CASES'] ?? 40)
const seed = Number(process.env['ORACLE_SEED'] ?? 521_802)

interface Case {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, string>>
}

function isInstalled(module: string): boolean {
  return spawnSync('python3', ['-c', `import ${module}`]).status === 0
}

function askOracle(script: string, cases: readonly Case[]): readonly Readonly<Record<string, unknown>>[] {
  const answer = execFileSync('python3', [join(import.meta.dirname, 'oracle', script)], {
    input: JSON.stringify(cases),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return JSON.parse(answer)
}

const number = fc.constantFrom('0', '1', '2', '4', '8', '33', ' 3 ', '-1', '2.5', 'abc', '', '1_0', '0x10', '007', '+5')
const good = fc.constantFrom('1', '2', '3', '5', '12', '120')

/** A flag with its value in one of the ways people write it. */
function flagged(flag: string, value: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> {
  return fc.tuple(fc.nat(3), value).map(([way, text]) => {
    if (way === 0) return [`${flag}=${text}`]
    if (way === 1 && !flag.startsWith('--')) return [`${flag}${text}`]
    return way === 2 && !flag.startsWith('--') ? [`${flag} ${text}`] : [flag, text]
  })
}

const gunicornFlag = fc.oneof(
  ...[
    '-w',
    '--workers',
    '--worker',
    '--threads',
    '--thre',
    '-t',
    '--timeout',
    '--graceful-timeout',
    '--keep-alive',
    '--keep',
    '--max-requests',
    '--max-requests-jitter',
    '--backlog',
    '--worker-connections',
  ].map((flag) => flagged(flag, fc.oneof({ weight: 6, arbitrary: good }, { weight: 1, arbitrary: number }))),
  flagged('-b', fc.constantFrom(':8000', '0.0.0.0:80', 'unix:/tmp/s', '[::]:1')),
  flagged(
    '-k',
    fc.constantFrom('sync', 'gthread', 'gevent', 'uvicorn.workers.UvicornWorker', 'app.Sync', 'x.SyncWorker'),
  ),
  flagged('--worker-tmp-dir', fc.constantFrom('/dev/shm', '/tmp')),
  fc.constantFrom(
    ['--preload'],
    ['--reload'],
    ['-R'],
    ['--no-sendfile'],
    ['--proxy-protocol'],
    ['--workers 4'],
    ['--bogus'],
    ['-x'],
    ['--log-level', 'debug'],
  ),
)
const configLine = fc.constantFrom(
  'workers = 3',
  'import multiprocessing as m\nworkers = m.cpu_count() * 2 + 1',
  'import os\nworkers = int(os.environ.get("W", 2))',
  'threads = "4"',
  'timeout = 30 * 2',
  'import os\nbind = "0.0.0.0:" + os.environ.get("PORT", "1")',
  'keepalive = None',
  'preload_app = True',
  'bind = ["a:1", "b:2"]',
  'workers = 2.5',
  'def post_fork(server, worker):\n    pass',
  'worker_class = "gthread"',
  'x = [i for i in range(3)]\nworkers = len(x)',
  'try:\n    workers = int("z")\nexcept ValueError:\n    workers = 9',
  'for k in ("a", "b"):\n    threads = 2',
  'workers = 4 if 1 > 2 else 6',
)
const gunicornCase: fc.Arbitrary<Case> = fc.record({
  argv: fc
    .tuple(fc.array(gunicornFlag, { maxLength: 5 }), fc.boolean(), fc.nat(5))
    .map(([flags, hasApplication, at]) => {
      const words = [...flags]
      if (hasApplication) words.splice(Math.min(at, words.length), 0, ['app:app'])
      else words.push(['app.wsgi'])
      return ['gunicorn', ...words.flat()]
    }),
  env: fc.dictionary(
    fc.constantFrom('WEB_CONCURRENCY', 'PORT', 'W', 'GUNICORN_WORKERS'),
    fc.oneof({ weight: 5, arbitrary: good }, number),
    { maxKeys: 2, noNullPrototype: true },
  ),
  files: fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    fc
      .array(configLine, { minLength: 1, maxLength: 3 })
      .map((lines) => ({ 'gunicorn.conf.py': `${lines.join('\n')}\n` })),
  ),
})

const celeryFlag = fc.oneof(
  ...[
    '-c',
    '--concurrency',
    '--prefetch-multiplier',
    '--max-tasks-per-child',
    '--max-memory-per-child',
    '--time-limit',
    '--soft-time-limit',
  ].map((flag) => flagged(flag, fc.oneof({ weight: 6, arbitrary: good }, { weight: 1, arbitrary: number }))),
  flagged('-P', fc.constantFrom('prefork', 'solo', 'threads', 'processes', 'Prefork', 'nope')),
  flagged('--autoscale', fc.constantFrom('8,2', '2,8', '4', '1,2,3', 'x')),
  flagged('-Q', fc.constantFrom('a', 'a,b', 'a, b')),
  flagged('-X', fc.constantFrom('a', 'b,c')),
  flagged('-l', fc.constantFrom('info', 'DEBUG', 'loud')),
  flagged('-n', fc.constantFrom('w@%h')),
  fc.constantFrom(
    ['-E'],
    ['-B'],
    ['-EB'],
    ['--without-gossip'],
    ['--without-mingle'],
    ['--purge'],
    ['-Ofair'],
    ['-O', 'default'],
    ['--conc', '3'],
    ['-l info'],
  ),
)
const celeryCase: fc.Arbitrary<Case> = fc.record({
  argv: fc.array(celeryFlag, { maxLength: 5 }).map((flags) => ['celery', '-A', 'proj.app', 'worker', ...flags.flat()]),
  env: fc.dictionary(
    fc.constantFrom(
      'CELERY_WORKER_CONCURRENCY',
      'CELERY_WORKER_PREFETCH_MULTIPLIER',
      'CELERY_WORKER_WITHOUT_GOSSIP',
      'CELERYD_CONCURRENCY',
    ),
    fc.oneof({ weight: 5, arbitrary: good }, number),
    { maxKeys: 2, noNullPrototype: true },
  ),
  files: fc.constant({}),
})

async function compare(script: string, program: string, cases: readonly Case[]): Promise<readonly string[]> {
  const answers = askOracle(script, cases)
  const wrong: string[] = []
  for (const [index, one] of cases.entries()) {
    const found = await differences({ ...one, id: String(index), expect: answers[index] ?? {} }, program)
    if (found.length > 0) wrong.push(`${JSON.stringify(one)}: ${found.join('; ')}`)
  }
  return wrong
}

describe('random cases agree with the installed programs', () => {
  const gunicornTest = isInstalled('gunicorn') ? test : test.skip
  const celeryTest = isInstalled('celery') ? test : test.skip

  gunicornTest(`gunicorn (seed ${seed})`, async () => {
    expect(await compare('gunicorn_oracle.py', 'gunicorn', fc.sample(gunicornCase, { numRuns: CASES, seed }))).toEqual(
      [],
    )
  })

  celeryTest(`celery (seed ${seed})`, async () => {
    expect(await compare('celery_oracle.py', 'celery', fc.sample(celeryCase, { numRuns: CASES, seed }))).toEqual([])
  })
})
