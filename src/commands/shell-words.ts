/** The words after a shell's name: its options, then a command string or a script file. */
import { type ResolvedText, stringOf } from '../source/resolved.ts'

/** How a shell is started. */
export type ShellCall =
  | {
      readonly kind: 'commandString'
      readonly script: ResolvedText
      readonly name: ResolvedText | undefined
      readonly parameters: readonly ResolvedText[]
    }
  | { readonly kind: 'file'; readonly path: ResolvedText; readonly parameters: readonly ResolvedText[] }
  | { readonly kind: 'standardInput' }

/** Names under which shells are started, with what they are. */
const SHELLS: ReadonlyMap<string, 'posix' | 'dash' | 'bash' | 'busybox'> = new Map([
  ['sh', 'posix'],
  ['dash', 'dash'],
  ['bash', 'bash'],
  ['ash', 'busybox'],
  ['zsh', 'bash'],
  ['ksh', 'bash'],
])

/** The dialect of a shell by the base name of its program; undefined when it is none. */
export function shellDialect(name: string): 'posix' | 'dash' | 'bash' | 'busybox' | undefined {
  return SHELLS.get(name)
}

/** Reads the words after the shell's name: clusters such as `-euxo pipefail -c`, `-lc`, `--login`, `+x`, `--`. */
export function readShellWords(words: readonly ResolvedText[]): ShellCall {
  let at = 0
  let isCommandString = false
  for (; at < words.length; at++) {
    const word = words[at]
    const text = word === undefined ? null : stringOf(word)
    if (text === null || !/^[-+]/.test(text) || text === '+') break
    if (text === '--' || text === '-') {
      at++
      break
    }
    if (text.startsWith('--')) {
      if (text === '--rcfile' || text === '--init-file') at++
      continue
    }
    if (text.startsWith('-') && text.includes('c')) isCommandString = true
    at += [...text.slice(1)].filter((letter) => letter === 'o' || letter === 'O').length
  }
  const first = words[at]
  if (first === undefined) return { kind: 'standardInput' }
  if (!isCommandString) return { kind: 'file', path: first, parameters: words.slice(at + 1) }
  return { kind: 'commandString', script: first, name: words[at + 1], parameters: words.slice(at + 2) }
}
