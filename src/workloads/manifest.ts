/** Kubernetes objects of a document: the document itself, the items of a `List`, the objects of an OpenShift `Template`. */
import { childOf, itemsAt, mapAt, stringAt, type YamlMap, type YamlNode } from '../manifests/node.ts'
import { type ReadDocument, scanAgain } from '../manifests/parse.ts'
import type { Scan } from '../manifests/plain/document-scan.ts'
import { InternalError } from '../source/errors.ts'
import type { Span } from '../source/location.ts'
import { ownText } from '../source/own-text.ts'
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
}

/** The objects in a document; one that fills a scanned document is remembered only for a while. */
export function readForgettableManifests(
  file: SourceFile,
  { root, span, isScanned }: ReadDocument,
  reading: Reading,
): readonly ReadManifest[] {
  const [only] = readManifests(file, root, span)
  if (only === undefined) return []
  if (isScanned && only.object === root)
    return [{ manifest: new ForgettableManifest(only, reading), object: only.object }]
  const kept = isScanned ? scanAgain(file, span, reading.scan) : root
  return readManifests(file, kept, span).map((manifest) => ({ manifest, object: manifest.object }))
}

class ForgettableManifest implements Manifest {
  readonly file: SourceFile
  readonly identity: ObjectIdentity
  readonly document: Span
  readonly #reading: Reading
  #object: YamlMap | null = null

  constructor({ file, identity, document }: Manifest, reading: Reading) {
    this.file = file
    this.identity = identity
    this.document = document
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
    const object = mapOf(scanAgain(this.file, this.document, scan), this.file)
    this.#object = object
    recent.remember(this, 1)
    return object
  }
}

function mapOf(node: YamlNode, file: SourceFile): YamlMap {
  if (node.kind !== 'map') throw new InternalError(`${file.path} is read differently the second time`)
  return node
}

/** The Kubernetes objects in a document; none when it is something else. */
export function readManifests(
  file: SourceFile,
  document: YamlNode,
  span: Span = document.location.span,
): readonly Manifest[] {
  if (document.kind === 'sequence') return patchManifests(file, document.items, span)
  const kind = stringAt(document, ['kind'])
  const apiVersion = stringAt(document, ['apiVersion'])
  if (document.kind !== 'map' || kind === undefined || apiVersion === undefined) return []
  if (kind === 'List' || (kind.endsWith('List') && childOf(document, 'items')?.kind === 'sequence')) {
    return itemsAt(document, ['items']).flatMap((item) => readManifests(file, item, span))
  }
  if (
    (kind === 'Template' && apiVersion.startsWith('template.openshift.io')) ||
    (kind === 'Template' && apiVersion === 'v1')
  ) {
    return itemsAt(document, ['objects'])
      .map((object) => fillTemplateParameters(object, document))
      .flatMap((object) => readManifests(file, object, span))
  }
  return [{ file, identity: identityOf(document, apiVersion, kind), object: document, document: span }]
}

/** Kind of the parts of JSON patches that hold containers. */
export const PATCH_KIND = 'Patch'

/**
 * A JSON patch (RFC 6902) may add whole deployments or containers; each such value counts as an object of its own.
 * Source: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/
 */
function patchManifests(file: SourceFile, operations: readonly YamlNode[], span: Span): readonly Manifest[] {
  const isPatch = operations.every(
    (item) => stringAt(item, ['op']) !== undefined && stringAt(item, ['path']) !== undefined,
  )
  if (!isPatch) return []
  return operations.flatMap((operation) => {
    const value = mapAt(operation, ['value'])
    if (value === undefined) return []
    const own = readManifests(file, value, span)
    if (own.length > 0) return own
    const holdsPods = ['podSpec', 'containers', 'template', 'command', 'args'].some((key) => value.entries.has(key))
    if (!holdsPods) return []
    const name = stringAt(value, ['name']) ?? ''
    return [
      {
        file,
        identity: { apiVersion: 'json-patch', kind: PATCH_KIND, namespace: null, name },
        object: value,
        document: span,
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

/** Identities outlive the text that they are read from. */
function identityOf(object: YamlMap, apiVersion: string, kind: string): ObjectIdentity {
  const metadata = mapAt(object, ['metadata'])
  const namespace = stringAt(metadata, ['namespace'])
  return {
    apiVersion: ownText(apiVersion),
    kind: ownText(kind),
    namespace: namespace === undefined ? null : ownText(namespace),
    name: ownText(stringAt(metadata, ['name']) ?? stringAt(metadata, ['generateName']) ?? ''),
  }
}
