/** What can be written after `workerlint`: commands with their options and the values these take. */
import type { Command } from 'commander'

/** An option that takes one of some words. */
export interface CompletedOption {
  readonly flag: string
  readonly about: string
  /** Words it takes; empty when it takes a file or any text, null when it takes nothing. */
  readonly values: readonly string[] | null
}

/** A command. */
export interface CompletedCommand {
  readonly name: string
  readonly about: string
  readonly options: readonly CompletedOption[]
  /** Words it takes as arguments, beside files. */
  readonly words: readonly string[]
}

/** The words of a program; `policies` are names that `explain` takes, `formats` those of `--format`. */
export function completedCommands(
  program: Command,
  { policies, formats }: { readonly policies: readonly string[]; readonly formats: readonly string[] },
): readonly CompletedCommand[] {
  return program.commands.map((command) => ({
    name: command.name(),
    about: command.description(),
    options: command.options
      .filter((option) => option.long !== undefined && option.long !== null)
      .map((option) => ({
        flag: option.long ?? '',
        about: option.description,
        values: valuesOf({ ...option, takesValue: option.required || option.optional }, formats),
      })),
    words: wordsOf(command, policies),
  }))
}

function valuesOf(
  option: {
    readonly long?: string | undefined
    readonly argChoices?: readonly string[] | undefined
    readonly takesValue: boolean
  },
  formats: readonly string[],
): readonly string[] | null {
  if (!option.takesValue) return null
  return option.argChoices ?? (option.long === '--format' ? formats : [])
}

function wordsOf(command: Command, policies: readonly string[]): readonly string[] {
  if (command.name() === 'explain') return policies
  const choices = command.registeredArguments.flatMap((argument) => argument.argChoices ?? [])
  return [...choices, ...command.commands.map((inner) => inner.name())]
}
