/** The diff of a pull request: which lines of a file may carry a comment or a suggestion. */

/** One row of a hunk; `line` counts in the head version from 1 and is null for deleted rows. */
export interface DiffRow {
  readonly kind: 'added' | 'context' | 'deleted'
  readonly line: number | null
  /** Without the first character and the line feed; a carriage return stays. */
  readonly text: string
}

/** Rows between two `@@` headers. Two hunks stay two even when their line numbers adjoin. */
export interface Hunk {
  readonly rows: readonly DiffRow[]
}

/** A changed file. `hunks` is null when GitHub left out the patch because it is too large or binary. */
export interface FileDiff {
  readonly path: string
  /** The path before a rename. */
  readonly previousPath: string | null
  readonly status: string
  /** Git blob id of the head version. */
  readonly blobSha: string
  readonly hunks: readonly Hunk[] | null
}

/** A run of head lines, from 1 and inclusive. */
export interface LineRange {
  readonly startLine: number
  readonly endLine: number
}

const header = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/

/** Reads the `patch` of a pull request file. https://docs.github.com/rest/pulls/pulls#list-pull-requests-files */
export function parsePatch(patch: string): readonly Hunk[] {
  const hunks: { rows: DiffRow[] }[] = []
  let line = 0
  for (const text of patch.split('\n')) {
    const start = header.exec(text)
    if (start !== null) {
      line = Number(start[1])
      hunks.push({ rows: [] })
      continue
    }
    const rows = hunks.at(-1)?.rows
    const kind = rowKinds[text.charAt(0)]
    if (rows === undefined || kind === undefined) continue
    rows.push({ kind, line: kind === 'deleted' ? null : line, text: text.slice(1) })
    if (kind !== 'deleted') line += 1
  }
  return hunks
}

/**
 * The hunk that holds a whole range; GitHub refuses a comment whose first and last line are not in the same hunk.
 * https://docs.github.com/rest/pulls/comments#create-a-review-comment-for-a-pull-request
 */
export function hunkOf(diff: FileDiff, range: LineRange): Hunk | null {
  if (range.startLine > range.endLine) return null
  return diff.hunks?.find((hunk) => holdsLine(hunk, range.startLine) && holdsLine(hunk, range.endLine)) ?? null
}

/** The rows from the first to the last line of a range, deleted ones among them. */
export function rowsOf(hunk: Hunk, range: LineRange): readonly DiffRow[] {
  const from = hunk.rows.findIndex((row) => row.line === range.startLine)
  const to = hunk.rows.findIndex((row) => row.line === range.endLine)
  return from < 0 || to < 0 ? [] : hunk.rows.slice(from, to + 1)
}

/** The head text of rows. */
export function headText(rows: readonly DiffRow[]): string {
  return rows
    .filter((row) => row.kind !== 'deleted')
    .map((row) => row.text)
    .join('\n')
}

/** Does the pull request add or change a line of the range? */
export function touches(hunk: Hunk, range: LineRange): boolean {
  return rowsOf(hunk, range).some((row) => row.kind === 'added')
}

const rowKinds: Readonly<Record<string, DiffRow['kind']>> = { '+': 'added', '-': 'deleted', ' ': 'context' }

function holdsLine(hunk: Hunk, line: number): boolean {
  return hunk.rows.some((row) => row.line === line)
}
