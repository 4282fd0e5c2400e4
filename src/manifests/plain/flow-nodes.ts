/** Nodes of flow collections. */
import { locationOf } from '../../source/location.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { YamlEntry, YamlNode, YamlScalar } from '../node.ts'
import { ownCodesOf } from './codes.ts'
import {
  createFlowScanner,
  FLOW_END,
  FLOW_KIND,
  FLOW_MAP,
  FLOW_NEXT,
  FLOW_PLAIN,
  FLOW_QUOTED,
  FLOW_ROW_SIZE,
  FLOW_START,
  scanFlow,
} from './flow.ts'
import { PlainScalar } from './scalar-node.ts'

/** A place in a file, and whether an alias stands for it. */
interface FlowPlace {
  readonly file: SourceFile
  readonly start: number
  readonly stop: number
  readonly isShared: boolean
}

/** The nodes of a flow collection that was scanned before. It is short, so they are made at once. */
export function flowNode(place: FlowPlace): YamlNode {
  const { file, start, stop } = place
  const scanner = createFlowScanner()
  scanFlow(scanner, 0, { codes: ownCodesOf(file.text.slice(start, stop)), stop: stop - start, column: -1 })
  return nodeAt(0, { ...place, values: scanner.values })
}

interface FlowRows extends FlowPlace {
  readonly values: Int32Array
}

function nodeAt(row: number, rows: FlowRows): YamlNode {
  const { values, file, start, isShared } = rows
  const kind = values[row + FLOW_KIND]
  if (kind === FLOW_PLAIN || kind === FLOW_QUOTED) return scalarAt(row, rows)
  const location = locationOf(file, start + (values[row + FLOW_START] ?? 0), start + (values[row + FLOW_END] ?? 0))
  if (kind === FLOW_MAP) return { kind: 'map', entries: entriesOf(row, rows), location, isShared, isFlow: true }
  const items: YamlNode[] = []
  const end = nextOf(row, rows)
  for (let item = row + FLOW_ROW_SIZE; item < end; item = nextOf(item, rows)) items.push(nodeAt(item, rows))
  return { kind: 'sequence', items, location, isShared, isFlow: true }
}

function entriesOf(row: number, rows: FlowRows): ReadonlyMap<string, YamlEntry> {
  const entries = new Map<string, YamlEntry>()
  const end = nextOf(row, rows)
  for (let key = row + FLOW_ROW_SIZE; key < end; ) {
    const value = nextOf(key, rows)
    const name = scalarAt(key, rows)
    entries.set(name.text.value, { key: name, value: nodeAt(value, rows) })
    key = nextOf(value, rows)
  }
  return entries
}

function nextOf(row: number, { values }: FlowRows): number {
  return (values[row + FLOW_NEXT] ?? 0) * FLOW_ROW_SIZE
}

function scalarAt(row: number, { values, file, start: base, isShared }: FlowRows): YamlScalar {
  const start = base + (values[row + FLOW_START] ?? 0)
  const stop = base + (values[row + FLOW_END] ?? 0)
  const isPlain = values[row + FLOW_KIND] === FLOW_PLAIN
  const style = isPlain ? 'plain' : file.text[start] === '"' ? 'doubleQuoted' : 'singleQuoted'
  return new PlainScalar(file, { start, stop, style, isShared })
}
