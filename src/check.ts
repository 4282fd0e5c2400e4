/** The whole flow: repository → manifests → workloads → commands → programs → sizing → policies → findings → report. */
import type { Configuration } from './configuration/configuration.ts'
import { findViolations } from './findings/find-violations.ts'
import type { Report } from './findings/report.ts'
import { suppressFindings } from './findings/suppress.ts'
import { inspectRepository } from './inspect.ts'
import type { CompiledPolicy } from './policies/compile-policy.ts'
import type { Inspection } from './programs/inspection.ts'
import type { Program } from './programs/program.ts'
import type { Repository } from './repository/repository.ts'
import { offerSuggestions } from './suggest.ts'
import { validateWorkloads } from './workloads/validate.ts'
import type { Workload } from './workloads/workload.ts'

/** What to check with. */
export interface CheckOptions {
  readonly programs: readonly Program[]
  readonly policies: readonly CompiledPolicy[]
  readonly configuration: Configuration
  /** Fingerprints of findings that were accepted before. */
  readonly baseline: ReadonlySet<string>
  /** `YYYY-MM-DD`, for ignores that expire; null when none does. */
  readonly today: string | null
  /** Which files to report on; the others are read all the same, because they may say something about these. */
  readonly isReported?: (file: string) => boolean
}

/** Checks a repository. */
export async function check(repository: Repository, options: CheckOptions): Promise<Report> {
  const inspection = await inspectRepository(repository, options.programs)
  const found = findViolations(inspection, options.policies, options.configuration)
  const judged = suppressFindings(found, { repository, inspection, ...options })
  const offered = await offerSuggestions(judged.findings, repository, inspection, options)
  const malformed = await validateWorkloads(servingWorkloads(inspection))
  const isReported = options.isReported ?? (() => true)
  const containers = inspection.containers.filter(({ container }) => isReported(container.node.location.file.path))
  return {
    counts: {
      files: repository.checked.filter(isReported).length,
      documents: inspection.system.manifests.filter(({ file }) => isReported(file.path)).length,
      containers: containers.length,
      processes: containers.reduce((sum, { processes }) => sum + processes.processes.length, 0),
      undecided: found.undecided,
    },
    findings: offered.filter(({ finding }) => isReported(finding.primary.file.path)),
    suppressed: judged.suppressed
      .filter(({ finding }) => isReported(finding.primary.file.path))
      .map((suppressed) => ({ ...suppressed, suggestion: null })),
    unresolved: containers.filter(({ processes }) => processes.status === 'unresolved'),
    problems: [...inspection.problems, ...malformed].filter(({ file }) => isReported(file)),
    policies: options.policies.map(({ policy }) => policy),
  }
}

/** The workloads with a process that workerlint knows, each once. */
function servingWorkloads(inspection: Inspection): readonly Workload[] {
  const serving = inspection.containers.filter(({ processes }) => processes.processes.length > 0)
  return [...new Set(serving.map(({ workload }) => workload))]
}
