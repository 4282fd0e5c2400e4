/** Everything the action needs from outside: the runner, the checker and the clock. */

import type { JsonFleet } from '../reports/fleet-json.ts'
import type { Presentation } from '../reports/formatter.ts'
import type { JsonReport } from '../reports/json-report.ts'
import type { Variables } from './event.ts'
import type { ActionInputs } from './inputs.ts'
import type { Overlay } from './overlay.ts'
import type { FailOn } from './select-findings.ts'

/** What to check: the workspace with an overlay. */
export interface CheckRequest {
  readonly inputs: ActionInputs
  readonly overlay: Overlay
  /**
   * Where configuration, policies and baseline come from. A revision is judged by its own, so the base by those in its
   * overlay; but the head of a fork must not choose how it is judged, so it meets those of the workspace.
   */
  readonly configuration: 'workspace' | 'overlay'
}

/** The report, what formatters may know beside it, and the `failOn` of the configuration file when it has one. */
export interface CheckResult {
  readonly report: JsonReport
  readonly presentation: Presentation
  readonly failOn: FailOn | null
  /** Of a report merged from many repositories: their commits by `owner/name`, which is where their paths start. */
  readonly commits?: ReadonlyMap<string, string>
}

/** The report of a repository that was downloaded, and its commit when the archive told it. */
export interface ArchiveReport {
  readonly report: JsonReport
  readonly commit: string | null
  /** Null when nothing could be read. */
  readonly fleet: JsonFleet | null
}

/** Checks manifests. Fails with a `UserError` when nothing can be checked as asked. */
export type Check = (request: CheckRequest) => Promise<CheckResult>

/** The outside world of one run. */
export interface ActionPorts {
  /** The text of an input, empty when it is not given. */
  readonly input: (name: string) => string
  readonly variables: Variables
  /** The text at GITHUB_EVENT_PATH, empty when there is none. */
  readonly readPayload: () => Promise<string>
  /** A file of the workspace by its path from the root, null when there is none. */
  readonly readWorkspaceFile: (path: string) => Promise<Uint8Array | null>
  /** Writes a report file; gives its absolute path. */
  readonly writeReport: (path: string, text: string) => Promise<string>
  /** Prints one line that has been made safe for the runner. */
  readonly print: (line: string) => void
  readonly appendStepSummary: (markdown: string) => Promise<void>
  readonly setOutput: (name: string, value: string) => void
  readonly check: Check
  /** Checks the files of a gzipped tar archive; what is wrong with the repository or the archive is a `UserError`. */
  readonly checkArchive: (archive: AsyncIterable<Uint8Array>, inputs: ActionInputs) => Promise<ArchiveReport>
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Milliseconds since 1970. */
  readonly now: () => number
}
