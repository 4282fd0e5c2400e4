/** Building a kustomization with the user's kustomize or kubectl, in a copy of its files. */
import { posix } from 'node:path'
import { parse } from 'yaml'
import { nodeAt, stringAt, type YamlNode } from '../manifests/node.ts'
import { parseYaml } from '../manifests/parse.ts'
import type { Repository } from '../repository/repository.ts'
import type { FieldPath } from '../source/field-path.ts'
import { createSourceFile, lineIndexAt, type SourceFile } from '../source/source-file.ts'
import type { Kustomization } from './kustomizations.ts'
import { type KustomizeSources, readKustomizeSources, translatePath, typedObjectsOf } from './kustomize-objects.ts'
import type { TypedLine } from './line-marks.ts'
import type { RenderedValue, RenderFailure, Rendering, RenderOutcome, TypedHome } from './rendering.ts'
import { runTool, type ToolOutcome } from './run-tool.ts'
import { copySources, type SourceCopy } from './source-copy.ts'
import type { TypedLeaf } from './typed-leaves.ts'

/** A kustomization and the files it is read from. */
export interface KustomizeRun {
  readonly kustomization: Kustomization
  readonly repository: Repository
  readonly allowNetwork: boolean
}

/** Builds a kustomization; failures carry the program's own message. */
export async function renderKustomization(run: KustomizeRun): Promise<RenderOutcome> {
  const { kustomization, repository, allowNetwork } = run
  const { file: owner, folder, files, parts, absentSecrets, remote } = kustomization
  const variant = parts.length === 0 ? null : folder
  const notes = absentSecrets.map((path) => `${path} of a secretGenerator is not there and was taken as empty`)
  const failed = (why: string, isMissing: boolean): RenderOutcome => {
    const failure: RenderFailure = { owner, name: folder, why, isMissing }
    return { owner, variant, rendering: null, failure, notes }
  }
  if (remote.length > 0 && !allowNetwork)
    return failed(`the kustomization needs ${remote.join(', ')} from the network; --allow-network fetches it`, false)
  const copies = [copyOf(run), copyOf(run)] as const
  const [plain, traced] = copies
  traced.write(owner.path, withOrigins(owner))
  const [outcome, annotated] = await Promise.all([build(plain, folder), build(traced, folder)])
  traced.dispose()
  if (outcome.kind !== 'rendered') {
    plain.dispose()
    return outcome.kind === 'missing'
      ? failed('neither kustomize nor kubectl is installed, so the kustomization was not built', true)
      : failed(
          `kustomize cannot build: ${outcome.message.replaceAll(plain.pathOf('.'), '').replaceAll(plain.folder, '')}`,
          false,
        )
  }
  const file = createSourceFile(posix.join(folder, '<kustomize build>'), outcome.text)
  const texts = textsOf(repository, files)
  const tracing: Tracing = {
    documents: parseYaml(file).documents,
    origins: annotated.kind === 'rendered' ? originsOf(annotated.text, folder) : [],
    sources: readKustomizeSources([...texts.values()]),
    texts,
    owner,
  }
  const rendering: Rendering = {
    owner,
    variant,
    file,
    usesTemplates: false,
    chart: null,
    sources: texts,
    typedLineOf: (line) => typedLine(file, line, tracing),
    leavesFor: (value) => leavesFor(value, tracing),
    homesFor: (value) => homesFor(value, tracing),
    async renderWith(changed) {
      for (const [path, text] of changed) plain.write(path, text)
      const again = await build(plain, folder)
      for (const path of changed.keys()) {
        const before = repository.readBytes(path)
        if (before !== null) plain.write(path, before)
      }
      return again
    },
    covers: (path) => files.includes(path),
    dispose: () => plain.dispose(),
  }
  return { owner, variant, rendering, failure: null, notes }
}

function copyOf({ kustomization, repository }: KustomizeRun): SourceCopy {
  const copy = copySources(repository, kustomization.files)
  for (const path of kustomization.absentSecrets) copy.write(path, '')
  return copy
}

