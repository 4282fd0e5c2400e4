import { describe, expect, test } from '@jest/globals'
import { check } from '../../src/check.ts'
import { DEFAULT_CONFIGURATION } from '../../src/configuration/configuration.ts'
import { readUsage, type UsageTable } from '../../src/configuration/usage.ts'
import { loadBundledPolicies } from '../../src/policies/load-bundled.ts'
import { PROGRAMS } from '../../src/programs/registry.ts'
import { toJsonReport } from '../../src/reports/to-json-report.ts'
import { memoryRepository } from '../../src/repository/repository.ts'

const MEBIBYTE = 2 ** 20
const policies = loadBundledPolicies()
const deployment = (extra = '') => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  template:
    spec:
      containers:
        - name: web
          command: [gunicorn, a, -w, "4"]
          resources: {requests: {cpu: "2"}, limits: {cpu: "2", memory: 512Mi}}
${extra}`

async function budgetFinding(text: string, usage: UsageTable) {
  const configuration = { ...DEFAULT_CONFIGURATION, usage }
  const report = await check(memoryRepository(new Map([['a.yaml', text]])), {
    programs: PROGRAMS,
    policies,
    configuration,
    baseline: new Set(),
    today: null,
  })
  return toJsonReport(report).findings.find((finding) => finding.policy === 'memory-budget-exceeded')
}

describe('measured memory', () => {
  test('of a CSV gives the size of one process: (peak − base) / processes', async () => {
    const usage = readUsage('namespace,workload,container,memoryPeak,cpuP95\nshop,web,web,830Mi,0.4\n', 'usage.csv')
    expect((await budgetFinding(deployment(), usage))?.message).toContain('4 processes of 200Mi need 830Mi')
  })

  test('of KRR is read from its JSON', async () => {
    const scan = {
      object: { namespace: 'shop', name: 'web', container: 'web', kind: 'Deployment' },
      recommended: { limits: { memory: { value: 830 * MEBIBYTE } } },
    }
    expect(await budgetFinding(deployment(), readUsage(JSON.stringify({ scans: [scan] }), 'krr.json'))).toBeDefined()
  })

  test('of a VerticalPodAutoscaler among the manifests counts too', async () => {
    const vpa =
      '---\napiVersion: autoscaling.k8s.io/v1\nkind: VerticalPodAutoscaler\nmetadata: {name: v, namespace: shop}\nspec: {targetRef: {kind: Deployment, name: web}}\nstatus: {recommendation: {containerRecommendations: [{containerName: web, target: {memory: 830Mi}}]}}\n'
    expect(await budgetFinding(deployment(vpa), new Map())).toBeDefined()
  })

  test('of another container says nothing here', async () => {
    expect(await budgetFinding(deployment(), new Map([['shop/web/proxy', 830 * MEBIBYTE]]))).toBeUndefined()
    expect(await budgetFinding(deployment(), new Map([['other/web/web', 830 * MEBIBYTE]]))).toBeUndefined()
  })

  test.each([
    ['a missing column', 'namespace,workload,container\n', 'usage.csv:1: the columns memoryPeak are missing'],
    ['no amount', 'namespace,workload,container,memoryPeak\na,b,c,lots\n', 'usage.csv:2: memoryPeak is "lots"'],
    ['JSON of something else', '{"a": 1}', 'is no report of KRR'],
    ['broken JSON', '{', 'is no report of KRR'],
  ])('%s is told', (_name, text, message) => {
    expect(() => readUsage(text, 'usage.csv')).toThrow(message)
  })
})
