import { describe, expect, test } from '@jest/globals'
import { inspectTexts, pod } from '../inspect.ts'

/** The settings that matter here, of the only process of the only container. */
async function gunicorn(texts: Readonly<Record<string, string>>) {
  const [container] = await inspectTexts(texts)
  return { container, process: container?.processes[0], workers: container?.processes[0]?.settings['workers'] }
}

const deployment = (name: string, spec = '') => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}}
spec:
${spec}  template:
    spec:
      containers: [{name: c, command: [gunicorn, a, -w, "2"]}]
`

describe('replicas', () => {
  const hpa =
    '---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: h}\nspec: {scaleTargetRef: {kind: Deployment, name: web}, minReplicas: 2, maxReplicas: 10}\n'
  const keda =
    '---\napiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: {name: s}\nspec: {scaleTargetRef: {name: web}}\n'
  test.each([
    ['the default', deployment('web'), { min: 1, max: 1, source: 'default' }],
    ['the field', deployment('web', '  replicas: 3\n'), { min: 3, max: 3, source: 'spec.replicas' }],
    [
      'an autoscaler over the field',
      deployment('web', '  replicas: 3\n') + hpa,
      { min: 2, max: 10, source: 'HorizontalPodAutoscaler/h' },
    ],
    ['an autoscaler of another workload', deployment('api') + hpa, { min: 1, max: 1, source: 'default' }],
    ['KEDA with its defaults', deployment('web') + keda, { min: 0, max: 100, source: 'ScaledObject/s' }],
    [
      'a DaemonSet',
      deployment('web').replace('Deployment', 'DaemonSet'),
      { min: null, max: null, source: 'one pod a node' },
    ],
  ])('come from %s', async (_name, text, replicas) => {
    expect((await gunicorn({ 'a.yaml': text })).container?.replicas).toEqual(replicas)
  })
})

describe('every kind that owns pods is read', () => {
  const template = 'template: {spec: {containers: [{name: c, command: [gunicorn, a]}]}}'
  test.each([
    ['StatefulSet', 'apps/v1', template],
    ['ReplicaSet', 'apps/v1', template],
    ['ReplicationController', 'v1', template],
    ['Job', 'batch/v1', template],
    ['CronJob', 'batch/v1', `jobTemplate: {spec: {${template}}}`],
    ['Rollout', 'argoproj.io/v1alpha1', template],
    ['DeploymentConfig', 'apps.openshift.io/v1', template],
    ['Service', 'serving.knative.dev/v1', template],
    ['ScaledJob', 'keda.sh/v1alpha1', `jobTargetRef: {${template}}`],
    ['CloneSet', 'apps.kruise.io/v1alpha1', template],
    [
      'ClowdApp',
      'cloud.redhat.com/v1alpha1',
      'deployments: [{name: web, podSpec: {image: x, command: [gunicorn, a]}}]',
    ],
  ])('%s', async (kind, apiVersion, spec) => {
    const { process } = await gunicorn({
      'a.yaml': `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: w}\nspec: {${spec}}\n`,
    })
    expect(process?.program).toBe('gunicorn')
  })

  test('a Rollout takes its pods from the workload that it names', async () => {
    const rollout =
      '---\napiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: r}\nspec: {replicas: 4, workloadRef: {apiVersion: apps/v1, kind: Deployment, name: web}}\n'
    const containers = await inspectTexts({ 'a.yaml': deployment('web', '  replicas: 0\n') + rollout })
    expect(containers.map(({ workload, replicas }) => [workload.kind, replicas.max])).toEqual([
      ['Deployment', 0],
      ['Rollout', 4],
    ])
  })

  test('the items of a List and the objects of a Template with its parameters', async () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, command: [gunicorn, a, -w, "3"]}]}}\n`
    const template = `apiVersion: template.openshift.io/v1\nkind: Template\nmetadata: {name: t}\nparameters: [{name: W, value: "5"}, {name: X}]\nobjects:\n  - {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, command: [gunicorn, a, -w, "\${W}", --threads, "\${X}"]}]}}\n`
    expect((await gunicorn({ 'a.yaml': list })).workers).toMatchObject({ known: true, value: 3 })
    const filled = await gunicorn({ 'a.yaml': template })
    expect(filled.workers).toMatchObject({ known: true, value: 5 })
    expect(filled.process?.settings['threads']).toMatchObject({
      known: false,
      why: 'template parameter X has no default',
    })
  })
})

