/** The line for those who wait. */
import { describe, expect, test } from '@jest/globals'
import { watchProgress } from '../../src/cli/progress.ts'
import { memoryRepository } from '../../src/repository/repository.ts'

const repository = memoryRepository(new Map(Array.from({ length: 40 }, (_, index) => [`${index}.yaml`, ''])))

/** What is written when each of the files takes so many milliseconds. */
function written(each: number, isTTY = true): readonly string[] {
  const lines: string[] = []
  let clock = 5000
  const stderr = { isTTY, write: (text: string) => lines.push(text) }
  const terminal = { workingDirectory: '/', environment: {}, stdout: stderr, stderr, stdin: process.stdin }
  const watched = watchProgress(repository, terminal, () => clock)
  for (const path of repository.checked) {
    watched.repository.read(path)
    watched.repository.read(path)
    clock += each
  }
  watched.finish()
  return lines
}

describe('the progress line', () => {
  test('comes after a second, counts every file once, and goes', () => {
    const lines = written(50)
    expect(lines[0]).toBe('\r\u001b[Kreading 21 of 40 files')
    expect(lines.at(-2)).toBe('\r\u001b[Kreading 39 of 40 files')
    expect(lines.at(-1)).toBe('\r\u001b[K')
    expect(lines).toHaveLength(11)
  })

  test('says that files are checked when all were read', () => {
    expect(written(1200).at(-2)).toBe('\r\u001b[Kchecking 40 files')
  })

  test.each([
    ['work is quick', written(20)],
    ['nobody watches', written(500, false)],
  ])('does not come when %s', (_, lines) => expect(lines).toEqual([]))
})
