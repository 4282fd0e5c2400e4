/** Reading one file as UTF-8 text, bounded in size. */
import { isAscii, isUtf8 } from 'node:buffer'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

/** Larger files are refused: no manifest comes near. */
const LARGEST_FILE_BYTES = 64 * 2 ** 20

/** The text and when it was written (in milliseconds), or why it was refused. */
export type ReadText =
  | { readonly kind: 'text'; readonly text: string; readonly modified: number }
  | { readonly kind: 'refused'; readonly message: string }

/** The bytes, or why they were refused. */
export type ReadBytes =
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly modified: number }
  | { readonly kind: 'refused'; readonly message: string }

/** Reads a regular file; devices, pipes and files that are not UTF-8 are refused. Never throws. */
export function readText(path: string): ReadText {
  return textOf(readBytes(path))
}

/** Memory that is used for one small file after the other. */
export interface ReadMemory {
  readonly buffer: Buffer
}

/** Makes memory for reading many files. */
export function createReadMemory(): ReadMemory {
  return { buffer: Buffer.allocUnsafeSlow(2 ** 18) }
}

/** Reads a regular file whose name is no symbolic link. Never throws. */
export function readLinklessText(path: string, memory: ReadMemory): ReadText {
  return textOf(readOpened(path, constants.O_NOFOLLOW, memory))
}

/** Reads a regular file of any content, bounded in size. Never throws. */
export function readBytes(path: string): ReadBytes {
  return readOpened(path, 0, null)
}

function readOpened(path: string, flags: number, memory: ReadMemory | null): ReadBytes {
  let descriptor: number | null = null
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | flags)
    const status = fstatSync(descriptor)
    if (!status.isFile()) return { kind: 'refused', message: 'not a regular file' }
    if (status.size > LARGEST_FILE_BYTES) {
      return { kind: 'refused', message: `${status.size} bytes; files over ${LARGEST_FILE_BYTES} are not read` }
    }
    const bytes = readWhole(descriptor, bufferFor(status.size, memory), status.size)
    return { kind: 'bytes', bytes, modified: status.mtimeMs }
  } catch (error) {
    return {
      kind: 'refused',
      message: `cannot be read: ${typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown error'}`,
    }
  } finally {
    if (descriptor !== null) closeSync(descriptor)
  }
}

function bufferFor(size: number, memory: ReadMemory | null): Buffer {
  return memory !== null && size <= memory.buffer.length ? memory.buffer : Buffer.allocUnsafe(size)
}

function readWhole(descriptor: number, buffer: Buffer, size: number): Buffer {
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
  const { bytes, modified } = read
  if (bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))) {
    return { kind: 'refused', message: 'UTF-16 text; expected UTF-8' }
  }
  if (isAscii(bytes)) return { kind: 'text', text: bytes.toString('latin1'), modified }
  return isUtf8(bytes)
    ? { kind: 'text', text: bytes.toString('utf8'), modified }
    : { kind: 'refused', message: 'not valid UTF-8' }
}
