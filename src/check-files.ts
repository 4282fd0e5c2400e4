/** The flow for files as they are: repository → manifests → workloads → commands → programs → sizing → policies → findings → report. */
import type { Configuration } from './configuration/configuration.ts'
import { findViolations } from './findings/find-violations.ts'
import type { Report, ReportedFinding } from './findings/report.ts'
import { type JudgedFindings, suppressFindings } from './findings/suppress.ts'
import { inspectRepository } from './inspection/inspect-repository.ts'
import type { Inspection } from './inspection/inspection.ts'
import type { Scan } from './manifests/plain/document-scan.ts'
import type { CompiledPolicy } from './policies/compile-policy.ts'
import type { Program } from './programs/program.ts'
import type { RenderingOptions } from './rendering/rendering.ts'
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
  /** What is rendered; nothing is when it is left out. */
  readonly rendering?: RenderingOptions
  /** How documents are scanned; with a scanner of its own when it is left out. */
  readonly scan?: Scan
}

/** Checks the manifests of a repository as they stand. */
export async function checkFiles(repository: Repository, options: CheckOptions): Promise<Report> {
  const judged = await judgeRepository(repository, options)
  const offered = await offerSuggestions(judged.findings, repository, judged.inspection, options)
  return buildReport({ ...judged, offered }, repository, options)
}

/** What was found in a repository, before suggestions. */
export interface Judgement extends JudgedFindings {
  readonly inspection: Inspection
  readonly undecided: number
}

/** Inspects a repository and judges what the policies find. */
export async function judgeRepository(repository: Repository, options: CheckOptions): Promise<Judgement> {
  const inspection = await inspectRepository(repository, options.programs, options.scan)
  const found = findViolations(inspection, options.policies, options.configuration)
  const judged = suppressFindings(found, { repository, inspection, ...options })
  return { ...judged, inspection, undecided: found.undecided }
}

/** A judgement as a report on the files that are reported. */
export async function buildReport(
  { inspection, suppressed, undecided, offered }: Judgement & { readonly offered: readonly ReportedFinding[] },
  repository: Repository,
  options: CheckOptions,
): Promise<Report> {
  const malformed = await validateWorkloads(servingWorkloads(inspection))
  const isReported = options.isReported ?? (() => true)
  const containers = inspection.containers.filter(({ at }) => isReported(at.file.path))
  return {
    counts: {
      files: repository.checked.filter(isReported).length,
      documents: inspection.system.manifests.filter(({ file }) => isReported(file.path)).length,
      containers: containers.length,
      processes: containers.reduce((sum, { processes }) => sum + processes.processes.length, 0),
      undecided,
    },
    findings: offered.filter(({ finding }) => isReported(finding.primary.file.path)),
    suppressed: suppressed
      .filter(({ finding }) => isReported(finding.primary.file.path))
      .map((entry) => ({ ...entry, suggestion: null })),
    unresolved: containers
      .filter(({ processes }) => processes.status === 'unresolved')
      .map(({ workload, container, processes, at }) => ({
        at,
        workload: workload.manifest.identity,
        container: container.name,
        why: processes.why ?? 'the command is not known',
      })),
    problems: [...inspection.problems, ...malformed].filter(({ file }) => isReported(file)),
    policies: options.policies.map(({ policy }) => policy),
  }
}

/** The workloads with a process that workerlint knows, each once. */
function servingWorkloads(inspection: Inspection): readonly Workload[] {
  const serving = inspection.containers.filter(({ processes }) => processes.processes.length > 0)
  return [...new Set(serving.map(({ workload }) => workload))]
}
