import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseWithLibrary } from '../../src/manifests/library.ts'
import type { YamlNode } from '../../src/manifests/node.ts'
import { documentSpans } from '../../src/manifests/parse.ts'
import { createScan } from '../../src/manifests/plain/document-scan.ts'
import { plainRoot } from '../../src/manifests/plain/nodes.ts'
import { createSourceFile } from '../../src/source/source-file.ts'

const root = join(import.meta.dirname, '../..')

/** Everything that a node says, as plain data. */
function described(node: YamlNode | null): unknown {
  if (node === null) return null
  const { start, end } = node.location.span
  const place = `${start}-${end}${node.isShared ? ' shared' : ''}`
  if (node.kind === 'scalar') {
    const segments = node.text.segments.map(
      (segment) =>
        `${segment.start}-${segment.end} ${segment.location.span.start}-${segment.location.span.end} ${segment.isVerbatim}`,
    )
    return { place, style: node.style, value: node.value, text: node.text.value, segments }
  }
  if (node.kind === 'sequence') return { place, isFlow: node.isFlow, items: node.items.map(described) }
  const entries = [...node.entries].map(([name, { key, value }]) => [name, described(key), described(value)])
  return { place, isFlow: node.isFlow, entries }
}

interface Compared {
  readonly plain: number
  readonly all: number
  readonly differences: readonly unknown[]
}

/** Reads every document of a text both ways; those that are not plain count in `all` alone. */
function compare(text: string): Compared {
  const file = createSourceFile('text.yaml', text)
  const scan = createScan()
  let plain = 0
  const spans = documentSpans(text)
  const differences: unknown[] = []
  for (const span of spans) {
    const rows = scan(text, span)
    if (rows === null) continue
    plain++
    const library = parseWithLibrary(file, span)
    const expected = { node: described(library.node), problems: library.problems.map(({ message }) => message) }
    const found = { node: described(plainRoot({ file, rows })), problems: [] }
    if (JSON.stringify(expected) !== JSON.stringify(found))
      differences.push({ document: text.slice(span.start, span.end), expected, found })
  }
  return { plain, all: spans.length, differences }
}

function manyKeys(count: number): string {
  return Array.from({ length: count }, (_, index) => `k${index}: v\n`).join('')
}

function yamlFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))
}

