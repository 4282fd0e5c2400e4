/** The rendered scalars whose sources a finding needs: where it stands, and what it would be typed beside. */
import type { Finding } from '../findings/finding.ts'
import { nodeAt, type YamlNode } from '../manifests/node.ts'
import { leavesOf } from '../rendering/typed-leaves.ts'
import { keyOfLeaf, type RenderedLeaf, type RenderedLeaves } from './rendered-leaves.ts'
import { wantedField } from './typed-edits.ts'

/** More scalars beside a missing field are not looked at. */
const MOST_SIBLINGS = 6

/** Scalars of some findings, each once. */
export function anchorsOf(findings: readonly Finding[], leaves: RenderedLeaves): readonly RenderedLeaf[] {
  const anchors = new Map<string, RenderedLeaf>()
  const byPlace = new Map(leaves.all.map((leaf) => [keyOfLeaf(leaf.node), leaf]))
  for (const finding of findings) {
    const places = [finding.primary, ...finding.related.map(({ at }) => at)]
    const edited = finding.edits.map((edit) => ({ file: edit.file, span: { start: edit.start, end: edit.end } }))
    for (const place of [...places, ...edited]) {
      const leaf = leaves.at(place) ?? leaves.behind(place)
      if (leaf !== null) anchors.set(leaf.key, leaf)
    }
    for (const leaf of siblingsOf(finding)) {
      const known = byPlace.get(keyOfLeaf(leaf.node))
      if (known !== undefined) anchors.set(known.key, known)
    }
  }
  return [...anchors.values()]
}

function siblingsOf(finding: Finding) {
  const field = wantedField(finding)
  if (field === null) return []
  for (let length = field.path.length - 1; length > 0; length--) {
    const parent: YamlNode | undefined = nodeAt(field.object, field.path.slice(0, length))
    if (parent?.kind !== 'map') continue
    return leavesOf(parent, { file: parent.location.file, document: field.object }).slice(0, MOST_SIBLINGS)
  }
  return []
}
