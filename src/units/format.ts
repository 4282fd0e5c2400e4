/** CPU and memory as people write them in manifests. */

const BINARY_SUFFIXES = [
  ['Gi', 2 ** 30],
  ['Mi', 2 ** 20],
  ['Ki', 2 ** 10],
] as const

/** Bytes in one mebibyte. */
export const MEBIBYTE = 2 ** 20

/** Prints thousandths of a CPU: `500m`, `2`, `1500m`. */
export function formatMillicores(millicores: number): string {
  return millicores % 1000 === 0 ? String(millicores / 1000) : `${Math.round(millicores)}m`
}

/** Prints bytes with the largest binary suffix that leaves a whole number: `256Mi`, `1536Mi`, `2Gi`. */
export function formatBytes(bytes: number): string {
  for (const [suffix, size] of BINARY_SUFFIXES) {
    if (bytes >= size && bytes % size === 0) return `${bytes / size}${suffix}`
  }
  return String(bytes)
}

/** Prints bytes for reading, rounded to whole mebibytes: `118Mi`. */
export function formatMebibytes(bytes: number): string {
  return `${Math.round(bytes / MEBIBYTE)}Mi`
}
