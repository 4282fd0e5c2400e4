/** `--format junit`: JUnit XML as Jenkins, GitLab and Azure read it. https://github.com/testmoapp/junitxml */
import { remedyText } from './arithmetic.ts'
import { escapeXml } from './escape-xml.ts'
import type { Formatter } from './formatter.ts'
import type { JsonFinding, JsonReport } from './json-report.ts'
import { subjectName } from './subject-name.ts'

type Outcome = 'passed' | 'failure' | 'error' | 'skipped'

interface TestCase {
  readonly file: string
  readonly outcome: Outcome
  readonly xml: string
}

/** A suite for every file with something to tell; findings fail, problems are errors, suppressed and unknown ones are skipped. */
export const formatJunit: Formatter = (report) => {
  const cases = casesOf(report)
  const files = [...new Set(cases.map(({ file }) => file))]
  const suites = files.map((file) =>
    suite(
      file,
      cases.filter((one) => one.file === file),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="workerlint" ${counts(cases)}>\n${suites.join('')}</testsuites>\n`
}

function casesOf(report: JsonReport): readonly TestCase[] {
  const cases = [
    ...report.findings.map(findingCase),
    ...report.suppressed.map((finding) =>
      testCase(finding, finding.policy, 'skipped', `message="${escapeXml(finding.suppression.reason)}"`),
    ),
    ...report.unresolved.map((entry) =>
      testCase({ ...entry, start: entry }, 'resolved', 'skipped', `message="${escapeXml(entry.why)}"`),
    ),
    ...report.problems.map(({ file, line, message }) =>
      testCase(
        { file, start: { line }, workload: null, container: null },
        'readable',
        'error',
        `type="unreadable" message="${escapeXml(message)}"`,
      ),
    ),
  ]
  if (cases.length > 0) return cases
  return [{ file: 'workerlint', outcome: 'passed', xml: '    <testcase classname="workerlint" name="no findings"/>\n' }]
}

function findingCase(finding: JsonFinding): TestCase {
  const { recommendation } = finding
  const place = `${finding.file}:${finding.start.line}:${finding.start.column}`
  const lines = [place, ...(recommendation === null ? [] : [`want ${remedyText(recommendation)}`]), finding.docs]
  const attributes = `type="${finding.severity}" message="${escapeXml(finding.message)}"`
  return testCase(finding, finding.policy, 'failure', attributes, lines.map(escapeXml).join('\n'))
}

function testCase(
  subject: Pick<JsonFinding, 'file' | 'workload' | 'container'> & { readonly start: { readonly line: number } },
  name: string,
  outcome: Exclude<Outcome, 'passed'>,
  ...[attributes, body]: readonly [string, string?]
): TestCase {
  const { file, start } = subject
  const title = `${name}: ${subjectName(subject)}, line ${start.line}`
  const content = body === undefined ? `<${outcome} ${attributes}/>` : `<${outcome} ${attributes}>${body}</${outcome}>`
  const open = `<testcase classname="${escapeXml(file)}" name="${escapeXml(title)}" file="${escapeXml(file)}" line="${start.line}">`
  return { file, outcome, xml: `    ${open}\n      ${content}\n    </testcase>\n` }
}

function suite(file: string, cases: readonly TestCase[]): string {
  const body = cases.map(({ xml }) => xml).join('')
  return `  <testsuite name="${escapeXml(file)}" ${counts(cases)}>\n${body}  </testsuite>\n`
}

function counts(cases: readonly TestCase[]): string {
  const count = (outcome: Outcome) => cases.filter((one) => one.outcome === outcome).length
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`
}
