/** The hidden note by which this program recognises what it wrote earlier. */
import { createHash } from 'node:crypto'
import { isObject, parseJson } from './json-value.ts'

/** What a marker can stand in. */
export type MarkerKind = 'comment' | 'summary' | 'dashboard'

/** The content of a marker: who wrote it and whatever its kind remembers. */
export interface Marker {
  readonly kind: MarkerKind
  /** Which job wrote it, so that two jobs on one pull request leave each other alone. */
  readonly instance: string
  readonly data: Readonly<Record<string, unknown>>
}

const version = 1
const pattern = /<!-- workerlint:(\d{1,3}):([A-Za-z0-9+/=]{1,40000}) -->/

/** A marker as an HTML comment. It is base64, so nothing in it can end the comment. */
export function printMarker(marker: Marker): string {
  const json = JSON.stringify({ kind: marker.kind, instance: marker.instance, data: marker.data })
  return `<!-- workerlint:${version}:${Buffer.from(json, 'utf8').toString('base64')} -->`
}

/** The marker of a body, null when there is none of this kind, instance and version. The author must be checked as well. */
export function readMarker(body: string, kind: MarkerKind, instance: string): Marker | null {
  const match = pattern.exec(body)
  if (match === null || Number(match[1]) !== version) return null
  const content = parseJson(Buffer.from(match[2] ?? '', 'base64').toString('utf8'))
  if (!isObject(content) || content['kind'] !== kind || content['instance'] !== instance) return null
  return isObject(content['data']) ? { kind, instance, data: content['data'] } : null
}

/** The body without its marker. */
export function withoutMarker(body: string): string {
  return body.replace(pattern, '').trimEnd()
}

/** A short hash of texts that tells one job, anchor or state from another. */
export function shortHash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
