/** A container to the processes that workerlint knows, and how sure that is. */
import type { Gap, Invocation, ResolvedCommand } from '../commands/invocation.ts'
import { type ResolvedText, stringOf } from '../source/resolved.ts'
import type { ConfigFiles } from './config-files.ts'
import { unknownSettings } from './layered-settings.ts'
import type { Program, ProgramProcess } from './program.ts'
import { programWords } from './program-words.ts'

/** How far a container could be worked out. */
export type ResolutionStatus = 'resolved' | 'partial' | 'unresolved' | 'notAServer'

/** The processes of a container. */
export interface ContainerProcesses {
  readonly status: ResolutionStatus
  /** One sentence when the status is not `resolved`, else null. */
  readonly why: string | null
  readonly processes: readonly ProgramProcess[]
  readonly invocations: readonly Invocation[]
}

/** Reads the processes of a resolved command with the programs of a table. */
export function readProcesses(
  command: ResolvedCommand,
  programs: readonly Program[],
  files: ConfigFiles,
): ContainerProcesses {
  const processes = command.invocations.flatMap((invocation) => readInvocation(invocation, programs, files))
  const { status, why } = judge(command.gaps, processes)
  return { status, why, processes, invocations: command.invocations }
}

/** Does a command start one of the executables with these names, whatever comes of it? */
export function startsProgram({ invocations }: ResolvedCommand, names: ReadonlySet<string>): boolean {
  return invocations.some(({ argv }) => names.has(programWords(argv)?.name ?? ''))
}

function readInvocation(
  invocation: Invocation,
  programs: readonly Program[],
  files: ConfigFiles,
): readonly ProgramProcess[] {
  const words = programWords(invocation.argv)
  if (words === null) return []
  for (const program of programs) {
    if (!program.executables.includes(words.name)) continue
    const processes = program.read(words, invocation, files)
    if (processes.length > 0) return processes
  }
  return []
}

interface Judgement {
  readonly status: ResolutionStatus
  readonly why: string | null
}

function judge(gaps: readonly Gap[], processes: readonly ProgramProcess[]): Judgement {
  const hiding = gaps.find((gap) => gap.hidesCommand)
  if (processes.length === 0) {
    if (hiding !== undefined) return { status: 'unresolved', why: hiding.why }
    return { status: 'notAServer', why: null }
  }
  const doubt =
    hiding?.why ?? gaps[0]?.why ?? firstUnknownWord(processes) ?? processes.flatMap((process) => process.doubts)[0]
  if (doubt !== undefined) return { status: 'partial', why: doubt }
  return { status: 'resolved', why: null }
}

function firstUnknownWord(processes: readonly ProgramProcess[]): string | undefined {
  for (const { invocation, settings } of processes) {
    const word = invocation.argv.find((candidate: ResolvedText) => stringOf(candidate) === null)
    if (word !== undefined && !word.known && word.dependsOn === undefined) return word.why
    for (const [, setting] of unknownSettings(settings)) {
      if (setting.dependsOn === undefined) return setting.why
    }
  }
  return undefined
}
