/** The whole flow: repository → manifests → workloads → commands → programs → sizing → policies → findings → report. */
import type { Configuration } from './configuration/configuration.ts'
import { findViolations } from './findings/find-violations.ts'
import type { Report } from './findings/report.ts'
import { suppressFindings } from './findings/suppress.ts'
import { inspectRepository } from './inspect.ts'
import type { CompiledPolicy } from './policies/compile-policy.ts'
import type { Program } from './programs/program.ts'
import type { Repository } from './repository/repository.ts'
import { offerSuggestions } from './suggest.ts'

/** What to check with. */
export interface CheckOptions {
  readonly programs: readonly Program[]
  readonly policies: readonly CompiledPolicy[]
  readonly configuration: Configuration
  /** Fingerprints of findings that were accepted before. */
  readonly baseline: ReadonlySet<string>
  /** `YYYY-MM-DD`, for ignores that expire; null when none does. */
  readonly today: string | null
}

/** Checks a repository. */
export async function check(repository: Repository, options: CheckOptions): Promise<Report> {
  const inspection = await inspectRepository(repository, options.programs)
  const found = findViolations(inspection, options.policies, options.configuration)
  const judged = suppressFindings(found, { repository, inspection, ...options })
  const offered = await offerSuggestions(judged.findings, repository, inspection, options)
  return {
    counts: {
      files: inspection.files,
      documents: inspection.system.manifests.length,
      containers: inspection.containers.length,
      processes: inspection.containers.reduce((sum, { processes }) => sum + processes.processes.length, 0),
      undecided: found.undecided,
    },
    findings: offered,
    suppressed: judged.suppressed.map((suppressed) => ({ ...suppressed, suggestion: null })),
    unresolved: inspection.containers.filter(({ processes }) => processes.status === 'unresolved'),
    problems: inspection.problems,
    policies: options.policies.map(({ policy }) => policy),
  }
}
