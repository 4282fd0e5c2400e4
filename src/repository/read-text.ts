/** Reading one file as UTF-8 text, bounded in size. */
import { isUtf8 } from 'node:buffer'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

/** Larger files are refused: no manifest comes near. */
const LARGEST_FILE_BYTES = 64 * 2 ** 20

/** The text, or why it was refused. */
export type ReadText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly message: string }

/** The bytes, or why they were refused. */
export type ReadBytes =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'refused'; readonly message: string }

/** Reads a regular file; devices, pipes and files that are not UTF-8 are refused. Never throws. */
export function readText(path: string): ReadText {
  return textOf(readBytes(path))
}

/** Reads a regular file whose name is no symbolic link. Never throws. */
export function readLinklessText(path: string): ReadText {
  return textOf(readOpened(path, constants.O_NOFOLLOW))
}

/** Reads a regular file of any content, bounded in size. Never throws. */
export function readBytes(path: string): ReadBytes {
  return readOpened(path, 0)
}

function readOpened(path: string, flags: number): ReadBytes {
  let descriptor: number | null = null
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | flags)
    const status = fstatSync(descriptor)
    if (!status.isFile()) return { kind: 'refused', message: 'not a regular file' }
    if (status.size > LARGEST_FILE_BYTES) {
      return { kind: 'refused', message: `${status.size} bytes; files over ${LARGEST_FILE_BYTES} are not read` }
    }
    return { kind: 'bytes', bytes: readWhole(descriptor, status.size) }
  } catch (error) {
    return {
      kind: 'refused',
      message: `cannot be read: ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'}`,
    }
  } finally {
    if (descriptor !== null) closeSync(descriptor)
  }
}

function readWhole(descriptor: number, size: number): Buffer {
  const buffer = Buffer.allocUnsafe(size)
  let length = 0
  while (length < size) {
    const count = readSync(descriptor, buffer, length, size - length, length)
    if (count === 0) break
    length += count
  }
  return buffer.subarray(0, length)
}

function textOf(read: ReadBytes): ReadText {
  if (read.kind === 'refused') return read
  const { bytes } = read
  if (bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))) {
    return { kind: 'refused', message: 'UTF-16 text; expected UTF-8' }
  }
  return isUtf8(bytes)
    ? { kind: 'text', text: bytes.toString('utf8') }
    : { kind: 'refused', message: 'not valid UTF-8' }
}
