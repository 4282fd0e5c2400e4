/** The scalar of a manifest that covers a place. */
import type { YamlNode, YamlScalar } from '../../manifests/node.ts'
import type { Location } from '../../source/location.ts'
import type { Manifest } from '../../workloads/manifest.ts'

/** Finds the scalar whose source covers a location; null when the location is in no manifest. */
export function scalarCovering(manifests: readonly Manifest[], location: Location): YamlScalar | null {
  const around = manifests.length < 2 ? manifests : manifestsAround(manifests, location)
  return firstIn(around, location) ?? (around.length === manifests.length ? null : firstIn(manifests, location))
}

/** The objects of a document come in the order of its text, but for those that aliases stand for. */
function manifestsAround(manifests: readonly Manifest[], location: Location): readonly Manifest[] {
  let low = 0
  let high = manifests.length
  while (low < high) {
    const middle = (low + high) >> 1
    const start = manifests[middle]?.object.location.span.start ?? 0
    if (start <= location.span.start) low = middle + 1
    else high = middle
  }
  let first = low
  while (first > 0 && isAround(manifests[first - 1], location)) first--
  return manifests.slice(first, low)
}

function isAround(manifest: Manifest | undefined, location: Location): boolean {
  return manifest !== undefined && spans(manifest.object, location)
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
