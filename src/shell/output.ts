/** Standard output inside command substitutions; outside nobody looks at it. */
import type { ResolvedText } from '../source/resolved.ts'
import type { State } from './state.ts'
import { joinTexts } from './values.ts'

/** Writes to standard output. */
export function appendOutput(state: State, text: ResolvedText): void {
  if (state.output !== null) state.output = joinTexts([state.output, text])
}
