import { describe, expect, test } from '@jest/globals'
import { loadOf, NO_LOAD } from '../src/configuration/load.ts'
import { parseYaml } from '../src/manifests/parse.ts'
import { scaleAmount } from '../src/plan-scaler-edits.ts'
import { MACHINES } from '../src/sizing/machines.ts'
import { createSourceFile } from '../src/source/source-file.ts'
import { type Manifest, readManifests } from '../src/workloads/manifest.ts'
import { readWorkloads } from '../src/workloads/read-workloads.ts'
import { surgeOf } from '../src/workloads/surge.ts'
import { buildSystem } from '../src/workloads/system.ts'
import type { Workload } from '../src/workloads/workload.ts'

function manifest(kind: string, spec: string): Manifest {
  const text = `apiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: web}\nspec: ${spec}\n`
  const file = createSourceFile('web.yaml', text)
  const [found] = parseYaml(file).documents.flatMap((document) => readManifests(file, document))
  if (found === undefined) throw new Error('no manifest')
  return found
}

describe('pods that a rollout adds', () => {
  test.each([
    ['Deployment', '{replicas: 10}', 10, 3],
    ['Deployment', '{strategy: {rollingUpdate: {maxSurge: 10%}}}', 11, 2],
    ['Deployment', '{strategy: {rollingUpdate: {maxSurge: 0}}}', 10, 0],
    ['Deployment', '{strategy: {rollingUpdate: {maxSurge: 4}}}', 10, 4],
    ['Deployment', '{strategy: {type: Recreate}}', 10, 0],
    ['Rollout', '{strategy: {canary: {maxSurge: 50%}}}', 10, 5],
    ['StatefulSet', '{replicas: 10}', 10, 0],
  ])('%s %s with %d replicas: %d', (kind, spec, replicas, expected) => {
    expect(surgeOf(manifest(kind, spec), replicas)).toBe(expected)
  })
})

describe('a target of an autoscaler for each pod', () => {
  test.each([
    ['20', 0.5, '10'],
    ['3', 0.25, '1'],
    ['1', 0.25, '1'],
    ['500m', 0.5, '250m'],
    ['1500m', 2, '3000m'],
    ['2.5', 0.5, '1250m'],
    ['400Mi', 0.5, '200Mi'],
    ['1Gi', 1.5, '1536Mi'],
    ['many', 0.5, null],
  ])('%s times %d is %s', (text, factor, expected) => {
    expect(scaleAmount(text, factor)).toBe(expected)
  })
})

describe('the load', () => {
  function workload(annotations: string): Workload {
    const found = manifest(
      'Deployment',
      `{template: {metadata: {annotations: {${annotations}}}, spec: {containers: [{name: web}]}}}`,
    )
    const [read] = readWorkloads(found, buildSystem([found]))
    if (read === undefined) throw new Error('no workload')
    return read
  }

  const annotated = workload(
    'workerlint.dev/rps: "30", workerlint.dev/service-ms: "50", workerlint.dev/io-fraction: "0.25"',
  )

  test('is that of the annotations, and options go before them', () => {
    expect(loadOf(annotated, 'web', 'io', NO_LOAD)).toEqual({
      arrivalsPerSecond: 30,
      serviceMilliseconds: 50,
      ioFraction: 0.25,
    })
    expect(loadOf(annotated, 'web', 'io', { ...NO_LOAD, requestsPerSecond: 90, ioFraction: 1 })).toEqual({
      arrivalsPerSecond: 90,
      serviceMilliseconds: 50,
      ioFraction: 1,
    })
  })

  test('waits as much as the profile says when nobody says more', () => {
    const options = { ...NO_LOAD, tasksPerSecond: 2, serviceMilliseconds: 10 }
    const fractions = (['io', 'mixed', 'cpu'] as const).map((profile) =>
      loadOf(workload('a: b'), 'worker', profile, options),
    )
    expect(fractions).toEqual([
      expect.objectContaining({ ioFraction: 0.8 }),
      expect.objectContaining({ ioFraction: 0.5 }),
      expect.objectContaining({ ioFraction: 0 }),
    ])
  })

  test('needs a rate and a time, and is nothing without either', () => {
    expect(loadOf(annotated, 'worker', 'io', NO_LOAD)).toMatch(/--tasks-per-second/)
    expect(loadOf(workload('workerlint.dev/rps: "5"'), 'web', 'io', NO_LOAD)).toMatch(/--service-ms/)
    expect(loadOf(workload('workerlint.dev/rps: many'), 'web', 'io', NO_LOAD)).toBeNull()
  })
})

describe('what machines leave for pods', () => {
  test('is what their providers document', () => {
    // EKS: 60 + 10 millicores; 8 GiB less 255 + 11 × 29 + 100 MiB.
    expect(MACHINES.get('m5.large')).toEqual({ cpu: 1930, memory: (8192 - 674) * 2 ** 20 })
    // GKE documents 1930m and 3920m for 2 and 4 cores; 25 % of 4 GiB, 20 % of 4 GiB, and 100 MiB.
    expect(MACHINES.get('e2-standard-2')?.cpu).toBe(1930)
    expect(MACHINES.get('e2-standard-4')?.cpu).toBe(3920)
    expect(MACHINES.get('e2-standard-2')?.memory).toBe(Math.floor((8192 - 1024 - 819.2 - 100) * 2 ** 20))
    for (const [name, { cpu, memory }] of MACHINES) {
      expect([name, cpu === null || cpu > 1000, memory === null || memory > 2 ** 30]).toEqual([name, true, true])
    }
  })
})
