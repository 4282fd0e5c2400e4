/** `workerlint completion`: the script that completes commands, options, formats and policies in a shell. */
import type { Command } from 'commander'
import { IGNORE_POLICIES } from '../findings/ignore-policies.ts'
import { loadBundledPolicies } from '../policies/load-bundled.ts'
import { FORMATS } from '../reports/formats.ts'
import { COMPLETION_SCRIPTS } from './completion-scripts.ts'
import { completedCommands } from './completion-words.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** Prints the script of a shell, which commander has already checked. */
export function runCompletion(shell: string, program: Command, terminal: Terminal): number {
  const policies = [...loadBundledPolicies().map(({ policy }) => policy.id), ...IGNORE_POLICIES.map(({ id }) => id)]
  const commands = completedCommands(program, { policies: policies.sort(), formats: [...FORMATS.keys()] })
  terminal.stdout.write(COMPLETION_SCRIPTS.get(shell)?.(commands) ?? '')
  return EXIT.clean
}
