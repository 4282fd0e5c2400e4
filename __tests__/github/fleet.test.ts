/** An audit of many repositories: the jobs of the reusable workflow, one after the other, over real HTTP. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { mergedReports } from '../../src/action/merged-reports.ts'
import { writeReportFile } from '../../src/action/workspace-files.ts'
import { objectAt, parseJson, stringAt } from '../../src/github/json-value.ts'
import { matrixOf } from '../../src/github/repository-matrix.ts'
import { createWorkspace, gunicorn, TWO_BEATS } from '../cli/command-line.ts'
import { type RunResult, run } from './run.ts'
import { type FakeGitHub, startGitHub } from './server/server.ts'
import type { ModelRepository } from './server/state.ts'

const workflow: unknown = parse(
  readFileSync(new URL('../../.github/workflows/audit-repositories.yml', import.meta.url), 'utf8'),
)
const folder = mkdtempSync(join(tmpdir(), 'workerlint-fleet-'))
let github: FakeGitHub

beforeEach(async () => {
  github = await startGitHub()
})

afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Repository number n: a web server, a scheduler that runs twice in every third, nothing to check in every tenth. */
function repository(index: number): ModelRepository {
  const name = `service-${String(index).padStart(3, '0')}`
  const files =
    index % 10 === 9
      ? new Map([['README.md', '# nothing to check\n']])
      : new Map([
          ['k8s/web.yaml', gunicorn((index % 8) + 1, `web-${index}`)],
          [
            'k8s/beat.yaml',
            TWO_BEATS.replace('replicas: 2', `replicas: ${index % 3 === 0 ? 2 : 1}`).replaceAll(
              'name: beat',
              `name: beat-${index}`,
            ),
          ],
        ])
  const commit = index.toString(16).padStart(40, 'a')
  return { owner: 'acme', name, isArchived: false, isFork: false, commit, files }
}

const fleetOf = (count: number) => Array.from({ length: count }, (_, index) => repository(index))

/** The inputs of the step of a job that uses workerlint, with expressions filled in. */
function stepInputs(job: string, values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { steps } = objectAt(objectAt(workflow, 'jobs'), job)
  const step = Array.isArray(steps)
    ? steps.find((one) => stringAt(one, 'uses')?.startsWith('workerlint/workerlint@') === true)
    : undefined
  const given = Object.entries(objectAt(step, 'with')).filter(([name]) => name !== 'token')
  return Object.fromEntries(
    given.map(([name, value]) => [
      name,
      String(value).replace(/\$\{\{ (\S+) \}\}/g, (_, expression: string) => {
        const filled = values[expression]
        if (filled === undefined) throw new Error(`the workflow uses ${expression}`)
        return filled
      }),
    ]),
  )
}

const INPUTS: Readonly<Record<string, string>> = {
  'inputs.repositories': 'acme\n',
  'inputs.paths': '.',
  'inputs.exclude': '',
  'inputs.shards': '',
  'inputs.fail-on': 'never',
  'inputs.issue-title': 'Fleet',
  'inputs.issue-labels': 'workerlint',
}

/** Runs the three jobs; every one is an action run of its own, and only files and outputs go from one to the next. */
async function audit(given: Readonly<Record<string, string>> = {}) {
  rmSync(join(folder, 'reports'), { recursive: true, force: true })
  const values = { ...INPUTS, ...given }
  const runs: RunResult[] = []
  const job = async (name: string, extra: Readonly<Record<string, string>>) => {
    const result = await run(github, {
      eventName: 'schedule',
      inputs: stepInputs(name, { ...values, ...extra }),
      check: ({ inputs }) => mergedReports(inputs, folder),
    })
    for (const [path, text] of result.reports) writeReportFile(folder, path, text)
    runs.push(result)
    return result
  }
  const listed = await job('list', {})
  const { include } = objectAt({ matrix: parseJson(listed.outputs['matrix'] ?? '') }, 'matrix')
  const jobs = Array.isArray(include) ? include : []
  for (const one of jobs) await job('check', { 'matrix.repositories': stringAt(one, 'repositories') ?? '' })
  return { runs, jobs, listed, report: await job('report', {}) }
}

