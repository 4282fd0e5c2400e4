import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { stringAt, type YamlNode } from '../../src/manifests/node.ts'
import { parseYaml } from '../../src/manifests/parse.ts'
import { createSourceFile } from '../../src/source/source-file.ts'
import { hasShape, type Shape } from '../../src/workloads/shape.ts'
import { WORKLOAD_SHAPES } from '../../src/workloads/workload-shapes.ts'

const root = resolve(import.meta.dirname, '../..')

interface Schema {
  (value: unknown): boolean
  readonly errors?: readonly { readonly keyword: string }[] | null
}

// One after the other: the loader of the tests takes no modules that share one at once.
const SCHEMAS = new Map<string, Schema>()
for (const name of WORKLOAD_SHAPES.keys()) {
  const [version = '', kind = ''] = name.split('/').slice(-2)
  const group = name === 'v1/Pod' ? 'Core' : name.startsWith('batch') ? 'Batch' : 'Apps'
  const { validate } = await import(`kubernetes-models/_schemas/IoK8sApi${group}${version === 'v1' ? 'V1' : ''}${kind}`)
  SCHEMAS.set(name, validate)
}

/** Does the schema find what would be told? Missing fields are not, see `validateWorkloads`. */
function isRefused(name: string, value: unknown): boolean {
  const schema = SCHEMAS.get(name)
  if (schema === undefined || schema(value)) return false
  return (schema.errors ?? []).some(({ keyword }) => keyword !== 'required' && keyword !== 'oneOf')
}

function nodeOf(value: unknown): YamlNode {
  const [document] = parseYaml(createSourceFile('one.json', JSON.stringify(value))).documents
  if (document === undefined) throw new Error('no document')
  return document
}

/** Values of a shape, of which one in some has a part that may be anything. */
function valuesOf(shape: Shape, spoils: number): fc.Arbitrary<unknown> {
  const own = ownValuesOf(shape, spoils)
  return spoils === 0 ? own : fc.oneof({ arbitrary: own, weight: spoils }, { arbitrary: ANYTHING, weight: 1 })
}

const ANYTHING = fc.oneof(
  fc.constantFrom(null, '', '1', '1Gi', '-1', '1e3', '50%', 'x y', 0, -1, 1.5, 2 ** 31, 2 ** 40, 1e300, true),
  fc.jsonValue({ maxDepth: 2 }),
)

function ownValuesOf(shape: Shape, spoils: number): fc.Arbitrary<unknown> {
  const text = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('web', '8080', 'true', '1.5', '2020-01-01'))
  const integer = fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 })
  switch (shape.kind) {
    case 'text':
      return text
    case 'integer':
      return integer
    case 'boolean':
      return fc.boolean()
    case 'integerOrText':
      return fc.oneof(text, integer)
    case 'quantity':
      return fc.oneof(fc.nat(), fc.stringMatching(/^\d{1,9}(\.\d{1,9})?(m|k|[MGT]|[KMGT]i)?$/))
    case 'choice':
      return fc.constantFrom(...shape.among)
    case 'list':
      return fc.array(valuesOf(shape.of, spoils), { maxLength: 2 })
    case 'entries':
      return fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), valuesOf(shape.of, spoils), { maxKeys: 2 })
    case 'fields': {
      const fields = Object.fromEntries([...shape.fields].map(([name, of]) => [name, valuesOf(of, spoils)]))
      return fc.record(fields, { requiredKeys: [] })
    }
  }
}

describe.each([...WORKLOAD_SHAPES])('the shape of %s', (name, shape) => {
  test('holds nothing that the schema refuses', () => {
    let held = 0
    fc.assert(
      fc.property(fc.oneof(valuesOf(shape, 0), valuesOf(shape, 200), valuesOf(shape, 20)), (value) => {
        const node = nodeOf(value)
        if (!hasShape(node, shape)) return
        held++
        expect(isRefused(name, value)).toBe(false)
      }),
      { numRuns: 200, seed: 1 },
    )
    expect(held).toBeGreaterThan(60)
  })

  test('holds none of what the schema refuses when one field is spoilt', () => {
    const [identity] = [{ metadata: { name: 'web' } }]
    for (const spoilt of [
      { ...identity, spec: 'text' },
      { ...identity, spec: { template: [] }, kind: 1 },
    ]) {
      expect(isRefused(name, spoilt)).toBe(true)
      expect(hasShape(nodeOf(spoilt), shape)).toBe(false)
    }
  })
})

test('the workloads of the examples and scenarios are of known shapes, or the schema is asked', () => {
  const documents = ['examples', '__tests__/scenarios', '__tests__/fixtures']
    .flatMap((place) => readdirSync(join(root, place), { recursive: true }).map((path) => join(place, String(path))))
    .filter((path) => path.endsWith('.yaml'))
    .flatMap((path) => parseYaml(createSourceFile(path, readFileSync(join(root, path), 'utf8'))).documents)
    .flatMap((node) => {
      const name = `${stringAt(node, ['apiVersion'])}/${stringAt(node, ['kind'])}`
      const shape = WORKLOAD_SHAPES.get(name)
      return shape === undefined ? [] : [{ name, node, isKnown: hasShape(node, shape) }]
    })
  const known = documents.filter(({ isKnown }) => isKnown)
  expect(known.length).toBeGreaterThan(0.9 * documents.length)
  expect(known.filter(({ name, node }) => isRefused(name, plain(node)))).toEqual([])
})

function plain(node: YamlNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value
    case 'sequence':
      return node.items.map(plain)
    case 'map':
      return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plain(value)]))
  }
}
