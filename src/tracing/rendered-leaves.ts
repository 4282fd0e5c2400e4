/** The scalars of a rendered text, found by place and found again in another rendering. */
import { nodeAt } from '../manifests/node.ts'
import { type TypedLeaf, typedLeaves } from '../rendering/typed-leaves.ts'
import { printFieldPath } from '../source/field-path.ts'
import type { Location } from '../source/location.ts'
import { createSourceFile, lineIndexAt, type SourceFile } from '../source/source-file.ts'
import { readManifests } from '../workloads/manifest.ts'

/** What kustomize appends to names of generated objects; the alphabet leaves out what makes words: https://github.com/kubernetes-sigs/kustomize/blob/master/api/hasher/hasher.go */
const CONTENT_HASH = /-[bcdfghkmt2456789]{10}$/

/** A rendered scalar and the object it belongs to. */
export interface RenderedLeaf extends TypedLeaf {
  /** Kind, namespace and name of the object, and the scalar's way in it: the same in every rendering. */
  readonly key: string
  /** Line (from 0) on which it starts. */
  readonly line: number
}

/** The scalars of a text. */
export interface RenderedLeaves {
  readonly all: readonly RenderedLeaf[]
  /** The scalar that covers a place, else the first one that starts in it or behind it on the same line. */
  at(location: Location): RenderedLeaf | null
  /** The first scalar behind a place. */
  behind(location: Location): RenderedLeaf | null
  /** The text of the scalar with a key. */
  textOf(key: string): string | undefined
}

/** Reads the scalars of a rendered text. */
export function readRenderedLeaves(file: SourceFile): RenderedLeaves {
  const identities = new Map<TypedLeaf['document'], string>()
  const all = typedLeaves(file).map((leaf): RenderedLeaf => {
    const identity = identities.get(leaf.document) ?? identityOf(leaf)
    identities.set(leaf.document, identity)
    const line = lineIndexAt(file, leaf.node.location.span.start)
    return { ...leaf, key: `${identity}\n${printFieldPath(leaf.path)}`, line }
  })
  const byKey = new Map(all.map((leaf) => [leaf.key, leaf.node.text.value]))
  return {
    all,
    at: ({ span }) =>
      all.find(({ node }) => node.location.span.start <= span.start && span.end <= node.location.span.end) ??
      all.find(({ node }) => span.start <= node.location.span.start && node.location.span.start <= span.end) ??
      null,
    behind: ({ span }) => all.find(({ node }) => node.location.span.start >= span.end) ?? null,
    textOf: (key) => byKey.get(key),
  }
}

/** The same for two readings of one scalar. */
export function keyOfLeaf({ location }: TypedLeaf['node']): string {
  return `${location.span.start}:${location.span.end}`
}

/** Reads the scalars of a text that a program printed. */
export function readPrintedLeaves(path: string, text: string): RenderedLeaves {
  return readRenderedLeaves(createSourceFile(path, text))
}

function identityOf({ file, document }: TypedLeaf): string {
  const [manifest] = readManifests(file, document)
  if (manifest === undefined || nodeAt(document, ['kind']) === undefined) return String(document.location.span.start)
  const { kind, namespace, name } = manifest.identity
  const isHashed = kind === 'ConfigMap' || kind === 'Secret'
  return `${kind}/${namespace ?? ''}/${isHashed ? name.replace(CONTENT_HASH, '') : name}`
}
