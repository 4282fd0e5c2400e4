/** The scalar of a manifest that covers a place. */
import type { YamlNode, YamlScalar } from '../../manifests/node.ts'
import type { Location } from '../../source/location.ts'
import type { Manifest } from '../../workloads/manifest.ts'

/** Finds the scalar whose source covers a location; null when the location is in no manifest. */
export function scalarCovering(manifests: readonly Manifest[], location: Location): YamlScalar | null {
  for (const manifest of manifests) {
    const found = search(manifest.object, location)
    if (found !== null) return found
  }
  return null
}

function search(node: YamlNode, location: Location): YamlScalar | null {
  if (!covers(node, location)) return null
  switch (node.kind) {
    case 'scalar':
      return node
    case 'sequence':
      return firstOf(node.items, location)
    case 'map':
      return firstOf(
        [...node.entries.values()].map((entry) => entry.value),
        location,
      )
  }
}

function firstOf(nodes: readonly YamlNode[], location: Location): YamlScalar | null {
  for (const node of nodes) {
    const found = search(node, location)
    if (found !== null) return found
  }
  return null
}

/** Nodes that aliases or templates brought in may lie outside their parents, so only scalars are measured exactly. */
function covers(node: YamlNode, location: Location): boolean {
  if (node.location.file.path !== location.file.path) return false
  if (node.kind !== 'scalar') return true
  return node.location.span.start <= location.span.start && location.span.end <= node.location.span.end
}
