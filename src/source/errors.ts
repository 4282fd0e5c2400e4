/** The two failures that stop a run: the user's mistake (exit code 2) and our own bug (exit code 3). */

/** A mistake in options, configuration or policies, told to the user in one sentence; exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError'
}

/** A broken promise of this program; exit code 3. */
export class InternalError extends Error {
  override readonly name = 'InternalError'
}

/** Something that could not be read or understood; the rest is still checked. `line` counts from 1. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly message: string
}
