/** The identity of a finding: it survives moved lines and new wording. */
import type { Violation } from '../policies/evaluate.ts'
import { sha256 } from '../source/sha256.ts'

/** Hash of policy, workload, container and setting: 32 hexadecimal digits. */
export function fingerprintOf(violation: Violation): string {
  const { policy, subject, target } = violation
  const identity = subject.object?.identity ?? subject.workload?.manifest.identity
  const parts = [
    policy.policy.id,
    identity === undefined ? '' : [identity.kind, identity.namespace ?? '', identity.name].join('/'),
    subject.container?.container.name ?? '',
    subject.process?.program ?? '',
    target,
  ]
  return sha256(parts.join('\n')).slice(0, 32)
}

/** Tells findings with one fingerprint apart by their order: the first keeps it. */
export function numberedFingerprint(fingerprint: string, occurrence: number): string {
  if (occurrence === 0) return fingerprint
  return sha256(`${fingerprint}\n${occurrence}`).slice(0, 32)
}
