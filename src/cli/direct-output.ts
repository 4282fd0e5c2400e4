/** Standard output that is no terminal: writing to it directly spares the milliseconds in which Node makes a stream. */
import { fstatSync, writeSync } from 'node:fs'
import type { Output } from './terminal.ts'

/** What a stream of Node takes, beside text. */
interface ByteOutput extends Output {
  write(bytes: Uint8Array | string): unknown
}

/** The output of a descriptor. `stream` is that of a device, which may have colours and columns, and of what cannot be written to at once. */
export function outputOf(descriptor: number, stream: () => ByteOutput): Output {
  const status = fstatSync(descriptor)
  return status.isFile() || status.isFIFO() || status.isSocket() ? directOutput(descriptor, stream) : stream()
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
