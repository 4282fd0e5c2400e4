/** What violations are about, for comparing those of two checks. */
import type { Violation } from '../policies/evaluate.ts'
import type { Workload } from '../workloads/workload.ts'

/** What a violation of a policy is about, wherever it stands among others with its fingerprint. */
export function violationKey(policy: string, { subject, target }: Pick<Violation, 'subject' | 'target'>): string {
  const object = subject.object?.identity
  return [
    policy,
    target,
    workloadKey(subject.workload),
    subject.container?.container.name ?? '',
    subject.process?.program ?? '',
    object === undefined ? '' : `${object.kind}/${object.name}`,
  ].join('\n')
}

/** File and identity of a workload; empty for none. */
export function workloadKey(workload: Workload | null): string {
  if (workload === null) return ''
  const { file, identity } = workload.manifest
  return [file.path, identity.kind, identity.namespace ?? '', identity.name].join('\n')
}