/** `kustomize build` or `kubectl kustomize`: plug-ins and helm charts stay off, as they are by default. */
async function build(copy: SourceCopy, folder: string): Promise<ToolOutcome> {
  const run = { folder: copy.folder, home: copy.home }
  const first = await runTool({ ...run, program: 'kustomize', words: ['build', copy.pathOf(folder)] })
  return first.kind === 'missing'
    ? runTool({ ...run, program: 'kubectl', words: ['kustomize', copy.pathOf(folder)] })
    : first
}

/** Every object then says which file it comes from: https://kubectl.docs.kubernetes.io/references/kustomize/builtins/#field-name-buildMetadata */
function withOrigins({ text }: SourceFile): string {
  const content: unknown = parse(text)
  return typeof content === 'object' && content !== null
    ? JSON.stringify({ ...content, buildMetadata: ['originAnnotations'] })
    : text
}

/** The file of every document, in order; null where there is none (a generator). */
function originsOf(text: string, folder: string): readonly (string | null)[] {
  return parseYaml(createSourceFile('origins', text)).documents.map((document) => {
    const origin = stringAt(document, ['metadata', 'annotations', 'config.kubernetes.io/origin'])
    const path = /^path: (.+)$/m.exec(origin ?? '')?.[1]
    return path === undefined ? null : posix.join(folder, path)
  })
}

function textsOf(repository: Repository, paths: readonly string[]): ReadonlyMap<string, SourceFile> {
  return new Map(
    paths.flatMap((path) => {
      const content = repository.read(path)
      return content.kind === 'text' ? [[path, content.file] as const] : []
    }),
  )
}

interface Tracing {
  readonly documents: readonly YamlNode[]
  readonly origins: readonly (string | null)[]
  readonly sources: KustomizeSources
  readonly texts: ReadonlyMap<string, SourceFile>
  readonly owner: SourceFile
}

interface BuiltPlace {
  readonly document: YamlNode
  readonly origin: string | null
  /** The way to the last node that starts at or before the line. */
  readonly path: FieldPath
}

function builtPlace(file: SourceFile, line: number, { documents, origins }: Tracing): BuiltPlace | null {
  const index = documents.findLastIndex((document) => lineIndexAt(file, document.location.span.start) <= line)
  const document = documents[index]
  if (document === undefined) return null
  return { document, origin: origins[index] ?? null, path: pathAtLine(document, line, file) }
}

/** The way to the innermost node whose key or item stands on a line. */
function pathAtLine(node: YamlNode, line: number, file: SourceFile): FieldPath {
  if (node.kind === 'scalar') return []
  const children: readonly (readonly [string | number, number, YamlNode])[] =
    node.kind === 'map'
      ? [...node.entries].map(([key, { key: at, value }]) => [key, at.location.span.start, value] as const)
      : node.items.map((item, index) => [index, item.location.span.start, item] as const)
  const found = children.findLast(([, start]) => lineIndexAt(file, start) <= line)
  if (found === undefined) return []
  const [step, , child] = found
  return [step, ...pathAtLine(child, line, file)]
}

/** The line of the patch or object that has the field, else of the nearest map above it in the object itself. */
function typedLine(file: SourceFile, line: number, tracing: Tracing): TypedLine | null {
  const place = builtPlace(file, line, tracing)
  if (place === null) return { file: tracing.owner.path, line: 0 }
  const objects = typedObjectsOf(place.document, place.origin, tracing.sources)
  for (let length = place.path.length; length >= 0; length--) {
    for (const typed of objects) {
      const way = place.path.slice(0, length)
      const path = translatePath(way, place.document, typed.object)
      if (path === null || readsDifferently(nodeAt(place.document, way), nodeAt(typed.object, path))) continue
      return { file: typed.file.path, line: lineOf(path, typed.object, typed.file) }
    }
  }
  return { file: place.origin ?? tracing.owner.path, line: 0 }
}

