/** Standard output that is no terminal: writing to it directly spares the milliseconds in which Node makes a stream. */
import { fstatSync, type Stats, statSync, writeSync } from 'node:fs'
import type { Output } from './terminal.ts'

/** What a stream of Node takes, beside text. */
interface ByteOutput extends Output {
  write(bytes: Uint8Array | string): unknown
}

/** The output of a descriptor. `stream` is that of a terminal, which has colours and columns, and of what cannot be written to at once. */
export function outputOf(descriptor: number, stream: () => ByteOutput): Output {
  return mayBeTerminal(fstatSync(descriptor)) ? stream() : directOutput(descriptor, stream)
}

function mayBeTerminal(status: Stats): boolean {
  if (process.platform === 'win32') return true
  if (status.isFile() || status.isFIFO() || status.isSocket()) return false
  return !status.isCharacterDevice() || status.rdev !== statSync('/dev/null').rdev
}

function directOutput(descriptor: number, stream: () => ByteOutput): Output {
  let taken: ByteOutput | null = null
  return {
    write: (text) => {
      if (taken !== null) return taken.write(text)
      const bytes = Buffer.from(text)
      let written = 0
      try {
        while (written < bytes.length) written += writeSync(descriptor, bytes, written)
      } catch {
        // A pipe that is full or closed is the stream's to deal with, from here on.
        taken = stream()
        taken.write(bytes.subarray(written))
      }
      return true
    },
  }
}
