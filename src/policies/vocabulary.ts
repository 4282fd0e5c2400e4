/** The words that policy expressions may use, with their types. */
import type { Program, SettingType } from '../programs/program.ts'
import type { Scope } from './policy.ts'

/** A CEL type, or fields of an object. `dyn` stands for values that may be null. */
export type VocabularyType =
  | 'double'
  | 'string'
  | 'bool'
  | 'dyn'
  | 'list<string>'
  | 'list<double>'
  | 'list<map<string, dyn>>'
  | Vocabulary

/** Fields by name. */
export interface Vocabulary {
  readonly [name: string]: VocabularyType
}

const PROBE: Vocabulary = {
  /** none, http, exec, tcp or grpc */
  kind: 'string',
  timeoutSeconds: 'double',
  periodSeconds: 'double',
  failureThreshold: 'double',
  initialDelaySeconds: 'double',
  port: 'dyn',
  command: 'string',
}

const PROCESS: Vocabulary = {
  program: 'string',
  role: 'string',
  via: 'list<string>',
  termination: 'string',
  pid1: 'bool',
  conditional: 'bool',
  startupError: 'dyn',
  startupErrorSetting: 'dyn',
  cpuCountSettings: 'list<string>',
  processes: 'double',
  threads: 'double',
  slots: 'double',
  parents: 'double',
  concurrency: 'string',
  spacedWord: 'dyn',
  spacedFlag: 'dyn',
  unexpandedWord: 'dyn',
  undefinedReference: 'dyn',
  equalsShortFlag: 'dyn',
  command: 'string',
}

const CONTAINER: Vocabulary = {
  name: 'string',
  role: 'string',
  image: 'dyn',
  requests: { cpu: 'dyn', memory: 'dyn' },
  limits: { cpu: 'dyn', memory: 'dyn' },
  resourcesSource: 'string',
  ports: 'list<double>',
  livenessProbe: PROBE,
  readinessProbe: PROBE,
  startupProbe: PROBE,
  /** none, exec, http or sleep */
  preStop: 'string',
  preStopSeconds: 'dyn',
  readOnlyRootFilesystem: 'bool',
  mounts: 'list<string>',
  memoryMounts: 'list<string>',
  variables: 'list<string>',
  downwardVariables: 'list<map<string, dyn>>',
  memoryQuantities: 'list<map<string, dyn>>',
  resizesCpuInPlace: 'bool',
}

const POD: Vocabulary = {
  terminationGracePeriodSeconds: 'double',
  terminationGracePeriodIsSet: 'bool',
  enableServiceLinks: 'bool',
  shareProcessNamespace: 'bool',
  roles: 'list<string>',
  programs: 'list<string>',
  containers: 'double',
}

const WORKLOAD: Vocabulary = {
  apiVersion: 'string',
  kind: 'string',
  name: 'string',
  namespace: 'dyn',
  replicasMin: 'dyn',
  replicasMax: 'dyn',
  replicasSource: 'string',
  replicasIsSet: 'bool',
  strategy: 'string',
  maxSurge: 'dyn',
  isTemplate: 'bool',
  hasService: 'bool',
  services: 'list<map<string, dyn>>',
  scalers: 'list<map<string, dyn>>',
  ingresses: 'list<map<string, dyn>>',
}

const SIZING: Vocabulary = {
  cpu: 'double',
  cpuText: 'string',
  cpuIsLimit: 'bool',
  memory: 'double',
  memoryText: 'string',
  memoryNeed: 'double',
  memoryNeedText: 'string',
  memoryFloor: 'double',
  memoryFloorText: 'string',
  baseMemory: 'double',
  workerMemory: 'double',
  workerMemoryText: 'string',
  isMeasured: 'bool',
  headroom: 'double',
  profile: 'string',
  profileIsDefault: 'bool',
  topology: 'string',
  recommended: {
    workers: 'double',
    threads: 'double',
    concurrency: 'double',
    memory: 'double',
    cpu: 'double',
    processes: 'double',
    processesForCpu: 'double',
    processesInMemory: 'double',
  },
}

const SCALER: Vocabulary = {
  /** HorizontalPodAutoscaler or ScaledObject */
  kind: 'string',
  name: 'string',
  min: 'dyn',
  max: 'dyn',
  targetKind: 'string',
  targetName: 'string',
  /** Is the target among the manifests? */
  targetIsKnown: 'bool',
  /** `{type, name, targetType, target}` of each metric of an HPA. */
  metrics: 'list<map<string, dyn>>',
  /** `{type, metadata}` of each trigger of a ScaledObject. */
  triggers: 'list<map<string, dyn>>',
  /** Other autoscalers with the same target, as `Kind/name`. */
  rivals: 'list<string>',
  /** Requests that a utilisation metric needs and a container lacks, as `cpu of web`. */
  missingRequests: 'list<string>',
  /** Roles and programs of the target's processes. */
  roles: 'list<string>',
  programs: 'list<string>',
  /** `{program, role, processes, threads, slots, concurrency}` of the target. */
  processes: 'list<map<string, dyn>>',
}

const DATABASE: Vocabulary = {
  name: 'string',
  maxConnections: 'double',
  reserved: 'double',
  /** Connections at peak; absent when a workload's size is not known. */
  connections: 'double',
  /** `Kind/name: replicas × slots` of each workload. */
  shares: 'list<string>',
}

const SYSTEM: Vocabulary = {
  /** `{program, role, workload, kind, namespace, replicasMax, processes, threads, slots, queues}` of every process. */
  processes: 'list<map<string, dyn>>',
  /** `{name, namespace}` of every Service. */
  services: 'list<map<string, dyn>>',
}

/** The variables of a scope; `settings` and `origins` depend on the programs a policy is for. */
export function scopeVocabulary(scope: Scope): Vocabulary {
  switch (scope) {
    case 'process':
      return { process: PROCESS, container: CONTAINER, pod: POD, workload: WORKLOAD, sizing: SIZING, system: SYSTEM }
    case 'container':
      return { container: CONTAINER, pod: POD, workload: WORKLOAD, system: SYSTEM }
    case 'workload':
      return { pod: POD, workload: WORKLOAD, system: SYSTEM }
    case 'scaler':
      return { scaler: SCALER, workload: WORKLOAD, pod: POD, system: SYSTEM }
    case 'system':
      return { database: DATABASE, system: SYSTEM }
  }
}

/** The settings of some programs; a setting that means different types in two of them is `dyn`. */
export function settingsVocabulary(programs: readonly Program[]): Vocabulary {
  const types = new Map<string, VocabularyType>()
  for (const program of programs) {
    for (const [name, type] of program.settingTypes) {
      const celType = settingCelType(type)
      types.set(name, types.has(name) && types.get(name) !== celType ? 'dyn' : celType)
    }
  }
  return Object.fromEntries(types)
}

function settingCelType(type: SettingType): VocabularyType {
  switch (type) {
    case 'number':
      return 'double'
    case 'string':
      return 'string'
    case 'boolean':
      return 'bool'
    case 'strings':
      return 'list<string>'
    case 'numbers':
      return 'list<double>'
    case 'any':
      return 'dyn'
  }
}
