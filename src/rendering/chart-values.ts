/** The values of a chart as layers of typed scalars: which file has the last word on a value. */
import { nodeAt, type YamlMap } from '../manifests/node.ts'
import { parseYaml } from '../manifests/parse.ts'
import { type FieldPath, printFieldPath } from '../source/field-path.ts'
import type { SourceFile } from '../source/source-file.ts'
import { leavesOf, type TypedLeaf } from './typed-leaves.ts'

/** A values file; `prefix` is where its values stand among those of the whole chart (a subchart's name). */
export interface ValuesLayer {
  readonly file: SourceFile
  readonly prefix: FieldPath
}

/** The values that count. */
export interface ChartValues {
  /** Winning scalars by their path among the chart's values, as in `web.resources.limits.cpu`. */
  readonly leaves: ReadonlyMap<string, TypedLeaf>
  /** The map at a path in the last layer that has one. */
  mapAt(path: FieldPath): YamlMap | null
}

/** Reads layers in the order in which helm merges them: later ones win. */
export function readChartValues(layers: readonly ValuesLayer[]): ChartValues {
  const leaves = new Map<string, TypedLeaf>()
  const documents = layers.flatMap(({ file, prefix }) => {
    const [document] = parseYaml(file).documents
    return document === undefined ? [] : [{ document, prefix, file }]
  })
  for (const { document, prefix, file } of documents) {
    for (const leaf of leavesOf(document, { file, document })) {
      leaves.set(printFieldPath([...prefix, ...leaf.path]), leaf)
    }
  }
  return {
    leaves,
    mapAt(path) {
      for (const { document, prefix } of [...documents].reverse()) {
        if (prefix.some((step, index) => path[index] !== step)) continue
        const node = nodeAt(document, path.slice(prefix.length))
        if (node?.kind === 'map') return node
      }
      return null
    },
  }
}

/** Paths of values that the text of a template names: `.Values.web.cpu`, `index .Values "web" "cpu"`. */
export function namedValues(text: string): readonly FieldPath[] {
  const dotted = [...text.matchAll(/\.Values((?:\.[A-Za-z_]\w*)+)/g)].map((match) =>
    (match[1] ?? '').slice(1).split('.'),
  )
  const indexed = [...text.matchAll(/index\s+\$?\.Values((?:\s+"[^"]+")+)/g)].map((match) =>
    [...(match[1] ?? '').matchAll(/"([^"]+)"/g)].map((word) => word[1] ?? ''),
  )
  return [...dotted, ...indexed]
}

/** Names of fields below a dot that a `with` or `range` has moved: `.cpu`, `$worker.cpu`. */
export function relativeNames(text: string): readonly string[] {
  return [...text.matchAll(/(?:^|[\s(|$])(?:\$\w*)?\.([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => !/^(Values|Release|Chart|Capabilities|Template|Files)\b/.test(name))
}

/** The values key of the subchart that a path inside a chart belongs to; empty for the chart's own. */
export function subchartPrefix(path: string): FieldPath {
  return [...path.matchAll(/(?:^|\/)charts\/([^/]+)(?=\/)/g)].map((match) => match[1] ?? '')
}
