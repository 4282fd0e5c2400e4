/** Which typed scalar feeds a rendered one: candidates are changed, and the rendering shows where the change comes out. */
import type { Rendering } from '../rendering/rendering.ts'
import type { TypedLeaf } from '../rendering/typed-leaves.ts'
import { type RenderedLeaf, type RenderedLeaves, readPrintedLeaves } from './rendered-leaves.ts'
import { changedTexts, type LeafChange, otherValue, sentinelChange, sentinelsIn } from './sentinel.ts'

/** Typed scalars by the key of the rendered scalar that they feed; the first has the text that is looked for. */
export type Sources = ReadonlyMap<string, readonly TypedLeaf[]>

/** More candidates of one scalar are not tried. */
const MOST_CANDIDATES = 40
/** More parts of one scalar are not tried. */
const MOST_PARTS = 10
/** Changes that break a rendering are looked for by halves, this deep: at most 2⁵ renderings. */
const DEEPEST_SPLIT = 4
/** More single probes than this are not made for one rendering. */
const MOST_SINGLE_PROBES = 12

/**
 * Finds the sources of rendered scalars. All scalars that the template names or that read the same are changed in one
 * rendering; for what is still open, those that are part of it in another; and the named ones that left no trace alone.
 */
export async function findSources(
  wanted: readonly RenderedLeaf[],
  leaves: RenderedLeaves,
  rendering: Rendering,
): Promise<Sources> {
  const candidates = new Map(wanted.map((leaf) => [leaf.key, candidatesOf(leaf, rendering)]))
  const found = new Map<string, readonly TypedLeaf[]>()
  const isOpen = ({ key }: RenderedLeaf) => !found.has(key)
  const probing = { candidates, leaves, rendering, found }
  await probeTogether(wanted, ({ named, exact }) => [...named, ...exact], probing)
  await probeTogether(wanted.filter(isOpen), ({ parts }) => parts, probing)
  let probes = MOST_SINGLE_PROBES
  for (const leaf of wanted.filter(isOpen)) {
    for (const candidate of candidates.get(leaf.key)?.named ?? []) {
      if (probes-- <= 0) return found
      if (!(await moves(candidate, leaf, rendering))) continue
      found.set(leaf.key, [candidate])
      break
    }
  }
  return found
}

/** Typed scalars that the template names, that read as the rendered one does, and that are part of it. */
interface Candidates {
  readonly named: readonly TypedLeaf[]
  readonly exact: readonly TypedLeaf[]
  readonly parts: readonly TypedLeaf[]
}

function candidatesOf(leaf: RenderedLeaf, rendering: Rendering): Candidates {
  const text = leaf.node.text.value
  const { named, alike } = rendering.leavesFor({ text, line: leaf.line, path: leaf.path })
  const literal = `${String(leaf.path.at(-1))}=${text}`
  const isExact = ({ node }: TypedLeaf) => node.text.value.trimEnd() === text.trimEnd() || node.text.value === literal
  const parts = alike.filter((candidate) => !isExact(candidate))
  return {
    named: named.slice(0, MOST_CANDIDATES),
    exact: alike.filter(isExact).slice(0, MOST_CANDIDATES),
    parts: [...parts].sort((a, b) => b.node.text.value.length - a.node.text.value.length).slice(0, MOST_PARTS),
  }
}

interface Probing {
  readonly candidates: ReadonlyMap<string, Candidates>
  readonly leaves: RenderedLeaves
  readonly rendering: Rendering
  readonly found: Map<string, readonly TypedLeaf[]>
}

/** Changes the chosen candidates of all scalars in one rendering. */
async function probeTogether(
  wanted: readonly RenderedLeaf[],
  choose: (candidates: Candidates) => readonly TypedLeaf[],
  probing: Probing,
): Promise<void> {
  const changes: LeafChange[] = []
  const places = new Set<string>()
  for (const { key } of wanted) {
    const candidates = probing.candidates.get(key)
    for (const leaf of candidates === undefined ? [] : choose(candidates)) {
      const place = `${leaf.file.path}:${leaf.node.location.span.start}`
      const change = places.has(place) ? null : sentinelChange(leaf, changes.length)
      places.add(place)
      if (change !== null && changes.length < 9000) changes.push(change)
    }
  }
  await readSentinels(wanted, changes, probing)
}

/** Renders with all changes; when that fails, with those of each half, down to single ones. */
async function readSentinels(
  wanted: readonly RenderedLeaf[],
  changes: readonly LeafChange[],
  probing: Probing,
  depth = 0,
): Promise<void> {
  if (changes.length === 0 || depth > DEEPEST_SPLIT) return
  const outcome = await probing.rendering.renderWith(changedTexts(changes))
  if (outcome.kind !== 'rendered') {
    const middle = Math.ceil(changes.length / 2)
    if (middle === changes.length) return
    await readSentinels(wanted, changes.slice(0, middle), probing, depth + 1)
    return readSentinels(wanted, changes.slice(middle), probing, depth + 1)
  }
  const probed = readPrintedLeaves(probing.rendering.file.path, outcome.text)
  const leafOf = new Map(changes.map((change) => [sentinelsIn(change.text)[0] ?? -1, change.leaf]))
  for (const { key, node } of wanted) {
    const before = new Set(sentinelsIn(node.text.value))
    const sources = sentinelsIn(probed.textOf(key) ?? '')
      .filter((number) => !before.has(number))
      .flatMap((number) => leafOf.get(number) ?? [])
    if (sources.length > 0 && !probing.found.has(key)) probing.found.set(key, sources)
  }
}

/** Does a rendered scalar move when a typed one alone is changed? */
async function moves(candidate: TypedLeaf, leaf: RenderedLeaf, rendering: Rendering): Promise<boolean> {
  const change = otherValue(candidate)
  if (change === null) return false
  const outcome = await rendering.renderWith(changedTexts([change]))
  if (outcome.kind !== 'rendered') return false
  const text = readPrintedLeaves(rendering.file.path, outcome.text).textOf(leaf.key)
  return text !== leaf.node.text.value
}
