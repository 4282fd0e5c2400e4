/** What every container really runs: repository → manifests → workloads → commands → programs. */
import type { FileSources } from './commands/container-files.ts'
import { createFileIndex, type FileIndex } from './commands/file-index.ts'
import { createImageFinder, type ImageFinder } from './commands/find-image.ts'
import { resolveCommand } from './commands/resolve-command.ts'
import { readDocuments } from './manifests/parse.ts'
import { createScan, type Scan } from './manifests/plain/document-scan.ts'
import { containerConfigFiles } from './programs/container-config-files.ts'
import type { InspectedContainer, Inspection } from './programs/inspection.ts'
import type { Program } from './programs/program.ts'
import { type ContainerProcesses, isProgramName, readProcesses } from './programs/read-processes.ts'
import type { Repository } from './repository/repository.ts'
import { loadShellGrammar, type ShellGrammar } from './shell/grammar.ts'
import type { Problem } from './source/errors.ts'
import { RecentValues } from './source/recent.ts'
import type { SourceFile } from './source/source-file.ts'
import { lightWorkloads } from './workloads/light-workload.ts'
import { type ReadManifest, readForgettableManifests } from './workloads/manifest.ts'
import { readWorkloads } from './workloads/read-workloads.ts'
import { createSystemBuilder, type System } from './workloads/system.ts'
import type { Container, Workload } from './workloads/workload.ts'

/** Inspects every container in the files to check, in the order of files and places. */
export async function inspectRepository(
  repository: Repository,
  programs: readonly Program[],
  scan: Scan = createScan(),
): Promise<Inspection> {
  const read = readAllManifests(repository, createReading(scan))
  return inspectManifests(read, repository, programs, await loadShellGrammar())
}

/** The objects of a repository and what could not be read. */
export interface ReadManifests {
  readonly system: System
  readonly files: number
  readonly problems: readonly Problem[]
  readonly recent: RecentValues
}

/** Objects and workloads that are remembered at once; others are read again when they are asked for. */
const MOST_REMEMBERED = 2000

/** What reading many files shares. */
export interface Reading {
  readonly recent: RecentValues
  readonly scan: Scan
}

/** Makes what reading many files shares. */
export function createReading(scan: Scan = createScan()): Reading {
  return { recent: new RecentValues(MOST_REMEMBERED), scan }
}

/** Reads the manifests of all files to check. */
export function readAllManifests(repository: Repository, reading: Reading): ReadManifests {
  const objects = createSystemBuilder()
  const problems: Problem[] = []
  for (const path of repository.checked) {
    const content = repository.read(path)
    if (content.kind === 'refused') {
      problems.push({ file: path, line: 1, message: content.message })
      continue
    }
    problems.push(...readFileManifests(content.file, repository.named.has(path), reading, (read) => objects.add(read)))
  }
  return { system: objects.build(), files: repository.checked.length, problems, recent: reading.recent }
}

/** Reads the manifests of one file, and gives its errors when the file was named or looks like a manifest. */
export function readFileManifests(
  file: SourceFile,
  isNamed: boolean,
  reading: Reading,
  add: (read: ReadManifest) => void,
): readonly Problem[] {
  if (isChartTemplate(file)) return []
  const problems: Problem[] = []
  for (const document of readDocuments(file, reading.scan, problems)) {
    for (const read of readForgettableManifests(file, document, reading.recent)) add(read)
  }
  if (problems.length === 0) return []
  return isNamed || /^[ \t]*"?(apiVersion|kind)"?[ \t]*:/m.test(file.text) ? problems : []
}

/** Inspects manifests that have been read. */
export function inspectManifests(
  read: ReadManifests,
  repository: Repository,
  programs: readonly Program[],
  grammar: ShellGrammar,
): Inspection {
  const { system } = read
  const context = inspectionContext(repository, programs, grammar)
  const workloads: Workload[] = []
  const containers: InspectedContainer[] = []
  for (const manifest of system.manifests) {
    const own = readWorkloads(manifest, system)
    const inspected = inspectWorkloads(own, context)
    const serves = inspected.some(({ processes }) => processes.processes.length > 0)
    const kept = serves ? own : lightWorkloads(own, { manifest, system }, read.recent)
    workloads.push(...kept)
    containers.push(...(serves ? inspected : lightContainers(inspected, own, kept)))
  }
  return { containers, workloads, system, files: read.files, problems: read.problems }
}

/** The same containers of light workloads, without what was found on the way to no server. */
function lightContainers(
  inspected: readonly InspectedContainer[],
  own: readonly Workload[],
  light: readonly Workload[],
): readonly InspectedContainer[] {
  return inspected.flatMap(({ workload, container, at, processes: { status, why } }) => {
    const copy = light[own.indexOf(workload)]
    const same = copy?.containers[workload.containers.indexOf(container)]
    const processes = { status, why, processes: [], invocations: [] }
    return copy === undefined || same === undefined ? [] : [{ workload: copy, container: same, at, processes }]
  })
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
      at: container.node.location,
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
