/** What a reviewer sees on a pull request after runs of the action, over real HTTP. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { deployment } from './manifests.ts'
import { pullPayload, type RunResult, runOnPull } from './run.ts'
import { type FakeGitHub, startGitHub } from './server/server.ts'
import { actionsBot, type ModelPull, openPull, person, push, type Tree, takeId } from './server/state.ts'
import { applySuggestions, suggestionIn } from './server/suggestions.ts'
import { reportOf, toyCheck } from './toy-check.ts'

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
      `🔴 **error** · 9 workers share 1 CPU; at most 3 can run well ([\`gunicorn-workers-exceed-cpu\`](https://example.com/policies/gunicorn-workers-exceed-cpu))

| setting | found | wanted |
| --- | --- | --- |
| \`workers\` | \`9\` | \`3\` |

\`\`\`suggestion
            - --workers=3
\`\`\`

<details><summary>The arithmetic: workers = 3</summary>

| step | value |
| --- | --- |
| limits.cpu | \`1\` |
| 2 \\* 1 + 1 | \`3\` |

</details>

**Or** set \`resources.limits.cpu\` to \`4\`.

<sub>\`Deployment/web\`, container \`web\`. To accept this, write \`# workerlint-ignore gunicorn-workers-exceed-cpu -- reason\` on the line or the line above.</sub>

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
