/** GUNICORN_CMD_ARGS: a command line in a variable. Source: https://gunicorn.org/configure/ */
import { splitWords, trySplitWords } from '../../commands/split-words.ts'
import { type Environment, lookupVariable } from '../../source/environment.ts'
import type { ResolvedText } from '../../source/resolved.ts'
import type { StartupError } from '../program.ts'

/** The words of the variable. */
export interface CommandArguments {
  readonly words: readonly ResolvedText[]
  readonly unknown: { readonly why: string; readonly dependsOn?: 'cpu_count' | undefined } | null
  readonly error: StartupError | null
}

/** Splits the variable as Python's shlex does. */
export function splitCommandArguments(environment: Environment): CommandArguments {
  const value = lookupVariable(environment, 'GUNICORN_CMD_ARGS')
  if (value === undefined) return { words: [], unknown: null, error: null }
  if (!value.known) {
    return {
      words: splitWords(value.prefix).slice(0, -1),
      unknown: { why: value.why, dependsOn: value.dependsOn },
      error: null,
    }
  }
  const split = trySplitWords(value.text)
  const error =
    split.error === null ? null : { message: split.error, at: value.text.segments[0]?.location, setting: null }
  return { words: split.words, unknown: null, error }
}