describe('the reusable workflow over 500 repositories', () => {
  test('lists, checks in shards, merges into the report of a single process, and keeps within the limits of the API', async () => {
    github.state.fleet = fleetOf(500)
    const { runs, jobs, report } = await audit()

    // https://docs.github.com/actions/reference/limits: at most 256 jobs in a matrix.
    expect(jobs).toHaveLength(10)
    // https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api: 1,000 requests an hour with GITHUB_TOKEN,
    // 900 points a minute (a read is 1 and a write 5), and 80 writes a minute.
    const api = github.requests.filter(({ path }) => !path.startsWith('/_codeload/'))
    expect(api.length).toBeLessThan(520)
    expect(api.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /repos/shop/deploy/issues',
    ])
    for (const { calls } of runs) expect(calls).toBeLessThan(900)

    // The same files checked by one process, from one folder.
    const workspace = createWorkspace({})
    for (const { owner, name, files } of github.state.fleet)
      for (const [path, text] of files) workspace.write(`${owner}/${name}/${path}`, text)
    const single = await workspace.run(['check', '.', '--format', 'json'])
    workspace.remove()
    expect(report.reports.get('fleet/report.json')).toBe(single.out)
    expect(JSON.parse(single.out).summary).toMatchObject({ files: 900, processes: 900 })

    const body = github.state.issues[0]?.body ?? ''
    expect(body.length).toBeLessThan(65_536)
    expect(body).toContain('| [`acme/service-000`](https://github.com/acme/service-000) |')
    expect(body).toContain(`https://github.com/acme/service-000/blob/${'a'.repeat(39)}0/k8s/beat.yaml#L`)
    // The page draws 450 web servers in two charts; they and as many schedulers have a page each.
    const page = report.reports.get('fleet/report.html') ?? ''
    expect(page).toContain(`href="https://github.com/acme/service-000/blob/${'a'.repeat(39)}0/k8s/beat.yaml#L6"`)
    expect(page.match(/<path class="point/g)).toHaveLength(900)
    expect(page.match(/<section class="page"/g)).toHaveLength(900)
    expect(report.exitCode).toBe(0)
  }, 300_000)
})

describe('the reusable workflow', () => {
  test('goes from created to updated, unchanged, clean and closed, and open again', async () => {
    github.state.fleet = fleetOf(3)
    await audit()
    const [issue] = github.state.issues
    expect(issue).toMatchObject({ title: 'Fleet', state: 'open' })
    const first = issue?.body ?? ''

    const writes = () => github.requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql').length
    const before = writes()
    github.state.fleet = fleetOf(3).map((one) => ({ ...one, commit: 'b'.repeat(40) }))
    await audit()
    expect(writes()).toBe(before)

    github.state.fleet = fleetOf(1)
    await audit()
    expect(github.state.issues[0]?.body).not.toBe(first)
    expect(github.state.issues[0]?.body).toContain('**Trend**')

    github.state.fleet = [{ ...repository(1), files: new Map([['web.yaml', gunicorn(2)]]) }]
    await audit({ 'inputs.paths': 'nowhere' })
    expect(github.state.issues[0]).toMatchObject({ state: 'closed', stateReason: 'completed' })

    github.state.fleet = fleetOf(3)
    await audit()
    expect(github.state.issues).toEqual([expect.objectContaining({ state: 'open' })])
  })

  test('a repository that cannot be read is told and hides nothing', async () => {
    github.state.fleet = [
      ...fleetOf(2),
      {
        ...repository(5),
        name: 'broken',
        files: new Map([
          ['.workerlint.yaml', 'extend: strict\n'],
          ['a.yaml', TWO_BEATS],
        ]),
      },
    ]
    const { report } = await audit({ 'inputs.repositories': 'acme\nacme/gone' })
    const { problems, findings } = JSON.parse(report.reports.get('fleet/report.json') ?? '')
    expect(problems).toEqual([
      { file: 'acme/broken', line: 1, message: expect.stringContaining('unknown key') },
      { file: 'acme/gone', line: 1, message: 'the repository cannot be read: GitHub answered 404 (Not Found)' },
    ])
    expect(findings.length).toBeGreaterThan(0)
    expect(github.state.issues[0]?.body).toContain('acme/gone')
  })

  test('waits when GitHub asks for it', async () => {
    github.state.fleet = fleetOf(1)
    const busy = {
      status: 403,
      body: { message: 'You have exceeded a secondary rate limit' },
      headers: { 'retry-after': '7' },
    }
    github.fail({ method: 'GET', path: /tarball/, times: 1, when: 'before', answer: busy })
    const { runs, report } = await audit()
    expect(runs[1]?.waited).toBe(7000)
    expect(JSON.parse(report.reports.get('fleet/report.json') ?? '').problems).toEqual([])
  })
})

describe('the list of repositories', () => {
  const names = async (lines: string) => {
    const { outputs, exitCode, log } = await run(github, { inputs: { mode: 'list', repositories: lines, shards: '1' } })
    const { include } = objectAt({ matrix: parseJson(outputs['matrix'] ?? '{}') }, 'matrix')
    return {
      exitCode,
      log,
      names: Array.isArray(include) ? (stringAt(include[0], 'repositories') ?? '').split('\n') : [],
    }
  }

  beforeEach(() => {
    const [one, two] = fleetOf(2)
    if (one === undefined || two === undefined) throw new Error('two repositories were asked for')
    github.state.fleet = [
      one,
      two,
      { ...one, name: 'old', isArchived: true },
      { ...one, name: 'copy', isFork: true },
      { ...one, name: 'legacy-shop' },
    ]
  })

  test.each([
    ['an owner, without forks and archived ones', 'acme', ['acme/legacy-shop', 'acme/service-000', 'acme/service-001']],
    ['a glob', 'acme/service-*', ['acme/service-000', 'acme/service-001']],
    ['one by name, whatever it is', 'acme/old', ['acme/old']],
    ['an owner without some', 'acme\n!acme/legacy-*', ['acme/service-000', 'acme/service-001']],
    ['one that is named twice', 'acme/copy\nacme/copy', ['acme/copy']],
  ])('%s', async (_, lines, expected) => {
    expect((await names(lines)).names).toEqual(expected)
  })

  test('of a person', async () => {
    github.state.ownerKind = 'User'
    expect((await names('acme/service-*')).names).toEqual(['acme/service-000', 'acme/service-001'])
  })

  test.each([
    ['', 'names none'],
    ['acme/a/b', 'expected OWNER or OWNER/NAME'],
    ['ac me', 'expected OWNER or OWNER/NAME'],
  ])('refuses %j', async (lines, message) => {
    const { exitCode, log } = await names(lines)
    expect(exitCode).toBe(2)
    expect(log.join('\n')).toContain(message)
  })

  test('is dealt out evenly, every one once', () => {
    const all = Array.from({ length: 107 }, (_, index) => `acme/${index}`)
    for (const jobs of [null, 1, 7, 107, 200]) {
      const { include } = matrixOf(all, jobs)
      const dealt = include.map(({ repositories }) => repositories.split('\n'))
      expect(dealt.flat().sort()).toEqual([...all].sort())
      const sizes = dealt.map((part) => part.length)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      expect(include).toHaveLength(Math.min(jobs ?? 3, 107))
    }
    expect(
      matrixOf(all.slice(0, 1).concat(Array.from({ length: 20_000 }, (_, index) => `b/${index}`)), null).include,
    ).toHaveLength(256)
    expect(() => matrixOf(all, 257)).toThrow('1 to 256')
    expect(matrixOf([], null).include).toEqual([])
  })
})