/** A scalar that was typed with another value is not where the built one comes from. */
function readsDifferently(built: YamlNode | undefined, typed: YamlNode | undefined): boolean {
  if (built?.kind !== 'scalar' || typed?.kind !== 'scalar') return false
  return built.text.value.trimEnd() !== typed.text.value.trimEnd() && !built.text.value.includes(typed.text.value)
}

/** The line of the key that leads to a node, or of the node itself in a list. */
function lineOf(path: FieldPath, object: YamlNode, file: SourceFile): number {
  const last = path.at(-1)
  const parent = nodeAt(object, path.slice(0, -1))
  const key = typeof last === 'string' && parent?.kind === 'map' ? parent.entries.get(last)?.key : undefined
  const node = key ?? nodeAt(object, path) ?? object
  return lineIndexAt(file, node.location.span.start)
}

/** Scalars at the same field of the typed objects, and scalars that read the same. */
function leavesFor({ text, line, path }: RenderedValue, tracing: Tracing): ReturnType<Rendering['leavesFor']> {
  const document = documentAt(line, tracing)
  const objects = document === null ? [] : typedObjectsOf(document.node, document.origin, tracing.sources)
  const fields = new Set(
    objects.flatMap(({ object }) => {
      const way = document === null ? null : translatePath(path, document.node, object)
      const node = way === null ? undefined : nodeAt(object, way)
      return node === undefined ? [] : [node]
    }),
  )
  const own = new Set<string>(objects.map(({ file }) => file.path))
  const literal = `${String(path.at(-1))}=${text}`
  const isTyped = (leaf: TypedLeaf) => isAlike(leaf, text) || leaf.node.text.value === literal
  const alike = tracing.sources.leaves.filter((leaf) => isTyped(leaf) && !isIdentity(leaf) && !fields.has(leaf.node))
  return {
    named: tracing.sources.leaves.filter(({ node }) => fields.has(node)),
    alike: [...alike.filter(({ file }) => own.has(file.path)), ...alike.filter(({ file }) => !own.has(file.path))],
  }
}

/** What finds objects, files and fields: a change there would break the build rather than show where a value comes out. */
function isIdentity({ path }: TypedLeaf): boolean {
  const [last, before] = [path.at(-1), path.at(-2)]
  if (last === 'apiVersion' || last === 'kind' || last === 'namespace' || last === 'op' || last === 'path') return true
  if (last === 'name' && (before === 'metadata' || typeof before === 'number')) return true
  return (
    path.some((step) =>
      ['target', 'resources', 'components', 'bases', 'patchesStrategicMerge'].includes(String(step)),
    ) && !path.includes('spec')
  )
}

function isAlike({ node }: TypedLeaf, text: string): boolean {
  const own = node.text.value
  return own !== '' && (own === text || (own.length > 3 && text.includes(own)))
}

/** Maps of the typed objects to add a missing key in: the object's own file first, then patches. */
function homesFor({ line, path }: RenderedValue, tracing: Tracing): readonly TypedHome[] {
  const document = documentAt(line, tracing)
  if (document === null) return []
  const objects = [...typedObjectsOf(document.node, document.origin, tracing.sources)].reverse()
  return objects.flatMap(({ object }) => {
    for (let length = path.length - 1; length > 0; length--) {
      const way = translatePath(path.slice(0, length), document.node, object)
      const map = way === null ? undefined : nodeAt(object, way)
      if (map?.kind === 'map') return [{ map, path: path.slice(0, length) }]
    }
    return []
  })
}

function documentAt(
  line: number,
  { documents, origins }: Tracing,
): { readonly node: YamlNode; readonly origin: string | null } | null {
  const [first] = documents
  if (first === undefined) return null
  const { file } = first.location
  const index = documents.findLastIndex((document) => lineIndexAt(file, document.location.span.start) <= line)
  const node = documents[index]
  return node === undefined ? null : { node, origin: origins[index] ?? null }
}
