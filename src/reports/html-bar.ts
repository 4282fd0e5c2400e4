/** A bar with a tick: an amount beside the one it is measured by. */
import { formatBytes, formatMebibytes, MEBIBYTE } from '../units/format.ts'

/** What is drawn; `most` is the end of the scale that several bars share. */
export interface Bar {
  readonly value: number | null
  readonly tick: number | null
  readonly most: number
  readonly className: string
}

const WIDTH = 96

/** The drawing, which says nothing that does not stand beside it as text. */
export function barSvg({ value, tick, most, className }: Bar): string {
  const width = (amount: number) => Math.max(1, Math.round((Math.min(amount, most) / most) * WIDTH))
  const bar = value === null ? '' : `<rect class="${className}" width="${width(value)}" height="10" rx="2"/>`
  const mark =
    tick === null
      ? ''
      : `<rect class="tick" x="${Math.min(WIDTH - 2, Math.max(0, width(tick) - 1))}" width="2" height="14" y="-2"/>`
  return `<svg class="bar" width="${WIDTH}" height="14" viewBox="0 -2 ${WIDTH} 14" aria-hidden="true">${bar}${mark}</svg>`
}

/** `512Mi`, `2Gi`; rounded to whole mebibytes. */
export function memoryText(bytes: number): string {
  return bytes % MEBIBYTE === 0 ? formatBytes(bytes) : formatMebibytes(bytes)
}
