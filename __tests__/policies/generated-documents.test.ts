import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { generatedDocuments } from '../../src/generated-documents.ts'

const root = resolve(import.meta.dirname, '../..')
const measured = join(root, 'lab/verdicts.json')
const verdicts = existsSync(measured) ? JSON.parse(readFileSync(measured, 'utf8')) : {}
const documents = generatedDocuments(readFileSync(join(root, 'src/policies/vocabulary.ts'), 'utf8'), verdicts)

describe('what npm run generate writes', () => {
  test('is what the policies and the vocabulary say', () => {
    const stale = [...documents].filter(
      ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
    )
    expect(stale.map(([path]) => path)).toEqual([])
  })

  test('links a policy to the scenarios of the laboratory that measured it', () => {
    const scenario = { scenario: 'two-beats', title: 'Two beats', verdict: 'supported' }
    const page = generatedDocuments('', { 'beat-replicas': [scenario] }).get('docs/policies/beat-replicas.md') ?? ''
    expect(page).toMatch(/## Measured\n\n- \[Two beats\]\(..\/..\/lab\/RESULTS.md#two-beats\): \*\*supported\*\*\n$/)
  })

  test('holds no page of a policy that is gone', () => {
    const pages = readdirSync(join(root, 'docs/policies')).map((name) => `docs/policies/${name}`)
    expect(pages.filter((path) => !documents.has(path))).toEqual([])
  })

  test('describes every word of the vocabulary that needs it', () => {
    const page = documents.get('docs/policy-vocabulary.md') ?? ''
    for (const word of [
      'process.ports',
      'container.livenessProbe.celeryTimeout',
      'scaler.reachableCpu',
      'sizing.cpu',
    ]) {
      expect(page).toMatch(new RegExp(`\\| \`${word}\` \\| [\\w<>, ]+ \\| \\S`))
    }
  })
})

describe('the schema of the configuration', () => {
  const schema: unknown = JSON.parse(documents.get('schema/workerlint.schema.json') ?? '')
  if (typeof schema !== 'object' || schema === null) throw new Error('the schema is no object')
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)
  const accepts = (text: string) => validate(parse(text))

  test('accepts a full configuration', () => {
    const isValid = accepts(`
extends: recommended
topology: mixed
failOn: error
exclude: ["**/testdata/**"]
policyFiles: ["ci/policies/*.yaml"]
policies:
  gunicorn-workers-exceed-cpu: warning
  celery-concurrency-exceeds-cpu: {severity: error, params: {perCore: 1}}
  our-own-policy: off
sizing:
  headroom: 0.2
  gunicorn: {baseMemory: 30Mi, workerMemory: 128Mi, profile: io}
databases:
  - {name: main, maxConnections: 100, reserved: 3, workloads: [{kind: Deployment, name: "web*"}]}
overrides:
  - match: {path: "k8s/prod/**", namespace: shop, kind: Deployment, name: "web*", container: web}
    policies: {probe-starvation: "off"}
    sizing: {workerMemory: 230Mi, profile: mixed}
    reason: measured 2026-10, see runbook
`)
    expect(validate.errors).toBeNull()
    expect(isValid).toBe(true)
  })

  test.each([
    ['an unknown key', 'extend: strict'],
    ['an unknown level', 'policies: {missing-exec: loud}'],
    ['an unknown parameter', 'policies: {too-many-workers: {params: {least: 3}}}'],
    ['a parameter of another type', 'policies: {too-many-workers: {params: {most: many}}}'],
    ['an unknown program', 'sizing: {gunicron: {profile: io}}'],
  ])('rejects %s', (_what, text) => {
    expect(accepts(text)).toBe(false)
  })
})
