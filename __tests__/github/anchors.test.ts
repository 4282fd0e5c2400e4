/** Where comments stand and what their buttons do, over real HTTP. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { deployment } from './manifests.ts'
import { runOnPull } from './run.ts'
import { type FakeGitHub, startGitHub } from './server/server.ts'
import { type ModelPull, openPull, push, type Tree } from './server/state.ts'
import { applySuggestions } from './server/suggestions.ts'
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

describe('anchors', () => {
  test('outside the diff are listed in one summary comment that later runs bring up to date', async () => {
    const base = tree({ 'k8s/web.yaml': deployment({ web: 2 }), 'k8s/old.yaml': deployment({ old: 9 }) })
    const head = tree({ 'k8s/web.yaml': deployment({ web: 9 }), 'k8s/old.yaml': deployment({ old: 9 }) })
    const pull = openPull(github.state, 7, { base, head })
    const inputs = { 'new-only': 'false' }
    await runOnPull(github, pull, { inputs })
    await runOnPull(github, pull, { inputs })
    expect(github.state.issueComments).toHaveLength(1)
    expect(github.state.issueComments[0]?.body).toContain(
      `[\`k8s/old.yaml:15\`](https://github.com/shop/deploy/blob/${pull.headSha}/k8s/old.yaml#L15)`,
    )
    expect(github.state.issueComments[0]?.body).not.toContain('k8s/web.yaml:15`](')
    push(github.state, pull, base)
    await runOnPull(github, pull, { inputs: { 'new-only': 'true' } })
    expect(github.state.issueComments[0]?.body).toContain('workerlint: no findings')
  })

  test('of a range across two hunks are not commented on as a range', async () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line${index}: 1`)
    const changed = lines.with(4, 'line4: 2').with(24, 'line24: 2')
    const pull = openPull(github.state, 7, {
      base: tree({ 'a.yaml': lines.join('\n') }),
      head: tree({ 'a.yaml': changed.join('\n') }),
    })
    const across = finding({ file: 'a.yaml', start: { line: 5, column: 1 }, end: { line: 25, column: 2 } })
    await runOnPull(github, pull, {
      check: () => ({ report: reportOf([across], 1), failOn: null }),
      inputs: { 'new-only': 'false' },
    })
    expect(pull.comments.map((comment) => [comment.startLine, comment.line])).toEqual([[null, 5]])
  })

  test('of a file whose patch GitHub leaves out become a comment on the file', async () => {
    const pull = openPull(github.state, 7, {
      base: tree({ 'k8s/web.yaml': deployment({ web: 2 }) }),
      head: tree({ 'k8s/web.yaml': deployment({ web: 9 }) }),
      withoutPatch: ['k8s/web.yaml'],
    })
    await runOnPull(github, pull)
    expect(pull.comments.map((comment) => [comment.isOnFile, comment.path])).toEqual([[true, 'k8s/web.yaml']])
    expect(pull.comments[0]?.body).toContain('```diff')
  })

  test('follow the head where the workspace is a merge with a moved base', async () => {
    const pull = openWeb({ web: 2 }, { web: 9 })
    const workspace = tree({ 'k8s/web.yaml': `# added on main\n${deployment({ web: 9 })}` })
    await runOnPull(github, pull, { workspace, inputs: { 'new-only': 'false' } })
    expect(pull.comments.map((comment) => comment.line)).toEqual([15])
  })

  test('in changed-lines scope leave unchanged lines beside the change to the summary', async () => {
    const base = tree({ 'k8s/web.yaml': deployment({ web: 9 }) })
    const head = tree({ 'k8s/web.yaml': deployment({ web: 9 }).replace('shop.wsgi', 'shop.asgi') })
    const pull = openPull(github.state, 7, { base, head })
    await runOnPull(github, pull, { inputs: { scope: 'changed-lines', 'new-only': 'false' } })
    expect(pull.comments).toEqual([])
    await runOnPull(github, pull, { inputs: { scope: 'changed-files', 'new-only': 'false' } })
    expect(pull.comments.map((comment) => comment.line)).toEqual([15])
  })
})

describe('suggestions', () => {
  test('are plain diffs where a deleted row lies between their lines', async () => {
    const base = tree({ 'a.yaml': 'a: 1\nb: 2\nc: 3\nd: 4\n' })
    const pull = openPull(github.state, 7, { base, head: tree({ 'a.yaml': 'a: 1\nc: 3\nd: 5\n' }) })
    const suggestion = { file: 'a.yaml', startLine: 1, endLine: 2, replacement: 'a: 9\nc: 3' }
    const report = reportOf([finding({ file: 'a.yaml', suggestion })], 1)
    await runOnPull(github, pull, { check: () => ({ report, failOn: null }), inputs: { 'new-only': 'false' } })
    expect(pull.comments[0]?.body).toContain('```diff\n-a: 1\n-c: 3\n+a: 9\n+c: 3\n```')
    expect(pull.comments[0]?.body).not.toContain('```suggestion')
  })

  test('are plain diffs where lines end with a carriage return', async () => {
    const pull = openPull(github.state, 7, {
      base: tree({ 'a.yaml': 'a: 1\r\n' }),
      head: tree({ 'a.yaml': 'a: 2\r\n' }),
    })
    const suggestion = { file: 'a.yaml', startLine: 1, endLine: 1, replacement: 'a: 3\r' }
    const report = reportOf([finding({ file: 'a.yaml', suggestion })], 1)
    await runOnPull(github, pull, { check: () => ({ report, failOn: null }), inputs: { 'new-only': 'false' } })
    expect(pull.comments[0]?.body).toContain('```diff\n-a: 2\n+a: 3\n```')
    expect(pull.comments[0]?.body).not.toContain('```suggestion')
  })

  test('on one line are woven into one', async () => {
    const line = 'args: [gunicorn, -w, "9", --timeout, "5"]'
    const pull = openPull(github.state, 7, { base: tree({}), head: tree({ 'a.yaml': `${line}\n` }) })
    const edit = (policy: string, replacement: string) =>
      finding({
        file: 'a.yaml',
        policy,
        fingerprint: policy,
        suggestion: { file: 'a.yaml', startLine: 1, endLine: 1, replacement },
      })
    const report = reportOf(
      [edit('workers', line.replace('"9"', '"3"')), edit('timeout', line.replace('"5"', '"30"'))],
      1,
    )
    await runOnPull(github, pull, { check: () => ({ report, failOn: null }), inputs: { 'new-only': 'false' } })
    expect(applySuggestions(github.state, pull).get('a.yaml')).toBe('args: [gunicorn, -w, "3", --timeout, "30"]\n')
    expect(pull.comments).toHaveLength(1)
  })

  test('that contain a fence cannot end their block', async () => {
    const pull = openPull(github.state, 7, { base: tree({}), head: tree({ 'a.yaml': 'a: 1\n' }) })
    const suggestion = { file: 'a.yaml', startLine: 1, endLine: 1, replacement: 'a: |\n  ```\n  ````' }
    const report = reportOf([finding({ file: 'a.yaml', suggestion })], 1)
    await runOnPull(github, pull, { check: () => ({ report, failOn: null }), inputs: { 'new-only': 'false' } })
    expect(applySuggestions(github.state, pull).get('a.yaml')).toBe('a: |\n  ```\n  ````\n')
  })
})
