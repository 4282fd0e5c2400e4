/** Every event the action runs on, and what it says to those it does not. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readEvent } from '../../src/github/event.ts'
import { readInputs } from '../../src/github/inputs.ts'
import { UserError } from '../../src/source/errors.ts'
import { deployment } from './manifests.ts'
import { laid, pullPayload, run, runOnPull } from './run.ts'
import { type FakeGitHub, startGitHub } from './server/server.ts'
import { openPull } from './server/state.ts'
import { reportOf, toyCheck } from './toy-check.ts'

let github: FakeGitHub

beforeEach(async () => {
  github = await startGitHub()
})

afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

const sha = 'a'.repeat(40)
const good = new Map([['k8s/web.yaml', deployment({ web: 2 })]])
const bad = new Map([['k8s/web.yaml', deployment({ web: 9 })]])

describe('merge_group and push', () => {
  test.each([
    [
      'merge_group',
      {
        action: 'checks_requested',
        merge_group: { head_sha: sha, base_sha: sha, head_ref: 'refs/heads/gh-readonly-queue/main/pr-7' },
      },
    ],
    ['push', { after: sha, ref: 'refs/heads/main' }],
  ])('%s annotates, fails by findings and writes nothing', async (eventName, payload) => {
    const result = await run(github, { eventName, payload, workspace: bad })
    expect(result.log[0]).toBe(
      '::error file=k8s/web.yaml,line=15,endLine=15,col=1,endColumn=26,title=workerlint%3A gunicorn-workers-exceed-cpu::9 workers share 1 CPU; at most 3 can run well',
    )
    expect(result.exitCode).toBe(1)
    expect(github.requests).toEqual([])
    expect((await run(github, { eventName, payload, workspace: good })).exitCode).toBe(0)
  })

  test('a status with a stable name is set on the commit the queue waits for', async () => {
    const payload = { merge_group: { head_sha: sha, base_sha: sha } }
    await run(github, { eventName: 'merge_group', payload, workspace: bad, inputs: { status: 'workerlint' } })
    await run(github, { eventName: 'merge_group', payload, workspace: good, inputs: { status: 'workerlint' } })
    expect(github.state.statuses).toMatchObject([
      { sha, context: 'workerlint', state: 'failure', description: '1 error' },
      { sha, context: 'workerlint', state: 'success', description: 'no findings' },
    ])
  })

  test('a status says so when nothing could be checked', async () => {
    const check = () => {
      throw new UserError('path k8s does not exist')
    }
    const payload = { merge_group: { head_sha: sha, base_sha: sha } }
    const result = await run(github, { eventName: 'merge_group', payload, check, inputs: { status: 'workerlint' } })
    expect(github.state.statuses).toMatchObject([{ sha, state: 'error', description: 'nothing was checked' }])
    expect(result.log).toEqual(['::error::path k8s does not exist'])
    expect(result.exitCode).toBe(2)
  })

  test('a status that may not be set is asked for and changes nothing else', async () => {
    github.state.canWrite = false
    const payload = { after: sha }
    const result = await run(github, { eventName: 'push', payload, workspace: good, inputs: { status: 'workerlint' } })
    expect(result.log.join('\n')).toContain('statuses: write')
    expect(result.exitCode).toBe(0)
  })
})

describe('pull_request_target', () => {
  test('checks the head of a fork as data over the checked-out base, without a checkout of the fork', async () => {
    const pull = openPull(github.state, 7, { base: good, head: bad })
    const result = await runOnPull(github, pull, {
      eventName: 'pull_request_target',
      workspace: good,
      payload: pullPayload(github, pull, { head: { sha: pull.headSha, repo: { full_name: 'octavia/deploy' } } }),
    })
    expect(pull.comments.map((comment) => comment.line)).toEqual([15])
    expect(result.exitCode).toBe(1)
  })

  test('takes the configuration of the base and removals of the head', async () => {
    const base = new Map([...bad, ['.workerlint.yaml', 'extends: strict'], ['b.yaml', 'b: 1']])
    const head = new Map([
      ['.workerlint.yaml', 'extends: none'],
      ['b.yaml', 'b: 2'],
    ])
    const pull = openPull(github.state, 7, { base, head })
    const seen: ReadonlyMap<string, string>[] = []
    await runOnPull(github, pull, {
      eventName: 'pull_request_target',
      workspace: base,
      check: (request, workspace) => {
        seen.push(laid(workspace, request))
        return { report: toyCheck(laid(workspace, request)), failOn: null }
      },
    })
    expect(seen[0]).toEqual(
      new Map([
        ['.workerlint.yaml', 'extends: strict'],
        ['b.yaml', 'b: 2'],
      ]),
    )
  })

  test('is not green when the head cannot be read', async () => {
    const pull = openPull(github.state, 7, { base: good, head: bad })
    github.fail({ method: 'POST', path: /^\/graphql$/, times: 99, when: 'before', answer: { status: 502, body: {} } })
    const result = await runOnPull(github, pull, { eventName: 'pull_request_target', workspace: good })
    expect(result.exitCode).toBe(2)
    expect(result.outputs).toEqual({ conclusion: 'failed' })
    expect(result.log.join('\n')).toContain('Nothing was checked because')
  })
})

describe('workflow_run', () => {
  const payload = (head: string) => ({
    workflow_run: {
      event: 'pull_request',
      head_sha: head,
      head_branch: 'change-7',
      head_repository: { owner: { login: 'shop' } },
      pull_requests: [],
    },
  })

  test('reviews the open pull request with exactly that head', async () => {
    const pull = openPull(github.state, 7, { base: good, head: bad })
    await run(github, { eventName: 'workflow_run', payload: payload(pull.headSha), workspace: good })
    expect(pull.comments).toHaveLength(1)
  })

  test('reviews nothing when the head has moved', async () => {
    const pull = openPull(github.state, 7, { base: good, head: bad })
    const result = await run(github, { eventName: 'workflow_run', payload: payload('c'.repeat(40)), workspace: good })
    expect(pull.comments).toEqual([])
    expect(result.exitCode).toBe(0)
  })
})

describe('a payload as GitHub sends it', () => {
  test.each([
    [
      'pull_request',
      { kind: 'pullRequest', isTarget: false, number: 2, isFork: false, isDraft: false, author: 'Codertocat' },
    ],
    ['pull_request_target', { kind: 'pullRequest', isTarget: true, number: 2 }],
    ['merge_group', { kind: 'mergeGroup' }],
    ['push', { kind: 'push' }],
    ['workflow_run', { kind: 'workflowRun' }],
  ])('of %s is understood', (eventName, expected) => {
    const file = `${eventName.replace('_target', '')}.json`
    const payload = readFileSync(new URL(`../fixtures/github/payloads/${file}`, import.meta.url), 'utf8')
    const { trigger } = readEvent({ GITHUB_EVENT_NAME: eventName, GITHUB_REPOSITORY: 'a/b' }, payload)
    expect(trigger).toMatchObject({ ...expected, headSha: expect.stringMatching(/^[0-9a-f]{40}$/) })
  })
})

describe('files that cannot be read', () => {
  test.each([
    [0, 2],
    [1, 0],
  ])('with %i documents that could be read exit with %i', async (documents, exitCode) => {
    const report = reportOf([], 1)
    const problems = [{ file: 'a.yaml', line: 3, message: 'not YAML' }]
    const check = () => ({ report: { ...report, summary: { ...report.summary, documents }, problems }, failOn: null })
    const result = await run(github, { eventName: 'push', payload: { after: sha }, check })
    expect(result.exitCode).toBe(exitCode)
    expect(result.summary).toContain('`a.yaml:3` not YAML')
  })
})

describe('a draft or fork', () => {
  test('from a deleted repository is a fork', () => {
    const pull = { number: 3, head: { sha, repo: null }, base: { sha, repo: { full_name: 'a/b' } } }
    const context = readEvent(
      { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REPOSITORY: 'a/b' },
      JSON.stringify({ pull_request: pull }),
    )
    expect(context.trigger).toMatchObject({ kind: 'pullRequest', isFork: true, isDraft: false, number: 3 })
  })
})

describe('what cannot be understood is said in one sentence', () => {
  test.each([
    ['issue_comment', {}, 'workerlint does not run on the event "issue_comment"; use one of pull_request,'],
    ['pull_request', {}, 'The event payload of pull_request has no usable pull_request.number.'],
    ['pull_request', { pull_request: { number: -1 } }, 'has no usable pull_request.number.'],
    [
      'pull_request',
      { pull_request: { number: 7, head: { sha: 'x' } } },
      'The event payload of pull_request head has no usable sha.',
    ],
    ['merge_group', { merge_group: {} }, 'The event payload of merge_group has no usable head_sha.'],
    ['pull_request', 'not json', 'The event payload at GITHUB_EVENT_PATH is not a JSON object.'],
  ])('%s %j', async (eventName, payload, message) => {
    const result = await run(github, { eventName, payload })
    expect(result.log.join('\n')).toContain(message)
    expect(result.exitCode).toBe(2)
    expect(result.outputs).toEqual({ conclusion: 'failed' })
  })

  test('mode review without a pull request', async () => {
    const result = await run(github, {
      eventName: 'push',
      payload: { after: sha },
      inputs: { mode: 'review' },
      workspace: bad,
    })
    expect(result.exitCode).toBe(2)
    expect(result.log.join('\n')).toContain('mode is review, but the event push has no pull request.')
    expect(result.log.join('\n')).toContain('9 workers share 1 CPU')
  })

  test('every wrong input at once', () => {
    const given: Readonly<Record<string, string>> = {
      mode: 'x',
      'fail-on': 'hint',
      'max-comments': '-1',
      'dry-run': 'yes',
    }
    expect(() => readInputs((name) => given[name] ?? '')).toThrow(
      /mode is "x".*fail-on is "hint".*max-comments is "-1".*dry-run is "yes"/,
    )
  })
})
