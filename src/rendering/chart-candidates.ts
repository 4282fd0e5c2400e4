/** Which values of a chart may feed a rendered value: read off the template's expression, and off the text. */
import { posix } from 'node:path'
import { printFieldPath } from '../source/field-path.ts'
import { lineIndexAt, type SourceFile } from '../source/source-file.ts'
import { type ChartValues, namedValues, relativeNames, subchartPrefix } from './chart-values.ts'
import type { TypedLine } from './line-marks.ts'
import type { RenderedValue, Rendering, TypedHome } from './rendering.ts'
import type { TypedLeaf } from './typed-leaves.ts'

/** What candidates are looked for in. */
export interface ChartSources {
  readonly templates: ReadonlyMap<string, SourceFile>
  readonly values: ChartValues
  /** Folder of the chart. */
  readonly folder: string
  readonly typedLineOf: (line: number) => TypedLine | null
}

/** Shorter texts are part of too many others. */
const SHORTEST_PART = 3

/** Values that the expression names, and values whose text is the rendered one or part of it. */
export function chartLeaves(value: RenderedValue, sources: ChartSources): ReturnType<Rendering['leavesFor']> {
  const typed = sources.typedLineOf(value.line)
  const expression = typed === null ? '' : expressionAt(typed, sources.templates)
  const prefix = typed === null ? [] : subchartPrefix(posix.relative(sources.folder, typed.file))
  const full = namedValues(expression).map((path) => printFieldPath([...prefix, ...path]))
  const relative = relativeNames(expression)
  const named: TypedLeaf[] = []
  const below: TypedLeaf[] = []
  const elsewhere: TypedLeaf[] = []
  for (const [path, leaf] of sources.values.leaves) {
    const isNamed = full.includes(path) || relative.some((name) => path === name || path.endsWith(`.${name}`))
    if (isNamed) named.push(leaf)
    else if (isAlike(leaf, value))
      if (full.some((name) => path.startsWith(`${name}.`) || path.startsWith(`${name}[`))) below.push(leaf)
      else elsewhere.push(leaf)
  }
  return { named, alike: [...below, ...elsewhere] }
}

/** Maps of the values that the template names and that stand for a key on the way to the value. */
export function chartHomes(value: RenderedValue, sources: ChartSources): readonly TypedHome[] {
  const typed = sources.typedLineOf(value.line)
  const template = typed === null ? undefined : sources.templates.get(typed.file)
  if (typed === null || template === undefined) return []
  const prefix = subchartPrefix(posix.relative(sources.folder, template.path))
  const homes = new Map<TypedHome['map'], { readonly home: TypedHome; readonly distance: number }>()
  for (const match of template.text.matchAll(/\.Values((?:\.[A-Za-z_]\w*)+)/g)) {
    const named = (match[1] ?? '').slice(1).split('.')
    const map = sources.values.mapAt([...prefix, ...named])
    const depth = value.path.lastIndexOf(named.at(-1) ?? '')
    if (map === null || depth < 0) continue
    const way = lineIndexAt(template, match.index) - typed.line
    const distance = way < 0 ? template.lineStarts.length - way : way
    const known = homes.get(map)
    if (known === undefined || distance < known.distance)
      homes.set(map, { home: { map, path: value.path.slice(0, depth + 1) }, distance })
  }
  return [...homes.values()].sort((a, b) => a.distance - b.distance).map(({ home }) => home)
}

function isAlike({ node }: TypedLeaf, { text }: RenderedValue): boolean {
  const own = node.text.value
  if (own === '') return false
  return (
    own === text ||
    own.trimEnd() === text.trimEnd() ||
    (own.length >= SHORTEST_PART && !isBoolean(own) && text.includes(own))
  )
}

function isBoolean(text: string): boolean {
  return text === 'true' || text === 'false'
}

/** The template's text behind a rendered line: the typed line, back to where its last action begins. */
function expressionAt({ file, line }: TypedLine, templates: ReadonlyMap<string, SourceFile>): string {
  const lines = templates.get(file)?.text.split('\n') ?? []
  let from = line
  while (from > 0 && isCutOpen(lines.slice(from, line + 1).join('\n'))) from--
  return lines.slice(from, line + 1).join('\n')
}

/** Does a text close an action that it has not opened? */
function isCutOpen(text: string): boolean {
  return text.split('}}').length > text.split('{{').length
}
