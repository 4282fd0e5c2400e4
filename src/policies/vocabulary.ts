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
  | 'map<string, string>'
  | Vocabulary

/** Fields by name. */
export interface Vocabulary {
  readonly [name: string]: VocabularyType
}

const PROBE: Vocabulary = {
  /** none, http, exec, tcp or grpc */
  kind: 'string',
  /** Seconds; 1 when not set */
  timeoutSeconds: 'double',
  /** Seconds; 10 when not set */
  periodSeconds: 'double',
  /** 3 when not set */
  failureThreshold: 'double',
  /** Seconds; 0 when not set */
  initialDelaySeconds: 'double',
  /** The port as a number, also when it is written as a name; null when the probe has none */
  port: 'dyn',
  /** Words of an exec probe, joined by spaces */
  command: 'string',
  /** Does it run `celery inspect ping` or `celery status`? */
  asksCelery: 'bool',
  /** Seconds of that command's own --timeout; 1 when it is not given */
  celeryTimeout: 'double',
  /** Does that command name its worker with -d? */
  hasDestination: 'bool',
  /** A word of an exec probe with `$NAME` that no shell reads, or null */
  literalVariable: 'dyn',
}

const PROCESS: Vocabulary = {
  /** gunicorn, celery, uvicorn and so on */
  program: 'string',
  /** web, worker, beat or monitor */
  role: 'string',
  /** Shells and wrappers around it, outermost first, as in `sh -c` */
  via: 'list<string>',
  /** Which way SIGTERM takes: pid1, forwarded, lost or unknown */
  termination: 'string',
  /** Is it PID 1 of the container? */
  pid1: 'bool',
  /** Is it on a branch whose condition cannot be decided? */
  conditional: 'bool',
  /** Does nothing else start after it? */
  isLast: 'bool',
  /** Why the real program would refuse to start, or null */
  startupError: 'dyn',
  /** The setting that it refuses, or null */
  startupErrorSetting: 'dyn',
  /** Settings that come from the CPU count of the node */
  cpuCountSettings: 'list<string>',
  /** Processes that do the work, without their parent */
  processes: 'double',
  /** Threads or greenlets that serve at once in each process */
  threads: 'double',
  /** processes × threads */
  slots: 'double',
  /** Parents and helpers beside the working processes */
  parents: 'double',
  /** What one more unit of concurrency is: process, thread or eventLoop */
  concurrency: 'string',
  /** The setting that decides how many processes or tasks run at once, and where it comes from */
  sizeValue: 'dyn',
  sizeOrigin: 'string',
  /** TCP ports that it listens on */
  ports: 'list<double>',
  /** Addresses that it listens on, without ports */
  hosts: 'list<string>',
  /** Does an init send signals to the whole process group? */
  signalsGroup: 'bool',
  /** Variables of the container that it reads or that its command mentions */
  variablesInUse: 'list<string>',
  /** A word such as `--workers 4`, or null */
  spacedWord: 'dyn',
  /** Its flag, or null */
  spacedFlag: 'dyn',
  /** A word with shell syntax that no shell reads, or null */
  unexpandedWord: 'dyn',
  /** A word with `$(NAME)` of no variable, or null */
  undefinedReference: 'dyn',
  /** A word such as `-c=4`, or null */
  equalsShortFlag: 'dyn',
  /** celery: the word that gives 0 as a concurrency or prefetch multiplier, or null */
  zeroWord: 'dyn',
  /** celery: an option that only versions before 5 take where it stands, or null */
  legacyWord: 'dyn',
  /** argv joined by spaces; what is not known is … */
  command: 'string',
}

const CONTAINER: Vocabulary = {
  name: 'string',
  /** container, initContainer or sidecar */
  role: 'string',
  /** The image, or null */
  image: 'dyn',
  /** Millicores and bytes; null when not set */
  requests: { cpu: 'dyn', memory: 'dyn' },
  /** Millicores and bytes; null when not set */
  limits: { cpu: 'dyn', memory: 'dyn' },
  /** container, limitRange or pod */
  resourcesSource: 'string',
  /** containerPort of every port */
  ports: 'list<double>',
  livenessProbe: PROBE,
  readinessProbe: PROBE,
  startupProbe: PROBE,
  /** The probes that are set, each with its field name as `probe` */
  probes: 'list<map<string, dyn>>',
  /** none, exec, http or sleep */
  preStop: 'string',
  /** Seconds that the hook takes; absent when that is not known */
  preStopSeconds: 'dyn',
  readOnlyRootFilesystem: 'bool',
  /** Mount paths */
  mounts: 'list<string>',
  /** Mount paths that can be written to */
  writableMounts: 'list<string>',
  /** Mount paths of emptyDir volumes in memory */
  memoryMounts: 'list<string>',
  /** Those without a sizeLimit */
  unboundedMemoryMounts: 'list<string>',
  /** Can Python make temporary files? */
  canWriteTemporary: 'bool',
  workingDirectory: 'string',
  /** Names of all variables */
  variables: 'list<string>',
  /** Known values of variables by name */
  values: 'map<string, string>',
  /** `{name, reference, value}` of variables that refer to one defined further down */
  lateReferences: 'list<map<string, dyn>>',
  /** `{name, resource, divisor, value}` of variables from resourceFieldRef */
  downwardVariables: 'list<map<string, dyn>>',
  /** `{field, text, bytes, list}` of memory amounts as they are written */
  memoryQuantities: 'list<map<string, dyn>>',
  /** Is the CPU resized without a restart? */
  resizesCpuInPlace: 'bool',
  /** Servers and queue workers that it starts */
  servers: 'double',
  /** Working processes of all of them */
  workingProcesses: 'double',
  /** Is everything that it starts known? */
  isResolved: 'bool',
}

