/** Repositories as the matrix of a workflow: a job for every part of them. */
import { UserError } from '../source/errors.ts'
import { mostMatrixJobs, repositoriesPerJob } from './limits.ts'

/** A job of the matrix; `repositories` is one name a line, as the input of the same name takes it. */
export interface MatrixJob {
  readonly shard: number
  readonly repositories: string
}

/** Deals repositories out to a number of jobs in turn, so that those of one team are spread; null chooses the number. */
export function matrixOf(
  repositories: readonly string[],
  jobs: number | null,
): { readonly include: readonly MatrixJob[] } {
  if (jobs !== null && (jobs < 1 || jobs > mostMatrixJobs))
    throw new UserError(`shards is ${jobs}; a matrix has 1 to ${mostMatrixJobs} jobs.`)
  const wanted = jobs ?? Math.ceil(repositories.length / repositoriesPerJob)
  const count = Math.min(wanted, mostMatrixJobs, repositories.length)
  const include = Array.from({ length: count }, (_, index) => ({
    shard: index + 1,
    repositories: repositories.filter((_name, at) => at % count === index).join('\n'),
  }))
  return { include }
}
