/** Signs that a manifest is filled in by another program before it is applied. */

import type { YamlNode } from '../manifests/node.ts'
import { type FieldPath, printFieldPath } from '../source/field-path.ts'
import type { Manifest } from './manifest.ts'

/** Fields in which `$` and `{{` can only be placeholders: the API server would refuse them. */
const STRICT_FIELD = /(^metadata\.(name|namespace)$|\.image$|\.replicas$|\.resources\.(limits|requests)\.\w+$|Port$)/

const PLACEHOLDER = /\$\{?\w|\{\{|<[A-Z_]+>|__[A-Z]+/

/** Does the object hold `envsubst` or template placeholders in fields that allow none? */
export function hasPlaceholders({ file, document, object }: Manifest): boolean {
  return PLACEHOLDER.test(file.text.slice(document.start, document.end)) && search(object, [])
}

function search(node: YamlNode, path: FieldPath): boolean {
  switch (node.kind) {
    case 'scalar':
      return PLACEHOLDER.test(node.text.value) && STRICT_FIELD.test(printFieldPath(path))
    case 'sequence':
      return node.items.some((item, index) => search(item, [...path, index]))
    case 'map':
      return [...node.entries].some(([key, entry]) => search(entry.value, [...path, key]))
  }
}
