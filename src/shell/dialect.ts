/** What the shells understand, and which commands they run themselves. */

/** A shell; `posix` is the /bin/sh of an unknown image, read as dash reads. */
export type Dialect = 'posix' | 'dash' | 'bash' | 'busybox'

/** Is it bash? */
export function isBash(dialect: Dialect): boolean {
  return dialect === 'bash'
}

/** Does the shell know the extensions that bash and busybox share (`${x:1:2}`, `${x/a/b}`, `$'…'`, `source`, `let`, `&>`)? */
export function hasExtensions(dialect: Dialect): boolean {
  return dialect === 'bash' || dialect === 'busybox'
}

const everywhere = [
  ...['.', ':', '[', 'alias', 'bg', 'break', 'cd', 'command', 'continue', 'echo', 'eval', 'exec', 'exit', 'export'],
  ...['false', 'fg', 'getopts', 'hash', 'jobs', 'kill', 'local', 'printf', 'pwd', 'read', 'readonly', 'return', 'set'],
  ...['shift', 'test', 'times', 'trap', 'true', 'type', 'ulimit', 'umask', 'unalias', 'unset', 'wait'],
]
const extensions = ['source', 'let']
const bashOnly = [
  ...[
    'bind',
    'builtin',
    'caller',
    'compgen',
    'complete',
    'compopt',
    'declare',
    'dirs',
    'disown',
    'enable',
    'fc',
    'help',
  ],
  ...['history', 'logout', 'mapfile', 'popd', 'pushd', 'readarray', 'shopt', 'suspend', 'typeset'],
]

const builtinsByDialect: Readonly<Record<Dialect, ReadonlySet<string>>> = {
  posix: new Set(everywhere),
  dash: new Set(everywhere),
  bash: new Set([...everywhere, ...extensions, ...bashOnly]),
  busybox: new Set([...everywhere, ...extensions, '[[', 'chdir', 'history']),
}

/** Does the shell itself run a command of this name? */
export function isBuiltin(dialect: Dialect, name: string): boolean {
  return builtinsByDialect[dialect].has(name)
}

/** POSIX special built-ins: outside bash, assignments in front of them outlive the command (XCU 2.14). */
export const specialBuiltins: ReadonlySet<string> = new Set([
  ...['.', ':', 'break', 'continue', 'eval', 'exec', 'exit', 'export', 'readonly', 'return', 'set', 'shift', 'times'],
  ...['trap', 'unset'],
])
