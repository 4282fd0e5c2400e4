/** The name of a repository on GitHub. */
import { UserError } from '../source/errors.ts'

/** `owner/repo` in its two parts, named as the API names them. */
export interface RepositoryName {
  readonly owner: string
  readonly repo: string
}

/** Reads `owner/repo`; fails with a {@link UserError}. */
export function parseRepositoryName(text: string): RepositoryName {
  const match = /^([\w.-]+)\/([\w.-]+)$/.exec(text)
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new UserError(`GITHUB_REPOSITORY is ${JSON.stringify(text)}; it must be owner/name.`)
  }
  return { owner: match[1], repo: match[2] }
}
