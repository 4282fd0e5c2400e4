/** The model refuses what GitHub refuses; without this the other tests would prove nothing. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createClient, type GitHubClient } from '../../../src/github/client.ts'
import { attempt } from '../../../src/github/failure.ts'
import { type FakeGitHub, startGitHub } from './server.ts'
import { type ModelPull, openPull, push } from './state.ts'
import { applySuggestions } from './suggestions.ts'

let github: FakeGitHub
let client: GitHubClient
let pull: ModelPull

const lines = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`)

beforeEach(async () => {
  github = await startGitHub()
  client = createClient({ apiUrl: github.url, token: 't', sleep: async () => {}, now: () => 0 })
  const head = lines.toSpliced(5, 1).with(3, 'changed').with(24, 'changed too')
  pull = openPull(github.state, 7, {
    base: new Map([['a.yaml', lines.join('\n')]]),
    head: new Map([['a.yaml', head.join('\n')]]),
  })
})

afterEach(async () => {
  await github.close()
})

async function review(
  comment: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const good = { path: 'a.yaml', line: 4, side: 'RIGHT', body: 'fine' }
  const parameters = {
    owner: 'shop',
    repo: 'deploy',
    pull_number: 7,
    event: 'COMMENT',
    body: '',
    comments: [good, comment],
    ...given,
  }
  const route = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews'
  const result = await attempt(() => client.send({ route, parameters, isRepeatable: false }))
  return 'value' in result ? 'written' : `${result.failure.status} ${result.failure.message}`
}

describe('a review', () => {
  test.each([
    ['a line outside the diff', { line: 15 }, 'line must be part of the diff'],
    ['a range over two hunks', { start_line: 4, start_side: 'RIGHT', line: 25 }, 'must be part of the same hunk'],
    [
      'a start that is the line',
      { start_line: 4, start_side: 'RIGHT', line: 4 },
      'start line must precede the end line',
    ],
    ['a path outside the diff', { path: 'b.yaml' }, 'path is invalid'],
    ['too long a body', { body: 'x'.repeat(65_537) }, 'Body is too long (maximum is 65536 characters)'],
    ['a subject type', { subject_type: 'file' }, '"subject_type" is not a permitted key.'],
    ['a line that is no number', { line: '4' }, 'must be integer'],
  ])('with %s is refused as a whole', async (_, change, message) => {
    expect(await review({ path: 'a.yaml', line: 4, side: 'RIGHT', body: 'one', ...change })).toContain(`422`)
    expect(await review({ path: 'a.yaml', line: 4, side: 'RIGHT', body: 'one', ...change })).toContain(message)
    expect(pull.comments).toEqual([])
  })

  test('without body and comments, or of an unknown event, is refused', async () => {
    expect(await review({}, { comments: [] })).toContain("Body can't be blank")
    expect(await review({}, { event: 'SHOUT', comments: [] })).toContain('must be equal to one of the allowed values')
  })

  test('may be pending only once', async () => {
    const comment = { path: 'a.yaml', line: 4, side: 'RIGHT', body: 'one' }
    expect(await review(comment, { event: undefined })).toBe('written')
    expect(await review(comment, { event: undefined })).toContain('one pending review')
  })

  test('cannot be deleted once submitted', async () => {
    await review({ path: 'a.yaml', line: 4, side: 'RIGHT', body: 'one' })
    const parameters = { owner: 'shop', repo: 'deploy', pull_number: 7, review_id: pull.reviews[0]?.id }
    const route = 'DELETE /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}'
    expect(await attempt(() => client.send({ route, parameters, isRepeatable: true }))).toMatchObject({
      failure: { status: 422 },
    })
  })
})

describe('the button', () => {
  const suggestion = (text: string) => `\`\`\`suggestion\n${text}\n\`\`\``
  const on = (line: number, body: string, startLine?: number) => ({
    path: 'a.yaml',
    line,
    side: 'RIGHT',
    body,
    ...(startLine === undefined ? {} : { start_line: startLine, start_side: 'RIGHT' }),
  })

  test.each([
    ['two on one line', [on(4, suggestion('x')), on(4, suggestion('y'))], 'Only one suggestion per line'],
    ['no change', [on(4, suggestion('changed'))], 'no changes were made'],
    ['a deleted row inside', [on(6, suggestion('x'), 5)], 'on deleted lines'],
  ])('refuses %s', async (_, comments, message) => {
    expect(await review({}, { comments })).toBe('written')
    expect(() => applySuggestions(github.state, pull)).toThrow(message)
  })

  test('refuses an outdated one', async () => {
    await review({}, { comments: [on(4, suggestion('x'))] })
    push(github.state, pull, new Map([['a.yaml', lines.with(3, 'other').join('\n')]]))
    expect(() => applySuggestions(github.state, pull)).toThrow('Outdated')
  })
})

describe('requests against the description', () => {
  test('are recorded', async () => {
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files'
    await attempt(() =>
      client.send({
        route,
        parameters: { owner: 'shop', repo: 'deploy', pull_number: 7, sort: 'up' },
        isRepeatable: true,
      }),
    )
    expect(github.violations).toEqual([expect.stringContaining('unknown query parameter sort')])
  })

  test('in GraphQL with a field that is not there are errors', async () => {
    const result = await attempt(() => client.query('query Wrong { viewer { shoeSize } }', {}))
    expect(result).toMatchObject({ failure: { message: "Field 'shoeSize' doesn't exist" } })
  })
})
