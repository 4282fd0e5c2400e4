/** The audit issue over several scheduled runs, over real HTTP. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { printMarker } from '../../src/github/marker.ts'
import { readTrend, sparkline } from '../../src/github/trend.ts'
import { type RunResult, run } from './run.ts'
import { type FakeGitHub, startGitHub } from './server/server.ts'
import { actionsBot, person } from './server/state.ts'
import { finding, reportOf } from './toy-check.ts'

let github: FakeGitHub

beforeEach(async () => {
  github = await startGitHub()
})

afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

function audit(messages: readonly string[], inputs: Readonly<Record<string, string>> = {}): Promise<RunResult> {
  const findings = messages.map((message) => finding({ message, fingerprint: message, severity: 'warning' }))
  return run(github, { eventName: 'schedule', inputs, check: () => ({ report: reportOf(findings, 4), failOn: null }) })
}

function writes(): number {
  return github.requests.filter((entry) => entry.method !== 'GET' && entry.path !== '/graphql').length
}

describe('a scheduled audit', () => {
  test('opens one issue with label, findings and outputs, without any payload', async () => {
    const result = await audit(['too many workers'])
    expect(github.state.issues).toEqual([
      expect.objectContaining({ title: 'workerlint audit', labels: ['workerlint'], state: 'open' }),
    ])
    expect(github.state.issues[0]?.body).toContain('too many workers')
    expect(result.outputs).toMatchObject({
      conclusion: 'findings',
      'issue-number': '100',
      'issue-url': 'https://github.com/shop/deploy/issues/100',
    })
  })

  test('opens none when there is nothing to tell', async () => {
    const result = await audit([])
    expect(writes()).toBe(0)
    expect(result.outputs['conclusion']).toBe('clean')
  })

  test('does not write again what has not changed', async () => {
    await audit(['too many workers'])
    const before = writes()
    await audit(['too many workers'])
    expect(writes()).toBe(before)
  })

  test('brings the issue up to date and shows the trend', async () => {
    await audit(['one', 'two', 'three'])
    await audit(['one'])
    expect(github.state.issues).toHaveLength(1)
    expect(github.state.issues[0]?.body).toContain('**Trend** █▃')
    expect(github.state.issues[0]?.body).toContain(
      '| 2026-11-01 | `bbbbbbb` | 0 | 3 | 0 |\n| 2026-11-01 | `bbbbbbb` | 0 | 1 | 0 |',
    )
    expect(github.state.issues[0]?.body).toContain('| warnings | `█▃` | 3 | 1 |')
    const line = `https://github.com/shop/deploy/blob/${'b'.repeat(40)}/k8s/web.yaml#L1`
    expect(github.state.issues[0]?.body).toContain(`| \`Deployment/web\` | 0 | [1](${line}) | 0 |`)
    expect(github.state.issues[0]?.body).not.toContain('(three)')
  })

  test('closes the issue with a sentence when all is clean, and opens it again', async () => {
    await audit(['one'])
    await audit([])
    expect(github.state.issues[0]).toMatchObject({ state: 'closed', stateReason: 'completed' })
    expect(github.state.issueComments[0]?.body).toContain('now finds no findings')
    await audit(['two'], { 'reopen-issue': 'false' })
    expect(github.state.issues).toEqual([expect.objectContaining({ state: 'open' })])
  })

  test.each([
    ['false', 'closed'],
    ['true', 'open'],
  ])('with reopen-issue %s leaves an issue that a person closed %s', async (reopen, state) => {
    await audit(['one'])
    for (const issue of github.state.issues) issue.state = 'closed'
    await audit(['two'], { 'reopen-issue': reopen })
    expect(github.state.issues).toEqual([expect.objectContaining({ state })])
  })

  test('closes further issues of its own', async () => {
    await audit(['one'])
    const [first] = github.state.issues
    if (first === undefined) throw new Error('no issue')
    github.state.issues.push({ ...first, number: 140 })
    await audit(['one'])
    expect(github.state.issues.map((issue) => issue.state)).toEqual(['closed', 'open'])
  })

  test('finds its issue again when the label is gone', async () => {
    await audit(['one'])
    for (const issue of github.state.issues) issue.labels = []
    await audit(['one', 'two'])
    expect(github.state.issues).toHaveLength(1)
  })

  test('does not take an issue of somebody else for its own', async () => {
    await audit(['one'])
    const [own] = github.state.issues
    if (own === undefined) throw new Error('no issue')
    github.state.issues = [{ ...own, user: person }]
    await audit(['two'])
    expect(github.state.issues.map((issue) => issue.user)).toEqual([person, actionsBot])
    expect(github.state.issues[0]?.body).toBe(own.body)
  })

  test('recognises its own issues under another account', async () => {
    github.state.viewer = { login: 'lint-app[bot]', id: 555, type: 'Bot' }
    await audit(['one'])
    await audit(['two'])
    expect(github.state.issues).toHaveLength(1)
  })

  test('creates nothing when the issues cannot be listed', async () => {
    await audit(['one'])
    const before = github.state.issues.length
    github.fail({ method: 'GET', path: /\/issues$/, times: 99, when: 'before', answer: { status: 502, body: {} } })
    const result = await audit(['two'])
    expect(github.state.issues).toHaveLength(before)
    expect(result.log.join('\n')).toContain('::warning file=k8s/web.yaml')
    expect(result.exitCode).toBe(0)
  })

  test('creates one issue even when the answer is lost', async () => {
    github.fail({ method: 'POST', path: /\/issues$/, times: 1, when: 'after', answer: { status: 502, body: {} } })
    const result = await audit(['one'])
    expect(github.state.issues).toHaveLength(1)
    expect(result.outputs['issue-number']).toBe('100')
  })

  test('puts the findings in annotations where issues are disabled', async () => {
    github.state.hasIssues = false
    const result = await audit(['one'])
    expect(result.log.join('\n')).toContain('Issues are disabled')
    expect(result.log.join('\n')).toContain('::warning file=k8s/web.yaml')
  })

  test('asks for issues: write when the token may only read', async () => {
    github.state.canWrite = false
    const result = await audit(['one'])
    expect(result.log.join('\n')).toContain('issues: write')
    expect(result.summary).toContain('one')
  })

  test('writes no issue with audit-issue false', async () => {
    await audit(['one'], { 'audit-issue': 'false' })
    expect(writes()).toBe(0)
  })

  test('keeps the issue below what GitHub takes', async () => {
    await audit(Array.from({ length: 2000 }, (_, index) => `finding ${index} ${'x'.repeat(100)}`))
    expect(github.state.issues[0]?.body.length).toBeLessThan(65_536)
    expect(github.state.issues[0]?.body).toMatch(/… and \d+ more/)
  })
})

test('one issue through its whole life: created, updated, unchanged, clean, closed, open again', async () => {
  const seen: unknown[] = []
  for (const messages of [['one'], ['one', 'two'], ['one', 'two'], [], [], ['three']]) {
    const before = writes()
    const { log } = await audit(messages)
    const action = /Audit issue: (.+)\./.exec(log.join('\n'))?.[1]
    const [issue] = github.state.issues
    seen.push([action, issue?.state, writes() - before])
    if (messages.length > 0) for (const message of messages) expect(issue?.body).toContain(message)
  }
  expect(github.state.issues).toHaveLength(1)
  expect(seen).toEqual([
    ['created', 'open', 1],
    ['updated', 'open', 1],
    ['unchanged', 'open', 0],
    // The text and its closing comment.
    ['closed', 'closed', 2],
    ['unchanged', 'closed', 0],
    ['updated', 'open', 1],
  ])
  // Four texts were written, each adding a point to the trend.
  expect(github.state.issues[0]?.body).toContain('**Trend** ▅█▁▅ over 4 runs')
})

describe('the trend in a marker', () => {
  test('keeps only what is a point', () => {
    const good = { date: '2026-11-01', sha: 'abc1234', error: 1, warning: 0, info: 2 }
    const bad = [
      null,
      'x',
      { ...good, date: '<b>' },
      { ...good, sha: '@octavia' },
      { ...good, error: -1 },
      { ...good, info: '2' },
      { ...good, warning: 1.5 },
    ]
    expect(readTrend([...bad, good])).toEqual([good])
  })

  test('is drawn with bars relative to the highest', () => {
    expect(sparkline([0, 2, 4])).toBe('▁▅█')
    expect(sparkline([0, 0])).toBe('▁▁')
  })

  test('cannot be forged into another job’s', async () => {
    await audit(['one'])
    const foreign = printMarker({ kind: 'dashboard', instance: 'other', data: { trend: [] } })
    github.state.issues.push({
      number: 150,
      user: actionsBot,
      title: 'workerlint audit',
      body: foreign,
      labels: ['workerlint'],
      state: 'open',
      stateReason: null,
    })
    await audit(['two'])
    expect(github.state.issues[1]?.body).toBe(foreign)
  })
})
