/** The scalar of a manifest that covers a place. */
import type { YamlNode, YamlScalar } from '../../manifests/node.ts'
import type { Location } from '../../source/location.ts'
import type { Manifest } from '../../workloads/manifest.ts'

/** Finds the scalar whose source covers a location; null when the location is in no manifest. */
export function scalarCovering(manifests: readonly Manifest[], location: Location): YamlScalar | null {
  const around = manifests.length < 2 ? manifests : manifests.filter(({ object }) => spans(object, location))
  return firstIn(around, location) ?? (around.length === manifests.length ? null : firstIn(manifests, location))
}

function firstIn(manifests: readonly Manifest[], location: Location): YamlScalar | null {
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
  return node.kind !== 'scalar' || spans(node, location)
}

function spans({ location: { span } }: YamlNode, location: Location): boolean {
  return span.start <= location.span.start && location.span.end <= span.end
}
