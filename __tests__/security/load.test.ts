/** Two hundred runs at once: ten for each of twenty pull requests, as an impatient author or a broken queue would start them. */
import { describe, expect, test } from '@jest/globals'
import { readMarker } from '../../src/github/marker.ts'
import { findingKey } from '../../src/github/wanted-comments.ts'
import { deployment } from '../github/manifests.ts'
import { runOnPull } from '../github/run.ts'
import { startGitHub } from '../github/server/server.ts'
import { type ModelPull, openPull, type Tree } from '../github/server/state.ts'
import { toyCheck } from '../github/toy-check.ts'

const PULLS = 20
const RUNS_EACH = 10

const base: Tree = new Map([['k8s/web.yaml', deployment({ web: 2, admin: 2, api: 2 })]])
const head: Tree = new Map([['k8s/web.yaml', deployment({ web: 9, admin: 7, api: 5 })]])

/** The findings that live comments of a pull request are about, as often as there is one. */
function liveFindings(pull: ModelPull): readonly string[] {
  return pull.comments
    .filter(({ minimizedReason, inReplyTo }) => minimizedReason === null && inReplyTo === null)
    .flatMap(({ body }) => {
      const content: unknown = JSON.parse(Buffer.from(/workerlint:1:(\S+)/.exec(body)?.[1] ?? '', 'base64').toString())
      const instance = typeof content === 'object' && content !== null && 'instance' in content ? content.instance : ''
      const listed = readMarker(body, 'comment', String(instance))?.data['fingerprints']
      return Array.isArray(listed) ? listed.map(String) : []
    })
    .sort()
}

describe('two hundred runs at once', () => {
  test('leave exactly one live comment for every finding of every pull request', async () => {
    const github = await startGitHub()
    try {
      const pulls = Array.from({ length: PULLS }, (_, index) => openPull(github.state, index + 1, { base, head }))
      const results = await Promise.all(
        Array.from({ length: RUNS_EACH }, () => pulls).flatMap((all) => all.map((pull) => runOnPull(github, pull))),
      )
      expect(results.map(({ exitCode }) => exitCode)).toEqual(results.map(() => 1))
      const wanted = toyCheck(head).findings.map(findingKey).sort()
      expect(wanted).toHaveLength(3)
      expect(pulls.map(liveFindings)).toEqual(pulls.map(() => wanted))
      expect(github.violations).toEqual([])
    } finally {
      await github.close()
    }
  }, 120_000)
})
