/** The definition behind a container's image: a Dockerfile of the repository that the image or a build names, or a well-known image. */
import { itemsAt, mapAt, stringAt, type YamlNode } from '../manifests/node.ts'
import { parseYaml } from '../manifests/parse.ts'
import type { Repository } from '../repository/repository.ts'
import { ownText } from '../source/own-text.ts'
import { readDockerfile } from './dockerfile.ts'
import type { FileIndex } from './file-index.ts'
import type { ImageDefinition } from './image.ts'
import { wellKnownImage } from './well-known-images.ts'

/** Finds definitions, each image once. */
export interface ImageFinder {
  find(image: string | null): ImageDefinition | null
}

/** A build of an image. */
interface Build {
  readonly dockerfile: string
  readonly context: string
  readonly target: string | null
}

/** Makes a finder over a repository. */
export function createImageFinder(repository: Repository, index: FileIndex): ImageFinder {
  const known = new Map<string, ImageDefinition>()
  let builds: ReadonlyMap<string, Build> | null = null
  let named: ReadonlyMap<string, Build> | null = null
  return {
    find(image) {
      if (image === null) return null
      const before = known.get(image)
      if (before !== undefined) return before
      builds ??= readBuilds(repository, index)
      named ??= namedBuilds(index)
      const name = withoutTag(image)
      const definition = define(builds.get(name) ?? named.get(lastPart(name)), repository)
      const found = definition ?? wellKnownImage(image)
      if (found !== null) known.set(ownText(image), found)
      return found
    },
  }
}

function define(build: Build | undefined, repository: Repository): ImageDefinition | null {
  if (build === undefined) return null
  const content = repository.read(build.dockerfile)
  if (content.kind !== 'text') return null
  return readDockerfile({ file: content.file, context: build.context, target: build.target, repository })
}

/** `shop/Dockerfile`, `Dockerfile.shop` and `shop.Dockerfile` belong to an image whose last part is `shop`, when they are alone in that. */
function namedBuilds(index: FileIndex): ReadonlyMap<string, Build> {
  const paths = new Map<string, string[]>()
  for (const path of index.dockerfiles()) {
    for (const name of new Set(imagesNamedBy(path))) {
      const known = paths.get(name)
      if (known === undefined) paths.set(name, [path])
      else known.push(path)
    }
  }
  const builds = new Map<string, Build>()
  for (const [name, [only, ...others]] of paths)
    if (only !== undefined && others.length === 0)
      builds.set(name, { dockerfile: only, context: folderOf(only), target: null })
  return builds
}

/** Last parts of the images that a Dockerfile may be named after. */
function imagesNamedBy(path: string): readonly string[] {
  const parts = path.split('/')
  const file = parts.at(-1) ?? ''
  const folder = parts.at(-2)
  const lower = file.toLowerCase()
  return [
    ...(file === 'Dockerfile' && folder !== undefined ? [folder] : []),
    ...(file.startsWith('Dockerfile.') ? [file.slice('Dockerfile.'.length)] : []),
    ...(lower.endsWith('.dockerfile') ? [lower.slice(0, -'.dockerfile'.length)] : []),
  ]
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}

/** Builds of Compose files and skaffold.yaml by the image they make. */
function readBuilds(repository: Repository, index: FileIndex): ReadonlyMap<string, Build> {
  const builds = new Map<string, Build>()
  for (const path of index.composeFiles()) {
    const content = repository.read(path)
    if (content.kind !== 'text') continue
    for (const document of parseYaml(content.file).documents) {
      for (const [image, build] of [
        ...composeBuilds(document, folderOf(path)),
        ...skaffoldBuilds(document, folderOf(path)),
      ]) {
        builds.set(withoutTag(image), build)
      }
    }
  }
  return builds
}

function composeBuilds(document: YamlNode, folder: string): readonly (readonly [string, Build])[] {
  const services = mapAt(document, ['services'])
  if (services === undefined) return []
  return [...services.entries.values()].flatMap(({ value }) => {
    const image = stringAt(value, ['image'])
    const short = stringAt(value, ['build'])
    const context = short ?? stringAt(value, ['build', 'context'])
    if (image === undefined || context === undefined) return []
    const root = join(folder, context)
    const dockerfile = join(root, stringAt(value, ['build', 'dockerfile']) ?? 'Dockerfile')
    return [[image, { dockerfile, context: root, target: stringAt(value, ['build', 'target']) ?? null }] as const]
  })
}

function skaffoldBuilds(document: YamlNode, folder: string): readonly (readonly [string, Build])[] {
  return itemsAt(document, ['build', 'artifacts']).flatMap((artifact) => {
    const image = stringAt(artifact, ['image'])
    if (image === undefined) return []
    const root = join(folder, stringAt(artifact, ['context']) ?? '.')
    const dockerfile = join(root, stringAt(artifact, ['docker', 'dockerfile']) ?? 'Dockerfile')
    return [[image, { dockerfile, context: root, target: stringAt(artifact, ['docker', 'target']) ?? null }] as const]
  })
}

function withoutTag(image: string): string {
  const digest = image.indexOf('@')
  const tagged = digest < 0 ? image : image.slice(0, digest)
  const colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1)
  return colon < 0 ? tagged : tagged.slice(0, colon)
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.'
}

/** Joins repository paths; `..` may lead up to the root but not out of it. */
function join(folder: string, path: string): string {
  const parts: string[] = []
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else parts.push(part)
  }
  return parts.length === 0 ? '.' : parts.join('/')
}
