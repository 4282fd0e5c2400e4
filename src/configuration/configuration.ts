/** The configuration of a run: which policies apply how strictly where, and what sizing takes for granted. */
import type { Confidence, Parameter, Policy, Severity } from '../policies/policy.ts'
import type { Profile, Topology } from '../sizing/assumptions.ts'
import type { UsageTable } from './usage.ts'

/** The level of a policy: off, or the severity of its findings. */
export type Level = 'off' | Severity

/** What the file says about one policy. */
export interface PolicySetting {
  readonly severity: Level | null
  readonly params: ReadonlyMap<string, Parameter>
}

/** Sizing figures; null leaves the default. Memory in bytes. */
export interface SizingSetting {
  readonly baseMemory: number | null
  readonly workerMemory: number | null
  readonly profile: Profile | null
}

/** What an override is for; null matches everything. Names and paths are globs. */
export interface OverrideMatch {
  readonly path: string | null
  readonly namespace: string | null
  readonly kind: string | null
  readonly name: string | null
  readonly container: string | null
}

/** Settings for some workloads only. */
export interface Override {
  readonly match: OverrideMatch
  readonly policies: ReadonlyMap<string, PolicySetting>
  readonly sizing: SizingSetting
  readonly reason: string | null
}

/** A database whose connections workloads share. */
export interface Database {
  readonly name: string
  readonly maxConnections: number
  readonly reserved: number
  /** Connections that one process or thread keeps. */
  readonly perSlot: number
  readonly workloads: readonly OverrideMatch[]
}

/** Which policies are on before the file's own settings. */
export type Profileset = 'recommended' | 'strict' | 'none'

/** The whole configuration. */
export interface Configuration {
  readonly extends: Profileset
  readonly topology: Topology | null
  readonly failOn: Severity | 'never' | null
  readonly exclude: readonly string[]
  readonly policyFiles: readonly string[]
  readonly policies: ReadonlyMap<string, PolicySetting>
  readonly headroom: number | null
  readonly sizing: ReadonlyMap<string, SizingSetting>
  readonly databases: readonly Database[]
  readonly overrides: readonly Override[]
  /** Measured memory, which stands above the file's own figures. */
  readonly usage: UsageTable
}

/** Sizing that leaves every default. */
export const NO_SIZING: SizingSetting = { baseMemory: null, workerMemory: null, profile: null }

/** The configuration without a file. */
export const DEFAULT_CONFIGURATION: Configuration = {
  extends: 'recommended',
  topology: null,
  failOn: null,
  exclude: [],
  policyFiles: [],
  policies: new Map(),
  headroom: null,
  sizing: new Map(),
  databases: [],
  overrides: [],
  usage: new Map(),
}

/** Confidences that a set of policies turns on. */
const CONFIDENCES: Readonly<Record<Profileset, readonly Confidence[]>> = {
  recommended: ['fact', 'practice'],
  strict: ['fact', 'practice', 'heuristic'],
  none: [],
}

/** The level of a policy by configuration, without overrides. */
export function levelOf(policy: Policy, configuration: Configuration): Level {
  const setting = configuration.policies.get(policy.id)
  if (setting?.severity !== null && setting?.severity !== undefined) return setting.severity
  return CONFIDENCES[configuration.extends].includes(policy.confidence) ? policy.severity : 'off'
}

/** The parameters of a policy: its defaults under the file's values. */
export function paramsOf(policy: Policy, configuration: Configuration): ReadonlyMap<string, Parameter> {
  const setting = configuration.policies.get(policy.id)
  return setting === undefined ? policy.params : new Map([...policy.params, ...setting.params])
}
