/** The check run that the input `check-run` asks for. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { listAt } from '../../src/github/json-value.ts'
import { UserError } from '../../src/source/errors.ts'
import { deployment } from './manifests.ts'
import { run, runOnPull } from './run.ts'
import { type FakeGitHub, startGitHub } from './server/server.ts'
import { openPull } from './server/state.ts'

let github: FakeGitHub

beforeEach(async () => {
  github = await startGitHub()
})

afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

const sha = 'a'.repeat(40)
const push = { eventName: 'push', payload: { after: sha }, inputs: { 'check-run': 'workerlint findings' } }
const good = new Map([['k8s/web.yaml', deployment({ web: 2 })]])
const bad = new Map([['k8s/web.yaml', deployment({ web: 9 })]])

/** Containers with nine workers each. */
function many(count: number): ReadonlyMap<string, string> {
  return new Map([['k8s/web.yaml', deployment(Object.fromEntries([...Array(count).keys()].map((n) => [`c${n}`, 9])))]])
}

test('no check run is created unless it is asked for', async () => {
  await run(github, { ...push, inputs: {}, workspace: bad })
  expect(github.requests).toEqual([])
})

test('has the conclusion of the job, the counts, the table, and the findings beside their lines', async () => {
  const result = await run(github, { ...push, workspace: bad })
  expect(result.exitCode).toBe(1)
  expect(github.state.checkRuns).toMatchObject([
    { sha, name: 'workerlint findings', conclusion: 'failure', title: '1 error' },
  ])
  expect(github.state.checkRuns[0]?.annotations).toEqual([
    {
      path: 'k8s/web.yaml',
      start_line: 15,
      end_line: 15,
      start_column: 1,
      end_column: 26,
      annotation_level: 'failure',
      title: 'workerlint: gunicorn-workers-exceed-cpu',
      message: '9 workers share 1 CPU; at most 3 can run well',
    },
  ])
  expect(github.state.checkRuns[0]?.summary).toContain('Checked 1 server process')
  expect(github.state.checkRuns[0]?.summary).toContain('| severity | place |')
})

test('is a success without findings, and with findings below fail-on', async () => {
  await run(github, { ...push, workspace: good })
  await run(github, { ...push, workspace: bad, inputs: { ...push.inputs, 'fail-on': 'never' } })
  expect(github.state.checkRuns).toMatchObject([
    { conclusion: 'success', title: 'no findings', annotations: [] },
    { conclusion: 'success', title: '1 error' },
  ])
})

test('stands on the head of a pull request', async () => {
  const pull = openPull(github.state, 7, { base: good, head: bad })
  await runOnPull(github, pull, { inputs: push.inputs })
  expect(github.state.checkRuns).toMatchObject([{ sha: pull.headSha, conclusion: 'failure' }])
})

test.each([
  [50, [50]],
  [51, [50, 1]],
  [120, [50, 50, 20]],
])('%d findings are one check run with %j annotations in its requests', async (count, expected) => {
  await run(github, { ...push, workspace: many(count) })
  const sent = github.requests.map(({ body }) => listAt(Object(body).output, 'annotations').length)
  expect(sent).toEqual(expected)
  expect(github.state.checkRuns).toHaveLength(1)
  expect(new Set(github.state.checkRuns[0]?.annotations.map((one) => JSON.stringify(one))).size).toBe(count)
})

test('annotates the first thousand, and its summary stays below what GitHub takes', async () => {
  await run(github, { ...push, workspace: many(1500) })
  expect(github.state.checkRuns[0]?.annotations).toHaveLength(1000)
  const summary = github.state.checkRuns[0]?.summary ?? ''
  expect(Buffer.byteLength(summary)).toBeLessThan(65_535)
  expect(summary).toMatch(/… and \d+ more: /)
})

test('that may not be created tells the permission and changes nothing else', async () => {
  const allowed = await run(github, { ...push, inputs: {}, workspace: bad })
  github.state.canWrite = false
  const result = await run(github, { ...push, workspace: bad })
  expect(result.log.join('\n')).toContain('checks: write')
  expect(result.exitCode).toBe(allowed.exitCode)
  expect(result.outputs).toEqual(allowed.outputs)
  expect(result.log.filter((line) => !line.startsWith('::notice'))).toEqual(allowed.log)
})

test('an answer that got lost is not asked for again, for that would be a second check run', async () => {
  const answer = { status: 502, body: {} }
  github.fail({ method: 'POST', path: /\/check-runs$/, times: 1, when: 'after', answer })
  const result = await run(github, { ...push, workspace: bad })
  expect(github.state.checkRuns).toHaveLength(1)
  expect(result.log.join('\n')).toContain('GitHub answered 502')
  expect(result.exitCode).toBe(1)
})

test('fails when nothing could be checked', async () => {
  const check = () => {
    throw new UserError('path k8s does not exist')
  }
  const result = await run(github, { ...push, check })
  expect(github.state.checkRuns).toMatchObject([{ sha, conclusion: 'failure', title: 'nothing was checked' }])
  expect(result.exitCode).toBe(2)
})

test('is not created in a dry run', async () => {
  await run(github, { ...push, workspace: bad, inputs: { ...push.inputs, 'dry-run': 'true' } })
  expect(github.requests).toEqual([])
})
