/** Archives of repositories, as git makes them and as an attacker would. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { unpackArchive } from '../../src/repository/unpack.ts'
import { entry, tarball } from '../github/server/tarball.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workerlint-unpack-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function* inPieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

const archive = (...entries: readonly Buffer[]) => gzipSync(Buffer.concat([...entries, Buffer.alloc(1024)]))
const unpack = (bytes: Uint8Array, size = 65_536) => unpackArchive(inPieces(bytes, size), join(folder, 'out'))
const text = (path: string) => readFileSync(join(folder, 'out', path), 'utf8')

describe('an archive of git', () => {
  test('is unpacked with its commit, long paths and links left out', async () => {
    const source = join(folder, 'source')
    const long = `${'a long folder name/'.repeat(8)}été.yaml`
    const git = (...words: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], { cwd: source })
    mkdirSync(join(source, long, '..'), { recursive: true })
    writeFileSync(join(source, long), 'kind: Pod\n')
    writeFileSync(join(source, 'empty'), '')
    execFileSync('ln', ['-s', '/etc/passwd', join(source, 'link')])
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'one')
    const commit = String(git('rev-parse', 'HEAD')).trim()
    const bytes = git('archive', '--format=tar.gz', '--prefix=acme-shop-1234567/', 'HEAD')
    expect(await unpack(bytes, 100)).toEqual({ commit, left: [] })
    expect(text(long)).toBe('kind: Pod\n')
    expect(text('empty')).toBe('')
    expect(existsSync(join(folder, 'out/link'))).toBe(false)
  })

  test('of any files comes out as it went in, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ maxLength: 2000 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 700 }),
        async (texts, size) => {
          rmSync(join(folder, 'out'), { recursive: true, force: true })
          const files = new Map(texts.map((content, index) => [`d${'d'.repeat(index * 30)}/${index}.yaml`, content]))
          const { commit } = await unpack(tarball(files, 'c'.repeat(40)), size)
          expect(commit).toBe('c'.repeat(40))
          for (const [path, content] of files)
            expect(readFileSync(join(folder, 'out', path))).toEqual(Buffer.from(content))
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('an archive that is not to be trusted', () => {
  test.each([
    ['a way out', 'x/../../evil'],
    ['an absolute path', 'x//etc/evil'],
    ['no folder around it', 'evil'],
    ['a backslash', 'x/..\\evil'],
    ['a dot', 'x/./evil'],
  ])('%s is refused', async (_, path) => {
    await expect(unpack(archive(entry('0', path, Buffer.from('x'))))).rejects.toThrow('a path that is not safe')
    expect(existsSync(join(folder, 'out')) ? readdirSync(join(folder, 'out')) : []).toEqual([])
  })

  test('no file is written through a link, hard or soft', async () => {
    const target = join(folder, 'target')
    const link = entry('2', 'x/link', Buffer.alloc(0), target)
    const hard = entry('1', 'x/hard', Buffer.alloc(0), 'x/link')
    await unpack(archive(link, hard, entry('0', 'x/link/a.yaml', Buffer.from('x'))))
    expect(existsSync(target)).toBe(false)
    expect(text('link/a.yaml')).toBe('x')
  })

  test('a file that comes twice is refused', async () => {
    const twice = entry('0', 'x/a.yaml', Buffer.from('x'))
    await expect(unpack(archive(twice, twice))).rejects.toThrow('the archive cannot be unpacked')
  })

  test('a file that is too large is left out and named', async () => {
    const large = entry('0', 'x/large.yaml', Buffer.alloc(16 * 2 ** 20 + 1))
    const { left } = await unpack(archive(large, entry('0', 'x/b.yaml', Buffer.from('b'))))
    expect(left).toEqual(['large.yaml'])
    expect(readdirSync(join(folder, 'out'))).toEqual(['b.yaml'])
  })

  test.each([
    [
      'a wrong sum',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, index) => (index === 0 ? byte + 1 : byte))),
      'is damaged',
    ],
    ['an end too early', (bytes: Buffer) => bytes.subarray(0, 600), 'ends too early'],
  ])('%s is told', async (_, damage, message) => {
    const whole = entry('0', 'x/a.yaml', Buffer.alloc(2000, 'a'))
    await expect(unpack(gzipSync(damage(whole)))).rejects.toThrow(message)
  })

  test('what is no gzip is told', async () => {
    await expect(unpack(Buffer.from('<html>'))).rejects.toThrow('cannot be unpacked')
  })
})
