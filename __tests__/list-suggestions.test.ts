import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { check } from '../src/check.ts'
import { DEFAULT_CONFIGURATION } from '../src/configuration/configuration.ts'
import { createScan, type Scan } from '../src/manifests/plain/document-scan.ts'
import { loadBundledPolicies } from '../src/policies/load-bundled.ts'
import { PROGRAMS } from '../src/programs/registry.ts'
import { toJsonReport } from '../src/reports/to-json-report.ts'
import { memoryRepository } from '../src/repository/repository.ts'

const policies = loadBundledPolicies()

async function findingsOf(text: string, scan: Scan = createScan()) {
  const report = await check(memoryRepository(new Map([['list.yaml', text]])), {
    programs: PROGRAMS,
    policies,
    configuration: DEFAULT_CONFIGURATION,
    baseline: new Set(),
    today: null,
    scan,
  })
  return toJsonReport(report).findings
}

/** The units of all texts that are scanned, in one sum. */
function countingScan(): { readonly scan: Scan; units(): number } {
  const scan = createScan()
  let units = 0
  return {
    scan: (text, span) => {
      units += span.end - span.start
      return scan(text, span)
    },
    units: () => units,
  }
}

const list = (items: readonly string[]) => `apiVersion: v1\nkind: List\nitems:\n${items.join('')}`

const web = (name: string, command = '[gunicorn, shop.wsgi, --workers, "16"]') => `- apiVersion: apps/v1
  kind: Deployment
  metadata: {name: ${name}}
  spec:
    template:
      spec:
        containers:
          - name: web
            command: ${command}
            resources:
              limits:
                cpu: 500m
`

/** Its edits do not hold all at once. */
const slow = (name: string) => `- apiVersion: apps/v1
  kind: Deployment
  metadata: {name: ${name}}
  spec:
    replicas: 1
    template:
      spec:
        containers:
          - name: web
            command: [gunicorn, shop.wsgi, --timeout, "300"]
            lifecycle: {preStop: {exec: {command: [sleep, "5"]}}}
            resources: {limits: {cpu: "4", memory: 256Mi}}
`

const worker = (name: string) => `- apiVersion: apps/v1
  kind: Deployment
  metadata: {name: ${name}}
  spec:
    replicas: 2
    template:
      spec:
        containers:
          - name: worker
            command: [sh, -c]
            args:
              - |+
                celery -A shop worker --concurrency 12

            envFrom: [{configMapRef: {name: ${name}}}]
            resources:
              limits: {cpu: "1", memory: 256Mi}
`

const settings = (name: string) => `- apiVersion: v1
  kind: ConfigMap
  metadata: {name: ${name}}
  data:
    WEB_CONCURRENCY: "16"
    GUNICORN_CMD_ARGS: --timeout 10
`

const configured = (name: string) => `- apiVersion: v1
  kind: Pod
  metadata: {name: ${name}}
  spec:
    containers:
      - name: web
        command: [gunicorn, shop.wsgi]
        envFrom: [{configMapRef: {name: ${name}}}]
        resources: {limits: {cpu: 500m}}
`

const scaler = (name: string) => `- apiVersion: autoscaling/v2
  kind: HorizontalPodAutoscaler
  metadata: {name: ${name}}
  spec:
    scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: ${name}}
    minReplicas: 1
    maxReplicas: 3
    metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 95}}}]
`

const flow = `- {apiVersion: v1, kind: Pod, metadata: {name: flow}, spec: {containers: [{name: web, command: [gunicorn, a, -w, "16"], resources: {limits: {cpu: 500m}}}]}}\n`

const mixed = list([
  web('a'),
  scaler('a'),
  worker('b'),
  settings('b'),
  configured('c'),
  settings('c'),
  web('d', '[gunicorn, shop.wsgi, --workers, "1", --threads, "4"]'),
])

const indented = (text: string, width: number) =>
  text.replace(/(?<=\nitems:\n).*/s, (items) => items.replace(/^(?=.)/gm, ' '.repeat(width)))

describe('suggestions for the items of a list', () => {
  // The library reads no item by itself, so there each proof is of the whole document.
  test.each([
    ['of several kinds', mixed],
    ['that are indented', indented(mixed, 4)],
    ['with keys behind them', `${indented(mixed, 2)}metadata: {}\n`],
    ['with comments between them', mixed.replaceAll(/^- /gm, '# next\n\n    # one\n- ')],
    ['with Windows line breaks', mixed.replaceAll('\n', '\r\n')],
    ['with quoted keys', mixed.replaceAll('- apiVersion:', '- "apiVersion":').replace('items:', '"items":')],
    ['behind a dash alone', mixed.replaceAll('- apiVersion:', '-\n  apiVersion:')],
    ['of which one is in flow style', list([web('a'), flow, web('b')])],
    [
      'that share nodes',
      list([web('a').replace('limits:', 'limits: &l'), web('b').replace(/limits:.*/s, 'limits: *l\n'), web('c')]),
    ],
    ['of one name', list([web('a'), web('b'), web('a', '[gunicorn, shop.wsgi, -w, "9"]')])],
    [
      'of a list within',
      list([
        web('a'),
        `- ${list([web('b'), web('c')])
          .trimEnd()
          .replaceAll('\n', '\n  ')}\n`,
        web('d'),
      ]),
    ],
    ['in JSON', JSON.stringify(parse(mixed), null, 2)],
    ['of one document of two', `${mixed}---\n${list([web('y'), web('z')])}...\n`],
  ])('%s are those of the whole document', async (_, text) => {
    const findings = await findingsOf(text)
    expect(findings).toEqual(await findingsOf(text, () => null))
    expect(findings.filter(({ suggestion }) => suggestion !== null).length).toBeGreaterThan(2)
  })

  test('of JSON on one line are one', async () => {
    const findings = await findingsOf(JSON.stringify(parse(mixed)))
    expect(findings).toEqual(await findingsOf(JSON.stringify(parse(mixed)), () => null))
    expect(findings.filter(({ suggestion }) => suggestion !== null).length).toBe(1)
  })

  test('take time by the length of the list', async () => {
    const items = Array.from({ length: 60 }, (_, index) => web(`web-${index}`) + slow(`slow-${index}`))
    const text = `${list([web('first')])}---\n${list(items)}`
    const { scan, units } = countingScan()
    const findings = await findingsOf(text, scan)
    expect(findings.filter(({ suggestion }) => suggestion !== null).length).toBeGreaterThan(100)
    expect(units()).toBeLessThan(20 * text.length)
  })

  test('stop when a document that is read as a whole was read too often', async () => {
    const padding = `# ${'x'.repeat(2 ** 22)}\n`
    const text = list([padding, slow('a').replace('limits: {', 'limits: &shared {'), slow('b'), slow('c')])
    const { scan, units } = countingScan()
    await findingsOf(text, scan)
    expect(units()).toBeLessThan(12 * text.length)
  })
})
