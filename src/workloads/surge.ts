/** How many pods a rollout adds. */
import { stringAt } from '../manifests/node.ts'
import type { Manifest } from './manifest.ts'

/** Kinds whose rollouts start new pods before old ones stop. */
const SURGING_KINDS = ['Deployment', 'Rollout']

/**
 * Pods above the replicas during a rollout: `maxSurge` as a number or a percentage that is rounded up, 25 % by default; none
 * with `Recreate` and for kinds that stop a pod first.
 * Source: https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-surge
 */
export function surgeOf({ identity, object }: Manifest, replicas: number): number {
  if (!SURGING_KINDS.includes(identity.kind)) return 0
  if (stringAt(object, ['spec', 'strategy', 'type']) === 'Recreate') return 0
  const written =
    stringAt(object, ['spec', 'strategy', 'rollingUpdate', 'maxSurge']) ??
    stringAt(object, ['spec', 'strategy', 'canary', 'maxSurge'])
  const percent = /^(\d+)%$/.exec(written ?? '25%')
  if (percent !== null) return Math.ceil((replicas * Number(percent[1])) / 100)
  return written !== undefined && /^\d+$/.test(written) ? Number(written) : Math.ceil(replicas / 4)
}
