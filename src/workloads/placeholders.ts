/** Signs that a manifest is filled in by another program before it is applied. */

import type { YamlNode } from '../manifests/node.ts'
import { type FieldPath, printFieldPath } from '../source/field-path.ts'
import type { Manifest } from './manifest.ts'

/** Fields in which `$` and `{{` can only be placeholders: the API server would refuse them. */
const STRICT_FIELD = /(^metadata\.(name|namespace)$|\.image$|\.replicas$|\.resources\.(limits|requests)\.\w+$|Port$)/

const PLACEHOLDER = /\$\{?\w|\{\{|<[A-Z_]+>|__[A-Z]+/

/** Does the object hold `envsubst` or template placeholders in fields that allow none? */
export function hasPlaceholders({ file, document, object }: Manifest): boolean {
  return PLACEHOLDER.test(file.text.slice(document.start, document.end)) && search(object, null)
}

/** A step to a node from the one above it. */
interface Step {
  readonly above: Step | null
  readonly name: string | number
}

function search(node: YamlNode, step: Step | null): boolean {
  switch (node.kind) {
    case 'scalar':
      return PLACEHOLDER.test(node.bareText ?? node.text.value) && STRICT_FIELD.test(printFieldPath(pathOf(step)))
    case 'sequence':
      return node.items.some((item, index) => search(item, { above: step, name: index }))
    case 'map': {
      for (const [name, entry] of node.entries) if (search(entry.value, { above: step, name })) return true
      return false
    }
  }
}

function pathOf(step: Step | null): FieldPath {
  return step === null ? [] : [...pathOf(step.above), step.name]
}