describe('a plain document means what the library says', () => {
  test.each(['examples', '__tests__', 'policies', '../shared/corpus'])('in %s', (folder) => {
    const files = yamlFiles(join(root, folder))
    const compared = files.map((path) => compare(readFileSync(path, 'utf8')))
    expect(compared.flatMap(({ differences }) => differences).slice(0, 2)).toEqual([])
    const plain = compared.reduce((sum, one) => sum + one.plain, 0)
    const all = compared.reduce((sum, one) => sum + one.all, 0)
    if (files.length > 0) expect(plain / all).toBeGreaterThan(0.5)
  })

  test.each([
    [
      'block scalars',
      'a: |\n  x\n\n  y\nb: >-\n  one\n  two\n\n  three\n    more\n  four\nc: |+\n  z\n\nd: >\n\n  first\n   deep\n\n  last\n',
    ],
    ['a block scalar at the end', 'a: |-\n  x\n\n\n'],
    ['lists in the column of their key', 'a:\n- b\n- c: 1\n  d: 2\ne: f\n'],
    ['lists of lists', '- - a\n  - b\n-\n  - c\n- d: e\n'],
    ['nothing behind a key or dash', 'a:\nb: \nc: # comment\nd:\n  -\n  - # comment\n  - x\n'],
    ['comments', '# one\na: b # two\n# three\nc:\n  # four\n  d: e\n    # five\nf: g\n'],
    ['quotes', `a: "b\\n\\"c\\""\n'd': 'it''s'\n"e": ""\nf: 'x' # y\n`],
    [
      'flow collections',
      'a: [b, "c", \'d\', [1, 2], {e: f}]\ng: {h: 1, "i": [j]}\nk: []\nl: {}\nm: [\n  a,\n  b\n  ]\n',
    ],
    [
      'numbers and their kin',
      'a: [1, -1, 0x1F, 0o17, 017, 1.5, .5, 1e3, .inf, -.Inf, .nan, ~, null, Null, true, FALSE, yes, 1_000]\n',
    ],
    ['carriage returns', 'a: b\r\nc:\r\n  - d\r\n  - e: |\r\n      x\r\n      y\r\nf: >\r\n  a\r\n  b\r\n'],
    ['a separator with a comment', '--- # first\na: b\n---\nc: d\n'],
    ['an end marker', 'a: b\n...\n'],
    ['an end marker behind a block scalar', 'a: |\n  b\n...\n\n---\nc:\n  - d\n...'],
    ['a byte order mark', '\ufeffa: b\n'],
    ['no line break at the end', 'a:\n  b: c'],
    ['dashes, colons and questions within words', 'a: -x\nb: :y\nc: ?z\nd-e: f:g\nh: a#b\n'],
    [
      'anchors and aliases',
      'a: &x b\nc: *x\nd: &y # map\n  e: 1\n  f: [g]\nh: *y # again\ni:\n  - &z "q"\n  - *z\n  - *y\nj: &l\n  - 1\nk: *l\nm: &n |\n  text\no: *n\np: &q {r: s}\nt: *q\n',
    ],
    ['an anchor that is set again', 'a: &x 1\nb: *x\nc: &x 2\nd: *x\n'],
    [
      'merge keys',
      'base: &base\n  a: 1\n  b: 2\none:\n  <<: *base\n  b: 3\ntwo:\n  c: 4\n  <<: *base\nword: &w x\nthree:\n  <<: *base # all\n',
    ],
    [
      'colons within words of flow collections',
      'a: [--bind=0.0.0.0:8000, b:c, http://d:80/, e::f, g:"h", i:#j]\nk: {l: m:n, o:p: q}\n',
    ],
    ['JSON in a line', '{"a":1,"b":[true,null,{"c":"d"}],"e":{},"f":[]}'],
    ['JSON over lines', '{\n  "a": [\n    1,\n    {\n      "b": "c"\n    }\n  ],\n  "d": -1.5e3\n}\n'],
    ['JSON indented by tabs', '{\r\n\t"a": [\r\n\t\t"b"\r\n\t]\r\n}\r\n'],
    ['JSON with spaces before its colons', '[{"a" : 1, "b" :2}]\n'],
    ['JSON between comments', '# one\n{"a": 1} # two\n# three\n\n...\n'],
    ['escapes of JSON', '{"a\\n": "\\u0026\\u003c \\ud83d\\ude00 \\" \\/"}\n'],
    ['many keys of JSON', `{${Array.from({ length: 60 }, (_, key) => `"k${key}":{"k${key}":${key}}`).join()}}`],
    ['text beyond ASCII', 'größe: "ü"\nname: こんにちは # これ\n'],
  ])('with %s', (_what, text) => {
    const { plain, all, differences } = compare(text)
    expect(differences).toEqual([])
    expect(plain).toBe(all)
  })

  test.each([
    ['an alias of nothing', 'a: *b\n'],
    ['an alias of what has aliases', 'a: &a x\nb: &b\n  - *a\n  - *a\nc: *b\n'],
    ['an anchor of itself', 'a: &a\n  b: *a\n'],
    ['an anchor without a value', 'a: &a\nb: *a\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a merge key with a map', '<<: {a: b}\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['a scalar over two lines', 'a: b\n  c\n'],
    ['a mapping in a plain scalar', 'a: b: c\n'],
    ['a tab', 'a:\n\tb: c\n'],
    ['a bad indentation', 'a:\n    b: c\n  d: e\n'],
    ['an item that is no item', 'a:\n  - b\n  c: d\n'],
    ['an open quote', 'a: "b\n'],
    ['an open flow collection', 'a: [b\n'],
    ['a colon before a sign of a flow collection', 'a: [b:, c]\n'],
    ['a key without a value in a flow collection', 'a: {b:}\n'],
    ['a pair in a flow list', 'a: [b: c]\n'],
    ['a colon before a bracket', 'a: [b:[c]]\n'],
    ['a template', 'a: {{ b }}\n'],
    ['a directive', '%YAML 1.2\n---\na: b\n'],
    ['something behind an end marker', 'a: b\n...\nc: d\n'],
    ['a comment behind an end marker', 'a: b\n...\n# c\n'],
    ['an end marker that is indented', 'a: b\n  ...\n'],
    ['one key of many twice', `${manyKeys(60)}k7: 1\n`],
    ['a complex key', '? a\n: b\n'],
    ['a control character', 'a: b\u0007\n'],
    ['a scalar alone', 'word\n'],
    ['JSON twice', '{"a": 1}\n{"b": 2}\n'],
    ['something behind JSON', '{"a": 1} b\n'],
    ['a key behind JSON', '{"a": 1}: b\n'],
    ['a key of JSON twice', '{"a": 1, "a": 2}\n'],
    ['one key of many twice in JSON', `{${Array.from({ length: 60 }, (_, key) => `"k${key % 59}":1`).join()}}`],
    ['an escape that JSON has not', '{"a": "\\x41"}\n'],
    ['an escape without its digits', '{"a": "\\u00g1"}\n'],
    ['an end marker in JSON', '[\n...\n]\n'],
    ['JSON that is not complete', '{"a": [1, 2}\n'],
  ])('and %s is left to it', (_what, text) => {
    expect(compare(text).plain).toBeLessThan(documentSpans(text).length)
  })

  test('and a key may stand in two maps with many keys', () => {
    const nested = manyKeys(60).replaceAll(/^/gm, '  ').trimEnd()
    expect(compare(`a:\n${nested}\nb:\n${nested}\n`)).toEqual({ plain: 1, all: 1, differences: [] })
  })

  test('whatever JSON says, and however it is laid out', () => {
    const indent = fc.constantFrom('', ' ', '  ', '    ', '\t')
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), indent, (value, space) => {
        const root = typeof value === 'object' && value !== null ? value : [value]
        expect(compare(JSON.stringify(root, null, space)).differences).toEqual([])
      }),
      { numRuns: 1000, seed: 521802 },
    )
  })

  test('and a key of JSON is found alone as among all', () => {
    const text = '{"a": 1, "b": {"c": 2}, "d\\u0026": 3, e: 4}'
    const file = createSourceFile('text.json', text)
    const rows = createScan()(text, { start: 0, end: text.length })
    const root = rows === null ? null : plainRoot({ file, rows })
    if (root?.kind !== 'map') throw new Error('no map was scanned')
    const found = ['a', 'b', 'd&', 'e', 'x'].map((key) => root.entryOf?.(key)?.value.location.span.start)
    expect(found).toEqual([6, 14, 35, 41, undefined])
    expect(found).toEqual(['a', 'b', 'd&', 'e', 'x'].map((key) => root.entries.get(key)?.value.location.span.start))
    expect(root.entries.get('a')).toBe(root.entryOf?.('a'))
  })

  const word = fc.constantFrom(
    'a',
    'b1',
    'key-x',
    '1',
    '-5',
    '0.5',
    'true',
    'null',
    '~',
    '',
    'x y',
    "it's",
    'a:b',
    '#c',
    ' #c',
    '- d',
    '"q"',
    '"q\\n"',
    "'s'",
    "'s''t'",
    '[a, b]',
    '[a, [b]]',
    '{c: d}',
    '{}',
    '|',
    '>',
    '|-',
    '>+',
    '&x',
    '*x',
    '!t',
    '? k',
    ': v',
    '@',
    '`',
    '%d',
    '\\',
    '…',
    'http://x:1/y?z=1',
  )
  const line = fc
    .tuple(
      fc.integer({ min: 0, max: 6 }),
      fc.constantFrom('', '- ', '- - ', '-   ', '-'),
      fc.option(fc.constantFrom('a', 'b', 'c', '"k"', "'k'", 'a b', '<<', '?', '1')),
      word,
      fc.constantFrom('', ' ', ' # note', '\t', '  '),
    )
    .map(
      ([indent, dash, key, value, rest]) =>
        `${' '.repeat(indent)}${dash}${key === null ? '' : `${key}: `}${value}${rest}`,
    )

  test('whatever lines stand below one another', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 20, arbitrary: line }, fc.constantFrom('...', '... # end', '....')), {
          maxLength: 9,
        }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (lines, end, isEnded) => {
          const text = lines.join(end) + (isEnded ? end : '')
          const { differences } = compare(text)
          expect(differences).toEqual([])
        },
      ),
      { numRuns: 4000, seed: 521802 },
    )
  }, 60_000)
})
