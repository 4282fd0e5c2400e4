/** Nodes of flow collections. */
import { locationOf } from '../../source/location.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { YamlEntry, YamlNode, YamlScalar } from '../node.ts'
import type { FlowNode } from './flow.ts'
import { PlainScalar } from './scalar-node.ts'

/** Where a flow collection stands: its offsets count from `base` in the file. */
interface FlowPlace {
  readonly file: SourceFile
  readonly base: number
  readonly isShared: boolean
}

/** Flow collections are short, so they are made at once. */
export function flowNode(node: FlowNode, place: FlowPlace): YamlNode {
  if (node.kind === 'plain' || node.kind === 'quoted') return flowScalar(node, place)
  const { file, base, isShared } = place
  const location = locationOf(file, base + node.start, base + node.end)
  if (node.kind === 'list') {
    const items = node.children.map((child) => flowNode(child, place))
    return { kind: 'sequence', items, location, isShared, isFlow: true }
  }
  const entries = new Map<string, YamlEntry>()
  for (let index = 0; index + 1 < node.children.length; index += 2) {
    const [key, value] = [node.children[index], node.children[index + 1]]
    if (key === undefined || value === undefined) continue
    const name = flowScalar(key, place)
    entries.set(name.text.value, { key: name, value: flowNode(value, place) })
  }
  return { kind: 'map', entries, location, isShared, isFlow: true }
}

function flowScalar({ kind, start, end }: FlowNode, { file, base, isShared }: FlowPlace): YamlScalar {
  const style = kind === 'plain' ? 'plain' : file.text[base + start] === '"' ? 'doubleQuoted' : 'singleQuoted'
  return new PlainScalar(file, { start: base + start, stop: base + end, style, isShared })
}
