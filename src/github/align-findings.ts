/** Findings of the workspace on the lines of the pull request's head, which is where comments go. */
import { createHash } from 'node:crypto'
import type { JsonFinding } from '../reports/json-report.ts'
import { alignFinding, mapLines } from './align-lines.ts'
import type { Change } from './change.ts'
import type { GitHubClient } from './client.ts'
import { readTexts } from './read-texts.ts'

/** For every finding its twin on the lines of the head, null when its lines are not in the head. */
export type AlignedFindings = ReadonlyMap<JsonFinding, JsonFinding | null>

/**
 * `actions/checkout` takes the merge of head and base, so a file may differ from the head when the base has moved.
 * https://docs.github.com/actions/reference/events-that-trigger-workflows#pull_request
 */
export async function alignFindings(
  client: GitHubClient,
  change: Change,
  source: {
    readonly findings: readonly JsonFinding[]
    readonly readWorkspaceFile: (path: string) => Promise<Uint8Array | null>
  },
): Promise<AlignedFindings> {
  const aligned = new Map<JsonFinding, JsonFinding | null>(source.findings.map((finding) => [finding, finding]))
  if (change.event.isTarget) return aligned
  const differing = new Map<string, string>()
  const concerned = new Set(source.findings.map((finding) => finding.file))
  for (const file of change.files.filter((entry) => concerned.has(entry.path))) {
    const bytes = await source.readWorkspaceFile(file.path)
    if (bytes !== null && blobId(bytes) !== file.blobSha) differing.set(file.path, Buffer.from(bytes).toString('utf8'))
  }
  if (differing.size === 0) return aligned
  const heads = await readTexts(client, change.pull, { sha: change.event.headSha, paths: [...differing.keys()] })
  for (const [path, text] of differing) {
    const head = heads.get(path) ?? null
    const map = head === null ? null : mapLines(text, head)
    for (const finding of source.findings.filter((entry) => entry.file === path)) {
      aligned.set(finding, map === null ? null : alignFinding(finding, map))
    }
  }
  return aligned
}

/** The id git gives a file. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.byteLength}\0`).update(bytes).digest('hex')
}
