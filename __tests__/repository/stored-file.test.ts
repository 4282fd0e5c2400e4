/** Files whose text is forgotten read as if it were not, until somebody changes them. */
import { expect, test } from '@jest/globals'
import { createStoredFile, type FileStore } from '../../src/repository/stored-file.ts'
import { UserError } from '../../src/source/errors.ts'
import { RecentValues } from '../../src/source/recent.ts'
import { createSourceFile, lineAt } from '../../src/source/source-file.ts'

interface Disk {
  readonly store: FileStore
  readonly texts: Map<string, { text: string; modified: number }>
  /** Paths in the order in which they were read. */
  readonly reads: string[]
}

function diskOf(most: number): Disk {
  const texts = new Map<string, { text: string; modified: number }>()
  const reads: string[] = []
  const read = (path: string) => {
    reads.push(path)
    const found = texts.get(path)
    return found === undefined
      ? ({ kind: 'refused', message: 'no such file' } as const)
      : ({ kind: 'text', ...found } as const)
  }
  return { store: { read, recent: new RecentValues(most) }, texts, reads }
}

function openFile({ store, texts }: Disk, path: string, text: string) {
  texts.set(path, { text, modified: 7 })
  return createStoredFile(path, { text, modified: 7 }, store)
}

test('a text is read again only when others were read since', () => {
  const disk = diskOf(20)
  const first = openFile(disk, 'a.yaml', 'one: 1\n')
  expect(first.text).toBe('one: 1\n')
  expect(disk.reads).toEqual([])
  const second = openFile(disk, 'b.yaml', 'another: 2\nmore: 3\n')
  expect(first.text).toBe('one: 1\n')
  expect(second.text).toBe('another: 2\nmore: 3\n')
  expect(disk.reads).toEqual(['a.yaml', 'b.yaml'])
})

test('lines that were kept are told without the text', () => {
  const disk = diskOf(10)
  const text = 'a:\n  b: 1\n\n  c:\n    - d\n    - e\n'
  const file = openFile(disk, 'a.yaml', text)
  const same = createSourceFile('a.yaml', text)
  const offsets = [text.indexOf('e\n'), 0, text.indexOf('c:'), text.length, text.indexOf('b')]
  for (const offset of offsets) file.keepLine(offset)
  openFile(disk, 'b.yaml', 'another: text\n')
  expect(offsets.map((offset) => lineAt(file, offset))).toEqual(offsets.map((offset) => lineAt(same, offset)))
  expect(disk.reads).toEqual([])
  expect(lineAt(file, text.indexOf('d'))).toBe(5)
  expect(disk.reads).toEqual(['a.yaml'])
})

test.each([
  ['written again', { text: 'one: 2\n', modified: 8 }],
  ['longer', { text: 'one: 10\n', modified: 7 }],
  ['gone', null],
])('a file that is %s meanwhile is the mistake of whoever did it', (_what, now) => {
  const disk = diskOf(5)
  const file = openFile(disk, 'a.yaml', 'one: 1\n')
  openFile(disk, 'b.yaml', 'other\n')
  if (now === null) disk.texts.delete('a.yaml')
  else disk.texts.set('a.yaml', now)
  expect(() => file.text).toThrow(new UserError('a.yaml changed while it was checked; run it again'))
})

test('what names workerlint is known without the text', () => {
  const disk = diskOf(5)
  const file = openFile(disk, 'a.yaml', 'a: 1 # workerlint-ignore x -- y\n')
  openFile(disk, 'b.yaml', 'other\n')
  expect(file.namesWorkerlint).toBe(true)
  expect(disk.reads).toEqual([])
})
