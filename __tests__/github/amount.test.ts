/** How much is said on a pull request, and of what, over real HTTP. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { deployment } from './manifests.ts'
import { pullPayload, type RunResult, runOnPull } from './run.ts'
import { type FakeGitHub, startGitHub } from './server/server.ts'
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

function tree(texts: Readonly<Record<string, string>>): Tree {
  return new Map(Object.entries(texts))
}

function openWeb(before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>): ModelPull {
  return openPull(github.state, 7, {
    base: tree({ 'k8s/web.yaml': deployment(before) }),
    head: tree({ 'k8s/web.yaml': deployment(after) }),
  })
}

function posts(): readonly string[] {
  return github.requests
    .filter((entry) => entry.method === 'POST' && entry.path !== '/graphql')
    .map((entry) => entry.path)
}

function visible(result: RunResult): string {
  return [...result.log, result.summary].join('\n')
}

describe('how much is said', () => {
  test('is bounded by max-comments, gravest first, and the rest is in the summary comment', async () => {
    const pull = openWeb({ a: 2, b: 2, c: 2 }, { a: 4, b: 12, c: 6 })
    await runOnPull(github, pull, { inputs: { 'max-comments': '1' } })
    expect(pull.comments.map((comment) => comment.line)).toEqual([27])
    const [summary] = github.state.issueComments
    expect(summary?.body.match(/beyond max-comments/g)).toHaveLength(2)
  })

  test('leaves out what is below min-severity but says so', async () => {
    const pull = openWeb({ a: 2, b: 2 }, { a: 4, b: 12 })
    const result = await runOnPull(github, pull, { inputs: { 'min-severity': 'error' } })
    expect(pull.comments.map((comment) => comment.line)).toEqual([27])
    expect(result.summary).toContain('1 more are below min-severity')
  })

  test.each([
    ['inline', 1, 0],
    ['summary', 0, 1],
    ['off', 0, 0],
  ])('with review %s is %i review comments and %i summary comments', async (review, comments, summaries) => {
    const pull = openWeb({ web: 2 }, { web: 9 })
    const result = await runOnPull(github, pull, { inputs: { review } })
    expect(pull.comments).toHaveLength(comments)
    expect(github.state.issueComments).toHaveLength(summaries)
    expect(result.exitCode).toBe(1)
    expect(result.summary).toContain('9 workers share 1 CPU')
  })

  test('is nothing on drafts and on authors that are left out, while the findings still count', async () => {
    const pull = openWeb({ web: 2 }, { web: 9 })
    const draft = await runOnPull(github, pull, {
      inputs: { 'skip-drafts': 'true' },
      payload: pullPayload(github, pull, { draft: true }),
    })
    const author = await runOnPull(github, pull, { inputs: { 'skip-authors': 'octavia' } })
    expect(posts()).toEqual([])
    expect([draft.exitCode, author.exitCode]).toEqual([1, 1])
    expect(draft.log.join('\n')).toContain('::error file=k8s/web.yaml,line=15')
  })

  test('names all containers of one finding once', async () => {
    const pull = openPull(github.state, 7, { base: tree({}), head: tree({ 'a.yaml': 'a: 1\n' }) })
    const findings = ['web', 'admin', 'api'].map((name) =>
      finding({ file: 'a.yaml', container: name, fingerprint: name }),
    )
    await runOnPull(github, pull, {
      check: () => ({ report: reportOf(findings, 1), failOn: null }),
      inputs: { 'new-only': 'false' },
    })
    expect(pull.comments).toHaveLength(1)
    expect(pull.comments[0]?.body.match(/9 workers share/g)).toHaveLength(1)
    expect(pull.comments[0]?.body).toContain('in 3 containers:')
  })

  test('of a thousand findings on one file fits into one comment that later runs recognise', async () => {
    const pull = openPull(github.state, 7, {
      base: tree({}),
      head: tree({ 'a.yaml': 'a: 1\n' }),
      withoutPatch: ['a.yaml'],
    })
    const findings = Array.from({ length: 1000 }, (_, index) =>
      finding({
        file: 'a.yaml',
        message: `finding ${index} ${'x'.repeat(99)}`,
        fingerprint: `${'f'.repeat(64)}${index}`,
      }),
    )
    const options = { check: () => ({ report: reportOf(findings, 1), failOn: null }), inputs: { 'new-only': 'false' } }
    await runOnPull(github, pull, options)
    await runOnPull(github, pull, options)
    expect(pull.comments).toHaveLength(1)
    expect(pull.comments[0]?.body).toContain('finding 0')
    expect(pull.comments[0]?.body).toContain('finding 17')
  })

  test('is only printed in a dry run', async () => {
    const pull = openWeb({ web: 2 }, { web: 9 })
    const result = await runOnPull(github, pull, { inputs: { 'dry-run': 'true' } })
    expect(posts()).toEqual([])
    expect(result.log).toContain('  create    k8s/web.yaml:15 gunicorn-workers-exceed-cpu')
  })
})

describe('what was there before', () => {
  test('does not count, and is counted in the summary', async () => {
    const pull = openWeb({ old: 9, web: 2 }, { old: 9, web: 7 })
    const result = await runOnPull(github, pull)
    expect(result.exitCode).toBe(0)
    expect(result.outputs).toMatchObject({ findings: '1', errors: '0', warnings: '1' })
    expect(result.summary).toContain('1 more findings were there before')
  })

  test('counts when it got graver', async () => {
    const pull = openWeb({ web: 4 }, { web: 12 })
    expect((await runOnPull(github, pull)).outputs).toMatchObject({ errors: '1' })
  })

  test('is reported with the rest when the base cannot be read, and that is said', async () => {
    const pull = openWeb({ old: 9, web: 2 }, { old: 9, web: 7 })
    github.fail({
      method: 'POST',
      path: /^\/graphql$/,
      body: /query Texts/,
      times: 9,
      answer: { status: 502, body: {} },
      when: 'before',
    })
    const result = await runOnPull(github, pull)
    expect(result.outputs).toMatchObject({ findings: '2' })
    expect(visible(result)).toContain('so all findings are reported')
    expect(result.exitCode).toBe(1)
  })
})

describe('GitHub Enterprise Server', () => {
  test('is reached below its prefix, GraphQL beside it', async () => {
    const enterprise = await startGitHub('/api/v3')
    try {
      const base = tree({ 'k8s/web.yaml': deployment({ web: 2 }) })
      const pull = openPull(enterprise.state, 7, { base, head: tree({ 'k8s/web.yaml': deployment({ web: 9 }) }) })
      const variables = { GITHUB_SERVER_URL: 'https://git.example' }
      const result = await runOnPull(enterprise, pull, { variables, inputs: { review: 'summary' } })
      expect(enterprise.state.issueComments[0]?.body).toContain('https://git.example/shop/deploy/blob/')
      expect(result.exitCode).toBe(1)
      expect(enterprise.violations).toEqual([])
    } finally {
      await enterprise.close()
    }
  })

  test('without GraphQL still recognises its own comments', async () => {
    github.state.hasGraphql = false
    const pull = openWeb({ web: 2 }, { web: 9 })
    await runOnPull(github, pull, { inputs: { 'new-only': 'false' } })
    await runOnPull(github, pull, { inputs: { 'new-only': 'false' } })
    expect(pull.comments).toHaveLength(1)
  })
})
