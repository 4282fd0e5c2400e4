/** Edits are applied and kept apart as if each were compared with all others. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { applyEdits, type Edit, editsCollide } from '../../src/findings/edits/edit.ts'
import { createTakenPlaces } from '../../src/findings/edits/taken-places.ts'
import { createSourceFile } from '../../src/source/source-file.ts'

const TEXT = 'abcdefghijklmnopqrstuvwxyz'
const file = createSourceFile('a.yaml', TEXT)
const edits = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 26 }), fc.integer({ min: 0, max: 5 }), fc.constantFrom('', '1', '22', '-'))
    .map(([start, length, text]): Edit => ({ file, start, end: Math.min(26, start + length), text })),
  { maxLength: 14 },
)

/** Those that collide with none before them. */
function apart(all: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = []
  for (const edit of all) if (!kept.some((other) => editsCollide(edit, other))) kept.push(edit)
  return kept
}

test('an edit collides when it collides with one that was taken', () => {
  fc.assert(
    fc.property(edits, (all) => {
      const taken = createTakenPlaces()
      const kept = all.filter((edit) => {
        if (taken.collides(edit)) return false
        taken.take(edit)
        return true
      })
      expect(kept).toEqual(apart(all))
    }),
    { numRuns: 3000, seed: 90_210 },
  )
})

test('edits are applied as one after the other, from the end', () => {
  fc.assert(
    fc.property(edits, (all) => {
      const chosen = apart(all)
      const distinct = [
        ...new Map(chosen.map((edit) => [JSON.stringify([edit.start, edit.end, edit.text]), edit])).values(),
      ]
      const oneByOne = distinct
        .sort((a, b) => b.start - a.start || b.end - a.end)
        .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), TEXT)
      expect(applyEdits(TEXT, chosen)).toBe(oneByOne)
    }),
    { numRuns: 3000, seed: 90_211 },
  )
})
