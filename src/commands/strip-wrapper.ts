/** Takes a wrapper off the front of a command. */
import { type Environment, withVariable } from '../source/environment.ts'
import { type ResolvedText, stringOf } from '../source/resolved.ts'
import { sliceText } from '../source/sourced-text.ts'
import { WRAPPERS, type Wrapper } from './wrappers.ts'

/** What remains of a command without its wrapper. */
export interface Unwrapped {
  readonly wrapper: Wrapper
  /** Name as written with its subcommand, as in `poetry run`. */
  readonly label: string
  readonly words: readonly ResolvedText[]
  readonly environment: Environment
  /** The wrapper's own options, for what they say about signals. */
  readonly options: readonly string[]
  readonly workingDirectory: string | undefined
}

/** Takes one wrapper off; null when the command does not start with one or nothing would remain. */
export function stripWrapper(words: readonly ResolvedText[], environment: Environment): Unwrapped | null {
  const head = words[0] === undefined ? null : stringOf(words[0])
  if (head === null) return null
  const name = baseName(head)
  for (const wrapper of WRAPPERS) {
    if (!wrapper.names.includes(name)) continue
    const unwrapped = tryWrapper(wrapper, name, words, environment)
    if (unwrapped !== null) return unwrapped
  }
  return null
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function tryWrapper(
  wrapper: Wrapper,
  name: string,
  words: readonly ResolvedText[],
  environment: Environment,
): Unwrapped | null {
  const cursor = { at: 1, options: [] as string[], environment, directory: undefined as string | undefined }
  let label = name
  if (wrapper.subcommands !== undefined) {
    skipOptions(wrapper, words, cursor)
    const subcommand = wordAt(words, cursor.at)
    if (subcommand === null || !wrapper.subcommands.includes(subcommand)) return null
    label = `${name} ${subcommand}`
    cursor.at++
    if (name === 'uv' && subcommand === 'tool') cursor.at++
  }
  const sawSeparator = skipOptions(wrapper, words, cursor)
  cursor.at += positionalsOf(wrapper, cursor.options)
  if (wrapper.needsSeparator && !sawSeparator) {
    const separator = words.findIndex((word, index) => index >= cursor.at && stringOf(word) === '--')
    if (separator < 0) return null
    cursor.at = separator + 1
  } else if (wordAt(words, cursor.at) === '--') {
    cursor.at++
  }
  if (cursor.at >= words.length) return null
  return {
    wrapper,
    label,
    words: words.slice(cursor.at),
    environment: cursor.environment,
    options: cursor.options,
    workingDirectory: cursor.directory,
  }
}

interface Cursor {
  at: number
  readonly options: string[]
  environment: Environment
  directory: string | undefined
}

/** Skips the wrapper's options and assignments; true when `--` ended them. */
function skipOptions(wrapper: Wrapper, words: readonly ResolvedText[], cursor: Cursor): boolean {
  for (; cursor.at < words.length; cursor.at++) {
    const word = wordAt(words, cursor.at)
    if (word === null) return false
    if (word === '--') {
      cursor.at++
      return true
    }
    if (wrapper.takesAssignments && /^[A-Za-z_]\w*=/.test(word)) {
      assign(words[cursor.at], word, cursor)
      continue
    }
    if (!word.startsWith('-') || word === '-') return false
    if (wrapper.runsPython && (word === '-m' || word === '-c')) return false
    cursor.options.push(word)
    if (wrapper.values?.includes(word)) {
      applyOption(wrapper, word, words[cursor.at + 1], cursor)
      cursor.at++
    }
  }
  return false
}

function assign(word: ResolvedText | undefined, value: string, cursor: Cursor): void {
  if (word === undefined || !word.known) return
  const equals = value.indexOf('=')
  const text = sliceText(word.text, equals + 1, value.length)
  cursor.environment = withVariable(cursor.environment, value.slice(0, equals), { known: true, text })
}

function applyOption(wrapper: Wrapper, option: string, value: ResolvedText | undefined, cursor: Cursor): void {
  if (value === undefined) return
  cursor.options.push(stringOf(value) ?? '')
  if (!wrapper.names.includes('env')) return
  if (option === '-u' || option === '--unset') {
    const variables = new Map(cursor.environment.variables)
    variables.delete(stringOf(value) ?? '')
    cursor.environment = { variables, open: cursor.environment.open }
  }
  if (option === '-C' || option === '--chdir') cursor.directory = stringOf(value) ?? undefined
}

/** `taskset -c LIST` and `taskset MASK` both take one word; `nice -5` none. */
function positionalsOf(wrapper: Wrapper, _options: readonly string[]): number {
  return wrapper.positionals ?? 0
}

function wordAt(words: readonly ResolvedText[], index: number): string | null {
  const word = words[index]
  return word === undefined ? null : stringOf(word)
}
