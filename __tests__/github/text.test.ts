/** Foreign text in every sink: log, annotation, Markdown, HTML and URL. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { annotationCommand, findingLine, logLine, workflowCommand } from '../../src/github/annotations.ts'
import { combineReplacements } from '../../src/github/combine-edits.ts'
import { parsePatch } from '../../src/github/diff.ts'
import { printMarker, readMarker, withoutMarker } from '../../src/github/marker.ts'
import { sourceLink } from '../../src/github/source-link.ts'
import { code, escapeHtml, escapeMarkdown, fenced, link } from '../../src/reports/markdown-text.ts'
import { finding } from './toy-check.ts'

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '\n',
        '\r',
        '::error::',
        '::add-mask::x',
        '##[command]',
        '%0A',
        ',',
        ':',
        '@octocat',
        '#12',
        'GH-1',
        '`',
        '```',
        '~~~',
        '<!--',
        '-->',
        '<img src=x>',
        '](http://e)',
        '|',
        '\u202e',
        '\u2028',
        'https://evil.example',
        'www.evil.example',
        'deadbeef1',
        '\\',
        '*',
        '_',
        '[x]',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)

describe('the log', () => {
  test('holds one line per finding that no runner obeys', () => {
    fc.assert(
      fc.property(hostile, hostile, (message, file) => {
        for (const line of [
          logLine(message),
          findingLine(finding({ message, file })),
          annotationCommand(finding({ message, file })),
        ]) {
          expect(line).not.toMatch(/[\n\r\u2028\u2029\u0085]/)
          expect(line).not.toContain('##[')
        }
        expect(logLine(message)).not.toMatch(/^\s*::/)
        const properties = annotationCommand(finding({ message, file })).split('::')[1] ?? ''
        expect(properties).toMatch(
          /^warning file=[^,:]*,line=1,endLine=1,col=1,endColumn=20,title=workerlint%3A gunicorn-workers-exceed-cpu$/,
        )
      }),
    )
  })

  test('escapes what ends a command or a property', () => {
    expect(workflowCommand('error', { file: 'a,b:c\n%' }, 'x\r\ny%')).toBe('::error file=a%2Cb%3Ac%0A%25::x%0D%0Ay%25')
  })
})

describe('Markdown', () => {
  test('of foreign text has no tag, mention, reference, link or line break', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeMarkdown(text).replaceAll('&#8203;', '·')
        expect(escaped).not.toMatch(/[\n\r<>]/)
        expect(escaped).not.toMatch(/(^|[^\\])(\\\\)*[`*_~[\]|]/)
        expect(escaped).not.toMatch(/[@#]\w/)
        expect(escaped).not.toMatch(/:\/\/|\bwww\.|\bGH-\d/i)
        expect(escaped).not.toMatch(/[\u202e\u200b\u2028]/)
      }),
    )
  })

  test('of code cannot leave its backticks, and a table cell stays one cell', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const span = code(text)
        expect(span).not.toMatch(/[\n\r]/)
        expect(span).not.toMatch(/(^|[^\\])\|/)
        if (span.startsWith('<code>')) return
        const fence = /^`+/.exec(span)?.[0] ?? ''
        const inside = span.slice(fence.length, -fence.length)
        expect([...inside.matchAll(/`+/g)].map((run) => run[0].length)).not.toContain(fence.length)
      }),
    )
  })

  test('of a block cannot be closed from inside', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = fenced(text, 'yaml').split('\n')
        const fence = /^`+/.exec(lines[0] ?? '')?.[0] ?? ''
        expect(lines.slice(1, -1).some((line) => line.trim().startsWith(fence))).toBe(false)
        expect(lines.at(-1)).toBe(fence)
      }),
    )
  })

  test.each([
    ['javascript:alert(1)', 'x'],
    ['not a url', 'x'],
    ['https://e.example/a)b](c', '[x](https://e.example/a%29b%5D%28c)'],
  ])('links to %s only when it is HTTP', (address, expected) => {
    expect(link('x', address)).toBe(expected)
  })

  test('as HTML is inert', () => {
    expect(escapeHtml('<a href="x">\'&@me')).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;@&#8203;me')
  })
})

describe('addresses', () => {
  test('encode every segment of a path', () => {
    const base = { serverUrl: 'https://github.com', repository: { owner: 'shop', repo: 'deploy' }, sha: 'abc' }
    expect(sourceLink(base, 'k8s/a b#c?d.yaml', 4)).toBe(
      'https://github.com/shop/deploy/blob/abc/k8s/a%20b%23c%3Fd.yaml#L4',
    )
  })
})

describe('a marker', () => {
  test('comes back as it was, whatever is in it, and never ends its comment', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const marker = { kind: 'comment', instance: 'job', data: { text } } as const
        const printed = printMarker(marker)
        expect(printed.indexOf('-->')).toBe(printed.length - 3)
        expect(readMarker(`before\n\n${printed}`, 'comment', 'job')).toEqual({
          ...marker,
          data: { text: Buffer.from(text, 'utf8').toString('utf8') },
        })
        expect(withoutMarker(`before\n\n${printed}`)).toBe('before')
      }),
    )
  })

  test.each([
    ['<!-- workerlint:2:e30= -->'],
    ['<!-- workerlint:1:!!! -->'],
    ['<!-- workerlint:1:bm90IGpzb24= -->'],
    ['<!-- workerlint:1:W10= -->'],
    [printMarker({ kind: 'summary', instance: 'job', data: {} })],
    [printMarker({ kind: 'comment', instance: 'other', data: {} })],
  ])('is not read from %s', (body) => {
    expect(readMarker(body, 'comment', 'job')).toBeNull()
  })
})

describe('a patch', () => {
  test('gives hunks with head lines, and adjoining hunks stay apart', () => {
    const patch = '@@ -1,2 +1,2 @@ kind: x\n a\n-b\n+c\n@@ -3 +3 @@\n-d\n+e\n\\ No newline at end of file'
    expect(parsePatch(patch).map((hunk) => hunk.rows.map((row) => [row.kind, row.line, row.text]))).toEqual([
      [
        ['context', 1, 'a'],
        ['deleted', null, 'b'],
        ['added', 2, 'c'],
      ],
      [
        ['deleted', null, 'd'],
        ['added', 3, 'e'],
      ],
    ])
  })

  test('that is none gives nothing', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(parsePatch(text.replaceAll('@@', '')).length).toBe(0)))
  })
})

describe('replacements of the same text', () => {
  test.each([
    ['-w 9 -t 5', ['-w 3 -t 5', '-w 9 -t 30'], '-w 3 -t 30'],
    ['-w 9', ['-w 3', '-w 3'], '-w 3'],
    ['-w 9', ['-w 3', '-w 4'], null],
    ['a\nb', ['a\nx\nb', 'a\nb\nc'], 'a\nx\nb\nc'],
  ])('%j with %j become %j', (original, replacements, expected) => {
    expect(combineReplacements(original, replacements)).toBe(expected)
  })
})
