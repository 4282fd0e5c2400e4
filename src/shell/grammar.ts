/** The grammar of the shells: what a script says before anything in it is expanded or run. */
import type { SourcedText } from '../source/sourced-text.ts'
import type { Dialect } from './dialect.ts'
import { parseScript } from './parse-commands.ts'
import type { Program } from './syntax.ts'

/** Reads scripts; `depth` is how deep the text itself stands in others (`eval`, `source`). */
export interface ShellGrammar {
  readonly parse: (text: SourcedText, dialect: Dialect, depth: number) => Program
}

/** Gives the grammar. */
export async function loadShellGrammar(): Promise<ShellGrammar> {
  return { parse: parseScript }
}
