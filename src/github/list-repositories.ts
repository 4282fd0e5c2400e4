/** The repositories that an audit of many looks at: named ones, and those of an owner. */
import picomatch from 'picomatch'
import { UserError } from '../source/errors.ts'
import type { GitHubClient } from './client.ts'
import { ApiFailure, attempt } from './failure.ts'
import { isTrueAt, stringAt } from './json-value.ts'
import { listAll } from './paging.ts'

const NAME = /^[\w.-]+\/[\w.-]+$/

/**
 * Lists `OWNER` (all repositories of it), `OWNER/GLOB` and `OWNER/NAME`; `!OWNER/GLOB` takes some out again. Of an owner,
 * archived and disabled repositories and forks are left out unless they are named. Sorted, each once. Fails with an
 * {@link ApiFailure}, or a {@link UserError} when a line is neither.
 */
export async function listRepositories(client: GitHubClient, lines: readonly string[]): Promise<readonly string[]> {
  const wanted = lines.filter((line) => !line.startsWith('!'))
  if (wanted.length === 0)
    throw new UserError('The input repositories names none; write an owner or OWNER/NAME a line.')
  const isTakenOut = matcher(lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1)))
  const found = new Set<string>()
  for (const line of wanted) {
    const [owner = '', pattern = '*'] = line.split('/')
    if (!/^[\w.-]+$/.test(owner) || line.split('/').length > 2)
      throw new UserError(`The input repositories has the line ${JSON.stringify(line)}; expected OWNER or OWNER/NAME.`)
    if (NAME.test(line)) found.add(line)
    else {
      const isWanted = matcher([`${owner}/${pattern}`])
      for (const name of await repositoriesOf(client, owner)) if (isWanted(name)) found.add(name)
    }
  }
  return [...found].filter((name) => !isTakenOut(name)).sort()
}

function matcher(patterns: readonly string[]): (name: string) => boolean {
  return picomatch(
    patterns.map((pattern) => (pattern.includes('/') ? pattern : `${pattern}/*`)),
    { nocase: true, dot: true },
  )
}

/** https://docs.github.com/rest/repos/repos#list-organization-repositories, and for a person's the list of a user. */
async function repositoriesOf(client: GitHubClient, owner: string): Promise<readonly string[]> {
  const ofOrganization = await attempt(() => listAll(client, 'GET /orgs/{org}/repos', { org: owner, type: 'all' }))
  if ('failure' in ofOrganization && ofOrganization.failure.status !== 404) throw ofOrganization.failure
  const { items, isComplete } =
    'value' in ofOrganization
      ? ofOrganization.value
      : await listAll(client, 'GET /users/{username}/repos', { username: owner, type: 'owner' })
  if (!isComplete) {
    const message = `${owner} has more repositories than can be listed; name those that are to be checked`
    throw new ApiFailure('refused', 200, { message, acceptedPermissions: null })
  }
  return items
    .filter((item) => !['archived', 'disabled', 'fork'].some((key) => isTrueAt(item, key)))
    .map((item) => stringAt(item, 'full_name') ?? '')
    .filter((name) => NAME.test(name))
}
