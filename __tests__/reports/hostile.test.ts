/** Text from files, whatever it is, stays text in every format: it adds no element, line, link or command. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { marked } from 'marked'
import { formatAnnotations } from '../../src/reports/annotations.ts'
import type { Presentation } from '../../src/reports/formatter.ts'
import { formatGitlab } from '../../src/reports/gitlab.ts'
import { formatHtml } from '../../src/reports/html.ts'
import { formatJson } from '../../src/reports/json.ts'
import type { JsonReport } from '../../src/reports/json-report.ts'
import { formatJunit } from '../../src/reports/junit.ts'
import { formatMarkdown } from '../../src/reports/markdown.ts'
import { formatSarif } from '../../src/reports/sarif.ts'
import { formatText } from '../../src/reports/text.ts'
import { SMALL_PRESENTATION, SMALL_REPORT } from './small-report.ts'
import { gitlabComplaints, junitComplaints, readPage, sarifComplaints, xmlSkeleton } from './validators.ts'

const PIECES = [
  '<script>alert(1)</script>',
  '</script>',
  '</style>',
  '" onmouseover="x',
  "' onclick='x",
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '&lt;',
  '&#0;',
  '\u001b[31m',
  '\u0000',
  '\n',
  '\r',
  '\u2028',
  '\u202e',
  '\ud800',
  '\uffff',
  '::error::',
  '##[command]',
  '%0A',
  '|',
  '`',
  '](javascript:x)',
  '![CDATA[](javascript:x)',
  '{0}',
  '@octocat',
  '#1',
  '../..',
  '?a=b#c',
]
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((parts) => parts.join('')),
)

/** Words that a report takes from a fixed set. */
const FIXED = new Set(['error', 'warning', 'info', 'fact', 'practice', 'heuristic', 'comment', '2027-01-31'])
const KEPT = new Set(['fingerprint', 'docs', 'setting'])

/** The value with a text before each of its own texts, so that what differed before still differs. */
function infect<T>(value: T, text: string): T {
  const walk = (inner: unknown, key: string): unknown => {
    if (typeof inner === 'string') return FIXED.has(inner) || KEPT.has(key) ? inner : text + inner
    if (Array.isArray(inner)) return inner.map((item) => walk(item, key))
    if (typeof inner !== 'object' || inner === null) return inner
    return Object.fromEntries(Object.entries(inner).map(([name, item]) => [name, walk(item, name)]))
  }
  const copy: unknown = walk(value, '')
  return isLike(copy, value) ? copy : value
}

/** The copy has the shape of its original, for only texts differ. */
function isLike<T>(copy: unknown, _original: T): copy is T {
  return typeof copy === 'object' && copy !== null
}

const infected = (report: JsonReport, text: string) => infect(report, text)

const presentation = { ...SMALL_PRESENTATION, containers: [] }

/** What is known beside the report, infected by the same text. */
function infectedPresentation(text: string): Presentation {
  const { containers, plans, needs } = SMALL_PRESENTATION
  return {
    ...SMALL_PRESENTATION,
    ...infect({ containers, plans, needs }, text),
    linesOf: () => [text, text, text, text],
  }
}

/** The text that a report is infected by. */
function textOf(report: JsonReport): string {
  const file = report.problems[0]?.file ?? ''
  return file.slice(0, file.length - (SMALL_REPORT.problems[0]?.file.length ?? 0))
}

/** Runs a check on the report infected by any text. */
function always(check: (report: JsonReport, text: string) => void): void {
  fc.assert(
    fc.property(hostile, (text) => check(infected(SMALL_REPORT, `x${text}`), text)),
    { numRuns: 300 },
  )
}

describe('a text from a file', () => {
  test('moves no cursor in a terminal', () => {
    always((report) => {
      expect(formatText(report, presentation)).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/,
      )
    })
  })

  test('is no workflow command', () => {
    always((report) => {
      const lines = formatAnnotations(report, presentation)
        .trimEnd()
        .split(/[\n\r]/)
      expect(lines).toHaveLength(SMALL_REPORT.findings.length)
      for (const line of lines) {
        expect(line).toMatch(/^::(error|warning|notice) file=[^,:]*,line=/)
        expect(line).not.toContain('##[')
      }
    })
  })

  test('adds no row, cell, link, mention or HTML to Markdown', () => {
    const shape = (report: JsonReport) => {
      const html = marked.parse(formatMarkdown(report, presentation), { gfm: true, async: false })
      const { elements } = readPage(html)
      const mentions = html.replace(/<code>.*?<\/code>/gs, '').match(/@\w/g)
      return { elements: elements.map(({ name, attributes }) => `${name} ${attributes['href'] ?? ''}`), mentions }
    }
    const expected = shape(infected(SMALL_REPORT, 'x'))
    expect(expected.elements.filter((element) => element.startsWith('table'))).toHaveLength(3)
    always((report) => expect(shape(report)).toEqual(expected))
  })

  test('adds no element, attribute or link to the page', () => {
    const shape = (report: JsonReport) => {
      const { elements, errors } = readPage(formatHtml(report, infectedPresentation(textOf(report))))
      return {
        errors,
        elements: elements
          .filter(({ name }) => name !== 'ins')
          .map(({ name, attributes }) => `${name} ${Object.keys(attributes).join(' ')}`),
        links: elements.flatMap(({ attributes }) => attributes['href'] ?? []),
      }
    }
    const expected = shape(infected(SMALL_REPORT, 'x'))
    expect(expected.errors).toEqual([])
    always((report) => expect(shape(report)).toEqual(expected))
  })

  test('keeps XML well-formed and adds no element', () => {
    const expected = xmlSkeleton(formatJunit(infected(SMALL_REPORT, 'x'), presentation))
    always((report) => {
      const text = formatJunit(report, presentation)
      expect([...xmlSkeleton(text)].sort()).toEqual([...expected].sort())
    })
  })

  test.each(PIECES)('keeps JUnit valid by its schema: %j', async (piece) => {
    expect(await junitComplaints(formatJunit(infected(SMALL_REPORT, `x${piece}`), presentation))).toEqual([])
  })

  test('keeps SARIF and Code Quality valid', () => {
    always((report) => {
      expect(sarifComplaints(formatSarif(report, presentation))).toEqual([])
      expect(gitlabComplaints(formatGitlab(report, presentation))).toEqual([])
    })
  })

  test('comes out of JSON as it went in', () => {
    always((report) => expect(JSON.parse(formatJson(report, presentation))).toEqual(report))
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', ' https://a', 'HTTPS://a" onclick="x'])(
    'is no address: %s',
    (docs) => {
      const findings = SMALL_REPORT.findings.map((finding) => ({ ...finding, docs }))
      const { elements } = readPage(formatHtml({ ...SMALL_REPORT, findings }, presentation))
      for (const { attributes } of elements) {
        expect(attributes['onclick']).toBeUndefined()
        expect(attributes['href'] ?? '#').toMatch(/^(#|https?:\/\/)/i)
      }
      expect(sarifComplaints(formatSarif({ ...SMALL_REPORT, findings }, presentation))).toEqual([])
    },
  )
})
