import { describe, expect, test } from '@jest/globals'
import { check } from '../../src/check.ts'
import { DEFAULT_CONFIGURATION } from '../../src/configuration/configuration.ts'
import { loadBundledPolicies } from '../../src/policies/load-bundled.ts'
import { PROGRAMS } from '../../src/programs/registry.ts'
import { toJsonReport } from '../../src/reports/to-json-report.ts'
import { memoryRepository } from '../../src/repository/repository.ts'

const policies = loadBundledPolicies()

/** The suggestions of all findings; one may carry the edits of several. */
async function suggestionsFor(manifest: string): Promise<string> {
  const report = toJsonReport(
    await check(memoryRepository(new Map([['app.yaml', manifest]])), {
      programs: PROGRAMS,
      policies,
      configuration: DEFAULT_CONFIGURATION,
      baseline: new Set(),
      today: null,
    }),
  )
  return report.findings.map((finding) => finding.suggestion?.replacement ?? '').join('\n')
}

const pod = (container: string) => `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
${container}`

describe('a suggestion', () => {
  test('that mends an error may leave a hint behind', async () => {
    // One worker with four threads is gthread without its name, which is an info of its own.
    const text = pod(`      command: [gunicorn, shop.wsgi, -b, "0.0.0.0:8000", --worker-tmp-dir=/dev/shm]
      livenessProbe: {httpGet: {path: /, port: 8000}}
      ports: [{containerPort: 8000}]
`)
    expect(await suggestionsFor(text)).toContain('--threads=4')
  })

  test('keeps names of nodes in plain scalars', async () => {
    const text = `apiVersion: apps/v1
kind: Deployment
metadata: {name: worker}
spec:
  replicas: 3
  template:
    spec:
      containers:
        - name: worker
          command: [celery, -A, shop, worker, -c, "2", -n, mail]
`
    expect(await suggestionsFor(text)).toContain('-n, mail@%h]')
  })

  test.each([
    ['multiprocessing.cpu_count() * 2 + 1', 'command: [gunicorn, shop.wsgi, -c, /etc/g/conf.py, --workers=2]'],
    ['2 * multiprocessing.cpu_count()', 'command: [gunicorn, shop.wsgi, -c, /etc/g/conf.py, --workers=2]'],
    ['multiprocessing.cpu_count()  # all', '    workers = 2  # all'],
  ])('gives workers = %s the number that it recommends, not a part of it', async (expression, expected) => {
    const text = `${pod(`      command: [gunicorn, shop.wsgi, -c, /etc/g/conf.py]
      resources: {limits: {cpu: 500m, memory: 512Mi}}
      volumeMounts: [{name: settings, mountPath: /etc/g}]
`)}  volumes: [{name: settings, configMap: {name: settings}}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data:
  conf.py: |
    import multiprocessing
    worker_tmp_dir = '/dev/shm'
    workers = ${expression}
`
    expect(await suggestionsFor(text)).toContain(expected)
  })
})
