/** Words of a command that cannot mean what they say. */
import type { ProgramProcess } from '../programs/program.ts'
import type { ResolvedText } from '../source/resolved.ts'
import { stringOf } from '../source/resolved.ts'

/** The first word of each kind; undefined when there is none. */
export interface WordFacts {
  /** One word that holds a long flag and its value, as in `--workers 4`. */
  readonly spacedWord: ResolvedText | undefined
  /** Shell syntax that no shell reads. */
  readonly unexpandedWord: ResolvedText | undefined
  /** `$(NAME)` that Kubernetes leaves as it is, because no variable has the name. */
  readonly undefinedReference: ResolvedText | undefined
  /** `-c=4`, which click reads as the value `=4`. */
  readonly equalsShortFlag: ResolvedText | undefined
  /** celery's concurrency or prefetch multiplier of 0, which celery takes for "not given". */
  readonly zeroWord: ResolvedText | undefined
  /** A celery option that only versions before 5 take where it stands. */
  readonly legacyWord: ResolvedText | undefined
}

/** Looks at the words of a process. Words that a shell has read are as the shell left them. */
export function wordFacts(process: ProgramProcess): WordFacts {
  const words = process.invocation.argv.slice(1)
  const isExecForm = process.invocation.via.every((label) => !/(^|\/)(ba|da|a|z|k)?sh( -c)?$|\.sh$/.test(label))
  const find = (test: (text: string) => boolean) =>
    words.find((word) => {
      const text = stringOf(word)
      return text !== null && test(text)
    })
  const isCelery = process.program === 'celery'
  return {
    spacedWord: find((text) => /^--[a-z][\w-]*\s+\S/.test(text)),
    unexpandedWord: isExecForm ? find(isShellSyntax) : undefined,
    undefinedReference: isExecForm ? find((text) => /\$\([A-Z_][A-Z0-9_]*\)/.test(text)) : undefined,
    equalsShortFlag: find((text) => /^-[A-Za-z]=/.test(text)),
    zeroWord: isCelery ? zeroWord(words) : undefined,
    legacyWord: isCelery ? legacyWord(words) : undefined,
  }
}

/** `$NAME`, `${NAME}`, `$(command)` or backquotes; access log formats such as `%({x}i)s` are none of these. */
function isShellSyntax(text: string): boolean {
  return /\$[A-Za-z_]|\$\{[A-Za-z_]|\$\([^A-Z)]|\$\([A-Z_]+[^A-Z0-9_)]|`[^`]+`/.test(text)
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