const POD: Vocabulary = {
  /** 30 when not set */
  terminationGracePeriodSeconds: 'double',
  terminationGracePeriodIsSet: 'bool',
  enableServiceLinks: 'bool',
  shareProcessNamespace: 'bool',
  /** Roles of the processes in all containers but init containers */
  roles: 'list<string>',
  /** Programs of those processes */
  programs: 'list<string>',
  /** `{program, role, processes, threads, slots, concurrency, queues}` of those processes */
  processes: 'list<map<string, dyn>>',
  /** Containers and sidecars, without init containers */
  containers: 'double',
}

const WORKLOAD: Vocabulary = {
  apiVersion: 'string',
  kind: 'string',
  name: 'string',
  /** The namespace, or null */
  namespace: 'dyn',
  /** Pods at least; null when nothing says */
  replicasMin: 'dyn',
  /** Pods at most; null when nothing bounds them */
  replicasMax: 'dyn',
  /** `spec.replicas`, `HorizontalPodAutoscaler/web` and so on */
  replicasSource: 'string',
  replicasIsSet: 'bool',
  /** RollingUpdate when not set */
  strategy: 'string',
  /** maxSurge as it is written, or null */
  maxSurge: 'dyn',
  rollingUpdateIsSet: 'bool',
  /** Is it a Job, CronJob or ScaledJob? */
  isBatch: 'bool',
  /** Does something else fill in placeholders of this manifest? */
  isTemplate: 'bool',
  hasService: 'bool',
  /** `{name, type, ports}` of the Services that select it; each port has `port` and `targetPort` */
  services: 'list<map<string, dyn>>',
  /** `{kind, name}` of the autoscalers that target it */
  scalers: 'list<map<string, dyn>>',
  /** `{name, class, annotations}` of the Ingresses that route to it */
  ingresses: 'list<map<string, dyn>>',
}

const SIZING: Vocabulary = {
  /** Cores to size by: the limit, else twice the request; absent when neither is set */
  cpu: 'double',
  /** The same as a quantity */
  cpuText: 'string',
  cpuIsLimit: 'bool',
  /** The memory limit in bytes; absent when it is not set */
  memory: 'double',
  memoryText: 'string',
  /** base + processes × worker, in bytes */
  memoryNeed: 'double',
  memoryNeedText: 'string',
  /** What the processes need without an application, in bytes */
  memoryFloor: 'double',
  memoryFloorText: 'string',
  /** Bytes of the parent */
  baseMemory: 'double',
  /** Bytes of one process */
  workerMemory: 'double',
  workerMemoryText: 'string',
  /** Was the size of a process given? */
  isMeasured: 'bool',
  /** Share of the memory limit that stays free */
  headroom: 'double',
  /** io, cpu or mixed */
  profile: 'string',
  profileIsDefault: 'bool',
  /** horizontal, mixed or vertical */
  topology: 'string',
  /** Values with their derivation; CPU in millicores, memory in bytes */
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
  /** 1, or 0 for a ScaledObject, when not set */
  min: 'dyn',
  minIsSet: 'bool',
  /** 100 for a ScaledObject when not set, else null */
  max: 'dyn',
  targetKind: 'string',
  targetName: 'string',
  /** Is the target among the manifests? */
  targetIsKnown: 'bool',
  /** `{type, name, targetType, target}` of each metric of an HPA. */
  metrics: 'list<map<string, dyn>>',
  /** `{type, metricType, metadata}` of each trigger of a ScaledObject. */
  triggers: 'list<map<string, dyn>>',
  /** Other autoscalers with the same target, as `Kind/name`, twenty at most. */
  rivals: 'list<string>',
  /** Requests that a utilisation metric needs and a container lacks, as `cpu of web`. */
  missingRequests: 'list<string>',
  /** The highest CPU utilisation that the limits allow, in percent of the requests. */
  reachableCpu: 'double',
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
