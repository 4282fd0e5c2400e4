import { afterEach, describe, expect, test } from '@jest/globals'
import { parse } from 'parse5'
import { KUSTOMIZES } from '../rendering/programs.ts'
import { createWorkspace, type Workspace } from './command-line.ts'

let workspace: Workspace | null = null
afterEach(() => {
  workspace?.remove()
  workspace = null
})

function open(files: Readonly<Record<string, string>> | 'examples'): Workspace {
  workspace = createWorkspace(files)
  return workspace
}

/** Four sync workers on two cores in a Deployment that an autoscaler keeps between 2 and 6. */
const SHOP = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
  annotations:
    workerlint.dev/rps: "30"
    workerlint.dev/service-ms: "50"
    workerlint.dev/io-fraction: "0.5"
spec:
  strategy:
    rollingUpdate: {maxSurge: 2}
  selector:
    matchLabels: {app: shop}
  template:
    metadata:
      labels: {app: shop}
    spec:
      containers:
        - name: shop
          image: registry.example/shop:2.4
          command: ["gunicorn", "shop.wsgi", "--bind=0.0.0.0:8000", "--worker-tmp-dir=/dev/shm", "--workers=4"]
          resources:
            requests: {cpu: "1", memory: 1Gi}
            limits: {cpu: "2", memory: 1Gi}
        - name: proxy
          image: registry.example/proxy:1
          resources:
            requests: {cpu: 100m, memory: 64Mi}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: shop
spec:
  minReplicas: 2
  maxReplicas: 6
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: shop}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target: {type: Utilization, averageUtilization: 70}
    - type: Pods
      pods:
        metric: {name: requests_per_second}
        target: {type: AverageValue, averageValue: "20"}
`

/** Four tasks at a time on four cores, scaled by the length of a queue. */
const QUEUE = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: mail
spec:
  selector:
    matchLabels: {app: mail}
  template:
    metadata:
      labels: {app: mail}
    spec:
      terminationGracePeriodSeconds: 300
      containers:
        - name: mail
          image: registry.example/shop:2.4
          command: [celery, -A, shop, worker, --concurrency=4]
          resources:
            requests: {cpu: "4", memory: 1Gi}
            limits: {cpu: "4", memory: 1Gi}
---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  name: mail
spec:
  minReplicaCount: 0
  maxReplicaCount: 5
  scaleTargetRef: {name: mail}
  triggers:
    - type: redis
      metadata: {listName: celery, listLength: "8"}
`

