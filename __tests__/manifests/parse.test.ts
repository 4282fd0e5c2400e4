import { describe, expect, test } from '@jest/globals'
import { mapAt, numberAt, stringAt } from '../../src/manifests/node.ts'
import { documentSpans, parseYaml } from '../../src/manifests/parse.ts'
import { createSourceFile } from '../../src/source/source-file.ts'

function parse(text: string) {
  return parseYaml(createSourceFile('a.yaml', text))
}

describe('documents', () => {
  test('a broken document is reported with its line and the others are read', () => {
    const parsed = parse('a: 1\n---\nb: [1\nc: 2\n---\nd: 3\n')
    expect(parsed.documents).toHaveLength(2)
    expect(parsed.problems).toHaveLength(1)
    expect(parsed.problems[0]?.line).toBe(4)
    expect(stringAt(parsed.documents[1], ['d'])).toBe('3')
  })

  test('a separator inside a block scalar separates nothing', () => {
    expect(parse('a: |\n  ---\n  x\n').documents).toHaveLength(1)
  })

  test('separators may carry comments, carriage returns and a document', () => {
    expect(documentSpans('a: 1\n--- # c\nb: 2\n---\r\nc: 3\n----\n')).toHaveLength(3)
  })

  test('empty documents and comments are no documents', () => {
    expect(parse('# nothing\n---\n---\n# here\n').documents).toHaveLength(0)
  })

  test('merge keys and aliases are followed and marked as shared', () => {
    const [document] = parse('base: &b {cpu: 1, memory: 2Gi}\nlimits:\n  <<: *b\n  cpu: 3\n').documents
    expect(numberAt(document, ['limits', 'cpu'])).toBe(3)
    expect(stringAt(document, ['limits', 'memory'])).toBe('2Gi')
    expect(mapAt(document, ['limits'])?.entries.get('memory')?.value.isShared).toBe(true)
    expect(mapAt(document, ['limits'])?.entries.get('cpu')?.value.isShared).toBe(false)
  })

  test('a duplicate key is told and the last one counts', () => {
    const parsed = parse('a: 1\na: 2\n')
    expect(parsed.problems[0]?.message).toContain('duplicate key "a"')
    expect(stringAt(parsed.documents[0], ['a'])).toBe('2')
  })

  test.each([
    ['an alias without an anchor', 'a: *x\n'],
    [
      'aliases that grow without bound',
      `${['a: &a [x,x,x,x,x,x,x,x,x,x]', ...'bcdefgh'.split('').map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(',')}]`)].join('\n')}\n`,
    ],
    ['nesting without bound', `a: ${'['.repeat(3000)}${']'.repeat(3000)}\n`],
    ['a map as a key', '? {a: 1}\n: 2\n'],
  ])('%s is refused in one sentence', (_name, text) => {
    const parsed = parse(text)
    expect(parsed.documents).toHaveLength(0)
    expect(parsed.problems).toHaveLength(1)
  })

  test('names of JavaScript objects are ordinary keys', () => {
    const [document] = parse('__proto__: {x: 1}\nconstructor: 2\n').documents
    expect(numberAt(document, ['__proto__', 'x'])).toBe(1)
    expect(numberAt(document, ['constructor'])).toBe(2)
  })
})
