/** A policy file to a policy; all mistakes of the file are found at once. */

import { childOf, itemsAt, type YamlMap, type YamlNode, type YamlScalar } from '../manifests/node.ts'
import { parseYaml } from '../manifests/parse.ts'
import { appendAll } from '../source/lists.ts'
import type { SourceFile } from '../source/source-file.ts'
import { type Mistake, mistakeAt } from './mistakes.ts'
import {
  type NodeReader,
  readChoice,
  readItems,
  readMap,
  readScalar,
  readString,
  readStrings,
  requireValue,
} from './node-reader.ts'
import type {
  DocumentedPolicy,
  Expression,
  NamedExpression,
  Parameter,
  PolicyExample,
  RecommendationRule,
  Validation,
} from './policy.ts'

/** The policies of a file and its mistakes. A policy with mistakes is only there to look for more of them. */
export interface LoadedPolicies {
  readonly policies: readonly DocumentedPolicy[]
  readonly mistakes: readonly Mistake[]
}

const POLICY_KEYS = [
  'id',
  'title',
  'severity',
  'confidence',
  'scope',
  'programs',
  'roles',
  'params',
  'each',
  'variables',
  'matchConditions',
  'validations',
  'rationale',
  'references',
  'examples',
]
const VALIDATION_KEYS = [
  'expression',
  'message',
  'messageExpression',
  'target',
  'recommendation',
  'alternatives',
  'related',
]
const EXAMPLE_KEYS = ['name', 'configuration', 'manifest', 'line', 'message', 'recommendation']

/** Reads the policies of a file: one a document. */
export function loadPolicies(file: SourceFile, group: string): LoadedPolicies {
  const parsed = parseYaml(file)
  const mistakes: Mistake[] = parsed.problems.map((problem) => ({ ...problem, column: 1 }))
  const policies: DocumentedPolicy[] = []
  for (const document of parsed.documents) {
    const reader: NodeReader = { mistakes: [] }
    const policy = readPolicy(reader, document, group)
    appendAll(mistakes, reader.mistakes)
    if (policy !== null) policies.push(policy)
  }
  return { policies, mistakes }
}

function readPolicy(reader: NodeReader, document: YamlNode, group: string): DocumentedPolicy | null {
  const map = readMap(reader, document, 'the policy', POLICY_KEYS)
  if (map === null) return null
  const get = (key: string) => childOf(map, key)
  const id = requireValue(reader, readId(reader, get('id')), map, 'id')
  const title = requireValue(reader, readString(reader, get('title'), 'title'), map, 'title')
  const severity = requireValue(
    reader,
    readChoice(reader, get('severity'), 'severity', ['error', 'warning', 'info'] as const),
    map,
    'severity',
  )
  const confidence = requireValue(
    reader,
    readChoice(reader, get('confidence'), 'confidence', ['fact', 'practice', 'heuristic'] as const),
    map,
    'confidence',
  )
  const scope = readChoice(reader, get('scope'), 'scope', [
    'process',
    'container',
    'workload',
    'scaler',
    'system',
  ] as const)
  const validations = readItems(reader, get('validations'), 'validations').flatMap(
    (item) => readValidation(reader, item) ?? [],
  )
  if (validations.length === 0) requireValue(reader, null, map, 'validations')
  const examples = readMap(reader, get('examples'), 'examples', ['invalid', 'valid'])
  return {
    id: id ?? '',
    group,
    title: title ?? '',
    severity: severity ?? 'warning',
    confidence: confidence ?? 'heuristic',
    scope: scope ?? 'process',
    programs: readStrings(reader, get('programs'), 'programs'),
    programPlaces: itemsAt(map, ['programs']).map((item) => item.location),
    roles: readStrings(reader, get('roles'), 'roles'),
    params: readParameters(reader, get('params')),
    each: readExpression(reader, get('each'), 'each'),
    variables: readNamed(reader, get('variables'), 'variables'),
    matchConditions: readNamed(reader, get('matchConditions'), 'matchConditions'),
    validations,
    rationale: (readString(reader, get('rationale'), 'rationale') ?? '').trim(),
    references: readStrings(reader, get('references'), 'references'),
    invalid: readExamples(reader, childOf(examples ?? undefined, 'invalid')),
    valid: readExamples(reader, childOf(examples ?? undefined, 'valid')),
  }
}

function readId(reader: NodeReader, node: YamlNode | undefined): string | null {
  const scalar = readScalar(reader, node, 'id')
  if (scalar === null) return null
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(scalar.text.value)) {
    reader.mistakes.push(
      mistakeAt(scalar.location, `id is "${scalar.text.value}"; expected lower-case words joined by dashes`),
    )
  }
  return scalar.text.value
}

function readParameters(reader: NodeReader, node: YamlNode | undefined): ReadonlyMap<string, Parameter> {
  const map = readMap(reader, node, 'params', [])
  const parameters = new Map<string, Parameter>()
  for (const [name, { value }] of map?.entries ?? []) {
    const parameter = loadedParameter(value)
    if (parameter === null)
      reader.mistakes.push(
        mistakeAt(value.location, `parameter ${name} must be a number, text, boolean or a list of them`),
      )
    else parameters.set(name, parameter)
  }
  return parameters
}

