import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { outputOf } from '../../src/cli/direct-output.ts'

const folder = mkdtempSync(join(tmpdir(), 'workerlint-output-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function recorder() {
  const texts: string[] = []
  const stream = { isTTY: true, write: (bytes: Uint8Array | string) => void texts.push(Buffer.from(bytes).toString()) }
  return { texts, stream }
}

describe('standard output', () => {
  test('that is a file is written to without a stream', () => {
    const path = join(folder, 'file')
    const descriptor = openSync(path, 'w')
    const output = outputOf(descriptor, () => {
      throw new Error('a stream was made')
    })
    output.write('größer\n')
    output.write('€\n')
    closeSync(descriptor)
    expect(readFileSync(path, 'utf8')).toBe('größer\n€\n')
    expect(output.isTTY).toBeUndefined()
  })

  test.each([
    ['a terminal or another device', '/dev/zero', true],
    ['the null device', '/dev/null', false],
  ])('that is %s is a stream: %s is %p', (_, path, isStream) => {
    const { stream } = recorder()
    const descriptor = openSync(path, 'r+')
    expect(outputOf(descriptor, () => stream) === stream).toBe(isStream)
    closeSync(descriptor)
  })

  test('that cannot be written to is left to a stream, with all that follows', () => {
    const { texts, stream } = recorder()
    const path = join(folder, 'read-only')
    closeSync(openSync(path, 'w'))
    const descriptor = openSync(path, 'r')
    const output = outputOf(descriptor, () => stream)
    output.write('one')
    output.write('two')
    closeSync(descriptor)
    expect(texts).toEqual(['one', 'two'])
  })
})
