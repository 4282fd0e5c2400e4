/** The JSON Schema of the configuration file. Dialect: https://json-schema.org/draft/2020-12 */
import type { Parameter, Policy } from '../policies/policy.ts'
import type { Program } from '../programs/program.ts'

const LEVEL = { enum: ['off', 'info', 'warning', 'error'] }
const TEXT = { type: 'string' }
const TEXTS = { type: 'array', items: TEXT }
const MEMORY = { type: ['string', 'integer'], description: 'an amount as Kubernetes writes it, such as 128Mi' }
const SIZING = closed({
  baseMemory: { ...MEMORY, description: 'memory of the parent process, such as 30Mi' },
  workerMemory: { ...MEMORY, description: 'memory of one process, such as 128Mi' },
  profile: { enum: ['io', 'cpu', 'mixed'], description: 'what the work mostly does' },
})
const MATCH = closed({ path: TEXT, namespace: TEXT, kind: TEXT, name: TEXT, container: TEXT })

/** A schema that knows every policy with its parameters and every program. */
export function configurationSchema(policies: readonly Policy[], programs: readonly Program[]): object {
  const settings = { $ref: '#/$defs/policies' }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://raw.githubusercontent.com/workerlint/workerlint/v1/schema/workerlint.schema.json',
    title: 'Configuration of workerlint',
    ...closed({
      $schema: TEXT,
      extends: { type: 'string', description: 'recommended, strict, none, or a relative file' },
      topology: { enum: ['horizontal', 'mixed', 'vertical'], description: 'what recommendations aim for' },
      failOn: { enum: ['error', 'warning', 'info', 'never'] },
      exclude: TEXTS,
      policyFiles: TEXTS,
      policies: settings,
      sizing: closed({
        headroom: { type: 'number', minimum: 0, exclusiveMaximum: 1, description: 'share of memory that stays free' },
        ...Object.fromEntries(programs.map((program) => [program.name, SIZING])),
      }),
      databases: {
        type: 'array',
        items: {
          ...closed({
            name: TEXT,
            maxConnections: { type: 'integer', minimum: 1 },
            reserved: { type: 'integer', minimum: 0 },
            perSlot: { type: 'integer', minimum: 0, description: 'connections of one process or thread' },
            workloads: { type: 'array', items: MATCH },
          }),
          required: ['name', 'maxConnections'],
        },
      },
      overrides: {
        type: 'array',
        items: { ...closed({ match: MATCH, policies: settings, sizing: SIZING, reason: TEXT }), required: ['match'] },
      },
    }),
    $defs: {
      policies: {
        type: 'object',
        description: 'severities and parameters by policy',
        properties: Object.fromEntries(policies.map((policy) => [policy.id, policySchema(policy)])),
        // Policies of your own files have names that are not known here.
        additionalProperties: { anyOf: [LEVEL, closed({ severity: LEVEL, params: { type: 'object' } })] },
      },
    },
  }
}

function policySchema(policy: Policy): object {
  const params = Object.fromEntries([...policy.params].map(([name, value]) => [name, parameterSchema(value)]))
  const parts = policy.params.size === 0 ? { severity: LEVEL } : { severity: LEVEL, params: closed(params) }
  return { description: policy.title, anyOf: [LEVEL, closed(parts)] }
}

function parameterSchema(value: Parameter): object {
  if (Array.isArray(value)) return { type: 'array', default: value }
  return { type: typeof value, default: value }
}

function closed(properties: Readonly<Record<string, object>>): {
  readonly type: 'object'
  readonly properties: Readonly<Record<string, object>>
  readonly additionalProperties: false
} {
  return { type: 'object', properties, additionalProperties: false }
}
