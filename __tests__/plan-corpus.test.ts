/** Workloads of public projects with figures that were worked out by hand from their manifests. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { runCli } from '../src/cli/run-cli.ts'

const corpus = resolve(import.meta.dirname, '../../shared/corpus/raw')
const MEBIBYTE = 2 ** 20

/** `replicas × processes × threads, CPU, memory in Mi, slots, connections` of today, horizontal, mixed and vertical. */
const HAND = [
  // 1 to 5 pods of one worker and four threads. Memory: (30 + 128) / 80 %, (30 + 2 × 128) / 80 %. Vertical: three workers on
  // 750m are more than floor(2 × 0.75) + 1, so two of six threads keep their twelve slots.
  [
    'GoogleCloudPlatform__bank-of-anthos/kubernetes-manifests/contacts.yaml',
    'contacts',
    [
      '5 × 1 × 4, 250, 128, 20, 28',
      '5 × 1 × 4, 250, 208, 20, 28',
      '3 × 2 × 4, 500, 384, 24, 32',
      '2 × 2 × 6, 750, 384, 24, 36',
    ],
  ],
  [
    'GoogleCloudPlatform__bank-of-anthos/kubernetes-manifests/userservice.yaml',
    'userservice',
    [
      '1 × 1 × 2, 500, 256, 2, 4',
      '1 × 1 × 2, 500, 256, 2, 4',
      '1 × 1 × 2, 500, 256, 2, 4',
      '1 × 1 × 2, 500, 256, 2, 4',
    ],
  ],
  // Twice four processes on one core with maxSurge 1: a quarter of a core each, or a core each where they share a pod.
  [
    'buildworksai__EUCORA/k8s/celery-worker-deployment.yaml',
    'eucora-celery-worker',
    [
      '2 × 4 × 1, 1000, 2048, 8, 12',
      '8 × 1 × 1, 250, 512, 8, 9',
      '4 × 2 × 1, 2000, 1024, 8, 10',
      '2 × 4 × 1, 4000, 2048, 8, 12',
    ],
  ],
  // Neither requests nor limits: memory is (60 + n × 96) / 80 %, rounded up.
  [
    'nuniesmith__fks_main/docker/k8s/manifests/all-services.yaml',
    'celery-worker',
    ['2 × 4 × 1, –, –, 8, 12', '8 × 1 × 1, –, 208, 8, 10', '4 × 2 × 1, –, 320, 8, 10', '2 × 4 × 1, –, 576, 8, 12'],
  ],
  // A ClowdApp, whose rollouts are not known to add pods.
  [
    'project-koku__koku/deploy/clowdapp.yaml',
    'koku-clowder-worker-celery',
    [
      '1 × 1 × 1, 200, 512, 1, 1',
      '1 × 1 × 1, 200, 512, 1, 1',
      '1 × 1 × 1, 200, 512, 1, 1',
      '1 × 1 × 1, 200, 512, 1, 1',
    ],
  ],
] as const

const whenThere = existsSync(corpus) ? test : test.skip

whenThere.each(HAND)('%s', async (path, name, expected) => {
  const [project = ''] = path.split('/')
  const out: string[] = []
  const code = await runCli(['plan', join('raw', project), '--format', 'json'], {
    workingDirectory: resolve(corpus, '..'),
    environment: {},
    stdout: { isTTY: false, write: (text) => out.push(text) },
    stderr: { isTTY: false, write: () => true },
    stdin: (async function* () {})(),
  })
  expect(code).toBe(0)
  const plans: readonly ShownPlan[] = JSON.parse(out.join('')).plans
  const plan = plans.find(({ file, workload }) => file === join('raw', path) && workload.name === name)
  expect(plan?.shapes.map(summary)).toEqual(expected)
})

interface ShownPlan {
  readonly file: string
  readonly workload: { readonly name: string }
  readonly shapes: readonly Shown[]
}

interface Shown {
  readonly replicas: { readonly max: number }
  readonly processes: number
  readonly threads: number
  readonly cpuMillicores: number | null
  readonly memoryBytes: number | null
  readonly slots: number
  readonly connections: number
}

function summary(shape: Shown): string {
  const memory = shape.memoryBytes === null ? '–' : shape.memoryBytes / MEBIBYTE
  return `${shape.replicas.max} × ${shape.processes} × ${shape.threads}, ${shape.cpuMillicores ?? '–'}, ${memory}, ${shape.slots}, ${shape.connections}`
}
