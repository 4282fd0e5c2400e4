/**
 * SHA-256 of short texts. Node has it too, in a module that takes a tenth of a short run to load.
 * https://csrc.nist.gov/pubs/fips/180-4/upd1/final
 */

const BLOCK_BYTES = 64
const LENGTH_BYTES = 8
const ROUNDS = 64

/** The fractions of the square roots of the first 8 primes, and of the cube roots of the first 64. */
const PRIMES = firstPrimes(ROUNDS)
const START: readonly number[] = PRIMES.slice(0, 8).map((prime) => fractionOf(Math.sqrt(prime)))
const CONSTANTS = Int32Array.from(PRIMES, (prime) => fractionOf(Math.cbrt(prime)))

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

/** The first 32 bits behind the point. */
function fractionOf(value: number): number {
  return Math.floor((value % 1) * 2 ** 32) | 0
}

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = []
  for (let number = 2; primes.length < count; number++)
    if (primes.every((prime) => number % prime !== 0)) primes.push(number)
  return primes
}
