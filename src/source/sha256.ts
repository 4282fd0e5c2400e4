/**
 * SHA-256 of short texts. Node has it too, in a module that takes a tenth of a short run to load.
 * https://csrc.nist.gov/pubs/fips/180-4/upd1/final
 */

const BLOCK_BYTES = 64
const LENGTH_BYTES = 8
const ROUNDS = 64

/** The fractions of the square roots of the first 8 primes. */
const START = Int32Array.of(
  0x6a09e667,
  0xbb67ae85,
  0x3c6ef372,
  0xa54ff53a,
  0x510e527f,
  0x9b05688c,
  0x1f83d9ab,
  0x5be0cd19,
)

/** The fractions of the cube roots of the first 64 primes. */
// biome-ignore format: eight in a line
const CONSTANTS = Int32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
)

/** The hash of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256(text: string): string {
  const bytes = padded(Buffer.from(text, 'utf8'))
  const state = Int32Array.from(START)
  const schedule = new Int32Array(ROUNDS)
  for (let start = 0; start < bytes.length; start += BLOCK_BYTES) {
    for (let index = 0; index < 16; index++) schedule[index] = bytes.readInt32BE(start + 4 * index)
    for (let index = 16; index < ROUNDS; index++) schedule[index] = extended(schedule, index)
    addBlock(state, schedule)
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** A one bit, zeros up to the end of a block, and there the length in bits. */
function padded(text: Buffer): Buffer {
  const blocks = Math.ceil((text.length + 1 + LENGTH_BYTES) / BLOCK_BYTES)
  const bytes = Buffer.alloc(blocks * BLOCK_BYTES)
  text.copy(bytes)
  bytes[text.length] = 0x80
  bytes.writeBigUInt64BE(BigInt(text.length) * 8n, bytes.length - LENGTH_BYTES)
  return bytes
}

function extended(words: Int32Array, index: number): number {
  const early = words[index - 15] ?? 0
  const late = words[index - 2] ?? 0
  const first = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3)
  const second = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10)
  return ((words[index - 16] ?? 0) + first + (words[index - 7] ?? 0) + second) | 0
}

function addBlock(state: Int32Array, schedule: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let index = 0; index < ROUNDS; index++) {
    const mixed = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    const chosen = (e & f) ^ (~e & g)
    const first = (h + mixed + chosen + (CONSTANTS[index] ?? 0) + (schedule[index] ?? 0)) | 0
    const second = ((rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  const added = [a, b, c, d, e, f, g, h]
  for (let index = 0; index < added.length; index++) state[index] = (state[index] ?? 0) + (added[index] ?? 0)
}

function rotated(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}