describe('variables', () => {
  const configMap = '---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {WEB_CONCURRENCY: "6", W: "7"}\n'
  test.each([
    ['a value', 'env: [{name: WEB_CONCURRENCY, value: "4"}]', '', 4],
    ['an earlier variable', 'env: [{name: N, value: "3"}, {name: WEB_CONCURRENCY, value: $(N)}]', '', 3],
    ['a ConfigMap read whole', 'envFrom: [{configMapRef: {name: c}}]', configMap, 6],
    [
      'a ConfigMap with a prefix',
      'envFrom: [{prefix: WEB_, configMapRef: {name: d}}]',
      configMap.replace('name: c', 'name: d').replace('WEB_CONCURRENCY', 'CONCURRENCY'),
      6,
    ],
    [
      'env over envFrom',
      'envFrom: [{configMapRef: {name: c}}], env: [{name: WEB_CONCURRENCY, value: "2"}]',
      configMap,
      2,
    ],
    [
      'a key of a ConfigMap',
      'env: [{name: WEB_CONCURRENCY, valueFrom: {configMapKeyRef: {name: c, key: W}}}]',
      configMap,
      7,
    ],
    [
      'a CPU limit, rounded up',
      'env: [{name: WEB_CONCURRENCY, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}], resources: {limits: {cpu: 1500m}}',
      '',
      2,
    ],
    [
      'a CPU request with a divisor',
      'env: [{name: WEB_CONCURRENCY, valueFrom: {resourceFieldRef: {resource: requests.cpu, divisor: 100m}}}], resources: {requests: {cpu: 450m}}',
      '',
      5,
    ],
  ])('from %s', async (_name, container, more, value) => {
    const { workers } = await gunicorn({ 'a.yaml': pod(`command: [gunicorn, a], ${container}`) + more })
    expect(workers).toMatchObject({ known: true, value, origin: 'env' })
  })

  test.each([
    [
      'a Secret key',
      'env: [{name: WEB_CONCURRENCY, valueFrom: {secretKeyRef: {name: s, key: w}}}]',
      'WEB_CONCURRENCY comes from Secret s',
    ],
    ['a Secret read whole', 'envFrom: [{secretRef: {name: s}}]', 'Secret s'],
    ['a ConfigMap that is not there', 'envFrom: [{configMapRef: {name: gone}}]', 'ConfigMap gone'],
    [
      'a field of the pod',
      'env: [{name: WEB_CONCURRENCY, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]',
      'status.podIP',
    ],
    [
      'a CPU limit that is not set',
      'env: [{name: WEB_CONCURRENCY, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}]',
      'what the node can allocate',
    ],
  ])('%s is unknown, with the reason', async (_name, container, why) => {
    const { workers } = await gunicorn({ 'a.yaml': pod(`command: [gunicorn, a], ${container}`) })
    expect(workers?.known).toBe(false)
    expect(workers?.why).toContain(why)
  })
})

describe('resources', () => {
  test('a request that is not set equals the limit', async () => {
    const { container } = await gunicorn({
      'a.yaml': pod('command: [gunicorn, a], resources: {limits: {cpu: 500m, memory: 1Gi}}'),
    })
    expect(container?.resources).toEqual({
      requests: { cpuMillicores: 500, memoryBytes: 2 ** 30 },
      limits: { cpuMillicores: 500, memoryBytes: 2 ** 30 },
      source: 'container',
    })
  })

  test('a LimitRange of the namespace fills what is missing', async () => {
    const range =
      '---\napiVersion: v1\nkind: LimitRange\nmetadata: {name: r, namespace: n}\nspec: {limits: [{type: Container, default: {memory: 512Mi}, defaultRequest: {cpu: 250m}}]}\n'
    const text = pod('command: [gunicorn, a]').replace('{name: p}', '{name: p, namespace: n}') + range
    const { container } = await gunicorn({ 'a.yaml': text })
    expect(container?.resources).toEqual({
      requests: { cpuMillicores: 250, memoryBytes: 2 ** 29 },
      limits: { cpuMillicores: null, memoryBytes: 2 ** 29 },
      source: 'limitRange',
    })
  })

  test('the limit of the pod bounds a container without one', async () => {
    const text = pod('command: [gunicorn, a]').replace('spec:\n', 'spec:\n  resources: {limits: {memory: 2Gi}}\n')
    const { container } = await gunicorn({ 'a.yaml': text })
    expect(container?.resources).toMatchObject({ limits: { memoryBytes: 2 ** 31 }, source: 'pod' })
  })
})
