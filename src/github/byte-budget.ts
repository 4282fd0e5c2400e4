/** Text kept within a number of bytes without cutting a block in two. */

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}

/** What of a list of blocks fits, joined by `separator`. */
export interface Fitted {
  readonly text: string
  /** How many blocks from the start are in the text. */
  readonly kept: number
}

/** Joins blocks from the start until the next would exceed the budget. */
export function fitBlocks(blocks: readonly string[], separator: string, budget: number): Fitted {
  let used = 0
  let kept = 0
  for (const block of blocks) {
    const size = byteLength(block) + (kept === 0 ? 0 : byteLength(separator))
    if (used + size > budget) break
    used += size
    kept += 1
  }
  return { text: blocks.slice(0, kept).join(separator), kept }
}

/** Cuts a text to a number of characters, marking the cut. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
