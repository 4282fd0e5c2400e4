import { describe, expect, test } from '@jest/globals'
import { inspectTexts } from '../inspect.ts'

const pod = `apiVersion: v1
kind: Pod
metadata: {name: worker}
spec: {containers: [{name: worker, command: [celery, -A, shop, worker]}]}
`
const application = "from celery import Celery\n\napp = Celery('shop')\napp.conf.worker_concurrency = 3\n"

async function concurrencyWith(manifest: string, module: string): Promise<unknown> {
  const [container] = await inspectTexts({ [manifest]: pod, [module]: application })
  const setting = container?.processes[0]?.settings['concurrency']
  return setting?.known === true ? setting.value : 'unknown'
}

describe('what an application sets', () => {
  test.each([
    ['k8s/worker.yaml', 'src/shop/celery.py', 3],
    ['k8s/worker.yaml', 'tests/shop/celery.py', 'unknown'],
    ['k8s/worker.yaml', 'backend/__tests__/case/shop/celery.py', 'unknown'],
    ['backend/tests/case/worker.yaml', 'backend/tests/case/shop/celery.py', 3],
    ['k8s/worker.yaml', 'contests/shop/celery.py', 3],
  ])('counts for %s when it stands in %s: %s', async (manifest, module, expected) => {
    expect(await concurrencyWith(manifest, module)).toBe(expected)
  })
})
