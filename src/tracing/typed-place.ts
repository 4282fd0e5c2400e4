/** Places in a rendered text to the places that people typed. */
import { nodeAt } from '../manifests/node.ts'
import type { Rendering } from '../rendering/rendering.ts'
import type { TypedLeaf } from '../rendering/typed-leaves.ts'
import { type Location, locationOf, textAt } from '../source/location.ts'
import { lineIndexAt, lineStartAt, type SourceFile } from '../source/source-file.ts'
import type { Sources } from './find-sources.ts'
import type { RenderedLeaves } from './rendered-leaves.ts'

/** What places are traced with. */
export interface Tracing {
  readonly rendering: Rendering
  readonly leaves: RenderedLeaves
  readonly sources: Sources
}

/** The typed place of a rendered one: the value that feeds it, else the line that wrote it, else the owner's first line. */
export function typedPlace(location: Location, tracing: Tracing): Location {
  if (location.file !== tracing.rendering.file) return location
  return (
    valuePlace(location, tracing) ??
    keyPlace(location, tracing) ??
    linePlace(location, tracing) ??
    ownerPlace(tracing.rendering)
  )
}

/** The typed key above the scalar that feeds the first one behind a rendered key. */
function keyPlace(location: Location, { leaves, sources }: Tracing): Location | null {
  const name = textAt(location)
  const rendered = leaves.behind(location)
  const [source] = rendered === null ? [] : (sources.get(rendered.key) ?? [])
  const depth = source?.path.lastIndexOf(name) ?? -1
  if (source === undefined || rendered === null || depth < 0 || !rendered.path.includes(name)) return null
  const below = rendered.path.slice(rendered.path.lastIndexOf(name))
  const parent = nodeAt(source.document, source.path.slice(0, depth))
  const isSame =
    below.length === source.path.length - depth && below.every((step, index) => source.path[depth + index] === step)
  return isSame && parent?.kind === 'map' ? (parent.entries.get(name)?.key.location ?? null) : null
}

/** The line of the template, base or patch that wrote a rendered line. */
export function linePlace(location: Location, { rendering }: Tracing): Location | null {
  const typed = rendering.typedLineOf(lineIndexAt(location.file, location.span.start))
  const file = typed === null ? undefined : rendering.sources.get(typed.file)
  if (typed === null || file === undefined) return null
  const line = lineLocation(file, typed.line)
  const written = textAt(location).split('\n')[0] ?? ''
  const at = written.trim() === '' ? -1 : textAt(line).indexOf(written)
  return at < 0 ? line : locationOf(file, line.span.start + at, line.span.start + at + written.length)
}

/** The typed scalar that feeds a rendered one, narrowed to the characters that are meant. */
export function valuePlace(location: Location, { leaves, sources }: Tracing): Location | null {
  const rendered = leaves.at(location)
  if (rendered === null) return null
  const covers = rendered.node.location.span.start <= location.span.start
  const found = sources.get(rendered.key)
  if (!covers || found === undefined) return null
  const written = textAt(location)
  const source = found.find((leaf) => textAt(leaf.node.location).includes(written)) ?? found[0]
  return source === undefined ? null : (sameLinePlace(location, source) ?? narrowed(source, written))
}

/** The same characters on the only line of the typed scalar that reads as the rendered one does. */
function sameLinePlace(location: Location, { node, file }: TypedLeaf): Location | null {
  const line = lineIndexAt(location.file, location.span.start)
  const start = lineStartAt(location.file, line)
  const rendered = location.file.text.slice(start, lineStartAt(location.file, line + 1))
  const indent = rendered.length - rendered.trimStart().length
  const whole = textAt(node.location)
  const at = whole.indexOf(rendered.trim())
  if (rendered.trim() === '' || at < 0 || whole.indexOf(rendered.trim(), at + 1) >= 0) return null
  const from = node.location.span.start + at + (location.span.start - start - indent)
  const length = Math.min(
    location.span.end - location.span.start,
    rendered.trimEnd().length - (location.span.start - start),
  )
  return length <= 0 ? null : locationOf(file, from, from + length)
}

function narrowed({ node, file }: TypedLeaf, written: string): Location {
  const whole = textAt(node.location)
  const { start } = node.location.span
  const at = written.trim() === '' ? -1 : whole.indexOf(written)
  if (at >= 0 && whole.indexOf(written, at + 1) < 0) return locationOf(file, start + at, start + at + written.length)
  const firstLine = whole.split('\n')[0]?.trimEnd() ?? ''
  return locationOf(file, start, start + Math.max(1, firstLine.length))
}

/** A line without its indentation and line break. */
export function lineLocation(file: SourceFile, line: number): Location {
  const from = lineStartAt(file, line)
  const text = file.text.slice(from, lineStartAt(file, line + 1)).trimEnd()
  const indent = text.length - text.trimStart().length
  return locationOf(file, from + indent, from + text.length)
}

function ownerPlace({ owner }: Rendering): Location {
  return lineLocation(owner, 0)
}
