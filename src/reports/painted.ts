/** A presentation with a brush: colours where the terminal shows them, plain text where it does not. */
import { styleText } from 'node:util'
import type { Presentation } from './formatter.ts'

/** A style of the terminal. */
export type Style = Parameters<typeof styleText>[0]

/** How text is shown, and what paints it. */
export interface Painted {
  readonly presentation: Presentation
  paint(style: Style, text: string): string
}

/** The brush of a presentation. */
export function painted(presentation: Presentation): Painted {
  return {
    presentation,
    paint: (style, text) => (presentation.useColor ? styleText(style, text, { validateStream: false }) : text),
  }
}
