/** Edits of source text: what stands at a place is replaced, everything else stays. */
import { largestOf, smallestOf } from '../../source/lists.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { lineIndexAt, lineStartAt } from '../../source/source-file.ts'

/** Replaces `start..end` of a file; an insertion has both the same. */
export interface Edit {
  readonly file: SourceFile
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Whole lines. Indexes count from 0, the end is exclusive. */
export interface LineRange {
  readonly startLine: number
  readonly endLine: number
}

/** Whole lines and their replacement. */
export interface LineEdit extends LineRange {
  readonly file: SourceFile
  /** New text of the lines without the last line break. */
  readonly replacement: string
}

/** Applies edits that do not overlap to their file's text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const [only] = edits
  if (only !== undefined && edits.length === 1) return text.slice(0, only.start) + only.text + text.slice(only.end)
  const ordered = distinctEdits(edits).sort((a, b) => b.start - a.start || b.end - a.end)
  const parts: string[] = []
  let at = 0
  // Of insertions at one place the last stands first.
  for (const edit of ordered.reverse()) {
    parts.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  return parts.join('') + text.slice(at)
}

/** Do two different edits touch the same characters? Insertions at one place stand side by side. */
export function editsCollide(a: Edit, b: Edit): boolean {
  if (a.file.path !== b.file.path || isSameEdit(a, b)) return false
  return a.start < b.end && b.start < a.end
}

function isSameEdit(a: Edit, b: Edit): boolean {
  return a.file.path === b.file.path && a.start === b.start && a.end === b.end && a.text === b.text
}

/** Edits without repetitions: two findings may want the same change. */
function distinctEdits(edits: readonly Edit[]): Edit[] {
  const seen = new Set<string>()
  return edits.filter(({ file, start, end, text }) => {
    const key = JSON.stringify([file.path, start, end, text])
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

/** The lines from the first to the last that edits of one file change; null without edits. */
export function changedLines(edits: readonly Edit[]): LineRange | null {
  const [first] = edits
  if (first === undefined) return null
  const start = smallestOf(edits.map((edit) => edit.start))
  const end = largestOf(edits.map((edit) => edit.end))
  return { startLine: lineIndexAt(first.file, start), endLine: lineIndexAt(first.file, end) + 1 }
}

/** The lines that edits of one file change, as one replacement. */
export function toLineEdit(edits: readonly Edit[]): LineEdit | null {
  const [first] = edits
  const range = changedLines(edits)
  if (first === undefined || range === null) return null
  const { file } = first
  const from = lineStartAt(file, range.startLine)
  const to = range.endLine >= file.lineStarts.length ? file.text.length : lineStartAt(file, range.endLine)
  const shifted = edits.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from }))
  const replaced = applyEdits(file.text.slice(from, to), shifted)
  return { file, ...range, replacement: replaced.replace(/\r?\n$/, '') }
}

/** Do two edits change a line in common? */
export function shareLine(a: LineEdit, b: LineEdit): boolean {
  return a.file.path === b.file.path && a.startLine < b.endLine && b.startLine < a.endLine
}
