import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseAllDocuments } from 'yaml'
import { check } from '../../src/check.ts'
import { DEFAULT_CONFIGURATION } from '../../src/configuration/configuration.ts'
import { loadBundledPolicies } from '../../src/policies/load-bundled.ts'
import { PROGRAMS } from '../../src/programs/registry.ts'
import { toJsonReport } from '../../src/reports/to-json-report.ts'
import { memoryRepository } from '../../src/repository/repository.ts'

const policies = loadBundledPolicies()

async function findingsIn(text: string) {
  const report = toJsonReport(
    await check(memoryRepository(new Map([['app.yaml', text]])), {
      programs: PROGRAMS,
      policies,
      configuration: { ...DEFAULT_CONFIGURATION, extends: 'strict' },
      baseline: new Set(),
      today: null,
    }),
  )
  expect(report.problems).toEqual([])
  return report.findings
}

type Findings = Awaited<ReturnType<typeof findingsIn>>

/** Whole lines are replaced, from the last to the first. */
function applySuggestions(text: string, findings: Findings): string {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = text.split(lineBreak)
  const suggestions = findings.flatMap(({ suggestion }) => (suggestion === null ? [] : [suggestion]))
  for (const { startLine, endLine, replacement } of [...suggestions].sort((a, b) => b.startLine - a.startLine)) {
    lines.splice(startLine - 1, endLine - startLine + 1, ...replacement.split(/\r?\n/))
  }
  return lines.join(lineBreak)
}

const options = fc.subarray([
  '--workers=9',
  '--threads=1',
  '--timeout=0',
  '--max-requests=1000',
  '--keep-alive=65',
  '--worker-class=gthread',
  '--max-requests-jitter=5',
])
const celeryOptions = fc.subarray([
  '--concurrency=16',
  '--max-memory-per-child=200',
  '--time-limit=300',
  '--soft-time-limit=600',
  '--hostname=mail',
])
const words = fc.oneof(
  options.map((chosen) => ['gunicorn', 'shop.wsgi', ...chosen]),
  celeryOptions.map((chosen) => ['celery', '-A', 'shop', 'worker', ...chosen]),
)

type Style = 'flow' | 'flowQuoted' | 'block' | 'blockSingle' | 'script' | 'literal' | 'split'
const styles = fc.constantFrom<Style>('flow', 'flowQuoted', 'block', 'blockSingle', 'script', 'literal', 'split')

function commandLines(argv: readonly string[], style: Style): readonly string[] {
  switch (style) {
    case 'flow':
      return [`command: [${argv.join(', ')}] # the command`]
    case 'flowQuoted':
      return [`command: [${argv.map((word) => JSON.stringify(word)).join(', ')}]`]
    case 'block':
      return ['command: # the command', ...argv.map((word) => `  - ${word}`)]
    case 'blockSingle':
      return ['command:', ...argv.map((word) => `- '${word}' # a word`)]
    case 'script':
      return ['command: [sh, -c]', `args: ["exec ${argv.join(' ')}"] # a script`]
    case 'literal':
      return ['command: [bash, -c]', 'args:', '  - |', '    set -e', `    exec ${argv.join(' ')}`]
    case 'split':
      return [`command: [${argv[0] ?? ''}]`, 'args:', ...argv.slice(1).map((word) => `  - "${word}"`)]
  }
}

const manifests = fc
  .record({
    argv: words,
    style: styles,
    lineBreak: fc.constantFrom('\n', '\r\n'),
    resources: fc.constantFrom(
      [],
      ['resources: {limits: {cpu: 500m, memory: 512Mi}} # measured'],
      ['resources:', '  limits:', '    cpu: "1" # one core', '    memory: 64Mi'],
      ['resources: &size', '  limits: {cpu: 2, memory: 1Gi}'],
    ),
    environment: fc.constantFrom(
      [],
      ['env:', '- name: WEB_CONCURRENCY # workers', '  value: "0"'],
      ['envFrom: [{configMapRef: {name: settings}}]'],
    ),
    probe: fc.constantFrom([], ['livenessProbe: {httpGet: {path: /, port: 8000}}']),
    grace: fc.constantFrom([], ['terminationGracePeriodSeconds: 10 # short']),
    replicas: fc.constantFrom([], ['replicas: 2']),
    ends: fc.boolean(),
  })
  .map(({ argv, style, lineBreak, resources, environment, probe, grace, replicas, ends }) => {
    const container = [...commandLines(argv, style), ...environment, ...resources, ...probe]
    const lines = [
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata: {name: settings}',
      'data:',
      '  WEB_CONCURRENCY: "40" # too many',
      '---',
      '# a workload',
      'apiVersion: apps/v1',
      'kind: Deployment',
      'metadata:',
      '  name: shop',
      'spec:',
      ...replicas.map((line) => `  ${line}`),
      '  template:',
      '    spec:',
      ...grace.map((line) => `      ${line}`),
      '      containers:',
      '        - name: shop # the container',
      ...container.map((line) => `          ${line}`),
    ]
    return lines.join(lineBreak) + (ends ? lineBreak : '')
  })

const comments = (text: string) => [...text.matchAll(/# [a-z ]+/g)].map(([comment]) => comment.trim()).sort()

describe('applying every suggestion', () => {
  test('leaves no finding that had one, changes only their lines, and keeps YAML and comments', async () => {
    await fc.assert(
      fc.asyncProperty(manifests, async (text) => {
        const before = await findingsIn(text)
        const after = applySuggestions(text, before)
        expect(parseAllDocuments(after).flatMap((document) => document.errors)).toEqual([])
        expect(comments(after)).toEqual(comments(text))
        const suggested = before.filter(({ suggestion }) => suggestion !== null)
        if (suggested.length === 0) expect(after).toBe(text)
        if (text.includes('\r\n')) expect(after).not.toMatch(/[^\r]\n/)
        const left = new Set((await findingsIn(after)).map(({ fingerprint }) => fingerprint))
        expect(suggested.filter(({ fingerprint }) => left.has(fingerprint)).map(({ policy }) => policy)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
