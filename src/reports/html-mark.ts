/** The sign of a severity: a shape and a colour, so that neither has to be told apart alone. */
import type { Standing } from './html-fleet.ts'

const SHAPES: Readonly<Record<Standing, string>> = { error: '◆', warning: '▲', info: '■', clean: '●', unknown: '○' }

/** The sign alone, for beside its word. */
export function mark(standing: Standing): string {
  return `<span class="mark ${standing}" aria-hidden="true">${SHAPES[standing]}</span>`
}

/** The sign with its word for those who do not see it. */
export function spokenMark(standing: Standing): string {
  return `${mark(standing)}<span class="spoken">${standing}: </span>`
}
