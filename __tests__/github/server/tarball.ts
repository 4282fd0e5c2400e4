/** Archives of repositories as `git archive` writes them and GitHub hands them out. */
import { gzipSync } from 'node:zlib'

/** A gzipped tar archive: the commit as a comment on the whole, then all files below one folder. */
export function tarball(files: ReadonlyMap<string, string>, commit: string, folder = 'owner-name-abc1234'): Buffer {
  const comment = `52 comment=${commit}\n`
  const entries = [...files].map(([path, text]) => entry('0', `${folder}/${path}`, Buffer.from(text)))
  const whole = [
    entry('g', 'pax_global_header', Buffer.from(comment)),
    entry('5', `${folder}/`, Buffer.alloc(0)),
    ...entries,
  ]
  return gzipSync(Buffer.concat([...whole, Buffer.alloc(1024)]), { level: 1 })
}

/** One entry: header, content and padding. Paths of more than 100 bytes get a header of their own. */
export function entry(type: string, path: string, content: Buffer, linkTarget = ''): Buffer {
  const name = Buffer.from(path)
  if (name.length > 100) {
    const record = (length: number) => `${length} path=${path}\n`
    const length = [...Array(12).keys()]
      .map((extra) => name.length + extra + 6)
      .find((n) => Buffer.byteLength(record(n)) === n)
    return Buffer.concat([entry('x', 'pax', Buffer.from(record(length ?? 0))), entry(type, path.slice(0, 50), content)])
  }
  const header = Buffer.alloc(512)
  name.copy(header)
  header.write('0000644\0', 100)
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124)
  header.write('00000000000\0', 136)
  header.write('        ', 148)
  header.write(type, 156)
  header.write(linkTarget, 157)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)])
}
