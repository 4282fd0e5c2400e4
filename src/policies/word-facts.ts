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
  return {
    spacedWord: find((text) => /^--[a-z][\w-]*\s+\S/.test(text)),
    unexpandedWord: isExecForm ? find(isShellSyntax) : undefined,
    undefinedReference: isExecForm ? find((text) => /\$\([A-Z_][A-Z0-9_]*\)/.test(text)) : undefined,
    equalsShortFlag: find((text) => /^-[A-Za-z]=/.test(text)),
  }
}

/** `$NAME`, `${NAME}`, `$(command)` or backquotes; access log formats such as `%({x}i)s` are none of these. */
function isShellSyntax(text: string): boolean {
  return /\$[A-Za-z_]|\$\{[A-Za-z_]|\$\([^A-Z)]|\$\([A-Z_]+[^A-Z0-9_)]|`[^`]+`/.test(text)
}
