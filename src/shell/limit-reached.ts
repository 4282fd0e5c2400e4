/** What ends the interpretation of a script before the script does. */
import type { Location } from '../source/location.ts'

/** The script needs more than the budget. */
export class LimitReached extends Error {
  readonly at: Location | undefined
  constructor(why: string, at: Location | undefined) {
    super(why)
    this.at = at
  }
}
