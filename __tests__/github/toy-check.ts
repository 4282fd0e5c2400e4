/** A checker small enough to see through: `--workers=N` above 3 is a finding with a suggestion, `replicas: 1` one without. */
import type { JsonFinding, JsonReport, JsonSeverity } from '../../src/reports/json-report.ts'
import type { Tree } from './server/state.ts'

/** The most workers that the toy accepts. */
export const maxWorkers = 3

/** Checks all YAML files of a tree. */
export function toyCheck(tree: Tree): JsonReport {
  const findings = [...tree].filter(([path]) => path.endsWith('.yaml')).flatMap(([path, text]) => checkFile(path, text))
  return reportOf(findings, tree.size)
}

/** A report of findings. */
export function reportOf(findings: readonly JsonFinding[], files: number): JsonReport {
  const count = (severity: JsonSeverity) => findings.filter((finding) => finding.severity === severity).length
  return {
    schemaVersion: 1,
    tool: { name: 'workerlint', version: '1.0.0' },
    summary: {
      files,
      documents: files,
      containers: findings.length,
      processes: findings.length,
      findings: { error: count('error'), warning: count('warning'), info: count('info') },
      suppressed: 0,
      unresolved: 0,
    },
    findings,
    suppressed: [],
    unresolved: [],
    problems: [],
  }
}

/** A finding with everything that a test does not care about filled in. */
export function finding(given: Partial<JsonFinding>): JsonFinding {
  const line = given.start?.line ?? 1
  return {
    policy: 'gunicorn-workers-exceed-cpu',
    severity: 'warning',
    confidence: 'practice',
    message: '9 workers share 1 CPU; at most 3 can run well',
    file: 'k8s/web.yaml',
    start: { line, column: 1 },
    end: { line, column: 20 },
    workload: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: null, name: 'web' },
    container: 'web',
    program: 'gunicorn',
    related: [],
    recommendation: null,
    suggestion: null,
    fingerprint: `fp-${line}`,
    docs: 'https://example.com/policies/gunicorn-workers-exceed-cpu',
    ...given,
  }
}

function checkFile(file: string, text: string): readonly JsonFinding[] {
  let container = 'none'
  return text.split('\n').flatMap((line, index): readonly JsonFinding[] => {
    container = /^\s*- name: (\S+)/.exec(line)?.[1] ?? container
    const place = {
      file,
      start: { line: index + 1, column: 1 },
      end: { line: index + 1, column: line.length + 1 },
      container,
    }
    if (/replicas: 1$/.test(line)) {
      const message = 'one replica cannot be replaced without a gap'
      return [
        finding({
          ...place,
          policy: 'single-replica',
          severity: 'info',
          message,
          fingerprint: `single-replica ${file}`,
        }),
      ]
    }
    const workers = Number(/--workers=(\d+)/.exec(line)?.[1] ?? 0)
    if (workers <= maxWorkers) return []
    return [
      finding({
        ...place,
        severity: workers > 8 ? 'error' : workers > 5 ? 'warning' : 'info',
        message: `${workers} workers share 1 CPU; at most ${maxWorkers} can run well`,
        fingerprint: `workers ${file} ${container}`,
        recommendation: {
          setting: 'workers',
          flag: '--workers',
          current: workers,
          value: maxWorkers,
          text: `--workers=${maxWorkers}`,
          derivation: [
            { term: 'limits.cpu', value: '1' },
            { term: '2 * 1 + 1', value: '3' },
          ],
          alternatives: [{ field: 'resources.limits.cpu', value: '4' }],
        },
        suggestion: {
          file,
          startLine: index + 1,
          endLine: index + 1,
          replacement: line.replace(/--workers=\d+/, `--workers=${maxWorkers}`),
        },
      }),
    ]
  })
}
