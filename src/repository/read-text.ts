/** Reading one file as UTF-8 text, bounded in size. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

/** Larger files are refused: no manifest comes near. */
const LARGEST_FILE_BYTES = 64 * 2 ** 20

/** The text, or why it was refused. */
export type ReadText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly message: string }

/** The bytes, or why they were refused. */
export type ReadBytes =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly message: string }

/** Reads a regular file; devices, pipes and files that are not UTF-8 are refused. Never throws. */
export function readText(path: string): ReadText {
  const read = readBytes(path)
  return read.kind === 'bytes' ? decode(read.bytes) : read
}

/** Reads a regular file of any content, bounded in size. Never throws. */
export function readBytes(path: string): ReadBytes {
  let descriptor: number | null = null
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
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

function readWhole(descriptor: number, size: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(size)
  let length = 0
  while (length < size) {
    const count = readSync(descriptor, buffer, length, size - length, length)
    if (count === 0) break
    length += count
  }
  return buffer.subarray(0, length)
}

function decode(bytes: Uint8Array): ReadText {
  if (bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))) {
    return { kind: 'refused', message: 'UTF-16 text; expected UTF-8' }
  }
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { kind: 'refused', message: 'not valid UTF-8' }
  }
}
