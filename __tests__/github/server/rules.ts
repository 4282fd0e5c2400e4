/** The rules of review comments that GitHub enforces and its description does not tell; each gives the words of the 422. */
import { numberAt, stringAt } from '../../../src/github/json-value.ts'
import type { ModelFile, ModelPull } from './state.ts'

/** https://github.com/orgs/community/discussions/27190 */
export const maxBody = 65_536

/** Why a body is refused, null when it is fine. */
export function bodyError(body: string, what: string): string | null {
  if (Array.from(body).length > maxBody) return `${what} is too long (maximum is ${maxBody} characters)`
  return body.trim() === '' ? `${what} can't be blank` : null
}

/** Why GitHub refuses a comment on lines, null when it takes it. */
export function lineCommentError(pull: ModelPull, comment: unknown): string | null {
  const body = bodyError(stringAt(comment, 'body') ?? '', 'Body')
  if (body !== null) return body
  const file = pull.files.find((entry) => entry.filename === stringAt(comment, 'path'))
  if (file === undefined) return 'Pull request review thread path is invalid'
  const line = numberAt(comment, 'line')
  const startLine = numberAt(comment, 'start_line')
  if (line === null || line < 1) return 'Pull request review thread line must be part of the diff'
  if (startLine !== null && startLine >= line) return 'Pull request review thread start line must precede the end line.'
  const side = stringAt(comment, 'side') ?? 'RIGHT'
  if (side !== 'RIGHT') return 'Pull request review thread side must be RIGHT in this model'
  const hunk = hunkWith(file, line)
  if (hunk === undefined) {
    return "Pull request review thread line must be part of the diff and Pull request review thread diff hunk can't be blank"
  }
  const isTogether = startLine === null || hunk.some((row) => row.line === startLine)
  return isTogether ? null : 'Pull request review thread start line must be part of the same hunk as the line.'
}

/** Why GitHub refuses a comment on a file, null when it takes it. */
export function fileCommentError(pull: ModelPull, comment: unknown): string | null {
  const body = bodyError(stringAt(comment, 'body') ?? '', 'Body')
  if (body !== null) return body
  const isChanged = pull.files.some((entry) => entry.filename === stringAt(comment, 'path'))
  return isChanged ? null : 'Pull request review thread path is invalid'
}

function hunkWith(file: ModelFile, line: number) {
  return file.hunks.find((hunk) => hunk.some((row) => row.line === line))
}