describe('plan', () => {
  test('shows bounds, totals with sidecars, the rollout and the waiting of the annotated load', async () => {
    const { out, code } = await open({ 'shop.yaml': SHOP }).run(['plan', '.', '--format', 'json'])
    const [plan] = JSON.parse(out).plans
    expect(code).toBe(0)
    expect(plan).toMatchObject({
      replicasSource: 'HorizontalPodAutoscaler/shop',
      load: { arrivalsPerSecond: 30, serviceMilliseconds: 50, ioFraction: 0.5 },
      pick: { topology: 'mixed' },
    })
    const [today, horizontal] = plan.shapes
    expect(today).toMatchObject({
      replicas: { min: 2, max: 6 },
      slots: 24,
      totalCpuMillicores: 6 * 2100,
      totalMemoryBytes: 6 * (1024 + 64) * 2 ** 20,
      surge: 2,
      connections: (6 + 2) * 4,
      blastRadiusAtMin: 0.5,
    })
    // 2 × 4 / 1 and 6 × 4 / 1 pods; 2 cores × 1 / 4; a quarter of 1Gi is above (30 + 128) / 80 % = 197.5.
    expect(horizontal).toMatchObject({
      replicas: { min: 8, max: 24 },
      processes: 1,
      cpuMillicores: 500,
      memoryBytes: 256 * 2 ** 20,
    })
    // 5 requests a second in each of 6 pods, of which one takes 4 at a time on 2 cores.
    expect(today.waiting.utilization).toBeLessThan(0.2)
    expect(horizontal.waiting.waitMilliseconds).toBeGreaterThan(today.waiting.waitMilliseconds)
  })

  test('options say the load for workloads without annotations, and half a load is told', async () => {
    const shop = open({ 'queue.yaml': QUEUE })
    const full = await shop.run(['plan', '.', '--tasks-per-second', '4', '--service-ms', '500'])
    expect(full.out).toContain('load: 4 tasks a second of 500 ms, 0 % of it waiting, on all replicas')
    const half = await shop.run(['plan', '.', '--tasks-per-second', '4'])
    expect(half.out).toContain('waiting needs the time of one: --service-ms')
  })

  test.each([
    [['--node', 'm5.tiny'], /--node is "m5.tiny"; expected one of .*m5.large/],
    [['--rps', '0'], /--rps is "0"; expected a number above 0/],
    [['--io-fraction', '1.5'], /--io-fraction is "1.5"; expected a share from 0 to 1/],
    [['--node-cpu', 'many'], /--node-cpu is "many"/],
    [['--diff'], /--diff prints what --apply would write/],
  ])('refuses %j', async (words, message) => {
    const { code, err } = await open({ 'shop.yaml': SHOP }).run(['plan', '.', ...words])
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })

  test('marks what fits no node of a known machine', async () => {
    const shop = open({ 'shop.yaml': SHOP })
    // m5.large: 2 cores less 60m + 10m, so 2 cores and a sidecar do not fit.
    const { out } = await shop.run(['plan', '.', '--node', 'm5.large'])
    expect(out).toMatch(/today \(no node\)/)
    expect(out).toMatch(/vertical \(no node\)/)
    expect(out).not.toMatch(/horizontal.*\(no node\)/)
  })

  test('is a page of well-formed HTML in which nothing of a manifest is markup', async () => {
    const hostile = SHOP.replaceAll('name: shop\n', 'name: "shop<script>alert(1)</script>"\n')
    const { out } = await open({ 'shop.yaml': hostile }).run(['plan', '.', '--format', 'html'])
    const mistakes: string[] = []
    parse(out, { onParseError: (error) => mistakes.push(error.code) })
    expect(mistakes).toEqual([])
    expect(out).not.toContain('<script')
    expect(out).toContain('shop&lt;script&gt;')
  })

  test('is a Markdown table for each workload', async () => {
    const { out } = await open('examples').run(['plan', 'examples', '--format', 'markdown'])
    expect(out.match(/^### /gm)).toHaveLength(4)
    const rows = out.split('\n').filter((line) => line.startsWith('|'))
    expect(new Set(rows.map((line) => line.split('|').length)).size).toBe(1)
  })
})

describe('plan --apply', () => {
  const shapes = ['horizontal', 'mixed', 'vertical']

  test.each(shapes)('%s gives a server and a worker the shape, and the check is clean', async (shape) => {
    const shop = open({ 'shop.yaml': SHOP, 'queue.yaml': QUEUE })
    const planned = JSON.parse((await shop.run(['plan', '.', '--format', 'json'])).out)
    const applied = await shop.run(['plan', '.', '--apply', shape])
    expect(applied.code).toBe(0)
    const now = JSON.parse((await shop.run(['plan', '.', '--format', 'json'])).out)
    for (const [index, plan] of planned.plans.entries()) {
      const wanted = plan.shapes.find(({ name }: { readonly name: string }) => name === shape)
      const { replicas, processes, threads, cpuMillicores, memoryBytes } = wanted
      expect(now.plans[index].shapes[0]).toMatchObject({ replicas, processes, threads, cpuMillicores, memoryBytes })
    }
    const { findings } = JSON.parse((await shop.run(['check', '.', '--format', 'json', '--fail-on', 'never'])).out)
    expect(findings.map(({ policy }: { readonly policy: string }) => policy)).toEqual([])
  })

  test('scales what an autoscaler aims at for each pod, and leaves shares', async () => {
    const shop = open({ 'shop.yaml': SHOP, 'queue.yaml': QUEUE })
    await shop.run(['plan', '.', '--apply', 'mixed'])
    expect(shop.read('shop.yaml')).toContain('minReplicas: 4\n  maxReplicas: 12')
    expect(shop.read('shop.yaml')).toContain('averageUtilization: 70')
    expect(shop.read('shop.yaml')).toContain('averageValue: "10"')
    expect(shop.read('queue.yaml')).toContain('minReplicaCount: 0\n  maxReplicaCount: 10')
    expect(shop.read('queue.yaml')).toContain('listLength: "4"')
  })

  test('--diff prints a patch and writes nothing', async () => {
    const shop = open({ 'queue.yaml': QUEUE })
    const { out } = await shop.run(['plan', '.', '--apply', 'horizontal', '--diff'])
    expect(shop.read('queue.yaml')).toBe(QUEUE)
    expect(out).toContain('-          command: [celery, -A, shop, worker, --concurrency=4]')
    expect(out).toMatch(/^\+ {10}command: \[celery, -A, shop, worker, --concurrency=1[,\]]/m)
  })

  test.each([
    ['a Pod', 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n', /Pod has no replicas to set/],
    [
      'a placeholder',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: "web-${STAGE}"}\nspec:\n  template:\n    spec:\n',
      /placeholders show that something else fills its manifest in/,
    ],
  ])('leaves %s and says why', async (_, head, why) => {
    const indent = head.includes('template') ? '      ' : '  '
    const text = `${head}${indent}containers:\n${indent}- name: web\n${indent}  command: [gunicorn, shop.wsgi, -w, "4"]\n${indent}  resources: {limits: {cpu: "2", memory: 1Gi}}\n`
    const shop = open({ 'web.yaml': text })
    const { err, code } = await shop.run(['plan', '.', '--apply', 'horizontal'])
    expect(err).toMatch(why)
    expect(code).toBe(2)
    expect(shop.read('web.yaml')).toBe(text)
  })

  const whenBuilt = KUSTOMIZES.length > 0 ? test : test.skip

  whenBuilt('leaves what a kustomization makes, and the patches that it is made of', async () => {
    const base = QUEUE.split('---')[0] ?? ''
    const patch =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: mail}\nspec:\n  template:\n    spec:\n      containers:\n        - name: mail\n          command: [celery, -A, shop, worker, --concurrency=6]\n'
    const shop = open({
      'base/mail.yaml': base,
      'base/kustomization.yaml': 'resources: [mail.yaml]\n',
      'prod/kustomization.yaml': 'namePrefix: prod-\nresources: [../base]\npatches: [{path: patch.yaml}]\n',
      'prod/patch.yaml': patch,
    })
    const { err, code } = await shop.run(['plan', '.', '--apply', 'horizontal'])
    expect(err).toContain('Deployment/prod-mail is left as it is: a chart or a kustomization renders it')
    expect(code).toBe(2)
    expect([shop.read('base/mail.yaml'), shop.read('prod/patch.yaml')]).toEqual([base, patch])
  })

  test('brings no finding to the examples that was not there, and none about their shape', async () => {
    for (const shape of shapes) {
      const shop = open('examples')
      const before = JSON.parse((await shop.run(['check', '--format', 'json', '--fail-on', 'never'])).out).findings
      await shop.run(['plan', '--apply', shape])
      const after = JSON.parse((await shop.run(['check', '--format', 'json', '--fail-on', 'never'])).out).findings
      const name = (finding: { readonly policy: string; readonly workload: { readonly name: string } }) =>
        `${finding.policy} ${finding.workload.name}`
      expect(before.map(name)).toEqual(expect.arrayContaining(after.map(name)))
      expect(after.map(name).sort()).toEqual([
        'beat-replicas beat',
        'beat-rolling-update beat',
        'prestop-missing web',
        'readiness-missing web',
      ])
      shop.remove()
    }
  })
})
