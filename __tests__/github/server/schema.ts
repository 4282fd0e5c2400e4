/** Requests and answers checked against GitHub's own OpenAPI description. */
import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import { isObject, listAt, objectAt, stringAt } from '../../../src/github/json-value.ts'

/** A route of the description that a request matched. */
export interface MatchedRoute {
  readonly template: string
  readonly method: string
  readonly parameters: Readonly<Record<string, string>>
}

/** Finds routes and says what is wrong with requests and answers. */
export interface ApiDescription {
  readonly match: (method: string, path: string) => MatchedRoute | null
  readonly requestErrors: (route: MatchedRoute, query: URLSearchParams, body: unknown) => readonly string[]
  readonly responseErrors: (route: MatchedRoute, status: number, body: unknown) => readonly string[]
}

const slicePath = new URL('../../fixtures/github/openapi-slice.json', import.meta.url)

/** Reads the slice of the description; validators are compiled when first used. */
export function readApiDescription(): ApiDescription {
  const slice: unknown = JSON.parse(readFileSync(slicePath, 'utf8'))
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false })
  formats.default(ajv)
  ajv.addSchema(isObject(slice) ? slice : {}, 'github')
  const templates = Object.entries(objectAt(slice, 'paths')).map(([template, methods]) => ({
    template,
    methods: isObject(methods) ? methods : {},
    pattern: new RegExp(`^${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  }))

  const operationOf = (route: MatchedRoute) =>
    objectAt(objectAt(objectAt(slice, 'paths'), route.template), route.method)
  const validator = (pointer: readonly string[]): ValidateFunction => {
    const path = pointer.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')
    const found = ajv.getSchema(`github#/${path}`)
    if (found === undefined) throw new Error(`no schema at ${path}`)
    return found
  }
  const errorsOf = (validate: ValidateFunction, value: unknown, isPartial: boolean) => {
    validate(value)
    const errors = (validate.errors ?? []).filter((error) => !isPartial || error.keyword !== 'required')
    return errors.length === 0 ? [] : [ajv.errorsText(errors, { separator: '\n' })]
  }

  return {
    match: (method, path) => {
      for (const { template, methods, pattern } of templates) {
        const found = pattern.exec(path)
        if (found !== null && Object.hasOwn(methods, method)) {
          return { template, method, parameters: { ...found.groups } }
        }
      }
      return null
    },
    requestErrors: (route, query, body) => {
      const operation = operationOf(route)
      const described = listAt(operation, 'parameters')
      const known = new Set(
        described.filter((entry) => stringAt(entry, 'in') === 'query').map((entry) => stringAt(entry, 'name')),
      )
      const unknown = [...query.keys()]
        .filter((name) => !known.has(name))
        .map((name) => `unknown query parameter ${name}`)
      const wrong = described.flatMap((entry) => {
        const name = stringAt(entry, 'name') ?? ''
        const text = stringAt(entry, 'in') === 'path' ? route.parameters[name] : query.get(name)
        if (text === undefined || text === null) return []
        return errorsOf(ajv.compile(objectAt(entry, 'schema')), typed(text, objectAt(entry, 'schema')), false).map(
          (error) => `${name}: ${error}`,
        )
      })
      if (!isObject(operation['requestBody'])) return [...unknown, ...wrong]
      const base = ['paths', route.template, route.method, 'requestBody', 'content', 'application/json', 'schema']
      const schema = objectAt(
        objectAt(objectAt(objectAt(operation, 'requestBody'), 'content'), 'application/json'),
        'schema',
      )
      return [...unknown, ...wrong, ...errorsOf(validator(base), body, false), ...unpermitted(body, schema)]
    },
    responseErrors: (route, status, body) => {
      const response = objectAt(objectAt(operationOf(route), 'responses'), String(status))
      if (!Object.hasOwn(objectAt(operationOf(route), 'responses'), String(status)))
        return [`status ${status} is not described for ${route.method} ${route.template}`]
      if (Object.keys(objectAt(response, 'content')).length === 0) return body === null ? [] : ['there must be no body']
      const base = [
        'paths',
        route.template,
        route.method,
        'responses',
        String(status),
        'content',
        'application/json',
        'schema',
      ]
      return errorsOf(validator(base), body, isPartial(route))
    },
  }
}

/** Pull requests and repositories have up to several hundred fields; the model answers those that are read. */
function isPartial(route: MatchedRoute): boolean {
  return /\/pulls(\/\{pull_number\})?$|^\/(orgs|users)\/.*\/repos$/.test(route.template)
}

/** The API answers 422 to keys it does not know, at the top and in the comments of a review. */
function unpermitted(body: unknown, schema: unknown): readonly string[] {
  const extra = (value: unknown, properties: unknown) =>
    Object.keys(isObject(value) ? value : {})
      .filter((key) => !Object.hasOwn(isObject(properties) ? properties : {}, key))
      .map((key) => `"${key}" is not a permitted key.`)
  const properties = objectAt(schema, 'properties')
  const items = objectAt(objectAt(properties, 'comments'), 'items')
  const nested = listAt(body, 'comments').flatMap((comment) => extra(comment, objectAt(items, 'properties')))
  return Object.keys(properties).length === 0 ? [] : [...extra(body, properties), ...nested]
}

function typed(text: string, schema: unknown): unknown {
  const type = stringAt(schema, 'type')
  return (type === 'integer' || type === 'number') && /^-?\d+$/.test(text) ? Number(text) : decodeURIComponent(text)
}
