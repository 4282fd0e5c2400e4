/** A model of GitHub on a local port: stateful, strict about its description, and faulty on demand. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { parseJson } from '../../../src/github/json-value.ts'
import { answerGraphql } from './graphql.ts'
import { type Answer, answerArchive, answerRest, notFound } from './rest.ts'
import { type ApiDescription, readApiDescription } from './schema.ts'
import { createState, type State } from './state.ts'

/** Something that goes wrong. */
export interface Fault {
  /** Such as `POST`. */
  readonly method: string
  /** Of the path without the prefix. */
  readonly path: RegExp
  /** Only requests whose body matches. */
  readonly body?: RegExp
  /** How often it happens. */
  readonly times: number
  /** What comes instead of the answer; `hangUp` closes the connection. */
  readonly answer: Answer | 'hangUp'
  /** `before` nothing was done; `after` it was done and only the answer is lost. */
  readonly when: 'before' | 'after'
}

/** A request as it arrived. */
export interface ReceivedRequest {
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly status: number
}

/** A running model. */
export interface FakeGitHub {
  readonly url: string
  readonly state: State
  readonly requests: ReceivedRequest[]
  /** Requests and answers that are against the description; a test expects none. */
  readonly violations: string[]
  readonly fail: (fault: Fault) => void
  /** Does something once, just before the next such request is answered: what another run does meanwhile. */
  readonly meanwhile: (request: { readonly method: string; readonly path: RegExp }, action: () => void) => void
  readonly close: () => Promise<void>
}

/** Starts a model. `prefix` is `/api/v3` on GitHub Enterprise Server, where GraphQL lies at `/api/graphql`. */
export async function startGitHub(prefix: '' | '/api/v3' = ''): Promise<FakeGitHub> {
  const description = readApiDescription()
  const state = createState()
  const requests: ReceivedRequest[] = []
  const violations: string[] = []
  const faults: { fault: Fault; left: number }[] = []

  const interferences: { readonly method: string; readonly path: RegExp; readonly action: () => void }[] = []
  const interfere = (method: string, path: string): void => {
    const index = interferences.findIndex((entry) => entry.method === method && entry.path.test(path))
    if (index >= 0) for (const { action } of interferences.splice(index, 1)) action()
  }

  const takeFault = (method: string, path: string, text: string): Fault | null => {
    const found = faults.find(
      ({ fault, left }) =>
        left > 0 && fault.method === method && fault.path.test(path) && (fault.body?.test(text) ?? true),
    )
    if (found === undefined) return null
    found.left -= 1
    return found.fault
  }

  const server = createServer((request, response) => {
    void readBody(request).then((text) => {
      const url = new URL(request.url ?? '/', 'http://localhost')
      const method = request.method ?? 'GET'
      const graphqlPath = prefix === '' ? '/graphql' : '/api/graphql'
      const path = url.pathname === graphqlPath ? '/graphql' : url.pathname.slice(prefix.length)
      const body = parseJson(text)
      interfere(method, path)
      const fault = takeFault(method, path, text)
      const known = { method, path, query: url.searchParams, body }
      const answer =
        fault?.when === 'before'
          ? fault.answer
          : answerOf({ state, description, violations }, known, request.headers.authorization ?? '')
      const given = fault?.when === 'after' ? fault.answer : answer
      requests.push({ method, path, body, status: given === 'hangUp' ? 0 : given.status })
      send(response, given)
    })
  })
  const url = await listen(server)
  return {
    url: `${url}${prefix}`,
    state,
    requests,
    violations,
    fail: (fault) => faults.push({ fault, left: fault.times }),
    meanwhile: (request, action) => interferences.push({ ...request, action }),
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  }
}

interface Known {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: unknown
}

function answerOf(
  model: { readonly state: State; readonly description: ApiDescription; readonly violations: string[] },
  known: Known,
  authorization: string,
): Answer {
  const { state, description, violations } = model
  if (!/^(token|bearer) \S+/i.test(authorization)) return { status: 401, body: { message: 'Requires authentication' } }
  if (known.path === '/graphql') {
    if (!state.hasGraphql) return { status: 403, body: { message: 'Resource not accessible by integration' } }
    return { status: 200, body: answerGraphql(state, known.body) }
  }
  if (known.path.startsWith('/_codeload/')) return answerArchive(state, known.path)
  const route = description.match(known.method.toLowerCase(), known.path)
  if (route === null) {
    violations.push(`${known.method} ${known.path} is not among the routes of the model`)
    return notFound()
  }
  if (!state.canWrite && known.method !== 'GET') return forbidden(known.path)
  const wrong = description.requestErrors(route, known.query, known.body)
  if (wrong.length > 0) {
    violations.push(`${known.method} ${known.path}: ${wrong.join('; ')}`)
    return { status: 422, body: { message: 'Invalid request.', errors: wrong } }
  }
  const answer = answerRest(state, { route, query: known.query, body: known.body })
  if (answer.status < 300) {
    const bad = description.responseErrors(route, answer.status, answer.body)
    violations.push(...bad.map((error) => `answer of ${known.method} ${known.path}: ${error}`))
  }
  return answer
}

/** https://github.blog/changelog/2023-08-10-enhanced-permission-error-messages-for-fine-grained-personal-access-tokens-and-github-apps/ */
function forbidden(path: string): Answer {
  const accepted = path.includes('/pulls')
    ? 'pull_requests=write'
    : path.includes('/statuses')
      ? 'statuses=write'
      : path.includes('/check-runs')
        ? 'checks=write'
        : 'issues=write; pull_requests=write'
  return {
    status: 403,
    body: { message: 'Resource not accessible by integration', status: '403' },
    headers: { 'x-accepted-github-permissions': accepted },
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

function send(response: ServerResponse, answer: Answer | 'hangUp'): void {
  if (answer === 'hangUp') {
    response.destroy()
    return
  }
  if (answer.body instanceof Uint8Array) {
    response.writeHead(answer.status, { 'content-type': 'application/x-gzip' })
    response.end(answer.body)
    return
  }
  response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...answer.headers })
  response.end(answer.body === null ? undefined : JSON.stringify(answer.body))
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '')
    })
  })
}
