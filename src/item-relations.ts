/** Which items of lists have to do with each other, as proofs of edits to them find out. */
import type { EditedPart } from './edited-documents.ts'
import type { Manifest } from './workloads/manifest.ts'

/** What proofs have asked for. */
export interface ItemRelations {
  /** What is told of the objects that a proof of edits to some parts asks for; null when nobody wants to know. */
  watch(parts: readonly EditedPart[]): ItemWatcher | null
  /** Is the same for items that have to do with each other. */
  groupOf(parts: readonly EditedPart[]): string
}

/** Is told what a proof asks for that its own edits do not change. */
export interface ItemWatcher {
  see(manifest: Manifest): void
  seeAll(): void
}

/** Relations of the items that edits change: at first no two have to do with each other. */
export function itemRelations(edited: readonly EditedPart[]): ItemRelations {
  const items = edited.filter(({ indent }) => indent !== null)
  const keys = new Map(items.flatMap(({ key, objects }) => objects.map((object) => [object, key] as const)))
  const above = new Map<string, string>()
  const groupOf = (parts: readonly EditedPart[]) => {
    const [first, ...others] = parts.map(({ key }) => key)
    for (const other of others) if (first !== undefined) join(above, first, other)
    return first === undefined ? '' : topOf(above, first)
  }
  return {
    groupOf,
    watch(parts) {
      if (keys.size === 0) return null
      const own = groupOf(parts)
      return {
        see(manifest) {
          const key = keys.get(manifest)
          if (key !== undefined) join(above, own, key)
        },
        seeAll() {
          for (const { key } of items) join(above, own, key)
        },
      }
    },
  }
}

function join(above: Map<string, string>, key: string, other: string): void {
  const top = topOf(above, key)
  const otherTop = topOf(above, other)
  if (top !== otherTop) above.set(top, otherTop)
}

function topOf(above: Map<string, string>, key: string): string {
  let top = key
  for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next
  for (let at = key; at !== top; ) {
    const next = above.get(at) ?? top
    above.set(at, top)
    at = next
  }
  return top
}
