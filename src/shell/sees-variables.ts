/** Tells scripts that do the same whatever variables they start with: theirs need not be looked up. */

/** Signs of expansions, assignments, patterns, functions and redirections. */
const SIGNS = /[$`~=*?[\](){}<>\\]/
/** `echo` with one quoted word: any other quotes may hide the name of a command. */
const ECHO = /(?<![\w/.-])echo[ \t]+(?:"[^"]*"|'[^']*')(?=[ \t]*(?:[;&|\n]|$))/g
/** What a shell sets of itself without touching variables. */
const SET = /(?<![\w/.-])set[ \t]+-[eux]+(?=[ \t]*(?:[;\n]|$))/g
/** Commands that read, set or print variables, or are defined elsewhere. */
const COMMANDS =
  /(?<![\w/.-])(?:\.|alias|builtin|cd|chdir|command|coproc|declare|enable|eval|export|for|function|getopts|hash|let|local|mapfile|popd|printf|pushd|pwd|read|readarray|readonly|select|set|shopt|source|test|trap|type|typeset|unset)(?![\w/.-])/

/** `exec` with options: `-c` empties the environment. */
const EXEC_OPTIONS = /(?<![\w/.-])exec[ \t]+-/

/** May the variables that a script starts with change what it does, or the script change them? */
export function seesVariables(script: string): boolean {
  if (SIGNS.test(script)) return true
  const rest = script.replace(ECHO, ':').replace(SET, ':')
  return /["']/.test(rest) || COMMANDS.test(rest) || EXEC_OPTIONS.test(rest)
}
