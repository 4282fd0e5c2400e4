/** Whatever GitHub does, every finding stays visible somewhere, nothing is written twice, and the findings decide the exit code. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { deployment } from './manifests.ts'
import { type RunResult, runOnPull } from './run.ts'
import type { Answer } from './server/rest.ts'
import { type FakeGitHub, type Fault, startGitHub } from './server/server.ts'
import { type ModelPull, openPull, type Tree } from './server/state.ts'
import { finding, reportOf } from './toy-check.ts'

let github: FakeGitHub

beforeEach(async () => {
  github = await startGitHub()
})

afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

const before = deployment({ web: 2, admin: 2, api: 2 })
const after = deployment({ web: 9, admin: 7, api: 12 })
const messages = ['9 workers share 1 CPU', '7 workers share 1 CPU', '12 workers share 1 CPU']

function open(): ModelPull {
  const tree = (text: string): Tree => new Map([['k8s/web.yaml', text]])
  return openPull(github.state, 7, { base: tree(before), head: tree(after) })
}

function expectNothingLost(pull: ModelPull, result: RunResult): void {
  const comments = pull.comments.map((comment) => comment.body)
  const everything = [...comments, ...github.state.issueComments.map((comment) => comment.body), ...result.log].join(
    '\n',
  )
  for (const message of messages) {
    expect(everything).toContain(message)
    expect(result.summary).toContain(message)
    expect(comments.filter((body) => body.includes(message)).length).toBeLessThanOrEqual(1)
  }
  expect(github.state.issueComments.length).toBeLessThanOrEqual(1)
  expect(result.exitCode).toBe(1)
  expect(result.outputs).toMatchObject({ conclusion: 'findings', findings: '3' })
}

const routes = {
  'reading the pull request': { method: 'GET', path: /\/pulls\/7$/ },
  'listing the files': { method: 'GET', path: /\/pulls\/7\/files$/ },
  'listing the comments': { method: 'POST', path: /^\/graphql$/, body: /query Threads/ },
  'creating the review': { method: 'POST', path: /\/pulls\/7\/reviews$/ },
} as const

const answers: Readonly<Record<string, { readonly answer: Answer | 'hangUp'; readonly when: Fault['when'] }>> = {
  'a 403': { answer: { status: 403, body: { message: 'Resource not accessible by integration' } }, when: 'before' },
  'a 404': { answer: { status: 404, body: { message: 'Not Found' } }, when: 'before' },
  'a 422': { answer: { status: 422, body: { message: 'Unprocessable Entity', errors: ['no'] } }, when: 'before' },
  'a 429 with retry-after': {
    answer: { status: 429, body: { message: 'slow down' }, headers: { 'retry-after': '7' } },
    when: 'before',
  },
  'a 429 without retry-after': { answer: { status: 429, body: { message: 'slow down' } }, when: 'before' },
  'a 502 before': { answer: { status: 502, body: { message: 'Bad Gateway' } }, when: 'before' },
  'a 502 after having done it': { answer: { status: 502, body: { message: 'Bad Gateway' } }, when: 'after' },
  'a closed connection before': { answer: 'hangUp', when: 'before' },
  'a closed connection after having done it': { answer: 'hangUp', when: 'after' },
}

describe.each(Object.entries(routes))('when %s meets', (_, route) => {
  test.each(Object.entries(answers))('%s once, nothing is lost or doubled', async (_name, fault) => {
    const pull = open()
    github.fail({ ...route, ...fault, times: 1 })
    expectNothingLost(pull, await runOnPull(github, pull))
  })

  test.each(Object.entries(answers))('%s every time, nothing is lost or doubled', async (_name, fault) => {
    const pull = open()
    github.fail({ ...route, ...fault, times: 1000 })
    expectNothingLost(pull, await runOnPull(github, pull))
  })
})

describe('a review whose answer is lost', () => {
  test.each(['before', 'after'] as const)('%s it was written is written exactly once', async (when) => {
    const pull = open()
    github.fail({ ...routes['creating the review'], answer: { status: 502, body: {} }, times: 1, when })
    await runOnPull(github, pull)
    expect(pull.comments).toHaveLength(3)
    expect(pull.reviews).toHaveLength(1)
  })
})

describe('a review that GitHub refuses', () => {
  test('for one comment keeps the others on their lines and moves that one to its file', async () => {
    const pull = open()
    const misplaced = 'never part of a body'
    github.fail({
      method: 'POST',
      path: /\/reviews$/,
      body: /12 workers/,
      times: 9,
      when: 'before',
      answer: { status: 422, body: { message: misplaced } },
    })
    const result = await runOnPull(github, pull)
    expectNothingLost(pull, result)
    const places = pull.comments.map((comment) => [comment.isOnFile, /(\d+) workers/.exec(comment.body)?.[1]])
    expect(places).toEqual(
      expect.arrayContaining([
        [false, '9'],
        [false, '7'],
        [true, '12'],
      ]),
    )
  })

  test('with files as a whole too is in the annotations', async () => {
    const pull = open()
    const answer = {
      status: 422,
      body: { message: 'Unprocessable Entity', errors: ['"subject_type" is not a permitted key.'] },
    }
    github.fail({ method: 'POST', path: /\/(reviews|comments)$/, times: 99, when: 'before', answer })
    const result = await runOnPull(github, pull)
    expectNothingLost(pull, result)
    expect(
      result.log.filter((line) => line.startsWith('::error file=') || line.startsWith('::warning file=')),
    ).toHaveLength(3)
  })
})

describe('a token that may only read', () => {
  test('gives one notice with the permissions, annotations and the full summary, and no error about GitHub', async () => {
    github.state.canWrite = false
    const pull = open()
    const result = await runOnPull(github, pull)
    expectNothingLost(pull, result)
    const notices = result.log.filter((line) => line.startsWith('::notice::') || line.startsWith('::warning::'))
    expect(notices).toHaveLength(1)
    expect(notices[0]).toContain('permissions:%0A  contents: read%0A  pull-requests: write')
    expect(notices[0]).toContain('GitHub asks for pull_requests=write')
    expect(result.log.filter((line) => line.startsWith('::error::'))).toEqual([
      '::error::workerlint found 2 findings of severity error.',
    ])
    expect(result.summary).toContain('  pull-requests: write')
    const writes = github.requests.filter((entry) => entry.method !== 'GET' && entry.path !== '/graphql')
    expect(writes).toHaveLength(1)
  })

  test('annotates the ten gravest of each type and logs the rest', async () => {
    github.state.canWrite = false
    const pull = open()
    const many = Array.from({ length: 30 }, (_, index) =>
      finding({ message: `finding ${index}.`, severity: index < 15 ? 'info' : 'error', fingerprint: `f${index}` }),
    )
    const result = await runOnPull(github, pull, {
      check: () => ({ report: reportOf(many, 1), failOn: null }),
      inputs: { 'new-only': 'false' },
    })
    expect(result.log.filter((line) => line.startsWith('::error file='))).toHaveLength(10)
    expect(result.log.filter((line) => line.startsWith('::notice file='))).toHaveLength(10)
    for (const { message } of many) {
      expect(result.log.join('\n')).toContain(message)
      expect(result.summary).toContain(message)
    }
  })
})

describe('waiting', () => {
  test('honours retry-after', async () => {
    const pull = open()
    github.fail({
      ...routes['creating the review'],
      answer: {
        status: 403,
        body: { message: 'You have exceeded a secondary rate limit' },
        headers: { 'retry-after': '42' },
      },
      times: 1,
      when: 'before',
    })
    const result = await runOnPull(github, pull)
    expect(result.waited).toBeGreaterThanOrEqual(42_000)
    expect(pull.comments).toHaveLength(3)
  })

  test('lasts a minute after a secondary limit that does not say', async () => {
    const pull = open()
    github.fail({
      ...routes['creating the review'],
      answer: { status: 403, body: { message: 'You have exceeded a secondary rate limit' } },
      times: 1,
      when: 'before',
    })
    expect((await runOnPull(github, pull)).waited).toBeGreaterThanOrEqual(60_000)
  })

  test('is given up when it would take too long, and the findings go elsewhere', async () => {
    const pull = open()
    github.fail({
      ...routes['creating the review'],
      answer: { status: 429, body: {}, headers: { 'retry-after': '3600' } },
      times: 9,
      when: 'before',
    })
    const result = await runOnPull(github, pull)
    expectNothingLost(pull, result)
    expect(result.waited).toBeLessThan(60_000)
  })
})

describe('large pull requests', () => {
  test('of 3,000 files with 500 findings need less than 60 requests', async () => {
    const names = Array.from({ length: 3000 }, (_, index) => `k8s/app-${String(index).padStart(4, '0')}.yaml`)
    const text = deployment({ web: 9 })
    const head = new Map(names.map((name, index) => [name, index < 500 ? text : 'a: 1\n']))
    const pull = openPull(github.state, 7, { base: new Map(), head })
    const result = await runOnPull(github, pull)
    expect(result.outputs).toMatchObject({ findings: '500' })
    expect(result.calls).toBeLessThan(60)
    expect(pull.comments).toHaveLength(25)
    expect(github.state.issueComments[0]?.body.length).toBeLessThan(65_536)
    expect(github.state.issueComments[0]?.body).toMatch(
      /k8s\/app-0030\.yaml[\s\S]*… and \d+ more: see the step summary/,
    )
    expect(result.summary).toContain('k8s/app-0499.yaml')
    expect(result.log.join('\n')).toContain('more files than GitHub lists')
    for (const name of names.slice(0, 500)) expect(result.summary).toContain(name)
  })
})

describe('the last channels', () => {
  test('are the log when the step summary cannot be written', async () => {
    github.state.canWrite = false
    const pull = open()
    const result = await runOnPull(github, pull, { isSummaryBroken: true })
    for (const message of messages) expect(result.log.join('\n')).toContain(message)
    expect(result.exitCode).toBe(1)
  })

  test('keep a step summary of 20,000 findings below its limit and say how many are left out', async () => {
    github.state.canWrite = false
    const pull = open()
    const many = Array.from({ length: 20_000 }, (_, index) =>
      finding({ message: `finding ${index} ${'x'.repeat(80)}`, fingerprint: `f${index}` }),
    )
    const result = await runOnPull(github, pull, {
      check: () => ({ report: reportOf(many, 1), failOn: null }),
      inputs: { 'new-only': 'false', review: 'off' },
    })
    expect(result.summary).toMatch(/… and \d+ more: the full list is in the JSON report/)
    expect(result.summary.length).toBeGreaterThan(500_000)
  })

  test('show the findings even when the action itself breaks, and never in green', async () => {
    const pull = open()
    github.state.canWrite = false
    const broken = { report: reportOf([finding({ message: 'only an info', severity: 'info' })], 1), failOn: null }
    const fine = await runOnPull(github, pull, { check: () => broken, inputs: { 'new-only': 'false' } })
    expect(fine.exitCode).toBe(0)
    const result = await runOnPull(github, pull, {
      check: () => {
        throw new TypeError('x is not a function')
      },
    })
    expect(result.exitCode).toBe(3)
    expect(result.outputs).toMatchObject({ conclusion: 'failed' })
  })
})
