/** Requests to GitHub with pauses and repeats that never do the same thing twice. */
import { getOctokit } from '@actions/github'
import { ApiFailure, attempt } from './failure.ts'
import { isObject, listAt, stringAt } from './json-value.ts'
import {
  downloadTimeoutMs,
  longestPauseMs,
  maxAttempts,
  requestTimeoutMs,
  secondaryLimitPauseMs,
  writePauseMs,
} from './limits.ts'

/** One request: `GET /repos/{owner}/{repo}` and what fills it. */
export interface ApiRequest {
  readonly route: string
  readonly parameters: Readonly<Record<string, unknown>>
  /** May the request be sent again when it is unknown whether it arrived? Never for what creates something. */
  readonly isRepeatable: boolean
}

/** Sends requests. Every method fails with an {@link ApiFailure}. */
export interface GitHubClient {
  /** The body of the answer. */
  readonly send: (request: ApiRequest) => Promise<unknown>
  /** The bytes of an answer as they arrive, after redirections. */
  readonly download: (request: Omit<ApiRequest, 'isRepeatable'>) => Promise<AsyncIterable<Uint8Array>>
  /** The `data` of a GraphQL answer. */
  readonly query: (text: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>
}

/** Where and as whom to talk, and the clock to wait with. */
export interface ClientOptions {
  /** Such as `https://api.github.com` or `https://github.example/api/v3`. */
  readonly apiUrl: string
  readonly token: string
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Makes a client that sends one request at a time. */
export function createClient(options: ClientOptions): GitHubClient {
  const octokit = getOctokit(options.token, { baseUrl: options.apiUrl, log: silent })
  let lastWrite = Number.NEGATIVE_INFINITY

  const sendOnce = async (request: ApiRequest, how: Sending): Promise<unknown> => {
    if (isWrite(request)) {
      const pause = lastWrite + writePauseMs - options.now()
      if (pause > 0) await options.sleep(Math.min(pause, writePauseMs))
      lastWrite = options.now()
    }
    try {
      const { timeoutMs, ...parsing } = how
      const signal = AbortSignal.timeout(timeoutMs)
      const { data }: { data: unknown } = await octokit.request(request.route, {
        ...request.parameters,
        request: { signal, ...parsing },
      })
      return data
    } catch (error) {
      throw failureOf(error, options.now())
    }
  }

  const send = async (request: ApiRequest, how: Sending = WHOLE): Promise<unknown> => {
    for (let count = 1; ; count++) {
      const result = await attempt(() => sendOnce(request, how))
      if ('value' in result) return result.value
      const pause = pauseBefore(result.failure, request, count)
      if (pause === null) throw result.failure
      await options.sleep(pause)
    }
  }

  const query = async (text: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const isRepeatable = !text.trimStart().startsWith('mutation')
    const answer = await send({ route: 'POST /graphql', parameters: { query: text, variables }, isRepeatable })
    const [error] = listAt(answer, 'errors')
    if (error !== undefined) throw graphqlFailure(error)
    return isObject(answer) ? answer['data'] : undefined
  }

  const download = async (request: Omit<ApiRequest, 'isRepeatable'>): Promise<AsyncIterable<Uint8Array>> => {
    const body = await send({ ...request, isRepeatable: true }, STREAM)
    if (body instanceof ReadableStream) return body
    throw new ApiFailure('refused', 200, { message: 'the answer has no body', acceptedPermissions: null })
  }

  return { send: (request) => send(request), query, download }
}

/** How long an answer may take, and whether it is read before it is given. */
interface Sending {
  readonly timeoutMs: number
  readonly parseSuccessResponseBody: boolean
}

const WHOLE: Sending = { timeoutMs: requestTimeoutMs, parseSuccessResponseBody: true }
const STREAM: Sending = { timeoutMs: downloadTimeoutMs, parseSuccessResponseBody: false }

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

function isWrite(request: ApiRequest): boolean {
  const isQuery = request.route === 'POST /graphql' && request.isRepeatable
  return !request.route.startsWith('GET ') && !isQuery
}

/** Milliseconds to wait before the next attempt, null when there must be none. */
function pauseBefore(failure: ApiFailure, request: ApiRequest, count: number): number | null {
  if (count >= maxAttempts) return null
  if (failure instanceof BusyFailure) return failure.pauseMs <= longestPauseMs ? failure.pauseMs : null
  return failure.kind === 'unknown' && request.isRepeatable ? 1000 * 2 ** (count - 1) : null
}

class BusyFailure extends ApiFailure {
  readonly pauseMs: number

  constructor(status: number, message: string, pauseMs: number) {
    super('busy', status, { message, acceptedPermissions: null })
    this.pauseMs = pauseMs
  }
}

function failureOf(error: unknown, now: number): ApiFailure {
  const response = isObject(error) && isObject(error['response']) ? error['response'] : null
  const data = response?.['data']
  const message = stringAt(data, 'message') ?? (error instanceof Error ? error.message : String(error))
  if (response === null) return new ApiFailure('unknown', 0, { message, acceptedPermissions: null })
  const status = typeof response['status'] === 'number' ? response['status'] : 0
  const pauseMs = rateLimitPause(status, { headers: response['headers'], message, now })
  if (pauseMs !== null) return new BusyFailure(status, message, pauseMs)
  const acceptedPermissions = stringAt(response['headers'], 'x-accepted-github-permissions')
  return new ApiFailure(kindOf(status), status, { message: withDetails(message, data), acceptedPermissions })
}

/** https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api */
function kindOf(status: number): ApiFailure['kind'] {
  if (status === 401 || status === 403 || status === 404) return 'forbidden'
  if (status === 422) return 'invalid'
  return status >= 500 || status === 408 ? 'unknown' : 'refused'
}

/** https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately */
function rateLimitPause(
  status: number,
  answer: { readonly headers: unknown; readonly message: string; readonly now: number },
): number | null {
  if (status !== 403 && status !== 429) return null
  const retryAfter = Number(stringAt(answer.headers, 'retry-after') ?? Number.NaN)
  if (Number.isFinite(retryAfter)) return retryAfter * 1000
  if (stringAt(answer.headers, 'x-ratelimit-remaining') === '0') {
    const reset = Number(stringAt(answer.headers, 'x-ratelimit-reset') ?? 0) * 1000
    return Math.max(1000, reset - answer.now)
  }
  return status === 429 || /secondary rate limit|abuse detection/i.test(answer.message) ? secondaryLimitPauseMs : null
}

function withDetails(message: string, data: unknown): string {
  const details = listAt(data, 'errors').map((entry) =>
    typeof entry === 'string' ? entry : stringAt(entry, 'message'),
  )
  const texts = details.filter((text) => text !== null)
  return texts.length === 0 ? message : `${message}: ${texts.join('; ')}`
}

/** GraphQL answers 200 with `errors`. https://docs.github.com/graphql/guides/forming-calls-with-graphql */
function graphqlFailure(error: unknown): ApiFailure {
  const message = stringAt(error, 'message') ?? 'GraphQL error'
  const type = stringAt(error, 'type')
  const kind = type === 'FORBIDDEN' || type === 'NOT_FOUND' ? 'forbidden' : type === 'RATE_LIMITED' ? 'busy' : 'refused'
  return new ApiFailure(kind, 200, { message, acceptedPermissions: null })
}
