/** What a command may use of the process it runs in. */
import type { Presentation } from '../reports/formatter.ts'

/** A stream to write to. */
export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** The surroundings of a command. */
export interface Terminal {
  readonly workingDirectory: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: AsyncIterable<Buffer | string>
}

/** Exit codes, the same for every command and format. */
export const EXIT = { clean: 0, findings: 1, userError: 2, bug: 3 } as const

/** May colours be written to a stream? `NO_COLOR` and `FORCE_COLOR` are honoured: https://no-color.org */
export function usesColor(terminal: Terminal, output: Output, wanted: boolean): boolean {
  const { NO_COLOR: none, FORCE_COLOR: force } = terminal.environment
  if (!wanted || (none !== undefined && none !== '')) return false
  if (force !== undefined && force !== '' && force !== '0') return true
  return output.isTTY === true
}

/** Columns to format for. */
export function widthOf(output: Output): number {
  return Math.max(40, output.columns ?? 100)
}

/** How verbose the user wants it. */
export function verbosityOf(options: {
  readonly quiet?: boolean
  readonly verbose?: boolean
}): Presentation['verbosity'] {
  if (options.quiet === true) return 'quiet'
  return options.verbose === true ? 'verbose' : 'normal'
}
