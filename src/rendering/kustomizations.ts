/** The kustomizations of a repository and the files each is built from. */
import { posix } from 'node:path'
import { childOf, itemsAt, stringAt, type YamlNode } from '../manifests/node.ts'
import { parseYaml } from '../manifests/parse.ts'
import type { Repository } from '../repository/repository.ts'
import type { SourceFile } from '../source/source-file.ts'
import { KUSTOMIZATION_FILE } from './file-names.ts'

/** A kustomization with everything it reads. */
export interface Kustomization {
  readonly file: SourceFile
  /** Folder; `.` is the working directory. */
  readonly folder: string
  /** Files that the build reads, the kustomization files included. */
  readonly files: readonly string[]
  /** Folders of the kustomizations that it builds on. */
  readonly parts: readonly string[]
  /** References that lead to the network. */
  readonly remote: readonly string[]
  /** Files of secret generators that are not in the repository. */
  readonly absentSecrets: readonly string[]
}

/** https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ */
const FILE_NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']
const FOLDER_LISTS = [
  'resources',
  'bases',
  'components',
  'crds',
  'configurations',
  'generators',
  'transformers',
  'validators',
]
/** Kustomizations that build on one another deeper than this are not followed. */
const DEEPEST = 20

/** The kustomizations among the files to check that no other one builds on; components are parts of others. */
export function discoverKustomizations(repository: Repository): readonly Kustomization[] {
  const folders = repository.checked.filter((path) => KUSTOMIZATION_FILE.test(path)).map((path) => posix.dirname(path))
  const found = [...new Set(folders)].flatMap((folder) => readKustomization(repository, folder) ?? [])
  const parts = new Set(found.flatMap((kustomization) => kustomization.parts))
  return found.filter(({ file, folder }) => !parts.has(folder) && isBuilt(parseYaml(file).documents[0]))
}

/** Reads the kustomization of a folder and what it builds on; null when there is none. */
export function readKustomization(repository: Repository, folder: string): Kustomization | null {
  const file = kustomizationFile(repository, folder)
  if (file === null) return null
  const gathering: Gathering = { repository, files: new Set(), parts: new Set(), remote: new Set(), absent: new Set() }
  gather(folder, gathering, 0)
  gathering.parts.delete(folder)
  return {
    file,
    folder,
    files: [...gathering.files].sort(),
    parts: [...gathering.parts],
    remote: [...gathering.remote],
    absentSecrets: [...gathering.absent],
  }
}

/** Components and the Kustomization of Flux are not built by themselves. */
function isBuilt(document: YamlNode | undefined): boolean {
  const apiVersion = stringAt(document, ['apiVersion']) ?? ''
  return stringAt(document, ['kind']) !== 'Component' && !apiVersion.startsWith('kustomize.toolkit.fluxcd.io')
}

function kustomizationFile(repository: Repository, folder: string): SourceFile | null {
  for (const name of FILE_NAMES) {
    const content = repository.read(posix.join(folder, name))
    if (content.kind === 'text') return content.file
  }
  return null
}

interface Gathering {
  readonly repository: Repository
  readonly files: Set<string>
  readonly parts: Set<string>
  readonly remote: Set<string>
  readonly absent: Set<string>
}

function gather(folder: string, gathering: Gathering, depth: number): void {
  const file = kustomizationFile(gathering.repository, folder)
  if (file === null || gathering.parts.has(folder) || depth > DEEPEST) return
  gathering.parts.add(folder)
  gathering.files.add(file.path)
  const [document] = parseYaml(file).documents
  for (const reference of references(document)) {
    if (isRemote(reference)) {
      gathering.remote.add(reference)
      continue
    }
    const path = posix.join(folder, reference)
    if (gathering.repository.read(path).kind === 'text') gathering.files.add(path)
    else gather(path.replace(/(.)\/$/, '$1'), gathering, depth + 1)
  }
  for (const secret of generatorFiles(document, 'secretGenerator')) {
    const path = posix.join(folder, secret)
    if (gathering.repository.readBytes(path) === null) gathering.absent.add(path)
    else gathering.files.add(path)
  }
}

/** Paths that a kustomization names, files and folders alike. */
function references(document: YamlNode | undefined): readonly string[] {
  const listed = FOLDER_LISTS.flatMap((list) => strings(itemsAt(document, [list])))
  const patches = ['patches', 'patchesJson6902', 'replacements'].flatMap((list) =>
    itemsAt(document, [list]).flatMap((item) => stringAt(item, ['path']) ?? []),
  )
  const merges = strings(itemsAt(document, ['patchesStrategicMerge']))
  const openapi = stringAt(document, ['openapi', 'path'])
  return [
    ...listed,
    ...patches,
    ...merges,
    ...generatorFiles(document, 'configMapGenerator'),
    ...(openapi === undefined ? [] : [openapi]),
  ].filter((reference) => !reference.includes('\n'))
}

/** `files: [key=path]`, `envs: [path]`, `env: path`. */
function generatorFiles(document: YamlNode | undefined, list: string): readonly string[] {
  return itemsAt(document, [list]).flatMap((generator) => {
    const files = strings(itemsAt(generator, ['files'])).map((entry) => entry.slice(entry.indexOf('=') + 1))
    const env = stringAt(childOf(generator, 'env'), [])
    return [...files, ...strings(itemsAt(generator, ['envs'])), ...(env === undefined ? [] : [env])]
  })
}

function strings(nodes: readonly YamlNode[]): readonly string[] {
  return nodes.flatMap((node) => (node.kind === 'scalar' ? [node.text.value] : []))
}

/** https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/resource/ : URLs, `git@host:…`, `host.tld/owner/repo//path?ref=…` */
function isRemote(reference: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/|^git@|^git::|\?(ref|version)=|^(github|gitlab|bitbucket)\.[a-z]+\//i.test(reference)
}
