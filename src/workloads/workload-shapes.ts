/** The fields of workloads that most manifests have; a workload with these alone is not worth loading the schemas for. */
import { METADATA, POD_SPEC, RESOURCES, SELECTOR } from './pod-shapes.ts'
import { choiceOf, fieldsOf, listOf, type Shape } from './shape.ts'

const TEXT: Shape = { kind: 'text' }
const INTEGER: Shape = { kind: 'integer' }
const BOOLEAN: Shape = { kind: 'boolean' }
const INTEGER_OR_TEXT: Shape = { kind: 'integerOrText' }

const TEMPLATE = fieldsOf({ metadata: METADATA, spec: POD_SPEC })

const CLAIM = objectOf(
  'v1/PersistentVolumeClaim',
  fieldsOf({
    accessModes: listOf(choiceOf('ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod')),
    resources: RESOURCES,
    storageClassName: TEXT,
    volumeMode: choiceOf('Block', 'Filesystem'),
    volumeName: TEXT,
  }),
)

/** What all controllers of pods have. */
const CONTROLLED = { minReadySeconds: INTEGER, revisionHistoryLimit: INTEGER, selector: SELECTOR, template: TEMPLATE }

const DEPLOYMENT = fieldsOf({
  ...CONTROLLED,
  paused: BOOLEAN,
  progressDeadlineSeconds: INTEGER,
  replicas: INTEGER,
  strategy: fieldsOf({
    type: choiceOf('Recreate', 'RollingUpdate'),
    rollingUpdate: fieldsOf({ maxSurge: INTEGER_OR_TEXT, maxUnavailable: INTEGER_OR_TEXT }),
  }),
})

const STATEFUL_SET = fieldsOf({
  ...CONTROLLED,
  podManagementPolicy: choiceOf('OrderedReady', 'Parallel'),
  replicas: INTEGER,
  serviceName: TEXT,
  updateStrategy: fieldsOf({
    type: choiceOf('OnDelete', 'RollingUpdate'),
    rollingUpdate: fieldsOf({ maxUnavailable: INTEGER_OR_TEXT, partition: INTEGER }),
  }),
  volumeClaimTemplates: listOf(CLAIM),
})

const DAEMON_SET = fieldsOf({
  ...CONTROLLED,
  updateStrategy: fieldsOf({
    type: choiceOf('OnDelete', 'RollingUpdate'),
    rollingUpdate: fieldsOf({ maxSurge: INTEGER_OR_TEXT, maxUnavailable: INTEGER_OR_TEXT }),
  }),
})

const REPLICA_SET = fieldsOf({
  minReadySeconds: INTEGER,
  replicas: INTEGER,
  selector: SELECTOR,
  template: TEMPLATE,
})

const JOB = fieldsOf({
  activeDeadlineSeconds: INTEGER,
  backoffLimit: INTEGER,
  completionMode: choiceOf('Indexed', 'NonIndexed'),
  completions: INTEGER,
  manualSelector: BOOLEAN,
  parallelism: INTEGER,
  selector: SELECTOR,
  suspend: BOOLEAN,
  template: TEMPLATE,
  ttlSecondsAfterFinished: INTEGER,
})

const CRON_JOB = fieldsOf({
  concurrencyPolicy: choiceOf('Allow', 'Forbid', 'Replace'),
  failedJobsHistoryLimit: INTEGER,
  jobTemplate: fieldsOf({ metadata: METADATA, spec: JOB }),
  schedule: TEXT,
  startingDeadlineSeconds: INTEGER,
  successfulJobsHistoryLimit: INTEGER,
  suspend: BOOLEAN,
  timeZone: TEXT,
})

/** Shapes that the API server takes, by `apiVersion/kind`. */
export const WORKLOAD_SHAPES: ReadonlyMap<string, Shape> = new Map(
  [
    ['apps/v1/Deployment', DEPLOYMENT] as const,
    ['apps/v1/StatefulSet', STATEFUL_SET] as const,
    ['apps/v1/DaemonSet', DAEMON_SET] as const,
    ['apps/v1/ReplicaSet', REPLICA_SET] as const,
    ['batch/v1/Job', JOB] as const,
    ['batch/v1/CronJob', CRON_JOB] as const,
    ['v1/Pod', POD_SPEC] as const,
  ].map(([name, spec]) => [name, objectOf(name, spec)]),
)

function objectOf(name: string, spec: Shape): Shape {
  const slash = name.lastIndexOf('/')
  return fieldsOf({
    apiVersion: choiceOf(name.slice(0, slash)),
    kind: choiceOf(name.slice(slash + 1)),
    metadata: METADATA,
    spec,
  })
}
