/** Exit codes: 0 nothing, 1 findings, 2 the user's mistake, 3 our bug; the same for every format. */
import { afterAll, describe, expect, test } from '@jest/globals'
import { runCli } from '../../src/cli/run-cli.ts'
import { FORMATS } from '../../src/reports/formats.ts'
import { createWorkspace, gunicorn, TWO_BEATS, TWO_POLICIES } from './command-line.ts'

const workspace = createWorkspace({
  '.workerlint.yaml': TWO_POLICIES,
  'good/web.yaml': gunicorn(2),
  'warning/web.yaml': gunicorn(9),
  'error/beat.yaml': TWO_BEATS,
  'broken/web.yaml': 'apiVersion: v1\nkind: [Pod\n',
  'mixed/web.yaml': gunicorn(2),
  'mixed/broken.yaml': 'apiVersion: v1\nkind: [Pod\n',
  'empty/readme.txt': 'nothing here\n',
  'strange.yaml': 'failOnn: error\n',
  'no-baseline.json': '[]',
  'no-report.json': '{"schemaVersion": 2}',
  'no-json.json': '{',
})
afterAll(workspace.remove)

describe('the exit code', () => {
  test.each<[number, string]>([
    [0, 'check good'],
    [0, 'good'],
    [0, 'check warning'],
    [1, 'check warning --fail-on warning'],
    [1, 'check warning --fail-on info'],
    [1, 'check error'],
    [0, 'check error --fail-on never'],
    [0, 'check mixed'],
    [2, 'check mixed --strict'],
    [2, 'check broken'],
    [2, 'check empty'],
    [2, 'check nowhere'],
    [2, 'check good --format prose'],
    [2, 'check good --format json='],
    [2, 'check good --fail-on grave'],
    [2, 'check good --nonsense'],
    [2, 'check good --config strange.yaml'],
    [2, 'check good --config missing.yaml'],
    [2, 'check good --baseline missing.json'],
    [2, 'check good --baseline no-baseline.json'],
    [2, 'check good --policies missing.yaml'],
    [2, 'check good --shard 0/2'],
    [2, 'check good --shard 3/2'],
    [2, 'check good --shard two'],
    [0, 'check good --jobs 2'],
    [2, 'check good --jobs 0'],
    [2, 'check good --jobs -1'],
    [2, 'check good --jobs 1.5'],
    [2, 'check good --jobs many'],
    [2, 'check good --jobs'],
    [2, 'check - good'],
    [2, 'explain no-such-policy'],
    [0, 'explain beat-replicas'],
    [0, 'policies'],
    [0, 'inspect good'],
    [2, 'inspect nowhere'],
    [2, 'merge missing.json'],
    [2, 'merge no-report.json'],
    [2, 'merge no-json.json'],
    [2, 'merge'],
    [0, '--version'],
    [0, '--help'],
    [0, 'check --help'],
  ])('is %i for: workerlint %s', async (code, words) => {
    const finished = await workspace.run(words.split(' '))
    expect(finished.code).toBe(code)
    if (code === 2) expect(finished.err).not.toBe('')
    expect(finished.err).not.toContain('    at ')
  })

  test.each([...FORMATS.keys()])('is the same with --format %s', async (format) => {
    expect((await workspace.run(['check', 'good', '--format', format])).code).toBe(0)
    expect((await workspace.run(['check', 'error', '--format', format])).code).toBe(1)
    expect((await workspace.run(['check', 'broken', '--format', format])).code).toBe(2)
  })

  test('is 3 when workerlint itself fails, with a request to report it', async () => {
    const told: string[] = []
    const code = await runCli(['check', 'good'], {
      workingDirectory: workspace.folder,
      environment: {},
      stdout: {
        write: () => {
          throw new TypeError('a bug')
        },
      },
      stderr: { write: (text) => told.push(text) },
      stdin: (async function* () {})(),
    })
    expect(code).toBe(3)
    expect(told.join('')).toContain('please report it at https://github.com/workerlint/workerlint/issues')
  })
})
