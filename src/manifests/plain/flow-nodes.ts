/** Nodes of flow collections. */
import { locationOf } from '../../source/location.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { YamlEntry, YamlNode, YamlScalar } from '../node.ts'
import type { FlowNode } from './flow.ts'
import { PlainScalar } from './scalar-node.ts'

/** Flow collections are short, so they are made at once. */
export function flowNode(file: SourceFile, node: FlowNode, isShared: boolean): YamlNode {
  const location = locationOf(file, node.start, node.end)
  if (node.kind === 'plain' || node.kind === 'quoted') return flowScalar(file, node, isShared)
  if (node.kind === 'list') {
    const items = node.children.map((child) => flowNode(file, child, isShared))
    return { kind: 'sequence', items, location, isShared, isFlow: true }
  }
  const entries = new Map<string, YamlEntry>()
  for (let index = 0; index + 1 < node.children.length; index += 2) {
    const [key, value] = [node.children[index], node.children[index + 1]]
    if (key === undefined || value === undefined) continue
    const name = flowScalar(file, key, isShared)
    entries.set(name.text.value, { key: name, value: flowNode(file, value, isShared) })
  }
  return { kind: 'map', entries, location, isShared, isFlow: true }
}

function flowScalar(file: SourceFile, { kind, start, end }: FlowNode, isShared: boolean): YamlScalar {
  const style = kind === 'plain' ? 'plain' : file.text[start] === '"' ? 'doubleQuoted' : 'singleQuoted'
  return new PlainScalar(file, { start, stop: end, style, isShared })
}
