/** Whose token this is: only what that account wrote may be edited, and only its markers are believed. */
import type { GitHubClient } from './client.ts'
import { attempt } from './failure.ts'
import { numberAt, objectAt, stringAt } from './json-value.ts'
import { actionsBotId } from './limits.ts'

/** The account behind the token. */
export interface Viewer {
  readonly login: string
  /** Null when the login alone decides. */
  readonly id: number | null
}

/**
 * Asks who the token belongs to; a token that may not ask is the one of GitHub Actions.
 * https://docs.github.com/graphql/reference/queries#viewer
 */
export async function whoAmI(client: GitHubClient): Promise<Viewer> {
  const result = await attempt(() => client.query('query Viewer { viewer { login } }', {}))
  const login = 'value' in result ? stringAt(objectAt(result.value, 'viewer'), 'login') : null
  if (login === null || login === '') return { login: 'github-actions[bot]', id: actionsBotId }
  return { login, id: null }
}

/** Is a REST `user` the account behind the token? People cannot register a login that ends with `[bot]`. */
export function isOwnLogin(viewer: Viewer, user: unknown): boolean {
  if (viewer.id !== null && numberAt(user, 'id') === viewer.id) return true
  return stringAt(user, 'login') === viewer.login
}
