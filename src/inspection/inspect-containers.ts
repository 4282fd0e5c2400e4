/** Containers to the processes that they run. */
import type { FileSources } from '../commands/container-files.ts'
import { createFileIndex, type FileIndex } from '../commands/file-index.ts'
import { createImageFinder, type ImageFinder } from '../commands/find-image.ts'
import type { ResolvedCommand } from '../commands/invocation.ts'
import { resolveCommand } from '../commands/resolve-command.ts'
import { containerConfigFiles } from '../programs/container-config-files.ts'
import type { Program } from '../programs/program.ts'
import { type ContainerProcesses, readProcesses } from '../programs/read-processes.ts'
import type { Repository } from '../repository/repository.ts'
import type { ShellGrammar } from '../shell/grammar.ts'
import type { Container, Workload } from '../workloads/workload.ts'
import type { InspectedContainer } from './inspection.ts'

/** What containers are inspected with; images and files are looked up once. */
export function inspectionContext(
  repository: Repository,
  programs: readonly Program[],
  grammar: ShellGrammar,
): InspectionContext {
  const index = createFileIndex(repository)
  const programNames = new Set(programs.flatMap(({ executables }) => executables))
  const programPattern = new RegExp(`(?<![\\w-])(?:${[...programNames].join('|').replaceAll('.', '\\.')})(?![\\w-])`)
  return {
    repository,
    programs,
    programNames,
    programPattern,
    grammar,
    index,
    images: createImageFinder(repository, index),
  }
}

/** The containers of some workloads with what they run. */
export function inspectWorkloads(
  workloads: readonly Workload[],
  context: InspectionContext,
): readonly InspectedContainer[] {
  return workloads.flatMap((workload) =>
    workload.containers.map((container) => ({
      workload,
      container,
      at: container.node.location,
      processes: inspectContainer(workload, container, context),
    })),
  )
}

/** What containers are inspected with. */
export interface InspectionContext {
  readonly repository: Repository
  readonly programs: readonly Program[]
  /** Names of the executables of all programs. */
  readonly programNames: ReadonlySet<string>
  /** Finds one of the names in a text. */
  readonly programPattern: RegExp
  readonly grammar: ShellGrammar
  readonly index: FileIndex
  readonly images: ImageFinder
}

/** A container in its workload. */
export interface ContainerToResolve {
  readonly workload: Workload
  readonly container: Container
  readonly onFound?: () => void
}

/** A command with what its programs are read with. */
export interface ResolvedContainer {
  readonly command: ResolvedCommand
  readonly files: FileSources
}

/** Works out what a container executes; `onFound` is that of its files. */
export function resolveContainer(
  { workload, container, onFound }: ContainerToResolve,
  { images, repository, index, grammar, programNames }: InspectionContext,
): ResolvedContainer {
  const files: FileSources = {
    container,
    image: images.find(container.image),
    repository,
    index,
    near: workload.manifest.file.path,
    ...(onFound === undefined ? {} : { onFound }),
  }
  return { command: resolveCommand({ files, grammar, isProgram: (name) => programNames.has(name) }), files }
}

function inspectContainer(workload: Workload, container: Container, context: InspectionContext): ContainerProcesses {
  const { command, files } = resolveContainer({ workload, container }, context)
  return readProcesses(command, context.programs, containerConfigFiles(files))
}
