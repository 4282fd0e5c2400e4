/** Command-line options as data: what a program accepts and what was found. */
import type { Location } from '../../source/location.ts'
import type { ResolvedText } from '../../source/resolved.ts'
import type { SettingValue } from '../program.ts'

/** How the text of a value is converted. */
export type OptionType = 'string' | 'int' | 'autoInt' | 'float' | 'boolean' | 'choice' | 'list' | 'custom'

/** One option of a program. */
export interface OptionSpec {
  /** The setting it sets, in the program's own name. */
  readonly setting: string
  readonly flags: readonly string[]
  /** Words that follow: none, one, or one if it does not look like an option. */
  readonly arity: 'none' | 'one' | 'optional'
  readonly type: OptionType
  readonly choices?: readonly string[]
  /** Repetitions add to a list instead of replacing the value. */
  readonly appends?: boolean
  /** What a flag without a value stands for; `true` unless given. */
  readonly constant?: SettingValue
}

/** An option that was found; `value` is null for flags. */
export interface FoundOption {
  readonly spec: OptionSpec
  /** The flag as it is written. */
  readonly flag: string
  readonly value: ResolvedText | null
  readonly at: Location | undefined
  /** Index of the word that holds the flag. */
  readonly index: number
}

/** Why a command line is refused, in the program's words. */
export interface UsageError {
  readonly message: string
  readonly at: Location | undefined
  readonly setting: string | null
}

/** A parsed command line. */
export interface ParsedWords {
  readonly options: readonly FoundOption[]
  readonly positionals: readonly ResolvedText[]
  readonly error: UsageError | null
  /** Words that may hold options that cannot be seen; options before such a word may be replaced by it. */
  readonly opaque: readonly {
    readonly index: number
    readonly why: string
    readonly dependsOn?: 'cpu_count' | undefined
  }[]
}

/** Place of a word, known or not. */
export function placeOf(word: ResolvedText | null | undefined): Location | undefined {
  if (word === null || word === undefined) return undefined
  if (!word.known) return word.at ?? word.prefix.segments[0]?.location
  return word.text.segments[0]?.location
}
