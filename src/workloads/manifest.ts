/** Kubernetes objects of a document: the document itself, the items of a `List`, the objects of an OpenShift `Template`. */
import { childOf, itemsAt, mapAt, stringAt, type YamlMap, type YamlNode } from '../manifests/node.ts'
import { keptDocument, nodesOf, type ReadDocument, scanAgain } from '../manifests/parse.ts'
import type { Scan } from '../manifests/plain/document-scan.ts'
import type { PlainDocument } from '../manifests/plain/row-fields.ts'
import { InternalError } from '../source/errors.ts'
import type { Span } from '../source/location.ts'
import { ownText, type TextPool } from '../source/own-text.ts'
import type { RecentValues } from '../source/recent.ts'
import type { SourceFile } from '../source/source-file.ts'
import { fillTemplateParameters } from './template-parameters.ts'

/** What identifies an object. `namespace` is null when the manifest leaves it to whoever applies it. */
export interface ObjectIdentity {
  readonly apiVersion: string
  readonly kind: string
  readonly namespace: string | null
  readonly name: string
}

/** One Kubernetes object with its place. */
export interface Manifest {
  readonly file: SourceFile
  readonly identity: ObjectIdentity
  readonly object: YamlMap
  /** The document of the file that holds it. */
  readonly document: Span
}

/** An object, and its nodes while they are at hand. */
export interface ReadManifest {
  readonly manifest: Manifest
  readonly object: YamlMap
}

/** What reading many files shares. */
export interface Reading {
  readonly recent: RecentValues
  readonly scan: Scan
  readonly texts: TextPool
}

/** The objects in a document; one that fills a scanned document is remembered only for a while. */
export function readForgettableManifests(
  file: SourceFile,
  { root, span, scanned }: ReadDocument,
  reading: Reading,
): readonly ReadManifest[] {
  const [only] = readManifests(file, root, { span, texts: reading.texts })
  if (only === undefined) return []
  if (scanned !== null && only.object === root) {
    const kept = isAutoscaler(only.identity) ? keptDocument(scanned) : null
    return [{ manifest: new ForgettableManifest(only, kept, reading), object: only.object }]
  }
  const nodes = scanned === null ? root : nodesOf(keptDocument(scanned))
  return readManifests(file, nodes, { span, texts: reading.texts }).map((manifest) => ({
    manifest,
    object: manifest.object,
  }))
}

class ForgettableManifest implements Manifest {
  readonly file: SourceFile
  readonly identity: ObjectIdentity
  readonly document: Span
  /** What it was scanned into, where that is kept. */
  readonly #scanned: PlainDocument | null
  readonly #reading: Reading
  #object: YamlMap | null = null

  constructor({ file, identity, document }: Manifest, scanned: PlainDocument | null, reading: Reading) {
    this.file = file
    this.identity = identity
    this.document = document
    this.#scanned = scanned
    this.#reading = reading
  }

  get object(): YamlMap {
    return this.#object ?? this.#read()
  }

  forget(): void {
    this.#object = null
  }

  #read(): YamlMap {
    const { recent, scan } = this.#reading
    const object = mapOf(nodesOf(this.#scanned ?? scanAgain(this.file, this.document, scan)), this.file)
    this.#object = object
    recent.remember(this, 1)
    return object
  }
}

function mapOf(node: YamlNode, file: SourceFile): YamlMap {
  if (node.kind !== 'map') throw new InternalError(`${file.path} is read differently the second time`)
  return node
}

/** The document that objects are in, and the texts that they share with others. */
interface ManifestsAround {
  readonly span: Span
  readonly texts?: TextPool
}

/** The Kubernetes objects in a document; none when it is something else. */
export function readManifests(
  file: SourceFile,
  document: YamlNode,
  around: ManifestsAround = { span: document.location.span },
): readonly Manifest[] {
  if (document.kind === 'sequence') return patchManifests(file, document.items, around)
  const kind = stringAt(document, ['kind'])
  const apiVersion = stringAt(document, ['apiVersion'])
  if (document.kind !== 'map' || kind === undefined || apiVersion === undefined) return []
  if (kind === 'List' || (kind.endsWith('List') && childOf(document, 'items')?.kind === 'sequence')) {
    return itemsAt(document, ['items']).flatMap((item) => readManifests(file, item, around))
  }
  if (
    (kind === 'Template' && apiVersion.startsWith('template.openshift.io')) ||
    (kind === 'Template' && apiVersion === 'v1')
  ) {
    return itemsAt(document, ['objects'])
      .map((object) => fillTemplateParameters(object, document))
      .flatMap((object) => readManifests(file, object, around))
  }
  const identity = identityOf(document, { apiVersion, kind }, around.texts ?? ownTexts)
  return [{ file, identity, object: document, document: around.span }]
}

/** Does an object set the replicas of others? Each is judged, so what it was scanned into is kept. */
export function isAutoscaler({ kind }: ObjectIdentity): boolean {
  return kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject'
}

/** Kind of the parts of JSON patches that hold containers. */
export const PATCH_KIND = 'Patch'

/**
 * A JSON patch (RFC 6902) may add whole deployments or containers; each such value counts as an object of its own.
 * Source: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/
 */
function patchManifests(
  file: SourceFile,
  operations: readonly YamlNode[],
  around: ManifestsAround,
): readonly Manifest[] {
  const isPatch = operations.every(
    (item) => stringAt(item, ['op']) !== undefined && stringAt(item, ['path']) !== undefined,
  )
  if (!isPatch) return []
  return operations.flatMap((operation) => {
    const value = mapAt(operation, ['value'])
    if (value === undefined) return []
    const own = readManifests(file, value, around)
    if (own.length > 0) return own
    const holdsPods = ['podSpec', 'containers', 'template', 'command', 'args'].some((key) => value.entries.has(key))
    if (!holdsPods) return []
    const name = stringAt(value, ['name']) ?? ''
    return [
      {
        file,
        identity: { apiVersion: 'json-patch', kind: PATCH_KIND, namespace: null, name },
        object: value,
        document: around.span,
      },
    ]
  })
}

/** Labels or annotations as plain strings. */
export function stringEntries(node: YamlNode | undefined): ReadonlyMap<string, string> {
  const strings = new Map<string, string>()
  if (node?.kind !== 'map') return strings
  for (const [key, entry] of node.entries) {
    if (entry.value.kind === 'scalar') strings.set(key, entry.value.text.value)
  }
  return strings
}

/** Nothing is shared. */
const ownTexts: TextPool = { own: ownText }

/** Identities outlive the text that they are read from. */
function identityOf(
  object: YamlMap,
  { apiVersion, kind }: Pick<ObjectIdentity, 'apiVersion' | 'kind'>,
  texts: TextPool,
): ObjectIdentity {
  const metadata = mapAt(object, ['metadata'])
  const namespace = stringAt(metadata, ['namespace'])
  return {
    apiVersion: texts.own(apiVersion),
    kind: texts.own(kind),
    namespace: namespace === undefined ? null : texts.own(namespace),
    name: ownText(stringAt(metadata, ['name']) ?? stringAt(metadata, ['generateName']) ?? ''),
  }
}
