/** Lists read page by page to their end. */
import { appendAll } from '../source/lists.ts'
import type { GitHubClient } from './client.ts'
import { listAt } from './json-value.ts'
import { maxPages, pageSize } from './limits.ts'

/** Every item of a list, and whether it ended before {@link maxPages}. */
export interface WholeList {
  readonly items: readonly unknown[]
  readonly isComplete: boolean
}

/** Reads all pages of a route whose answer is a list. https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api */
export async function listAll(
  client: GitHubClient,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<WholeList> {
  const items: unknown[] = []
  for (let page = 1; page <= maxPages; page++) {
    const answer = await client.send({
      route,
      parameters: { ...parameters, per_page: pageSize, page },
      isRepeatable: true,
    })
    const batch = listAt({ answer }, 'answer')
    appendAll(items, batch)
    if (batch.length < pageSize) return { items, isComplete: true }
  }
  return { items, isComplete: false }
}
