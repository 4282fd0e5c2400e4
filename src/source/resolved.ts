/** Values that are known with their origin, or unknown with a reason a user can act on. */
import type { Location } from './location.ts'
import { type SourcedText, unsourcedText } from './sourced-text.ts'

/** Where a value came from. */
export type Origin =
  | { readonly kind: 'written'; readonly at: Location }
  | { readonly kind: 'substituted'; readonly variable: string; readonly at: Location; readonly from: Origin }
  | { readonly kind: 'default'; readonly reference: string }

/** A value with its origin. */
export interface Sourced<T> {
  readonly value: T
  readonly origin: Origin
}

/** Why a value cannot be known. `dependsOn: 'cpu_count'` says that it is the CPU count of whatever node runs the pod. */
export interface Unknown {
  readonly known: false
  /** One sentence without a full stop, such as `WORKERS comes from Secret web-env`. */
  readonly why: string
  readonly at?: Location | undefined
  readonly dependsOn?: 'cpu_count' | undefined
}

/** A value that may be unknown. */
export type Resolved<T> = { readonly known: true; readonly value: T; readonly origin: Origin } | Unknown

/**
 * A string such as a word of a command or the value of a variable. Of an unknown one the known beginning is kept
 * (`--workers=` of `--workers=$(nproc)`); `mayBeSeveral` says that it can expand to no word, one or more.
 */
export type ResolvedText =
  | { readonly known: true; readonly text: SourcedText }
  | (Unknown & {
      readonly prefix: SourcedText
      readonly mayBeSeveral: boolean
      /** The text as a shell script in which unknown `$(NAME)` of Kubernetes are `${NAME}`. */
      readonly script?: SourcedText
    })

/** A known text. */
export function knownText(text: SourcedText): ResolvedText {
  return { known: true, text }
}

/** A known text that was written nowhere. */
export function knownValue(value: string): ResolvedText {
  return { known: true, text: unsourcedText(value) }
}

/** An unknown text without a known beginning. */
export function unknownText(reason: Omit<Unknown, 'known'>): ResolvedText {
  return { known: false, ...reason, prefix: unsourcedText(''), mayBeSeveral: false }
}

/** The value of a known text, null otherwise. */
export function stringOf(text: ResolvedText): string | null {
  return text.known ? text.text.value : null
}
