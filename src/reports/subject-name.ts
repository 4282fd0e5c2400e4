/** What a finding is about, in a few words. */
import type { JsonWorkload } from './json-report.ts'

/** `Deployment/web in shop, container web`, as far as it is known; else the file. */
export function subjectName(subject: {
  readonly file: string
  readonly workload: JsonWorkload | null
  readonly container: string | null
}): string {
  const { workload, container } = subject
  const owner = workload === null ? subject.file : workloadName(workload)
  return container === null ? owner : `${owner}, container ${container}`
}

/** `Deployment/web in shop`. */
export function workloadName({ kind, name, namespace }: JsonWorkload): string {
  return `${kind}/${name}${namespace === null ? '' : ` in ${namespace}`}`
}
