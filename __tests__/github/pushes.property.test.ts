/** Random pushes: whatever the sequence, the last run leaves exactly one live comment for every live finding in the diff. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readMarker } from '../../src/github/marker.ts'
import { findingKey } from '../../src/github/wanted-comments.ts'
import { deployment } from './manifests.ts'
import { runOnPull } from './run.ts'
import { type FakeGitHub, startGitHub } from './server/server.ts'
import { type ModelPull, openPull, person, push, type Tree, takeId } from './server/state.ts'
import { applySuggestions } from './server/suggestions.ts'
import { toyCheck } from './toy-check.ts'

const names = ['web', 'admin', 'api'] as const

interface Push {
  readonly workers: Readonly<Record<string, number>>
  readonly linesAbove: number
  readonly order: boolean
  readonly isReplied: boolean
  readonly fault: 'none' | 'lost' | 'dropped' | 'refused'
}

const pushes = fc.array(
  fc.record<Push>({
    workers: fc.record({
      web: fc.integer({ min: 1, max: 14 }),
      admin: fc.integer({ min: 1, max: 14 }),
      api: fc.integer({ min: 1, max: 14 }),
    }),
    linesAbove: fc.integer({ min: 0, max: 3 }),
    order: fc.boolean(),
    isReplied: fc.boolean(),
    fault: fc.constantFrom('none', 'none', 'lost', 'dropped', 'refused'),
  }),
  { minLength: 1, maxLength: 4 },
)

const base: Tree = new Map([['k8s/web.yaml', deployment({ web: 2, admin: 2, api: 2 })]])

function headOf(given: Push): Tree {
  const order = given.order ? names : names.toReversed()
  const workers = Object.fromEntries(order.map((name) => [name, given.workers[name] ?? 2]))
  return new Map([['k8s/web.yaml', `${'# comment\n'.repeat(given.linesAbove)}${deployment(workers)}`]])
}

function inject(github: FakeGitHub, fault: Push['fault']): void {
  const review = { method: 'POST', path: /\/reviews$/, times: 1 } as const
  const answer = { status: 502, body: {} }
  if (fault === 'lost') github.fail({ ...review, when: 'after', answer })
  if (fault === 'dropped') github.fail({ ...review, when: 'before', answer: 'hangUp' })
  if (fault === 'refused') github.fail({ ...review, when: 'before', answer: { status: 422, body: {} } })
}

function liveFingerprints(pull: ModelPull): readonly string[] {
  return pull.comments
    .filter((comment) => comment.minimizedReason === null && comment.inReplyTo === null)
    .flatMap((comment) => {
      const instance = instanceIn(comment.body)
      const data = readMarker(comment.body, 'comment', instance)?.data['fingerprints']
      return Array.isArray(data) ? data.map(String) : []
    })
    .sort()
}

function instanceIn(body: string): string {
  const base64 = /workerlint:1:(\S+)/.exec(body)?.[1] ?? ''
  const content: unknown = JSON.parse(Buffer.from(base64, 'base64').toString('utf8'))
  return typeof content === 'object' && content !== null && 'instance' in content ? String(content.instance) : ''
}

function reply(github: FakeGitHub, pull: ModelPull): void {
  const first = pull.comments.find((comment) => comment.inReplyTo === null)
  if (first === undefined) return
  const id = takeId(github.state)
  pull.comments.push({ ...first, id, nodeId: `PRRC_${id}`, inReplyTo: first.id, user: person, body: 'why?' })
}

describe('random pushes', () => {
  test('end with one live comment for every finding, and with suggestions that lead to a clean head', async () => {
    await fc.assert(
      fc.asyncProperty(pushes, async (sequence) => {
        const github = await startGitHub()
        try {
          const pull = openPull(github.state, 7, { base, head: base })
          for (const given of sequence) {
            push(github.state, pull, headOf(given))
            inject(github, given.fault)
            await runOnPull(github, pull)
            if (given.isReplied) reply(github, pull)
          }
          await runOnPull(github, pull)
          const wanted = toyCheck(github.state.commits.get(pull.headSha) ?? new Map()).findings
          expect(liveFingerprints(pull)).toEqual(wanted.map(findingKey).sort())
          expect(toyCheck(applySuggestions(github.state, pull)).findings).toEqual([])
          expect(github.violations).toEqual([])
        } finally {
          await github.close()
        }
      }),
      { numRuns: 100, seed: 20_261_122 },
    )
  })
})
