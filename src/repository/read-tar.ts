/** Reading a tar archive as a stream of regular files; nothing of it is trusted. https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13 */
import { UserError } from '../source/errors.ts'

const BLOCK = 512
/** Larger files are passed over: no manifest comes near. */
const LARGEST_ENTRY = 16 * 2 ** 20
/** Headers of one entry: a path is at most a few thousand bytes. */
const LARGEST_HEADER = 2 ** 20
/** More than this is no repository of manifests, or an archive made to fill a disk. */
const MOST_BYTES = 4 * 2 ** 30

/** A regular file. */
export interface TarFile {
  readonly kind: 'file'
  readonly path: string
  /** Null when it is too large to be read. */
  readonly bytes: Uint8Array | null
}

/** A comment on the whole archive: `git archive` writes the commit. https://git-scm.com/docs/git-archive */
export interface TarComment {
  readonly kind: 'comment'
  readonly text: string
}

/** The regular files and comments of an archive; folders, links and devices are passed over. A damaged one is a {@link UserError}. */
export async function* readTar(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TarFile | TarComment> {
  const source = new ByteSource(chunks)
  let longPath: string | null = null
  for (;;) {
    const header = await source.take(BLOCK)
    if (header === null || header.every((byte) => byte === 0)) return
    if (!hasRightSum(header)) throw new UserError('the archive is damaged')
    const size = sizeOf(header)
    const type = textAt(header, 156, 1)
    if (type === 'x' || type === 'g' || type === 'L') {
      if (size > LARGEST_HEADER) throw new UserError('the archive has a header that is too large')
      const bytes = await body(source, size)
      const text = new TextDecoder().decode(bytes ?? new Uint8Array())
      if (type === 'L') longPath = text.replace(/\0.*$/s, '')
      const records = type === 'L' ? new Map<string, string>() : paxRecords(text)
      longPath = (type === 'x' ? records.get('path') : undefined) ?? longPath
      const comment = records.get('comment')
      if (type === 'g' && comment !== undefined) yield { kind: 'comment', text: comment }
      continue
    }
    const bytes = await body(source, size)
    if (type === '0' || type === '') yield { kind: 'file', path: longPath ?? pathOf(header), bytes }
    longPath = null
  }
}

/** The content with its padding taken; null when it is passed over. */
async function body(source: ByteSource, size: number): Promise<Uint8Array | null> {
  const padded = Math.ceil(size / BLOCK) * BLOCK
  if (size > LARGEST_ENTRY) {
    await source.skip(padded)
    return null
  }
  const bytes = await source.take(padded)
  if (bytes === null && padded > 0) throw new UserError('the archive ends too early')
  return (bytes ?? new Uint8Array()).slice(0, size)
}

function pathOf(header: Uint8Array): string {
  const prefix = textAt(header, 257, 5) === 'ustar' ? textAt(header, 345, 155) : ''
  return prefix === '' ? textAt(header, 0, 100) : `${prefix}/${textAt(header, 0, 100)}`
}

function sizeOf(header: Uint8Array): number {
  const text = textAt(header, 124, 12).trim()
  if (!/^[0-7]+$/.test(text)) throw new UserError('the archive holds a file of unreadable size')
  return Number.parseInt(text, 8)
}

/** The sum of all bytes, with that of the field itself taken as spaces. */
function hasRightSum(header: Uint8Array): boolean {
  const said = Number.parseInt(textAt(header, 148, 8).trim(), 8)
  return said === header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0)
}

function textAt(header: Uint8Array, start: number, length: number): string {
  return new TextDecoder().decode(header.subarray(start, start + length)).replace(/\0.*$/s, '')
}

/** Records of the form `LENGTH KEY=VALUE\n`; the length, in bytes, is not needed for the ones that are read. */
function paxRecords(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/(?:^|\n)\d+ ([^=\n]+)=([^\n]*)/g)].map(([, key = '', value = '']) => [key, value]))
}

/** Bytes of a stream in pieces of a wanted size. */
class ByteSource {
  private readonly chunks: AsyncIterator<Uint8Array>
  private rest: Uint8Array = new Uint8Array()
  private total = 0

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.chunks = chunks[Symbol.asyncIterator]()
  }

  /** The next bytes; null at the end, and when there are fewer left. */
  async take(size: number): Promise<Uint8Array | null> {
    const parts: Uint8Array[] = []
    let missing = size
    while (missing > 0) {
      const part = await this.some(missing)
      if (part === null) return null
      parts.push(part)
      missing -= part.length
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts)
  }

  async skip(size: number): Promise<void> {
    let missing = size
    while (missing > 0) {
      const part = await this.some(missing)
      if (part === null) throw new UserError('the archive ends too early')
      missing -= part.length
    }
  }

  private async some(most: number): Promise<Uint8Array | null> {
    while (this.rest.length === 0) {
      const next = await this.chunks.next()
      if (next.done === true) return null
      this.rest = next.value
      this.total += next.value.length
      if (this.total > MOST_BYTES) throw new UserError(`the archive holds more than ${MOST_BYTES} bytes`)
    }
    const part = this.rest.subarray(0, most)
    this.rest = this.rest.subarray(part.length)
    return part
  }
}
