/** How a request to GitHub fails, in the terms that decide what to do next. */

/**
 * What is known about a failed request: `refused` did nothing and never will; `invalid` was understood and rejected (422);
 * `forbidden` needs a permission that the token lacks; `busy` did nothing yet (rate limit); `unknown` may have been done.
 */
export type FailureKind = 'refused' | 'invalid' | 'forbidden' | 'busy' | 'unknown'

/** A failed request. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure'
  readonly kind: FailureKind
  /** HTTP status, 0 when there was no answer. */
  readonly status: number
  /** The permissions that would do, as GitHub names them in `x-accepted-github-permissions`. */
  readonly acceptedPermissions: string | null

  constructor(kind: FailureKind, status: number, detail: { message: string; acceptedPermissions: string | null }) {
    super(detail.message)
    this.kind = kind
    this.status = status
    this.acceptedPermissions = detail.acceptedPermissions
  }
}

/** Runs a request and gives its failure as a value; whatever is not an {@link ApiFailure} is thrown on. */
export async function attempt<T>(request: () => Promise<T>): Promise<{ value: T } | { failure: ApiFailure }> {
  try {
    return { value: await request() }
  } catch (error) {
    if (error instanceof ApiFailure) return { failure: error }
    throw error
  }
}

/** A failure in a few words for a message. */
export function describeFailure(failure: ApiFailure): string {
  return failure.status === 0
    ? `no answer from GitHub (${failure.message})`
    : `GitHub answered ${failure.status} (${failure.message})`
}
