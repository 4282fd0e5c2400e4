/** The objects and patches of a kustomization, and where a field of a built object stands in them. */

import { childOf, itemsAt, nodeAt, stringAt, type YamlMap, type YamlNode } from '../manifests/node.ts'
import { parseYaml } from '../manifests/parse.ts'
import type { FieldPath } from '../source/field-path.ts'
import { appendAll, largestOf } from '../source/lists.ts'
import type { SourceFile } from '../source/source-file.ts'
import { embeddedDocuments, leavesOf, plainFileLeaves, type TypedLeaf } from './typed-leaves.ts'

/** An object or a strategic merge patch as somebody typed it. */
export interface TypedObject {
  readonly file: SourceFile
  readonly object: YamlMap
  readonly kind: string
  readonly name: string
}

/** Everything that was typed for a kustomization. */
export interface KustomizeSources {
  readonly objects: readonly TypedObject[]
  /** All scalars, those of inline patches in place of the text they stand in. */
  readonly leaves: readonly TypedLeaf[]
}

/** Reads the typed files of a kustomization. */
export function readKustomizeSources(files: readonly SourceFile[]): KustomizeSources {
  const objects: TypedObject[] = []
  const leaves: TypedLeaf[] = []
  for (const file of files) {
    if (!/\.(ya?ml|json)$|(^|\/)Kustomization$/.test(file.path)) appendAll(leaves, plainFileLeaves(file))
    else
      for (const document of parseYaml(file).documents) {
        addObjects(file, document, objects)
        for (const leaf of leavesOf(document, { file, document })) {
          const inner = embeddedDocuments(leaf)
          if (inner.length === 0) leaves.push(leaf)
          for (const patch of inner) {
            addObjects(file, patch, objects)
            appendAll(leaves, leavesOf(patch, { file, document: patch }))
          }
        }
      }
  }
  return { objects, leaves }
}

/** The typed objects behind a built one: patches before what they patch. Names may have got a prefix or suffix. */
export function typedObjectsOf(
  built: YamlNode,
  origin: string | null,
  sources: KustomizeSources,
): readonly TypedObject[] {
  const kind = stringAt(built, ['kind'])
  const name = stringAt(built, ['metadata', 'name']) ?? ''
  const alike = sources.objects.filter(
    (object) => object.kind === kind && object.name !== '' && name.includes(object.name),
  )
  const longest = Math.max(0, largestOf(alike.map((object) => object.name.length)))
  const own = alike.filter((object) => object.name.length === longest)
  return [
    ...own.filter(({ file }) => file.path !== origin).reverse(),
    ...own.filter(({ file }) => file.path === origin),
  ]
}

/** The same way in another object: items of lists are found by their `name` where they have one. */
export function translatePath(path: FieldPath, built: YamlNode, typed: YamlNode): FieldPath | null {
  const translated: (string | number)[] = []
  let from: YamlNode | undefined = built
  let to: YamlNode | undefined = typed
  for (const step of path) {
    const target: string | number | null = typeof step === 'number' ? sameItem(step, from, to) : step
    if (target === null) return null
    translated.push(target)
    from = nodeAt(from, [step])
    to = to === undefined ? undefined : nodeAt(to, [target])
    if (to === undefined) return null
  }
  return translated
}

function sameItem(index: number, from: YamlNode | undefined, to: YamlNode | undefined): number | null {
  const name = stringAt(nodeAt(from, [index]), ['name'])
  const items = itemsAt(to, [])
  if (name === undefined) return index < items.length ? index : null
  const found = items.findIndex((item) => stringAt(item, ['name']) === name)
  return found < 0 ? null : found
}

function addObjects(file: SourceFile, document: YamlNode, objects: TypedObject[]): void {
  const kind = stringAt(document, ['kind'])
  if (document.kind !== 'map' || kind === undefined) return
  if (childOf(document, 'items')?.kind === 'sequence') {
    for (const item of itemsAt(document, ['items'])) addObjects(file, item, objects)
    return
  }
  objects.push({ file, object: document, kind, name: stringAt(document, ['metadata', 'name']) ?? '' })
}
