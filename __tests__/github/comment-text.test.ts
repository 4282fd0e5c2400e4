/** One comment for several findings. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { marked } from 'marked'
import { commentText } from '../../src/github/comment-text.ts'
import { parsePatch } from '../../src/github/diff.ts'
import type { CommentGroup } from '../../src/github/group-findings.ts'
import type { JsonFinding, JsonRecommendation } from '../../src/reports/json-report.ts'
import { readPage } from '../reports/validators.ts'
import { finding } from './toy-check.ts'

const [hunk = { rows: [] }] = parsePatch('@@ -1,1 +1,1 @@\n-  --workers 3\n+  --workers 9')

const recommendation = (alternatives: JsonRecommendation['alternatives']): JsonRecommendation => ({
  setting: 'workers',
  flag: '--workers',
  current: 9,
  value: 2,
  text: '--workers=2',
  derivation: [{ term: 'limits.cpu', value: '500m' }],
  alternatives,
})

const cpu = finding({ recommendation: recommendation([{ field: 'resources.limits.cpu', value: '4' }]) })
const memory = finding({
  policy: 'memory-budget-exceeded',
  severity: 'error',
  message: '9 processes need 1650Mi',
  recommendation: recommendation([{ field: 'resources.limits.memory', value: '2Gi' }]),
})

function comment(findings: readonly JsonFinding[], replacement: string | null = '  --workers 2'): string {
  const placement = {
    kind: 'lines',
    path: 'k8s/web.yaml',
    range: { startLine: 1, endLine: 1 },
    hunk,
    replacement,
  } as const
  const group: CommentGroup = { placement, findings, suggested: replacement === null ? [] : findings }
  return commentText(group, 60_000)
}

describe('a comment', () => {
  test('says the same setting, arithmetic and suggestion once', () => {
    const text = comment([memory, cpu])
    expect(text.match(/\| `workers` \| `9` \| `2` \|/g)).toHaveLength(1)
    expect(text.match(/<details>/g)).toHaveLength(1)
    expect(text.match(/```suggestion/g)).toHaveLength(1)
    expect(text.indexOf('🔴 **error**')).toBeLessThan(text.indexOf('🟡 **warning**'))
  })

  test.each<[string, readonly JsonFinding[], string]>([
    [
      'needs a remedy for each finding',
      [memory, cpu],
      '**Or** set `resources.limits.memory` to `2Gi` and `resources.limits.cpu` to `4`.',
    ],
    ['names a remedy for two once', [cpu, { ...cpu, policy: 'other' }], '**Or** set `resources.limits.cpu` to `4`.'],
    [
      'keeps a choice apart from what is needed besides',
      [
        memory,
        finding({
          recommendation: recommendation([
            { field: 'resources.limits.cpu', value: '4' },
            { field: 'workerlint.dev/profile', value: 'io' },
          ]),
        }),
      ],
      '**Or** set `resources.limits.memory` to `2Gi`, and `resources.limits.cpu` to `4` or `workerlint.dev/profile` to `io`.',
    ],
  ])('%s', (_, findings, sentence) => {
    expect(comment(findings).split('\n\n')).toContain(sentence)
  })

  test('folds what stands on other lines of the container', () => {
    const place = { start: { line: 12, column: 3 }, end: { line: 12, column: 9 } }
    const other = finding({ policy: 'readiness-missing', message: 'there is no readiness probe', ...place })
    const placement = {
      kind: 'lines',
      path: 'k8s/web.yaml',
      range: { startLine: 1, endLine: 1 },
      hunk,
      replacement: '  --workers 2',
    } as const
    const text = commentText({ placement, findings: [memory, other], suggested: [memory] }, 60_000)
    const [before = '', fold = ''] = text.split('<details><summary>On other lines of this container: 1</summary>')
    expect(before).not.toContain('readiness')
    expect(fold).toContain('- 🟡 **warning** · there is no readiness probe (')
    expect(fold).toContain(' · line 12\n')
    expect(text).toContain('# workerlint-ignore memory-budget-exceeded -- reason')
  })

  test('names the container once for all findings, or beside each', () => {
    expect(comment([memory, cpu]).match(/container `web`/g)).toHaveLength(1)
    const both = comment([cpu, { ...cpu, container: 'api', message: 'another' }])
    expect(both).toMatch(/\) · `Deployment\/web`, container `web`\n/)
    expect(both).toMatch(/\) · `Deployment\/web`, container `api`\n/)
  })

  test('has no table, fold or alternative when nothing is recommended', () => {
    expect(comment([finding({})], null)).toBe(
      '🟡 **warning** · 9 workers share 1 CPU; at most 3 can run well ([`gunicorn-workers-exceed-cpu`](https://example.com/policies/gunicorn-workers-exceed-cpu))\n\n<sub>`Deployment/web`, container `web`. To accept this, write `# workerlint-ignore gunicorn-workers-exceed-cpu -- reason` on the line or the line above.</sub>',
    )
  })

  test('shows any text as text: no element, link or code block of its own', () => {
    const shape = (text: string) => {
      const message = `x${text}`
      const given = { ...memory, message, container: message }
      const other = recommendation([{ field: message, value: message }])
      const infected = { ...given, recommendation: { ...other, setting: message, text: message } }
      const html = marked.parse(comment([infected], `  ${message.replace(/[\n\r]/g, '')}`), { gfm: true, async: false })
      const { elements } = readPage(html)
      return elements.map(({ name, attributes }) => `${name} ${attributes['href'] ?? attributes['class'] ?? ''}`)
    }
    const expected = shape('')
    const pieces = fc.constantFrom(
      '```',
      '`',
      '<b>',
      '</details>',
      '|',
      '\n',
      '](http://e.example)',
      '<!--',
      '\\',
      '*',
      'www.e.example',
    )
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(hostile, (text) => expect(shape(text)).toEqual(expected)),
      { numRuns: 300, examples: [['\nwww.e.example|']] },
    )
  })
})
