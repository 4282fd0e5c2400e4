/** Where a command stands: whether the shell's own process may become the program it starts. */
import type { Dialect } from './dialect.ts'
import type { Program } from './syntax.ts'

/**
 * The last command of a command string: bash replaces itself by it when it is a simple command, busybox also inside
 * groups and branches, dash never (measured with bash 5.2, busybox 1.35, dash 0.5.12).
 */
export interface Position {
  readonly inBash: boolean
  readonly inBusybox: boolean
  /** The position of the last member of an and-or list; bash does not replace itself there under `set -e`. */
  readonly insideAndOr: (isErrexit: boolean) => Position
}

/** Not the last command. */
export const innerPosition: Position = makePosition(false, false)

/** A position. */
export function makePosition(inBash: boolean, inBusybox: boolean): Position {
  return {
    inBash,
    inBusybox,
    insideAndOr: (isErrexit) =>
      isErrexit && inBash ? makePosition(false, inBusybox) : makePosition(inBash, inBusybox),
  }
}

/** The position of a script's last line. */
export function programPosition(form: 'commandString' | 'file', program: Program): Position {
  if (form === 'file' || program.error !== null) return innerPosition
  return makePosition(program.trailing !== 'more', program.trailing === 'none')
}

/** The position of a list's last command. */
export function lastPosition(position: Position, isAfterBackground: boolean): Position {
  return isAfterBackground && position.inBash ? makePosition(false, position.inBusybox) : position
}

/** The position inside a group, a branch or a subshell. */
export function insideCompound(position: Position): Position {
  return makePosition(false, position.inBusybox)
}

/** Does the shell become a program that is started here? Null when that depends on which shell it is. */
export function becomesShell(dialect: Dialect, position: Position): boolean | null {
  switch (dialect) {
    case 'bash':
      return position.inBash
    case 'busybox':
      return position.inBusybox
    case 'dash':
      return false
    case 'posix':
      return position.inBash || position.inBusybox ? null : false
  }
}
