/** What a reviewer sees on a pull request after runs of the action, over real HTTP. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { deployment } from './manifests.ts'
import { pullPayload, type RunResult, runOnPull } from './run.ts'
import { type FakeGitHub, startGitHub } from './server/server.ts'
import { actionsBot, type ModelPull, openPull, person, push, type Tree, takeId } from './server/state.ts'
import { applySuggestions, suggestionIn } from './server/suggestions.ts'
import { finding, reportOf, toyCheck } from './toy-check.ts'

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

function live(pull: ModelPull) {
  return pull.comments.filter((comment) => comment.minimizedReason === null && comment.inReplyTo === null)
}

function visible(result: RunResult): string {
  return [...result.log, result.summary].join('\n')
}

describe('a first review', () => {
  test('is one COMMENT on the head commit, on the lines of the suggestion, on the right side', async () => {
    const pull = openWeb({ web: 2, admin: 2 }, { web: 9, admin: 7 })
    await runOnPull(github, pull)
    const reviews = github.requests.filter((entry) => entry.path.endsWith('/reviews'))
    expect(reviews.map((entry) => entry.body)).toEqual([
      {
        commit_id: pull.headSha,
        event: 'COMMENT',
        body: '',
        comments: [
          expect.objectContaining({ path: 'k8s/web.yaml', line: 27, side: 'RIGHT' }),
          expect.objectContaining({ path: 'k8s/web.yaml', line: 15, side: 'RIGHT' }),
        ],
      },
    ])
    expect(JSON.stringify(reviews)).not.toContain('start_line')
  })

  test('says found and wanted, the arithmetic, the other remedy and how to ignore', async () => {
    const pull = openWeb({ web: 2 }, { web: 9 })
    await runOnPull(github, pull)
    expect(pull.comments[0]?.body.replace(/<!--.*-->/, '<!-- marker -->')).toBe(
      `**error** 9 workers share 1 CPU; at most 3 can run well ([\`gunicorn-workers-exceed-cpu\`](https://example.com/policies/gunicorn-workers-exceed-cpu)) — \`Deployment/web\`, container \`web\`

| setting | found | wanted |
| --- | --- | --- |
| \`workers\` | \`9\` | \`3\` |

\`\`\`suggestion
            - --workers=3
\`\`\`

<details><summary>How workers 3 was worked out</summary>

| term | value |
| --- | --- |
| limits.cpu | \`1\` |
| 2 \\* 1 + 1 | \`3\` |

</details>

Or set \`resources.limits.cpu\` to \`4\`.

To accept this, write \`# workerlint-ignore gunicorn-workers-exceed-cpu -- reason\` on the line or the line above.

<!-- marker -->`,
    )
  })

  test('leads to a clean head when all suggestions are applied', async () => {
    const pull = openWeb({ web: 2, admin: 2 }, { web: 9, admin: 7 })
    await runOnPull(github, pull)
    const fixed = applySuggestions(github.state, pull)
    expect(toyCheck(fixed).findings).toEqual([])
    push(github.state, pull, fixed)
    const again = await runOnPull(github, pull)
    expect(again.exitCode).toBe(0)
    expect(again.outputs).toMatchObject({ conclusion: 'clean', findings: '0' })
    expect(live(pull)).toEqual([])
  })

  test('is not written when nothing is found', async () => {
    const pull = openWeb({ web: 2 }, { web: 3 })
    const result = await runOnPull(github, pull)
    expect(result.exitCode).toBe(0)
    expect(posts()).toEqual([])
  })

  test('fails the job from fail-on upwards, whatever the comments', async () => {
    const pull = openWeb({ web: 2 }, { web: 7 })
    expect((await runOnPull(github, pull)).exitCode).toBe(0)
    expect((await runOnPull(github, pull, { inputs: { 'fail-on': 'warning' } })).exitCode).toBe(1)
    expect((await runOnPull(github, pull, { inputs: { 'fail-on': 'never' } })).exitCode).toBe(0)
    expect(live(pull)).toHaveLength(1)
  })
})

describe('later pushes', () => {
  test('do not repeat a comment that still stands', async () => {
    const pull = openWeb({ web: 2 }, { web: 9 })
    await runOnPull(github, pull)
    await runOnPull(github, pull)
    expect(posts()).toHaveLength(1)
    expect(pull.comments).toHaveLength(1)
  })

  test('keep the comment when lines are inserted above', async () => {
    const pull = openWeb({ web: 2 }, { web: 9 })
    await runOnPull(github, pull)
    const shifted = `# first\n# second\n${deployment({ web: 9 })}`
    push(github.state, pull, tree({ 'k8s/web.yaml': shifted }))
    await runOnPull(github, pull)
    expect(posts()).toHaveLength(1)
    expect(pull.comments.map((comment) => comment.line)).toEqual([17])
  })

  test('write anew what changed with its line, and take the old comment away', async () => {
    const pull = openWeb({ web: 2 }, { web: 9 })
    await runOnPull(github, pull)
    push(github.state, pull, tree({ 'k8s/web.yaml': deployment({ web: 12 }) }))
    await runOnPull(github, pull)
    expect(live(pull).map((comment) => [comment.line, suggestionIn(comment.body)])).toEqual([
      [15, ['            - --workers=3']],
    ])
    expect(live(pull)[0]?.body).toContain('12 workers')
  })

  test('fold away instead of delete where somebody replied', async () => {
    const pull = openWeb({ web: 2 }, { web: 9 })
    await runOnPull(github, pull)
    const [first] = pull.comments
    if (first === undefined) throw new Error('no comment')
    const reply = {
      ...first,
      id: takeId(github.state),
      nodeId: 'PRRC_reply',
      inReplyTo: first.id,
      user: person,
      body: 'why?',
    }
    pull.comments.push(reply)
    push(github.state, pull, tree({ 'k8s/web.yaml': deployment({ web: 3 }) }))
    await runOnPull(github, pull)
    expect(pull.comments.map((comment) => comment.minimizedReason)).toEqual(['resolved', null])
  })

  test('do not raise again what a person resolved', async () => {
    const pull = openWeb({ web: 2 }, { web: 9 })
    await runOnPull(github, pull)
    for (const comment of pull.comments) comment.isResolved = true
    push(github.state, pull, tree({ 'k8s/web.yaml': deployment({ web: 12 }) }))
    const result = await runOnPull(github, pull)
    expect(pull.comments).toHaveLength(1)
    expect(result.exitCode).toBe(1)
    expect(github.state.issueComments[0]?.body).toContain('resolved by a person')
  })

  test('raise again what had been folded away as fixed and came back', async () => {
    const pull = openWeb({ web: 2 }, { web: 9 })
    await runOnPull(github, pull)
    for (const comment of pull.comments) comment.minimizedReason = 'resolved'
    await runOnPull(github, pull)
    expect(live(pull)).toHaveLength(1)
  })

  test('leave comments alone that somebody else wrote with a copied marker', async () => {
    const pull = openWeb({ web: 2 }, { web: 9 })
    await runOnPull(github, pull)
    const [first] = pull.comments
    if (first === undefined) throw new Error('no comment')
    pull.comments = [{ ...first, user: person }]
    await runOnPull(github, pull)
    expect(pull.comments.map((comment) => comment.user)).toEqual([person, actionsBot])
    push(github.state, pull, tree({ 'k8s/web.yaml': deployment({ web: 3 }) }))
    await runOnPull(github, pull)
    expect(pull.comments.map((comment) => comment.user)).toEqual([person])
  })

  test('leave the comments of another job alone', async () => {
    const pull = openWeb({ web: 2 }, { web: 9 })
    await runOnPull(github, pull)
    await runOnPull(github, pull, {
      variables: { GITHUB_JOB: 'other' },
      check: () => ({ report: reportOf([], 1), failOn: null }),
    })
    expect(live(pull)).toHaveLength(1)
  })

  test('take away the younger of two comments that two runs wrote at once', async () => {
    const pull = openWeb({ web: 2 }, { web: 9 })
    await runOnPull(github, pull)
    const [first] = pull.comments
    if (first === undefined) throw new Error('no comment')
    pull.comments.push({ ...first, id: takeId(github.state), nodeId: 'PRRC_twin' })
    await runOnPull(github, pull)
    expect(pull.comments.map((comment) => comment.id)).toEqual([first.id])
  })

  test('keep the older of two comments when another run writes at the same moment', async () => {
    const pull = openWeb({ web: 2 }, { web: 9 })
    await runOnPull(github, pull)
    const [older] = pull.comments
    if (older === undefined) throw new Error('no comment')
    pull.comments = []
    github.meanwhile({ method: 'POST', path: /\/reviews$/ }, () => pull.comments.push(older))
    await runOnPull(github, pull)
    expect(pull.comments.map((comment) => comment.id)).toEqual([older.id])
  })

  test('write nothing when the pull request has moved on meanwhile', async () => {
    const pull = openWeb({ web: 2 }, { web: 9 })
    const payload = pullPayload(github, pull)
    const workspace = tree({ 'k8s/web.yaml': deployment({ web: 9 }) })
    push(github.state, pull, tree({ 'k8s/web.yaml': deployment({ web: 3 }) }))
    const result = await runOnPull(github, pull, { payload, workspace })
    expect(posts()).toEqual([])
    expect(visible(result)).toContain('has a newer commit')
    expect(result.exitCode).toBe(1)
  })
})

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
