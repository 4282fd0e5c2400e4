/** Rounding recommended amounts to what people write. */
import { MEBIBYTE } from './format.ts'

/** Rounds memory up to a step that grows with the amount: 16Mi below 256Mi, 64Mi below 1Gi, 128Mi below 4Gi, 512Mi above. */
export function roundUpMemory(bytes: number): number {
  const mebibytes = bytes / MEBIBYTE
  const step = mebibytes <= 256 ? 16 : mebibytes <= 1024 ? 64 : mebibytes <= 4096 ? 128 : 512
  return Math.ceil(mebibytes / step) * step * MEBIBYTE
}

/** Rounds CPU up to a step that grows with the amount: 50m below one core, 250m below four, 500m above. */
export function roundUpMillicores(millicores: number): number {
  const step = millicores <= 1000 ? 50 : millicores <= 4000 ? 250 : 500
  return Math.ceil(millicores / step) * step
}
