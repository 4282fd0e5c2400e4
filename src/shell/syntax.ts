/** The parts of a shell program; every literal keeps the place it was written in. */
import type { Location } from '../source/location.ts'
import type { SourcedText } from '../source/sourced-text.ts'

/** A parsed script: its complete command lines, and the first syntax error, behind which nothing was read. */
export interface Program {
  readonly lines: readonly List[]
  readonly error: SyntaxProblem | null
  /** Does the text end right behind the last command (`none`), after one line break (`line`), or with more than that? */
  readonly trailing: 'none' | 'line' | 'more'
}

/** A syntax error in one sentence without a full stop. */
export interface SyntaxProblem {
  readonly why: string
  readonly at: Location | undefined
}

/** Commands that run one after the other. */
export interface List {
  readonly items: readonly ListItem[]
}

/** One command of a list; `&` behind it makes it a background command. */
export interface ListItem {
  readonly command: Command
  readonly isBackground: boolean
}

/** Any command. */
export type Command =
  | SimpleCommand
  | { readonly kind: 'andOr'; readonly left: Command; readonly operator: '&&' | '||'; readonly right: Command }
  | { readonly kind: 'pipeline'; readonly stages: readonly Command[]; readonly isNegated: boolean }
  | CompoundCommand
  | { readonly kind: 'function'; readonly name: string; readonly body: Command }

/** A compound command with the redirections behind it. */
export interface CompoundCommand {
  readonly kind: 'compound'
  readonly body: Compound
  readonly redirections: readonly Redirection[]
  readonly at: Location | undefined
}

/** The compound commands. */
export type Compound =
  | { readonly kind: 'group'; readonly body: List }
  | { readonly kind: 'subshell'; readonly body: List }
  | { readonly kind: 'if'; readonly clauses: readonly IfClause[]; readonly otherwise: List | null }
  | { readonly kind: 'for'; readonly variable: string; readonly words: readonly Word[] | null; readonly body: List }
  | { readonly kind: 'arithmeticFor'; readonly header: readonly Word[]; readonly body: List }
  | { readonly kind: 'while'; readonly isUntil: boolean; readonly condition: List; readonly body: List }
  | { readonly kind: 'case'; readonly subject: Word; readonly items: readonly CaseItem[] }
  | { readonly kind: 'test'; readonly expression: TestExpression }
  | { readonly kind: 'arithmetic'; readonly expression: Word }

/** `if` or `elif` with its commands. */
export interface IfClause {
  readonly condition: List
  readonly body: List
}

/** One `pattern) commands ;;`; `next` is what follows a match. */
export interface CaseItem {
  readonly patterns: readonly Word[]
  readonly body: List
  readonly next: 'end' | 'fallThrough' | 'test'
}

/** Assignments, words and redirections of one command. */
export interface SimpleCommand {
  readonly kind: 'simple'
  readonly assignments: readonly Assignment[]
  readonly words: readonly Word[]
  readonly redirections: readonly Redirection[]
  readonly at: Location | undefined
}

/** `name=value`, `name+=value`, `name[subscript]=value` or `name=(elements)`. */
export interface Assignment {
  readonly name: string
  readonly subscript: Word | null
  readonly isAppending: boolean
  readonly value: Word | readonly Element[]
  readonly at: Location | undefined
}

/** An element of an array literal, with its subscript in `[key]=value`. */
export interface Element {
  readonly subscript: Word | null
  readonly value: Word
}

/** A redirection; `target` is null for here-documents, whose text is `body`. */
export interface Redirection {
  readonly descriptor: number | null
  readonly operator: string
  readonly target: Word | null
  readonly body: Word | null
}

/** A word before its expansion; `assignment` is set for the arguments of `export` and its kin that assign. */
export interface Word {
  readonly parts: readonly Part[]
  readonly at: Location | undefined
  readonly assignment?: Assignment
}

/** A part of a word. */
export type Part =
  | { readonly kind: 'literal'; readonly text: SourcedText; readonly isQuoted: boolean }
  | { readonly kind: 'parameter'; readonly expansion: ParameterExpansion; readonly isQuoted: boolean }
  | CommandPart
  | ArithmeticPart
  | { readonly kind: 'process'; readonly at: Location | undefined }
  | { readonly kind: 'invalid'; readonly why: string; readonly at: Location | undefined }

/** `$( … )` or backquotes. */
export interface CommandPart {
  readonly kind: 'command'
  readonly program: Program
  readonly source: string
  readonly isQuoted: boolean
  readonly at: Location | undefined
}

/** `$(( … ))`. */
export interface ArithmeticPart {
  readonly kind: 'arithmetic'
  readonly expression: Word
  readonly isQuoted: boolean
  readonly at: Location | undefined
}

/** `$name` or `${…}`. */
export interface ParameterExpansion {
  readonly name: string
  readonly subscript: Word | '@' | '*' | null
  readonly isIndirect: boolean
  readonly operation: ParameterOperation
  readonly at: Location | undefined
}

/** What `${…}` does with the value. */
export type ParameterOperation =
  | { readonly kind: 'value' }
  | { readonly kind: 'length' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'names' }
  | { readonly kind: 'substitute'; readonly how: '-' | '=' | '?' | '+'; readonly orEmpty: boolean; readonly word: Word }
  | { readonly kind: 'trim'; readonly side: 'start' | 'end'; readonly isLongest: boolean; readonly pattern: Word }
  | { readonly kind: 'replace'; readonly where: ReplaceWhere; readonly pattern: Word; readonly replacement: Word }
  | { readonly kind: 'changeCase'; readonly how: 'upper' | 'lower'; readonly all: boolean; readonly pattern: Word }
  | { readonly kind: 'slice'; readonly offset: Word; readonly length: Word | null }
  | { readonly kind: 'transform'; readonly letter: string }

/** Where `${name/pattern/text}` replaces. */
export type ReplaceWhere = 'first' | 'all' | 'start' | 'end'

/** The inside of `[[ … ]]`. */
export type TestExpression =
  | { readonly kind: 'not'; readonly operand: TestExpression }
  | { readonly kind: 'and' | 'or'; readonly left: TestExpression; readonly right: TestExpression }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Word }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Word; readonly right: Word }
