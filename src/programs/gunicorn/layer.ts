/** One source of gunicorn settings: defaults, configuration file, environment or command line. */
import type { Setting, StartupError } from '../program.ts'

/** Settings of one source. `opaque` says that the source may set anything else too. */
export interface Layer {
  readonly settings: ReadonlyMap<string, Setting>
  readonly error: StartupError | null
  readonly opaque: { readonly why: string; readonly dependsOn?: 'cpu_count' | undefined } | null
  readonly doubts: readonly string[]
}
