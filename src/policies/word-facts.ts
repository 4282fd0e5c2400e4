/** Words of a command that cannot mean what they say. */
import type { ProgramProcess } from '../programs/program.ts'
import type { ResolvedText } from '../source/resolved.ts'
import { stringOf } from '../source/resolved.ts'

/**
 * Kinds of such words. `spacedWord`: one word that holds a long flag and its value, as in `--workers 4`. `unexpandedWord`:
 * shell syntax that no shell reads. `undefinedReference`: `$(NAME)` that Kubernetes leaves as it is, because no variable has
 * the name. `equalsShortFlag`: `-c=4`, which click reads as the value `=4`. `zeroWord`: celery's concurrency or prefetch
 * multiplier of 0, which celery takes for "not given". `legacyWord`: a celery option that only versions before 5 take where
 * it stands.
 */
export const WORD_FACTS = [
  'spacedWord',
  'unexpandedWord',
  'undefinedReference',
  'equalsShortFlag',
  'zeroWord',
  'legacyWord',
] as const

/** One of the kinds. */
export type WordFact = (typeof WORD_FACTS)[number]

/** Is a name that of a kind? */
export function isWordFact(name: string): name is WordFact {
  return WORD_FACTS.some((fact) => fact === name)
}

/** The first word of a kind; undefined when there is none. Words that a shell has read are as the shell left them. */
export function wordFact(process: ProgramProcess, name: WordFact): ResolvedText | undefined {
  const words = process.invocation.argv.slice(1)
  switch (name) {
    case 'spacedWord':
      return find(words, (text) => /^--[a-z][\w-]*\s+\S/.test(text))
    case 'unexpandedWord':
      return isExecForm(process) ? find(words, isShellSyntax) : undefined
    case 'undefinedReference':
      return isExecForm(process) ? find(words, isReference) : undefined
    case 'equalsShortFlag':
      return find(words, (text) => /^-[A-Za-z]=/.test(text))
    case 'zeroWord':
      return process.program === 'celery' ? zeroWord(words) : undefined
    case 'legacyWord':
      return process.program === 'celery' ? legacyWord(words) : undefined
  }
}

function isExecForm({ invocation }: ProgramProcess): boolean {
  return invocation.via.every((label) => !/(^|\/)(ba|da|a|z|k)?sh( -c)?$|\.sh$/.test(label))
}

function find(words: readonly ResolvedText[], test: (text: string) => boolean): ResolvedText | undefined {
  return words.find((word) => {
    const text = stringOf(word)
    return text !== null && test(text)
  })
}

/** `$NAME`, `${NAME}`, `$(command)` or backquotes; access log formats such as `%({x}i)s` are none of these. */
function isShellSyntax(text: string): boolean {
  if (!text.includes('$') && !text.includes('`')) return false
  return /\$[A-Za-z_]|\$\{[A-Za-z_]|\$\([^A-Z)]|\$\([A-Z_]+[^A-Z0-9_)]|`[^`]+`/.test(text)
}

/** `$(NAME)`. */
function isReference(text: string): boolean {
  return text.includes('$(') && /\$\([A-Z_][A-Z0-9_]*\)/.test(text)
}

/** `--concurrency=0`, `-c0`, or the `0` behind `-c`. */
function zeroWord(words: readonly ResolvedText[]): ResolvedText | undefined {
  return words.find((word, index) => {
    const text = stringOf(word)
    if (text === null) return false
    if (/^(--concurrency=|--prefetch-multiplier=|-c ?)0+$/.test(text)) return true
    const before = words[index - 1]
    const flag = before === undefined ? null : stringOf(before)
    return /^0+$/.test(text) && (flag === '-c' || flag === '--concurrency' || flag === '--prefetch-multiplier')
  })
}

/** Global options behind the sub-command, and options that were renamed. Source: celery/bin/*.py of 4.4.7 and 5.0 */
function legacyWord(words: readonly ResolvedText[]): ResolvedText | undefined {
  const texts = words.map(stringOf)
  const command = texts.findIndex((text) => text === 'worker' || text === 'beat')
  const global = command < 0 ? undefined : words.slice(command + 1).find((word) => isGlobalOption(stringOf(word) ?? ''))
  const renamed = /^--(maxtasksperchild|maxmemperchild|autoreload|no-execv|task-time-limit|task-soft-time-limit)(=|$)/
  return global ?? words.find((word) => renamed.test(stringOf(word) ?? ''))
}

function isGlobalOption(text: string): boolean {
  return /^(-A|-b)(?!-)/.test(text) || /^--(app|broker|workdir|loader|config|result-backend)(=|$)/.test(text)
}
