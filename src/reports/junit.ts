/**
 * `--format junit`: JUnit XML with the elements and attributes that the strictest of its readers takes, Jenkins' xunit plugin.
 * https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
 */
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
  const open = `<testcase classname="${escapeXml(file)}" name="${escapeXml(title)}">`
  return { file, outcome, xml: `    ${open}\n      ${content}\n    </testcase>\n` }
}

function suite(file: string, cases: readonly TestCase[]): string {
  const body = cases.map(({ xml }) => xml).join('')
  return `  <testsuite name="${escapeXml(file)}" file="${escapeXml(file)}" ${counts(cases)} skipped="${numberOf(cases, 'skipped')}">\n${body}  </testsuite>\n`
}

/** What suites and their whole share; the whole has no number of skipped cases. */
function counts(cases: readonly TestCase[]): string {
  return `tests="${cases.length}" failures="${numberOf(cases, 'failure')}" errors="${numberOf(cases, 'error')}"`
}

function numberOf(cases: readonly TestCase[], outcome: Outcome): number {
  return cases.filter((one) => one.outcome === outcome).length
}