/** A parameter's value; null when it is none. */
export function loadedParameter(node: YamlNode): Parameter | null {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'map') return null
  return node.items.flatMap((item) =>
    item.kind === 'scalar' && item.value !== null && typeof item.value !== 'boolean' ? [item.value] : [],
  )
}

function readNamed(reader: NodeReader, node: YamlNode | undefined, what: string): readonly NamedExpression[] {
  return readItems(reader, node, what).flatMap((item) => {
    const map = readMap(reader, item, `an item of ${what}`, ['name', 'expression'])
    if (map === null) return []
    const name = requireValue(reader, readString(reader, childOf(map, 'name'), 'name'), map, 'name')
    const expression = requireValue(
      reader,
      readExpression(reader, childOf(map, 'expression'), 'expression'),
      map,
      'expression',
    )
    return name === null || expression === null ? [] : [{ name, expression }]
  })
}

function readValidation(reader: NodeReader, node: YamlNode): Validation | null {
  const map = readMap(reader, node, 'a validation', VALIDATION_KEYS)
  if (map === null) return null
  const expression = requireValue(
    reader,
    readExpression(reader, childOf(map, 'expression'), 'expression'),
    map,
    'expression',
  )
  const target = requireValue(reader, readString(reader, childOf(map, 'target'), 'target'), map, 'target')
  const message = readString(reader, childOf(map, 'message'), 'message')
  const messageExpression = readExpression(reader, childOf(map, 'messageExpression'), 'messageExpression')
  if (message === null && messageExpression === null) requireValue(reader, null, map, 'message or messageExpression')
  if (expression === null || target === null) return null
  return {
    expression,
    message,
    messageExpression,
    target,
    recommendation: readRecommendation(reader, childOf(map, 'recommendation'), target),
    alternatives: readItems(reader, childOf(map, 'alternatives'), 'alternatives').flatMap((item) =>
      readAlternative(reader, item),
    ),
    related: readItems(reader, childOf(map, 'related'), 'related').flatMap((item) => readRelated(reader, item)),
  }
}

/** Either an expression alone, for the validation's own target, or a map with `target`, `value` and `derivation`. */
function readRecommendation(reader: NodeReader, node: YamlNode | undefined, target: string): RecommendationRule | null {
  if (node === undefined) return null
  if (node.kind === 'scalar') {
    const value = readExpression(reader, node, 'recommendation')
    return value === null ? null : { target, value, derivation: [] }
  }
  const map = readMap(reader, node, 'recommendation', ['target', 'value', 'derivation'])
  if (map === null) return null
  const value = requireValue(reader, readExpression(reader, childOf(map, 'value'), 'value'), map, 'value')
  if (value === null) return null
  const derivation = readItems(reader, childOf(map, 'derivation'), 'derivation').flatMap((item) => {
    const step = readMap(reader, item, 'a step of the derivation', ['term', 'value'])
    if (step === null) return []
    const term = requireValue(reader, readExpression(reader, childOf(step, 'term'), 'term'), step, 'term')
    const result = requireValue(reader, readExpression(reader, childOf(step, 'value'), 'value'), step, 'value')
    return term === null || result === null ? [] : [{ term, value: result }]
  })
  return { target: readString(reader, childOf(map, 'target'), 'target') ?? target, value, derivation }
}

function readAlternative(reader: NodeReader, node: YamlNode): Validation['alternatives'] {
  const map = readMap(reader, node, 'an alternative', ['field', 'value'])
  if (map === null) return []
  const field = requireValue(reader, readString(reader, childOf(map, 'field'), 'field'), map, 'field')
  const value = requireValue(reader, readExpression(reader, childOf(map, 'value'), 'value'), map, 'value')
  return field === null || value === null ? [] : [{ field, value }]
}

function readRelated(reader: NodeReader, node: YamlNode): Validation['related'] {
  const map = readMap(reader, node, 'a related place', ['target', 'message'])
  if (map === null) return []
  const target = requireValue(reader, readString(reader, childOf(map, 'target'), 'target'), map, 'target')
  const message = requireValue(reader, readExpression(reader, childOf(map, 'message'), 'message'), map, 'message')
  return target === null || message === null ? [] : [{ target, message }]
}

function readExamples(reader: NodeReader, node: YamlNode | undefined): readonly PolicyExample[] {
  return readItems(reader, node, 'examples').flatMap((item) => {
    const map: YamlMap | null = item.kind === 'scalar' ? null : readMap(reader, item, 'an example', EXAMPLE_KEYS)
    const manifest = readString(reader, map === null ? item : childOf(map, 'manifest'), 'manifest')
    if (manifest === null) return []
    const line = readString(reader, childOf(map ?? undefined, 'line'), 'line')
    return [
      {
        name: readString(reader, childOf(map ?? undefined, 'name'), 'name') ?? '',
        manifest,
        configuration: readString(reader, childOf(map ?? undefined, 'configuration'), 'configuration'),
        line: line === null ? null : Number(line),
        message: readString(reader, childOf(map ?? undefined, 'message'), 'message'),
        recommendation: readString(reader, childOf(map ?? undefined, 'recommendation'), 'recommendation'),
        at: item.location,
      },
    ]
  })
}

function readExpression(reader: NodeReader, node: YamlNode | undefined, what: string): Expression | null {
  const scalar: YamlScalar | null = readScalar(reader, node, what)
  return scalar === null ? null : { text: scalar.text.value, source: scalar.text }
}
