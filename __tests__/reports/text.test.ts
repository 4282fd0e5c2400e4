/** Text for terminals of any width, in any script. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { columnsOf, startOfView, viewFrom, wrapWords } from '../../src/reports/columns.ts'
import { formatText } from '../../src/reports/text.ts'
import { createWorkspace } from '../cli/command-line.ts'
import { finding } from '../github/toy-check.ts'
import { SMALL_PRESENTATION, SMALL_REPORT } from './small-report.ts'

/** The text of a report whose only finding is on this line, between two marks. */
function framed(line: string, width = 100): readonly string[] {
  const from = line.indexOf('«')
  const to = line.indexOf('»') - 1
  const place = { start: { line: 1, column: from + 1 }, end: { line: 1, column: to + 1 } }
  const findings = [finding({ ...place, file: 'a.yaml' })]
  const linesOf = () => [line.replace(/[«»]/g, '')]
  return formatText({ ...SMALL_REPORT, findings }, { ...SMALL_PRESENTATION, linesOf, width }).split('\n')
}

describe('the code frame', () => {
  test.each([
    ['plain text', 'args: [«--workers=9»]', '1 │ args: [--workers=9]', '  │        ^^^^^^^^^^^'],
    ['a tab', 'args:\t«9»', '1 │ args:  9', '  │        ^'],
    ['wide characters', '# 日本 «9»', '1 │ # 日本 9', '  │        ^'],
    ['a combining mark', '# e\u0301 «9»', '1 │ # e\u0301 9', '  │     ^'],
    ['an invisible character', '\u200b«9»', '1 │ \\u{200b}9', '  │         ^'],
    ['wide characters underlined', '«日本»', '1 │ 日本', '  │ ^^^^'],
  ])('underlines exactly what is meant: %s', (_, line, text, under) => {
    const lines = framed(line)
    const at = lines.findIndex((one) => one.includes('1 │'))
    expect(lines.slice(at, at + 2).map((one) => one.slice(2))).toEqual([text, under])
  })

  test('shows what is meant of a long line', () => {
    const lines = framed(`command: ["${'x'.repeat(300)}", "«--workers=9»", "${'y'.repeat(300)}"]`, 60)
    const at = lines.findIndex((one) => one.includes('1 │'))
    const [text = '', under = ''] = lines.slice(at, at + 2)
    expect(text.slice(under.indexOf('^'), under.lastIndexOf('^') + 1)).toBe('--workers=9')
    expect(text.length).toBeLessThanOrEqual(60)
  })
})

describe('the width of the terminal', () => {
  test.each([40, 60, 80, 120])('is kept: %i', async (width) => {
    const workspace = createWorkspace('examples')
    const { out } = await workspace.run(['check', 'examples', '--verbose'], { columns: width })
    workspace.remove()
    // Addresses and what is to be written are never broken: they are copied.
    const breakable = out.split('\n').filter((line) => !/https?:|examples\/|want |or |=/.test(line))
    expect(breakable.filter((line) => columnsOf(line) > width)).toEqual([])
    expect(breakable.length).toBeGreaterThan(50)
  })

  test('breaks at spaces, and loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const lines = wrapWords(text, width)
        expect(lines.join(' ')).toBe(text)
        for (const line of lines) if (line.includes(' ')) expect(columnsOf(line)).toBeLessThanOrEqual(width)
      }),
    )
  })

  test('a view fits and holds the offset', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.integer({ min: 8, max: 40 }), (text, number, width) => {
        const offset = number % text.length
        const start = startOfView(text, offset, width)
        const view = viewFrom(text, start, width)
        expect(columnsOf(view)).toBeLessThanOrEqual(width)
        expect(view.slice(offset - start + (start > 0 ? 1 : 0))).not.toBe('')
      }),
    )
  })
})

describe('verbosity', () => {
  const text = (verbosity: 'quiet' | 'normal' | 'verbose') =>
    formatText(SMALL_REPORT, { ...SMALL_PRESENTATION, verbosity })

  test('quiet is findings with their places, problems and the count', () => {
    expect(text('quiet')).toBe(
      [
        'Deployment/beat  k8s/beat.yaml',
        '',
        'error  celery beat runs 2 times; want 1 replica  beat-replicas',
        '  k8s/beat.yaml:7:13',
        '',
        'Deployment/web in shop  k8s/été & co/web.yaml',
        '',
        'warning  9 workers share 500m CPU; at most 2 can run well  gunicorn-workers-exceed-cpu',
        '  k8s/été & co/web.yaml:3:15',
        '',
        'Not readable',
        '  k8s/broken.yaml:2 a tab cannot indent',
        '',
        '1 error, 1 warning, 0 info  4 files, 3 containers, 2 processes checked',
        '1 suppressed, 1 not resolved',
        '1 suggestion can be applied with --fix; --diff shows the patch',
        '',
      ].join('\n'),
    )
  })

  test('verbose adds what is suppressed, with its reason, and the pages of the policies', () => {
    const added = text('verbose')
      .split('\n')
      .filter((line) => !text('normal').split('\n').includes(line))
    expect(added).toEqual([
      '  https://example.com/policies/beat-replicas.md',
      '  https://example.com/policies/gunicorn-workers-exceed-cpu.md',
      'Suppressed',
      '  k8s/été & co/web.yaml:3 probe-starvation: the probe moves (comment, until 2027-01-31)',
    ])
  })
})
