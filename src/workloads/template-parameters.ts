/** OpenShift templates: `${NAME}` and `${{NAME}}` become the parameter's default value. */
import {
  changedMap,
  changedScalar,
  changedSequence,
  itemsAt,
  scalarAt,
  stringAt,
  type YamlEntry,
  type YamlNode,
  type YamlScalar,
} from '../manifests/node.ts'
import { concatText, type SourcedText, sliceText } from '../source/sourced-text.ts'

/**
 * The object with the template's parameters filled in. A value that needs a parameter without a default is unknown.
 * Source: https://docs.redhat.com/en/documentation/openshift_container_platform/4.17/html/images/using-templates
 */
export function fillTemplateParameters(object: YamlNode, template: YamlNode): YamlNode {
  return fillNode(object, defaultValues(template))
}

type Parameters = ReadonlyMap<string, YamlScalar | null>

function defaultValues(template: YamlNode): Parameters {
  const values = new Map<string, YamlScalar | null>()
  for (const parameter of itemsAt(template, ['parameters'])) {
    const name = stringAt(parameter, ['name'])
    if (name !== undefined) values.set(name, scalarAt(parameter, ['value']) ?? null)
  }
  return values
}

function fillNode(node: YamlNode, parameters: Parameters): YamlNode {
  switch (node.kind) {
    case 'scalar':
      return fillScalar(node, parameters)
    case 'sequence':
      return changedSequence(node, { items: node.items.map((item) => fillNode(item, parameters)) })
    case 'map': {
      const entries = new Map<string, YamlEntry>()
      for (const [name, { key, value }] of node.entries) entries.set(name, { key, value: fillNode(value, parameters) })
      return changedMap(node, { entries })
    }
  }
}

function fillScalar(scalar: YamlScalar, parameters: Parameters): YamlScalar {
  const { value } = scalar.text
  if (!value.includes('${')) return scalar
  const parts: SourcedText[] = []
  let from = 0
  let missing: string | null = null
  for (const match of value.matchAll(/\$\{\{(\w+)\}\}|\$\{(\w+)\}/g)) {
    const name = match[1] ?? match[2] ?? ''
    if (!parameters.has(name)) continue
    const filling = parameters.get(name)
    if (filling === null || filling === undefined) {
      missing = name
      continue
    }
    parts.push(sliceText(scalar.text, from, match.index), filling.text)
    from = match.index + match[0].length
  }
  if (missing !== null) return changedScalar(scalar, { unknown: `template parameter ${missing} has no default` })
  if (parts.length === 0) return scalar
  parts.push(sliceText(scalar.text, from, value.length))
  const text = concatText(parts)
  return changedScalar(scalar, { value: text.value, text, style: 'plain' })
}
