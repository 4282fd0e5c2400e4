/** Texts of files at a commit, read through the API as data; nothing is checked out. */
import type { GitHubClient } from './client.ts'
import { isTrueAt, objectAt, stringAt } from './json-value.ts'
import { textsPerQuery } from './limits.ts'
import type { RepositoryName } from './repository-name.ts'

/** Text by path; null when there is no such file, or none that is text of a readable size. */
export type Texts = ReadonlyMap<string, string | null>

/** Reads many files with few requests. https://docs.github.com/graphql/reference/objects#blob */
export async function readTexts(
  client: GitHubClient,
  repository: RepositoryName,
  at: { readonly sha: string; readonly paths: readonly string[] },
): Promise<Texts> {
  const texts = new Map<string, string | null>()
  for (let from = 0; from < at.paths.length; from += textsPerQuery) {
    const paths = at.paths.slice(from, from + textsPerQuery)
    const variables = Object.fromEntries(paths.map((path, index) => [`e${index}`, `${at.sha}:${path}`]))
    const data = await client.query(textsQuery(paths.length), {
      ...variables,
      owner: repository.owner,
      repo: repository.repo,
    })
    for (const [index, path] of paths.entries())
      texts.set(path, textOf(objectAt(objectAt(data, 'repository'), `f${index}`)))
  }
  return texts
}

/** Paths travel as variables, so that none can become part of the query. */
function textsQuery(count: number): string {
  const indexes = Array.from({ length: count }, (_, index) => index)
  const parameters = indexes.map((index) => `$e${index}: String!`).join(', ')
  const fields = indexes.map(
    (index) => `f${index}: object(expression: $e${index}) { ... on Blob { text isTruncated isBinary } }`,
  )
  return `query Texts($owner: String!, $repo: String!, ${parameters}) {
  repository(owner: $owner, name: $repo) {
    ${fields.join('\n    ')}
  }
}`
}

function textOf(blob: unknown): string | null {
  return isTrueAt(blob, 'isTruncated') || isTrueAt(blob, 'isBinary') ? null : stringAt(blob, 'text')
}
