/** A report small enough to check by hand: one error, one warning, one of everything that does not count. */
import type { DocumentedPolicy } from '../../src/policies/policy.ts'
import { PLAIN, type Presentation } from '../../src/reports/formatter.ts'
import type { JsonContainer } from '../../src/reports/inspect-json.ts'
import type { JsonFinding, JsonReport } from '../../src/reports/json-report.ts'
import type { JsonPlan, JsonShape } from '../../src/reports/plan-json.ts'

const web = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'web' }
const beat = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: null, name: 'beat' }

const workers: JsonFinding = {
  policy: 'gunicorn-workers-exceed-cpu',
  severity: 'warning',
  confidence: 'practice',
  message: '9 workers share 500m CPU; at most 2 can run well',
  file: 'k8s/été & co/web.yaml',
  start: { line: 3, column: 15 },
  end: { line: 3, column: 16 },
  workload: web,
  container: 'web',
  program: 'gunicorn',
  related: [
    {
      file: 'k8s/été & co/web.yaml',
      start: { line: 5, column: 8 },
      end: { line: 5, column: 12 },
      message: 'limits.cpu is 500m here',
    },
  ],
  recommendation: {
    setting: 'workers',
    flag: '--workers',
    current: 9,
    value: 2,
    text: '--workers=2',
    derivation: [
      { term: 'limits.cpu', value: '500m' },
      { term: 'floor(2 × 0.5) + 1', value: '2' },
    ],
    alternatives: [{ field: 'resources.limits.cpu', value: '4' }],
  },
  suggestion: { file: 'k8s/été & co/web.yaml', startLine: 3, endLine: 3, replacement: '  - --workers=2' },
  fingerprint: 'aaaa0000aaaa0000aaaa0000aaaa0000',
  docs: 'https://example.com/policies/gunicorn-workers-exceed-cpu.md',
}

const replicas: JsonFinding = {
  ...workers,
  policy: 'beat-replicas',
  severity: 'error',
  confidence: 'fact',
  message: 'celery beat runs 2 times; want 1 replica',
  file: 'k8s/beat.yaml',
  start: { line: 7, column: 13 },
  end: { line: 7, column: 14 },
  workload: beat,
  container: null,
  program: 'celery',
  related: [],
  recommendation: null,
  suggestion: null,
  fingerprint: 'bbbb0000bbbb0000bbbb0000bbbb0000',
  docs: 'https://example.com/policies/beat-replicas.md',
}

/** The report. */
export const SMALL_REPORT: JsonReport = {
  schemaVersion: 1,
  tool: { name: 'workerlint', version: '1.0.0' },
  summary: {
    files: 4,
    documents: 5,
    containers: 3,
    processes: 2,
    findings: { error: 1, warning: 1, info: 0 },
    suppressed: 1,
    unresolved: 1,
  },
  findings: [replicas, workers],
  suppressed: [
    {
      ...workers,
      policy: 'probe-starvation',
      severity: 'info',
      message: 'one request at a time is served',
      recommendation: null,
      suggestion: null,
      related: [],
      fingerprint: 'cccc0000cccc0000cccc0000cccc0000',
      suppression: { kind: 'comment', reason: 'the probe moves', until: '2027-01-31' },
    },
  ],
  unresolved: [
    {
      file: 'k8s/job.yaml',
      line: 9,
      workload: { ...web, kind: 'Job', name: 'job' },
      container: 'job',
      why: 'no image',
    },
  ],
  problems: [{ file: 'k8s/broken.yaml', line: 2, message: 'a tab cannot indent' }],
}

/** The same tool after it found nothing. */
export const CLEAN_REPORT: JsonReport = {
  ...SMALL_REPORT,
  summary: { ...SMALL_REPORT.summary, findings: { error: 0, warning: 0, info: 0 }, suppressed: 0, unresolved: 0 },
  findings: [],
  suppressed: [],
  unresolved: [],
  problems: [],
}

const container: JsonContainer = {
  file: 'k8s/été & co/web.yaml',
  line: 2,
  workload: web,
  container: 'web',
  role: 'container',
  replicas: { min: 2, max: 6, source: 'HorizontalPodAutoscaler/web' },
  resources: {
    requests: { cpuMillicores: 250, memoryBytes: 2 ** 29 },
    limits: { cpuMillicores: 500, memoryBytes: 2 ** 30 },
    source: 'container',
  },
  status: 'resolved',
  why: null,
  processes: [
    {
      program: 'gunicorn',
      role: 'web',
      argv: ['gunicorn', '--workers=9', null],
      via: ['sh -c', 'tini'],
      pid1: true,
      conditional: false,
      env: {},
      startupError: null,
      settings: {
        workers: { known: true, value: 9, origin: 'cli', at: { file: 'k8s/été & co/web.yaml', line: 3, column: 15 } },
        timeout: { known: false, why: 'a Secret holds it' },
        threads: { known: true, value: 1, origin: 'default' },
      },
    },
  ],
}

const { file, line, workload, container: name } = container

const today: JsonShape = {
  name: 'today',
  replicas: { min: 2, max: 6 },
  processes: 9,
  threads: 1,
  cpuMillicores: 500,
  memoryBytes: 2 ** 30,
  totalCpuMillicores: 3000,
  totalMemoryBytes: 6 * 2 ** 30,
  slots: 54,
  connections: 72,
  blastRadius: 1 / 6,
  blastRadiusAtMin: 1 / 2,
  step: 9,
  surge: 2,
  fits: true,
  waiting: null,
  derivation: [],
}

const plan: JsonPlan = {
  file,
  line,
  workload,
  container: name,
  program: 'gunicorn',
  role: 'web',
  why: null,
  profile: 'io',
  replicasSource: 'HorizontalPodAutoscaler/web',
  load: null,
  loadProblem: null,
  pick: { topology: 'horizontal', reason: 'Many small pods.' },
  shapes: [
    today,
    {
      ...today,
      name: 'horizontal',
      replicas: { min: 18, max: 54 },
      processes: 1,
      derivation: [{ term: '6 × 9 / 1', value: '54' }],
    },
  ],
}

const policy: DocumentedPolicy = {
  id: 'gunicorn-workers-exceed-cpu',
  group: 'gunicorn',
  title: 'Workers fit the CPU',
  severity: 'warning',
  confidence: 'practice',
  scope: 'process',
  programs: ['gunicorn'],
  roles: [],
  params: new Map(),
  each: null,
  variables: [],
  matchConditions: [],
  validations: [],
  rationale: 'More processes than the CPU carries only wait for one another.',
  references: [],
  invalid: [],
  valid: [],
}

/** What formatters may know beside the report. */
export const SMALL_PRESENTATION: Presentation = {
  ...PLAIN,
  linesOf: (file) =>
    file === workers.file ? ['kind: Deployment', '  args:', '  - --workers=9', '', '  cpu: 500m'] : [],
  policyOf: (id) => (id === policy.id ? policy : undefined),
  plans: [plan],
  needs: [{ file, line, workload, container: name, bytes: 1650 * 2 ** 20 }],
  containers: [container, { ...container, file: 'k8s/quiet.yaml', workload: { ...web, name: 'quiet' } }],
}
