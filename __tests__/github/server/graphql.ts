/** The few GraphQL fields that the model serves: the query is parsed, and a field that GitHub does not have is an error. */
import { isObject, stringAt } from '../../../src/github/json-value.ts'
import type { ModelComment, ModelPull, State } from './state.ts'

interface Field {
  readonly alias: string
  readonly name: string
  readonly argumentsText: string
  readonly fields: readonly Field[]
}

/** Answers a query or mutation as GitHub does: 200 with `data` or `errors`. */
export function answerGraphql(state: State, body: unknown): unknown {
  const query = stringAt(body, 'query') ?? ''
  const variables = isObject(body) && isObject(body['variables']) ? body['variables'] : {}
  const declared = [...query.matchAll(/\$(\w+):/g)].map((match) => match[1] ?? '')
  const missing = declared.find((name) => !Object.hasOwn(variables, name))
  if (missing !== undefined) return failure(`Variable $${missing} was provided invalid value`, 'INVALID')
  const open = query.indexOf('{')
  const isMutation = query.trimStart().startsWith('mutation')
  if (isMutation && !state.canWrite) return failure('Resource not accessible by integration', 'FORBIDDEN')
  try {
    const root = parseFields(tokens(query.slice(open)))
    return { data: project(isMutation ? mutationRoot(state, variables) : queryRoot(state, variables), root, variables) }
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error), 'UNDEFINED_FIELD')
  }
}

function failure(message: string, type: string) {
  return { data: null, errors: [{ message, type }] }
}

type Resolver = (field: Field, variables: Readonly<Record<string, unknown>>) => unknown

function queryRoot(state: State, variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    viewer: { login: state.viewer.login },
    repository: {
      pullRequest: (): unknown => {
        const pull = state.pulls.get(Number(variables['number']))
        return pull === undefined ? null : { reviewThreads: threads(state, pull, stringAt(variables, 'after')) }
      },
      object: (field: Field): unknown => {
        const name = /expression: \$(\w+)/.exec(field.argumentsText)?.[1] ?? ''
        const expression = stringAt(variables, name) ?? ''
        const [sha = '', ...path] = expression.split(':')
        const text = state.commits.get(sha)?.get(path.join(':'))
        return text === undefined ? null : { text, isTruncated: false, isBinary: false }
      },
    },
  }
}

/** https://docs.github.com/graphql/reference/mutations#minimizecomment */
function mutationRoot(state: State, variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    minimizeComment: (): unknown => {
      const all = [...state.pulls.values()].flatMap((pull) => pull.comments)
      const comment = all.find((entry) => entry.nodeId === variables['id'])
      if (comment === undefined) throw new Error('Could not resolve to a node')
      comment.minimizedReason = String(variables['classifier']).toLowerCase()
      return { minimizedComment: { isMinimized: true } }
    },
  }
}

const threadsPerPage = 100

function threads(state: State, pull: ModelPull, after: string | null) {
  const firsts = pull.comments.filter((comment) => comment.inReplyTo === null)
  const from = Number(after ?? 0)
  const page = firsts.slice(from, from + threadsPerPage)
  const end = from + page.length
  return {
    pageInfo: { hasNextPage: end < firsts.length, endCursor: String(end) },
    nodes: page.map((first) => {
      const all = [first, ...pull.comments.filter((comment) => comment.inReplyTo === first.id)]
      return {
        isResolved: first.isResolved,
        isOutdated: !first.isOnFile && first.line === null,
        path: first.path,
        line: first.line,
        startLine: first.startLine,
        subjectType: first.isOnFile ? 'FILE' : 'LINE',
        comments: { totalCount: all.length, nodes: all.map((comment) => commentNode(state, pull, comment)) },
      }
    }),
  }
}

function commentNode(state: State, pull: ModelPull, comment: ModelComment) {
  return {
    id: comment.nodeId,
    fullDatabaseId: String(comment.id),
    url: `https://github.com/${state.owner}/${state.repo}/pull/${pull.number}#discussion_r${comment.id}`,
    body: comment.body,
    viewerDidAuthor: comment.user.id === state.viewer.id,
    isMinimized: comment.minimizedReason !== null,
    minimizedReason: comment.minimizedReason,
  }
}

function project(value: unknown, fields: readonly Field[], variables: Readonly<Record<string, unknown>>): unknown {
  if (fields.length === 0 || value === null) return value
  if (Array.isArray(value)) return value.map((entry) => project(entry, fields, variables))
  return Object.fromEntries(
    fields.map((field) => {
      if (!isObject(value) || !Object.hasOwn(value, field.name)) throw new Error(`Field '${field.name}' doesn't exist`)
      const member = value[field.name]
      const resolved = isResolver(member) ? member(field, variables) : member
      if (field.fields.length === 0 && isObject(resolved)) throw new Error(`Field '${field.name}' must have selections`)
      return [field.alias, project(resolved, field.fields, variables)]
    }),
  )
}

function isResolver(value: unknown): value is Resolver {
  return typeof value === 'function'
}

function tokens(text: string): string[] {
  return text.match(/\.\.\. on \w+|\([^)]*\)|\w+|[{}:]/g) ?? []
}

/** Reads `{ a: name(args) { … } other ... on Type { … } }`; the tokens are consumed. */
function parseFields(rest: string[]): readonly Field[] {
  if (rest.at(0) !== '{') return []
  rest.shift()
  const fields: Field[] = []
  for (let token = rest.shift(); token !== undefined && token !== '}'; token = rest.shift()) {
    if (token.startsWith('...')) {
      fields.push(...parseFields(rest))
      continue
    }
    let name = token
    if (rest.at(0) === ':') {
      rest.shift()
      name = rest.shift() ?? ''
    }
    const argumentsText = rest.at(0)?.startsWith('(') === true ? (rest.shift() ?? '') : ''
    fields.push({ alias: token, name, argumentsText, fields: parseFields(rest) })
  }
  return fields
}
