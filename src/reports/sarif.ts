/** `--format sarif`: SARIF 2.1.0 for GitHub code scanning and other viewers. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import { remedyText } from './arithmetic.ts'
import type { Formatter, Presentation } from './formatter.ts'
import type { JsonFinding, JsonPlace, JsonReport, JsonSuggestion, JsonSuppression } from './json-report.ts'
import { sarifRule } from './sarif-rule.ts'
import { sarifText, sarifUri } from './sarif-text.ts'
import { workloadName } from './subject-name.ts'

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const

/** One run with a rule for every policy that has a result; a clean report is a run without results. */
export const formatSarif: Formatter = (report, presentation) => {
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run(report, presentation)],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function run(report: JsonReport, presentation: Presentation) {
  const findings = [...report.findings, ...report.suppressed]
  const ids = [...new Set(findings.map(({ policy }) => policy))].sort()
  const occurrences = new Map<string, number>()
  const results = findings.map((finding) => {
    const occurrence = (occurrences.get(finding.fingerprint) ?? 0) + 1
    occurrences.set(finding.fingerprint, occurrence)
    return result(finding, ids.indexOf(finding.policy), occurrence)
  })
  return {
    tool: {
      driver: {
        name: report.tool.name,
        semanticVersion: report.tool.version,
        informationUri: 'https://github.com/workerlint/workerlint',
        rules: ids.map((id) =>
          sarifRule(id, presentation.policyOf(id), findings.find(({ policy }) => policy === id)?.docs ?? ''),
        ),
      },
    },
    automationDetails: { id: 'workerlint/' },
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder that paths are relative to.' } } },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(report) }],
    results,
  }
}

function result(
  finding: JsonFinding & { readonly suppression?: JsonSuppression },
  ruleIndex: number,
  occurrence: number,
) {
  const { recommendation, suggestion, suppression, workload } = finding
  const want = recommendation === null ? '' : ` Write ${remedyText(recommendation)}.`
  return {
    ruleId: finding.policy,
    ruleIndex,
    kind: 'fail',
    level: LEVELS[finding.severity],
    message: { text: sarifText(`${finding.message}.${want}`) },
    locations: [
      {
        ...location(finding.file, finding),
        ...(workload === null
          ? {}
          : { logicalLocations: [{ fullyQualifiedName: sarifText(workloadName(workload)), kind: 'resource' }] }),
      },
    ],
    relatedLocations: finding.related.map((related, index) => ({
      id: index + 1,
      ...location(related.file, related),
      message: { text: sarifText(related.message) },
    })),
    // GitHub matches alerts by this name alone; a value that survives moved lines keeps them open under one number.
    // https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning#data-for-preventing-duplicated-alerts
    partialFingerprints: {
      primaryLocationLineHash: `${finding.fingerprint}:${occurrence}`,
      'workerlint/v1': finding.fingerprint,
    },
    ...(suggestion === null ? {} : { fixes: [fix(suggestion, recommendation?.text ?? 'the suggestion')] }),
    ...(suppression === undefined ? {} : { suppressions: [suppressionOf(suppression)] }),
  }
}

function location(file: string, { start, end }: { readonly start: JsonPlace; readonly end: JsonPlace }) {
  return {
    physicalLocation: {
      artifactLocation: { uri: sarifUri(file), uriBaseId: '%SRCROOT%' },
      region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    },
  }
}

/** A region without columns is whole lines without their last line break. */
function fix({ file, startLine, endLine, replacement }: JsonSuggestion, text: string) {
  return {
    description: { text: sarifText(`Write ${text}`) },
    artifactChanges: [
      {
        artifactLocation: { uri: sarifUri(file), uriBaseId: '%SRCROOT%' },
        replacements: [{ deletedRegion: { startLine, endLine }, insertedContent: { text: replacement } }],
      },
    ],
  }
}

function suppressionOf({ kind, reason }: JsonSuppression) {
  const isInSource = kind === 'comment' || kind === 'annotation'
  return { kind: isInSource ? 'inSource' : 'external', status: 'accepted', justification: reason }
}

function notifications(report: JsonReport) {
  const problems = report.problems.map(({ file, line, message }) => notification('error', { file, line, message }))
  const unresolved = report.unresolved.map(({ file, line, container, why }) =>
    notification('note', { file, line, message: `what container ${container} runs is not known: ${why}` }),
  )
  return [...problems, ...unresolved]
}

function notification(
  level: 'error' | 'note',
  { file, line, message }: { readonly file: string; readonly line: number; readonly message: string },
) {
  const artifactLocation = { uri: sarifUri(file), uriBaseId: '%SRCROOT%' }
  return {
    level,
    message: { text: sarifText(message) },
    locations: [{ physicalLocation: { artifactLocation, region: { startLine: Math.max(1, line) } } }],
  }
}
