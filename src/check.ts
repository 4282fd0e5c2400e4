/** The whole flow: charts and kustomizations are rendered and checked as they would be applied, all other files as they are. */
import { checkApproximation } from './check-approximation.ts'
import { type CheckOptions, checkFiles } from './check-files.ts'
import { checkRendering } from './check-rendering.ts'
import { joinReports, type PartialReport } from './findings/join-reports.ts'
import type { Report } from './findings/report.ts'
import { renderRepository } from './render.ts'
import { type Repository, withoutFiles } from './repository/repository.ts'
import { type RenderedReport, traceCommitted } from './trace-committed.ts'

export type { CheckOptions } from './check-files.ts'

/** Checks a repository. */
export async function check(repository: Repository, options: CheckOptions): Promise<Report> {
  const rendered = await renderRepository(repository, options.rendering, options.isReported)
  try {
    const own = await checkFiles(withoutFiles(repository, rendered.covered), options)
    if (rendered.renderings.length + rendered.unresolved.length + rendered.problems.length === 0) return own
    const reports: RenderedReport[] = []
    for (const rendering of rendered.renderings)
      reports.push({ rendering, report: await checkRendering(rendering, repository, options) })
    const approximated: PartialReport[] = []
    for (const { approximation, variant } of rendered.approximations)
      approximated.push({ variant, report: await checkApproximation(approximation, repository, options) })
    const traced = traceCommitted(own, reports, options.today)
    const parts: readonly PartialReport[] = [
      {
        variant: null,
        report: {
          ...traced.own,
          unresolved: [...own.unresolved, ...rendered.unresolved],
          problems: [...own.problems, ...rendered.problems],
        },
      },
      ...traced.rendered.map(({ rendering, report }) => ({ variant: rendering.variant, report })),
      ...approximated,
    ]
    return joinReports(
      parts,
      own.counts.files + [...rendered.covered].filter(options.isReported ?? (() => true)).length,
    )
  } finally {
    for (const rendering of rendered.renderings) rendering.dispose()
  }
}
