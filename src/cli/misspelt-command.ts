/** A word that is nearly a command: the default command would take it for a path. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { didYouMean } from '../policies/mistakes.ts'
import { UserError } from '../source/errors.ts'

/** Fails when the first word is no command and no path, but close to a command. */
export function refuseMisspeltCommand(
  words: readonly string[],
  commands: readonly string[],
  workingDirectory: string,
): void {
  const [first = ''] = words
  const isWord = /^[a-z]+$/i.test(first) && !commands.includes(first)
  if (!isWord || existsSync(resolve(workingDirectory, first))) return
  const hint = didYouMean(first.toLowerCase(), commands)
  if (hint !== '') throw new UserError(`there is no command ${JSON.stringify(first)}, and no such path.${hint}`)
}
