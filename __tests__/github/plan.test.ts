/** The plan as data: what happens to comments that stand, given those that should. */
import { describe, expect, test } from '@jest/globals'
import { planReview, printPlan, type WantedComment } from '../../src/github/plan.ts'
import type { PostedComment } from '../../src/github/posted-comment.ts'
import { finding } from './toy-check.ts'

function wanted(line: number, given: Partial<WantedComment> = {}): WantedComment {
  return {
    anchor: { kind: 'lines', path: 'a.yaml', startLine: line, endLine: line },
    body: `body ${line}`,
    findings: [finding({ file: 'a.yaml', start: { line, column: 1 } })],
    fingerprints: [`fp-${line}`],
    anchorHash: `hash-${line}`,
    hasSuggestion: false,
    ...given,
  }
}

function posted(line: number, given: Partial<PostedComment> = {}): PostedComment {
  return {
    id: line,
    nodeId: `PRRC_${line}`,
    url: '',
    body: `body ${line}`,
    anchor: { kind: 'lines', path: 'a.yaml', startLine: line, endLine: line },
    fingerprints: [`fp-${line}`],
    anchorHash: `hash-${line}`,
    isSettled: false,
    isMinimised: false,
    hasReplies: false,
    ...given,
  }
}

const error = { findings: [finding({ severity: 'error' })] }

describe('a plan', () => {
  test.each<[string, readonly WantedComment[], readonly PostedComment[], readonly string[]]>([
    ['creates what is new', [wanted(3)], [], ['create']],
    ['keeps what stands', [wanted(3)], [posted(3)], ['keep']],
    ['edits what reads differently', [wanted(3, { body: 'new' })], [posted(3)], ['edit']],
    ['moves what stands on another line', [wanted(3)], [posted(3, { anchor: null })], ['move']],
    ['moves what was written for another text', [wanted(3)], [posted(3, { anchorHash: 'other' })], ['move']],
    ['removes what is fixed', [], [posted(3)], ['remove delete fixed']],
    ['folds away what is fixed and was answered', [], [posted(3, { hasReplies: true })], ['remove minimise fixed']],
    [
      'removes the younger duplicate',
      [wanted(3)],
      [posted(3, { id: 9 }), posted(3, { id: 4 })],
      ['keep 4', 'remove delete duplicate'],
    ],
    ['does not touch what a person settled', [], [posted(3, { isSettled: true })], []],
    ['does not count what is folded away', [wanted(3)], [posted(3, { isMinimised: true })], ['create']],
    [
      'keeps a comment whose findings were joined by another',
      [wanted(3, { fingerprints: ['fp-3', 'fp-4'] })],
      [posted(3)],
      ['keep'],
    ],
    [
      'merges two comments into one',
      [wanted(3, { fingerprints: ['fp-3', 'fp-5'] })],
      [posted(3), posted(5)],
      ['keep 3', 'remove delete duplicate'],
    ],
  ])('%s', (_, comments, standing, expected) => {
    const { actions } = planReview(comments, standing, 25)
    const described = actions.map((action) =>
      action.kind === 'remove'
        ? `remove ${action.removal} ${action.why}`
        : action.kind === 'keep' && standing.length > 1
          ? `keep ${action.posted.id}`
          : action.kind,
    )
    expect(described).toEqual(expected)
  })

  test('writes errors first when there is room for one, and lists the rest', () => {
    const plan = planReview([wanted(3), wanted(4, error), wanted(5, { hasSuggestion: true })], [], 1)
    expect(plan.actions.map((action) => action.kind)).toEqual(['create', 'overflow', 'overflow'])
    expect(plan.actions[0]).toMatchObject({ comment: { body: 'body 4' } })
  })

  test('lets a new error in beside comments that stand, and removes none of them', () => {
    const plan = planReview([wanted(3), wanted(4, error)], [posted(3)], 1)
    expect(plan.actions.map((action) => action.kind)).toEqual(['create', 'keep'])
  })

  test('prints one line for every step', () => {
    const range = { kind: 'lines', path: 'a.yaml', startLine: 3, endLine: 5 } as const
    const comments = [wanted(3, { anchor: range }), wanted(6), wanted(7, { body: 'new' }), wanted(8), wanted(9)]
    const standing = [posted(6), posted(7), posted(8, { anchor: null }), posted(10, { hasReplies: true })]
    expect(printPlan(planReview(comments, standing, 4))).toBe(
      [
        'keep      a.yaml:6 gunicorn-workers-exceed-cpu',
        'edit      a.yaml:7 gunicorn-workers-exceed-cpu',
        'move      (outdated) to a.yaml:8 gunicorn-workers-exceed-cpu',
        'create    a.yaml:3-5 gunicorn-workers-exceed-cpu',
        'summarise a.yaml:9 gunicorn-workers-exceed-cpu, beyond max-comments',
        'minimise  a.yaml:10, fixed',
      ].join('\n'),
    )
    expect(printPlan({ actions: [] })).toBe('nothing to do')
  })
})
