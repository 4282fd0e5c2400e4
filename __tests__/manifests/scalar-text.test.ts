import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { scalarAt } from '../../src/manifests/node.ts'
import { parseYaml } from '../../src/manifests/parse.ts'
import { createSourceFile } from '../../src/source/source-file.ts'
import { locateSlice } from '../../src/source/sourced-text.ts'

/** The source characters behind the first occurrence of a word in the value at `a`. */
function sourceBehind(yaml: string, word: string): string | undefined {
  const file = createSourceFile('a.yaml', yaml)
  const text = scalarAt(parseYaml(file).documents[0], ['a'])?.text
  if (text === undefined) return undefined
  const start = text.value.indexOf(word)
  const place = locateSlice(text, start, start + word.length)
  return place === undefined ? undefined : yaml.slice(place.span.start, place.span.end)
}

describe('every character of a scalar knows its place', () => {
  test.each([
    ['plain', 'a: run --workers 4 now\n', '4', '4'],
    ['plain over lines', 'a: run\n  --workers 4\n  now\n', '--workers', '--workers'],
    ['single quotes', "a: 'it''s -w 4'\n", '-w 4', '-w 4'],
    ['double quotes with escapes', 'a: "x\\t\\"y\\" -w 4"\n', '-w 4', '-w 4'],
    ['double quotes with a joined line', 'a: "run \\\n   -w 4"\n', '-w 4', '-w 4'],
    ['literal', 'a: |\n  first\n    -w 4\n  last\n', '-w 4', '-w 4'],
    ['literal with indicators and a comment', 'a: |2- # c\n   first\n    -w 4\n', '-w 4', '-w 4'],
    ['folded', 'a: >-\n  run\n  -w 4\n\n  end\n', '-w 4', '-w 4'],
    ['CRLF', 'a: |\r\n  first\r\n  -w 4\r\n', '-w 4', '-w 4'],
    ['after a byte order mark', '\uFEFFa: -w 4\n', '-w 4', '-w 4'],
    ['JSON', '{"a": "x -w 4"}', '-w 4', '-w 4'],
  ])('%s', (_name, yaml, word, expected) => {
    expect(sourceBehind(yaml, word)).toBe(expected)
  })

  test('an escape has the place of the whole escape', () => {
    expect(sourceBehind('a: "x\\u0041y"\n', 'A')).toBe('\\u0041')
  })

  test('letters and digits of any value in any style stand where their place says', () => {
    const styles = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const
    const line = fc.string({
      unit: fc.constantFrom('a', 'b', '7', ' ', "'", '"', '\\', '#', ':', '-', 'é', '😀'),
      maxLength: 30,
    })
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...styles),
        fc.boolean(),
        (lines, style, isCrlf) => {
          const value = lines.join('\n')
          const unix = stringify({ a: value }, { defaultStringType: style, defaultKeyType: 'PLAIN', lineWidth: 20 })
          const yaml = isCrlf ? unix.replaceAll('\n', '\r\n') : unix
          const file = createSourceFile('a.yaml', yaml)
          const text = scalarAt(parseYaml(file).documents[0], ['a'])?.text
          if (value === '' || text === undefined) return
          expect(text.value).toBe(value)
          for (const [index, character] of [...value].entries()) {
            if (!/[ab7é]/.test(character)) continue
            const offset = [...value].slice(0, index).join('').length
            const place = locateSlice(text, offset, offset + 1)
            expect(place && yaml.slice(place.span.start, place.span.end)).toBe(character)
          }
        },
      ),
      { numRuns: 400, seed: 7 },
    )
  })
})
