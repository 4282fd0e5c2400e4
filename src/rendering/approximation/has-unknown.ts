/** Placeholders in an approximated workload that a finding may depend on. */
import type { YamlMap, YamlNode } from '../../manifests/node.ts'
import type { FieldPath } from '../../source/field-path.ts'
import { PLACEHOLDER } from './write-template.ts'

/** Fields about which no policy asks. Images matter only to containers without a command, whose command is unknown then. */
const HARMLESS: ReadonlySet<string | number> = new Set([
  'affinity',
  'dnsConfig',
  'hostAliases',
  'image',
  'imagePullPolicy',
  'imagePullSecrets',
  'labels',
  'matchLabels',
  'namespace',
  'nodeSelector',
  'priorityClassName',
  'revisionHistoryLimit',
  'runtimeClassName',
  'schedulerName',
  'serviceAccount',
  'serviceAccountName',
  'tolerations',
  'topologySpreadConstraints',
])

/** Is anything unknown of a workload beside its containers, or of one container; of all when it is null? */
export function hasUnknown(object: YamlMap, container: YamlMap | null): boolean {
  return isUnknown(object, [], container)
}

function isUnknown(node: YamlNode, path: FieldPath, container: YamlMap | null): boolean {
  if (path.some((step) => HARMLESS.has(step))) return false
  switch (node.kind) {
    case 'scalar':
      return PLACEHOLDER.test(node.text.value)
    case 'sequence':
      return node.items.some((item, index) => {
        const isOther = container !== null && item !== container && item.kind === 'map' && isContainerList(path)
        return !isOther && isUnknown(item, [...path, index], container)
      })
    case 'map':
      return [...node.entries].some(([key, { value }]) => {
        if (isOtherAnnotation(path, key)) return false
        return PLACEHOLDER.test(key) || isUnknown(value, [...path, key], container)
      })
  }
}

function isContainerList(path: FieldPath): boolean {
  const last = path.at(-1)
  return last === 'containers' || last === 'initContainers'
}

/** Annotations with a name that is known are those of others. */
function isOtherAnnotation(path: FieldPath, key: string): boolean {
  return path.at(-1) === 'annotations' && !PLACEHOLDER.test(key) && !key.includes('workerlint')
}
