/** What every container really runs: repository → manifests → workloads → commands → programs. */
import type { FileSources } from './commands/container-files.ts'
import { createFileIndex, type FileIndex } from './commands/file-index.ts'
import { createImageFinder, type ImageFinder } from './commands/find-image.ts'
import { resolveCommand } from './commands/resolve-command.ts'
import { parseYaml } from './manifests/parse.ts'
import { containerConfigFiles } from './programs/container-config-files.ts'
import type { InspectedContainer, Inspection } from './programs/inspection.ts'
import type { Program } from './programs/program.ts'
import { type ContainerProcesses, isProgramName, readProcesses } from './programs/read-processes.ts'
import type { Repository } from './repository/repository.ts'
import { loadShellGrammar, type ShellGrammar } from './shell/grammar.ts'
import type { Problem } from './source/errors.ts'
import type { SourceFile } from './source/source-file.ts'
import { type Manifest, readManifests } from './workloads/manifest.ts'
import { readWorkloads } from './workloads/read-workloads.ts'
import { buildSystem } from './workloads/system.ts'
import type { Container, Workload } from './workloads/workload.ts'

/** Inspects every container in the files to check, in the order of files and places. */
export async function inspectRepository(repository: Repository, programs: readonly Program[]): Promise<Inspection> {
  const read = readAllManifests(repository)
  return inspectManifests(read, repository, programs, await loadShellGrammar())
}

/** The manifests of a repository and what could not be read. */
export interface ReadManifests {
  readonly manifests: readonly Manifest[]
  readonly files: number
  readonly problems: readonly Problem[]
}

/** Reads the manifests of all files to check. */
export function readAllManifests(repository: Repository): ReadManifests {
  const manifests: Manifest[] = []
  const problems: Problem[] = []
  for (const path of repository.checked) {
    const content = repository.read(path)
    if (content.kind === 'refused') {
      problems.push({ file: path, line: 1, message: content.message })
      continue
    }
    const read = readFileManifests(content.file, repository.named.has(path))
    manifests.push(...read.manifests)
    problems.push(...read.problems)
  }
  return { manifests, files: repository.checked.length, problems }
}

/** The manifests of one file. Errors are told when the file was named or looks like a manifest. */
export function readFileManifests(file: SourceFile, isNamed: boolean): Omit<ReadManifests, 'files'> {
  if (isChartTemplate(file)) return { manifests: [], problems: [] }
  const parsed = parseYaml(file)
  const looksLikeManifest = isNamed || /^\s*"?(apiVersion|kind)"?\s*:/m.test(file.text)
  return {
    manifests: parsed.documents.flatMap((document) => readManifests(file, document)),
    problems: looksLikeManifest ? parsed.problems : [],
  }
}

/** Inspects manifests that have been read. */
export function inspectManifests(
  read: ReadManifests,
  repository: Repository,
  programs: readonly Program[],
  grammar: ShellGrammar,
): Inspection {
  const system = buildSystem(read.manifests)
  const workloads = read.manifests.flatMap((manifest) => readWorkloads(manifest, system))
  const containers = inspectWorkloads(workloads, inspectionContext(repository, programs, grammar))
  return { containers, workloads, system, files: read.files, problems: read.problems }
}

/** What containers are inspected with; images and files are looked up once. */
export function inspectionContext(
  repository: Repository,
  programs: readonly Program[],
  grammar: ShellGrammar,
): InspectionContext {
  const index = createFileIndex(repository)
  return { repository, programs, grammar, index, images: createImageFinder(repository, index) }
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
      processes: inspectContainer(workload, container, context),
    })),
  )
}

/** What containers are inspected with. */
export interface InspectionContext {
  readonly repository: Repository
  readonly programs: readonly Program[]
  readonly grammar: ShellGrammar
  readonly index: FileIndex
  readonly images: ImageFinder
}

function inspectContainer(workload: Workload, container: Container, context: InspectionContext): ContainerProcesses {
  const files: FileSources = {
    container,
    image: context.images.find(container.image),
    repository: context.repository,
    index: context.index,
    near: workload.manifest.file.path,
  }
  const command = resolveCommand({
    files,
    grammar: context.grammar,
    isProgram: (name) => isProgramName(name, context.programs),
  })
  return readProcesses(command, context.programs, containerConfigFiles(files))
}

/** Templates of a Helm chart are no YAML; they are rendered elsewhere. */
function isChartTemplate(file: SourceFile): boolean {
  return /(^|\/)templates\//.test(file.path) && /\{\{/.test(file.text)
}
