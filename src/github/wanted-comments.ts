/** From the findings of a report to the comments that should stand on a pull request. */
import type { JsonFinding } from '../reports/json-report.ts'
import { byteLength } from './byte-budget.ts'
import { commentText } from './comment-text.ts'
import { type FileDiff, headText, rowsOf } from './diff.ts'
import { type CommentGroup, groupFindings } from './group-findings.ts'
import { bodyBudget } from './limits.ts'
import { printMarker, shortHash } from './marker.ts'
import { type PlacedFinding, placeFinding, type Scope } from './placement.ts'
import type { WantedComment } from './plan.ts'
import type { CommentAnchor } from './pull-request-api.ts'

/** The comments, and the findings that have no place beside the diff. */
export interface WantedReview {
  readonly comments: readonly WantedComment[]
  readonly elsewhere: readonly PlacedFinding[]
}

/** What decides the form of the comments. */
export interface WantedOptions {
  readonly files: readonly FileDiff[]
  readonly scope: Scope
  readonly instance: string
  /** Keys of what a person settled; they are not raised again. */
  readonly settled: ReadonlySet<string>
}

/** Places, groups and words the findings. */
export function wantedReview(findings: readonly JsonFinding[], options: WantedOptions): WantedReview {
  const files = new Map(options.files.map((file) => [file.path, file]))
  const placed = findings.map((finding): PlacedFinding => {
    if (!options.settled.has(findingKey(finding))) return placeFinding(finding, files, options.scope)
    return { finding, placement: { kind: 'summary', why: 'resolved by a person' } }
  })
  return {
    comments: groupFindings(placed).map((group) => wantedComment(group, options.instance)),
    elsewhere: placed.filter(({ placement }) => placement.kind === 'summary'),
  }
}

/** A finding's fingerprint in few characters, for a marker has to hold hundreds of them. */
export function findingKey(finding: JsonFinding): string {
  return shortHash([finding.fingerprint]).slice(0, 12)
}

function wantedComment(group: CommentGroup, instance: string): WantedComment {
  const fingerprints = [...new Set(group.findings.map(findingKey))].sort()
  const anchor = anchorOf(group)
  const anchorHash = hashOf(group)
  const marker = printMarker({ kind: 'comment', instance, data: { fingerprints, anchor: anchorHash } })
  return {
    anchor,
    anchorHash,
    fingerprints,
    findings: group.findings,
    body: `${commentText(group, bodyBudget - byteLength(marker))}\n\n${marker}`,
    hasSuggestion: group.suggested.length > 0,
  }
}

function anchorOf({ placement }: CommentGroup): CommentAnchor {
  if (placement.kind === 'file') return { kind: 'file', path: placement.path }
  return { kind: 'lines', path: placement.path, ...placement.range }
}

function hashOf({ placement }: CommentGroup): string {
  if (placement.kind === 'file') return shortHash([placement.path])
  return shortHash([placement.path, headText(rowsOf(placement.hunk, placement.range))])
}
