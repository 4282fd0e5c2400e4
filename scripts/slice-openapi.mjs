// Cuts the operations that the tests' model of GitHub serves out of GitHub's OpenAPI description.
//
//   npm install --no-save @octokit/openapi@23.0.2 --prefix /tmp/openapi
//   node scripts/slice-openapi.mjs /tmp/openapi/node_modules/@octokit/openapi
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const operations = {
  '/orgs/{org}/repos': ['get'],
  '/users/{username}/repos': ['get'],
  '/repos/{owner}/{repo}/tarball/{ref}': ['get'],
  '/repos/{owner}/{repo}/pulls': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/files': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/reviews': ['get', 'post'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}': ['delete'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/pulls/comments/{comment_id}': ['patch', 'delete'],
  '/repos/{owner}/{repo}/issues': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/{issue_number}': ['patch'],
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/comments/{comment_id}': ['patch', 'delete'],
  '/repos/{owner}/{repo}/statuses/{sha}': ['post'],
  '/repos/{owner}/{repo}/check-runs': ['post'],
  '/repos/{owner}/{repo}/check-runs/{check_run_id}': ['patch'],
}

const [source] = process.argv.slice(2)
if (source === undefined) throw new Error('usage: node scripts/slice-openapi.mjs PATH-OF-@octokit/openapi')
const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
const whole = JSON.parse(readFileSync(join(source, 'generated/api.github.com.json'), 'utf8'))

const components = {}
const paths = {}
for (const [path, methods] of Object.entries(operations)) {
  const item = whole.paths[path]
  paths[path] = {}
  for (const method of methods) {
    const { parameters = [], requestBody, responses } = item[method]
    paths[path][method] = simplify({
      parameters: parameters.map(resolve),
      requestBody,
      responses: Object.fromEntries(Object.entries(responses).filter(([status]) => /^[23]/.test(status))),
    })
  }
}
collect(paths)

const slice = {
  info: {
    title: 'A slice of the OpenAPI description of the GitHub REST API',
    source: `@octokit/openapi ${version}, generated/api.github.com.json`,
    license: 'MIT, Copyright (c) 2020 Octokit contributors',
    changes:
      'Only the operations listed in scripts/slice-openapi.mjs; no descriptions and examples; nullable written as JSON Schema.',
  },
  paths,
  components,
}
writeFileSync(
  new URL('../__tests__/fixtures/github/openapi-slice.json', import.meta.url),
  `${JSON.stringify(slice, null, 1)}\n`,
)

/** Copies every component that is referred to, and those these refer to. */
function collect(value) {
  if (Array.isArray(value)) value.forEach(collect)
  else if (typeof value === 'object' && value !== null) {
    if (typeof value.$ref === 'string') {
      const [, , kind, name] = value.$ref.split('/')
      components[kind] ??= {}
      if (!(name in components[kind])) {
        components[kind][name] = simplify(whole.components[kind][name])
        collect(components[kind][name])
      }
    }
    Object.values(value).forEach(collect)
  }
}

function resolve(parameter) {
  if (parameter.$ref === undefined) return parameter
  const [, , kind, name] = parameter.$ref.split('/')
  return whole.components[kind][name]
}

/** OpenAPI 3.0 says `nullable`, JSON Schema says `null`. */
function simplify(value) {
  if (Array.isArray(value)) return value.map(simplify)
  if (typeof value !== 'object' || value === null) return value
  const kept = {}
  for (const [key, member] of Object.entries(value)) {
    if (
      ['description', 'title', 'example', 'examples', 'externalDocs', 'x-github', 'deprecated', 'headers'].includes(key)
    )
      continue
    kept[key] = key === 'properties' ? mapValues(member) : simplify(member)
  }
  if (kept.nullable !== true) return kept
  delete kept.nullable
  if (typeof kept.type === 'string') {
    kept.type = [kept.type, 'null']
    if (Array.isArray(kept.enum) && !kept.enum.includes(null)) kept.enum = [...kept.enum, null]
    return kept
  }
  return { anyOf: [kept, { type: 'null' }] }
}

function mapValues(properties) {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, simplify(schema)]))
}
