/** Reading a report that `--format json` wrote. */
import { UserError } from '../source/errors.ts'
import type {
  JsonFinding,
  JsonPlace,
  JsonProblem,
  JsonRecommendation,
  JsonRelated,
  JsonReport,
  JsonSuggestion,
  JsonSummary,
  JsonSuppressedFinding,
  JsonUnresolved,
  JsonWorkload,
} from './json-report.ts'
import { count, fields, list, nullable, oneOf, plain, type Read, text } from './shape.ts'

/** The report; text that is none is a {@link UserError} that says what is wrong with it. */
export function readJsonReport(json: string): JsonReport {
  const get = fields(parse(json), '')
  return {
    schemaVersion: get('schemaVersion', oneOf(1)),
    tool: get('tool', (value, at) => {
      const of = fields(value, at)
      return { name: of('name', text), version: of('version', text) }
    }),
    summary: get('summary', summary),
    findings: get('findings', list(finding)),
    suppressed: get('suppressed', list(suppressedFinding)),
    unresolved: get('unresolved', list(unresolved)),
    problems: get('problems', list(problem)),
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new UserError('the report is not JSON')
  }
}

const severity = oneOf('error', 'warning', 'info')

const summary: Read<JsonSummary> = (value, at) => {
  const get = fields(value, at)
  return {
    files: get('files', count),
    documents: get('documents', count),
    containers: get('containers', count),
    processes: get('processes', count),
    findings: get('findings', (counts, where) => {
      const of = fields(counts, where)
      return { error: of('error', count), warning: of('warning', count), info: of('info', count) }
    }),
    suppressed: get('suppressed', count),
    unresolved: get('unresolved', count),
  }
}

const finding: Read<JsonFinding> = (value, at) => {
  const get = fields(value, at)
  return {
    policy: get('policy', text),
    severity: get('severity', severity),
    confidence: get('confidence', oneOf('fact', 'practice', 'heuristic')),
    message: get('message', text),
    file: get('file', text),
    start: get('start', place),
    end: get('end', place),
    workload: get('workload', nullable(readWorkload)),
    container: get('container', nullable(text)),
    program: get('program', nullable(text)),
    related: get('related', list(related)),
    recommendation: get('recommendation', nullable(recommendation)),
    suggestion: get('suggestion', nullable(suggestion)),
    fingerprint: get('fingerprint', text),
    docs: get('docs', text),
  }
}

const suppressedFinding: Read<JsonSuppressedFinding> = (value, at) => ({
  ...finding(value, at),
  suppression: fields(value, at)('suppression', (given, where) => {
    const get = fields(given, where)
    return {
      kind: get('kind', oneOf('comment', 'annotation', 'config', 'baseline')),
      reason: get('reason', text),
      until: get('until', nullable(text)),
    }
  }),
})

const place: Read<JsonPlace> = (value, at) => {
  const get = fields(value, at)
  return { line: get('line', count), column: get('column', count) }
}

/** The workload of a finding or a container. */
export const readWorkload: Read<JsonWorkload> = (value, at) => {
  const get = fields(value, at)
  return {
    apiVersion: get('apiVersion', text),
    kind: get('kind', text),
    namespace: get('namespace', nullable(text)),
    name: get('name', text),
  }
}

const related: Read<JsonRelated> = (value, at) => {
  const get = fields(value, at)
  return { file: get('file', text), start: get('start', place), end: get('end', place), message: get('message', text) }
}

const recommendation: Read<JsonRecommendation> = (value, at) => {
  const get = fields(value, at)
  return {
    setting: get('setting', text),
    flag: get('flag', nullable(text)),
    current: get('current', nullable(plain)),
    value: get('value', nullable(plain)),
    text: get('text', text),
    derivation: get(
      'derivation',
      list((step, where) => {
        const of = fields(step, where)
        return { term: of('term', text), value: of('value', text) }
      }),
    ),
    alternatives: get(
      'alternatives',
      list((other, where) => {
        const of = fields(other, where)
        return { field: of('field', text), value: of('value', text) }
      }),
    ),
  }
}

const suggestion: Read<JsonSuggestion> = (value, at) => {
  const get = fields(value, at)
  return {
    file: get('file', text),
    startLine: get('startLine', count),
    endLine: get('endLine', count),
    replacement: get('replacement', text),
  }
}

const unresolved: Read<JsonUnresolved> = (value, at) => {
  const get = fields(value, at)
  return {
    file: get('file', text),
    line: get('line', count),
    workload: get('workload', readWorkload),
    container: get('container', text),
    why: get('why', text),
  }
}

const problem: Read<JsonProblem> = (value, at) => {
  const get = fields(value, at)
  return { file: get('file', text), line: get('line', count), message: get('message', text) }
}
