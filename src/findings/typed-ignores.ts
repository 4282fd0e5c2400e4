/** Ignores in the comments of typed files that a rendering does not show. */
import type { SourceFile } from '../source/source-file.ts'
import { ignoresIn } from './comment-ignores.ts'
import type { Finding, Suppression } from './finding.ts'

/** Findings that a comment beside the typed line suppresses. */
export function typedIgnores(
  findings: readonly Finding[],
  sources: ReadonlyMap<string, SourceFile>,
  today: string | null,
): ReadonlyMap<Finding, Suppression> {
  const ignores = [...sources.values()]
    .filter(({ namesWorkerlint }) => namesWorkerlint)
    .flatMap(ignoresIn)
    .filter(({ reason, until }) => reason !== '' && (until === null || today === null || until >= today))
  return new Map(
    findings.flatMap((finding) => {
      const ignore = ignores.find((candidate) => candidate.covers(finding))
      if (ignore === undefined) return []
      return [[finding, { kind: ignore.kind, reason: ignore.reason, until: ignore.until }] as const]
    }),
  )
}
