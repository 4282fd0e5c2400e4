/** What a way of publishing did with the findings. */
import type { JsonFinding } from '../reports/json-report.ts'
import type { ApiFailure } from './failure.ts'
import { describeFailure } from './failure.ts'
import { permissionNotice, type permissionsOf } from './permissions.ts'

/** A message about publishing; never an error, for the findings alone decide. */
export interface Notice {
  readonly level: 'notice' | 'warning'
  readonly text: string
}

/** What one channel did. */
export interface ChannelOutcome {
  /** Where a finding is shown, in a word or two. */
  readonly places: ReadonlyMap<JsonFinding, string>
  /** The next channel has to show these. */
  readonly undelivered: readonly JsonFinding[]
  readonly notices: readonly Notice[]
}

/** One notice for all failures of a channel: what is missing and where the findings are instead. */
export function failureNotices(
  failures: readonly ApiFailure[],
  options: { readonly mode: keyof typeof permissionsOf; readonly isReadOnly: boolean },
): readonly Notice[] {
  const forbidden = failures.find((failure) => failure.kind === 'forbidden')
  if (forbidden !== undefined) {
    return [
      { level: 'notice', text: permissionNotice(options.mode, { failure: forbidden, isFork: options.isReadOnly }) },
    ]
  }
  const [first] = failures
  if (first === undefined) return []
  const text = `Not everything could be written to GitHub because ${describeFailure(first)}; what is missing there is in the annotations and in the step summary.`
  return [{ level: 'warning', text }]
}
