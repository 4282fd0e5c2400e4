/** The fields of pods that most manifests have; those of the API are many more. https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/ */
import { choiceOf, fieldsOf, listOf, type Shape } from './shape.ts'

const TEXT: Shape = { kind: 'text' }
const INTEGER: Shape = { kind: 'integer' }
const BOOLEAN: Shape = { kind: 'boolean' }
const QUANTITY: Shape = { kind: 'quantity' }
const INTEGER_OR_TEXT: Shape = { kind: 'integerOrText' }
const TEXTS = listOf(TEXT)
const TEXT_BY_NAME: Shape = { kind: 'entries', of: TEXT }
const QUANTITY_BY_NAME: Shape = { kind: 'entries', of: QUANTITY }

/** `metadata` of any object. */
export const METADATA = fieldsOf({
  name: TEXT,
  generateName: TEXT,
  namespace: TEXT,
  labels: TEXT_BY_NAME,
  annotations: TEXT_BY_NAME,
})

/** A label selector. */
export const SELECTOR = fieldsOf({
  matchLabels: TEXT_BY_NAME,
  matchExpressions: listOf(fieldsOf({ key: TEXT, operator: TEXT, values: TEXTS })),
})

/** `resources` of a container or a claim. */
export const RESOURCES = fieldsOf({ limits: QUANTITY_BY_NAME, requests: QUANTITY_BY_NAME })

const KEY_OF = fieldsOf({ name: TEXT, key: TEXT, optional: BOOLEAN })
const ALL_OF = fieldsOf({ name: TEXT, optional: BOOLEAN })

const VARIABLE = fieldsOf({
  name: TEXT,
  value: TEXT,
  valueFrom: fieldsOf({
    configMapKeyRef: KEY_OF,
    secretKeyRef: KEY_OF,
    fieldRef: fieldsOf({ apiVersion: TEXT, fieldPath: TEXT }),
    resourceFieldRef: fieldsOf({ containerName: TEXT, resource: TEXT, divisor: QUANTITY }),
  }),
})

const COMMAND = fieldsOf({ command: TEXTS })
const HTTP_GET = fieldsOf({
  path: TEXT,
  port: INTEGER_OR_TEXT,
  host: TEXT,
  scheme: choiceOf('HTTP', 'HTTPS'),
  httpHeaders: listOf(fieldsOf({ name: TEXT, value: TEXT })),
})
const TCP_SOCKET = fieldsOf({ host: TEXT, port: INTEGER_OR_TEXT })

const PROBE = fieldsOf({
  exec: COMMAND,
  httpGet: HTTP_GET,
  tcpSocket: TCP_SOCKET,
  grpc: fieldsOf({ port: INTEGER, service: TEXT }),
  initialDelaySeconds: INTEGER,
  periodSeconds: INTEGER,
  timeoutSeconds: INTEGER,
  successThreshold: INTEGER,
  failureThreshold: INTEGER,
  terminationGracePeriodSeconds: INTEGER,
})

const HANDLER = fieldsOf({
  exec: COMMAND,
  httpGet: HTTP_GET,
  tcpSocket: TCP_SOCKET,
  sleep: fieldsOf({ seconds: INTEGER }),
})

const SECCOMP = fieldsOf({ type: choiceOf('Localhost', 'RuntimeDefault', 'Unconfined') })

const CONTAINER = fieldsOf({
  name: TEXT,
  image: TEXT,
  imagePullPolicy: choiceOf('Always', 'IfNotPresent', 'Never'),
  command: TEXTS,
  args: TEXTS,
  workingDir: TEXT,
  ports: listOf(
    fieldsOf({
      name: TEXT,
      containerPort: INTEGER,
      hostPort: INTEGER,
      protocol: choiceOf('SCTP', 'TCP', 'UDP'),
    }),
  ),
  env: listOf(VARIABLE),
  envFrom: listOf(fieldsOf({ prefix: TEXT, configMapRef: ALL_OF, secretRef: ALL_OF })),
  resources: RESOURCES,
  volumeMounts: listOf(fieldsOf({ name: TEXT, mountPath: TEXT, subPath: TEXT, readOnly: BOOLEAN })),
  livenessProbe: PROBE,
  readinessProbe: PROBE,
  startupProbe: PROBE,
  lifecycle: fieldsOf({ postStart: HANDLER, preStop: HANDLER }),
  terminationMessagePath: TEXT,
  terminationMessagePolicy: choiceOf('FallbackToLogsOnError', 'File'),
  securityContext: fieldsOf({
    allowPrivilegeEscalation: BOOLEAN,
    capabilities: fieldsOf({ add: TEXTS, drop: TEXTS }),
    privileged: BOOLEAN,
    readOnlyRootFilesystem: BOOLEAN,
    runAsGroup: INTEGER,
    runAsNonRoot: BOOLEAN,
    runAsUser: INTEGER,
    seccompProfile: SECCOMP,
  }),
  restartPolicy: choiceOf('Always'),
  stdin: BOOLEAN,
  tty: BOOLEAN,
})

const FILES = listOf(fieldsOf({ key: TEXT, path: TEXT, mode: INTEGER }))

const VOLUME = fieldsOf({
  name: TEXT,
  configMap: fieldsOf({ name: TEXT, items: FILES, defaultMode: INTEGER, optional: BOOLEAN }),
  emptyDir: fieldsOf({ medium: TEXT, sizeLimit: QUANTITY }),
  hostPath: fieldsOf({ path: TEXT }),
  persistentVolumeClaim: fieldsOf({ claimName: TEXT, readOnly: BOOLEAN }),
  secret: fieldsOf({ secretName: TEXT, items: FILES, defaultMode: INTEGER, optional: BOOLEAN }),
})

const POD_TERM = fieldsOf({ labelSelector: SELECTOR, namespaces: TEXTS, topologyKey: TEXT })
const POD_AFFINITY = fieldsOf({
  preferredDuringSchedulingIgnoredDuringExecution: listOf(fieldsOf({ weight: INTEGER, podAffinityTerm: POD_TERM })),
  requiredDuringSchedulingIgnoredDuringExecution: listOf(POD_TERM),
})
const NODE_TERM = fieldsOf({
  matchExpressions: listOf(
    fieldsOf({
      key: TEXT,
      operator: choiceOf('DoesNotExist', 'Exists', 'Gt', 'In', 'Lt', 'NotIn'),
      values: TEXTS,
    }),
  ),
})

/** `spec` of a pod. */
export const POD_SPEC = fieldsOf({
  activeDeadlineSeconds: INTEGER,
  affinity: fieldsOf({
    nodeAffinity: fieldsOf({
      preferredDuringSchedulingIgnoredDuringExecution: listOf(fieldsOf({ weight: INTEGER, preference: NODE_TERM })),
      requiredDuringSchedulingIgnoredDuringExecution: fieldsOf({ nodeSelectorTerms: listOf(NODE_TERM) }),
    }),
    podAffinity: POD_AFFINITY,
    podAntiAffinity: POD_AFFINITY,
  }),
  automountServiceAccountToken: BOOLEAN,
  containers: listOf(CONTAINER),
  dnsPolicy: choiceOf('ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'),
  enableServiceLinks: BOOLEAN,
  hostIPC: BOOLEAN,
  hostNetwork: BOOLEAN,
  hostPID: BOOLEAN,
  imagePullSecrets: listOf(fieldsOf({ name: TEXT })),
  initContainers: listOf(CONTAINER),
  nodeName: TEXT,
  nodeSelector: TEXT_BY_NAME,
  priorityClassName: TEXT,
  restartPolicy: choiceOf('Always', 'Never', 'OnFailure'),
  schedulerName: TEXT,
  securityContext: fieldsOf({
    fsGroup: INTEGER,
    fsGroupChangePolicy: choiceOf('Always', 'OnRootMismatch'),
    runAsGroup: INTEGER,
    runAsNonRoot: BOOLEAN,
    runAsUser: INTEGER,
    seccompProfile: SECCOMP,
    supplementalGroups: listOf(INTEGER),
  }),
  serviceAccount: TEXT,
  serviceAccountName: TEXT,
  shareProcessNamespace: BOOLEAN,
  terminationGracePeriodSeconds: INTEGER,
  tolerations: listOf(
    fieldsOf({
      key: TEXT,
      operator: choiceOf('Equal', 'Exists'),
      value: TEXT,
      effect: choiceOf('NoExecute', 'NoSchedule', 'PreferNoSchedule'),
      tolerationSeconds: INTEGER,
    }),
  ),
  topologySpreadConstraints: listOf(
    fieldsOf({
      labelSelector: SELECTOR,
      maxSkew: INTEGER,
      topologyKey: TEXT,
      whenUnsatisfiable: choiceOf('DoNotSchedule', 'ScheduleAnyway'),
    }),
  ),
  volumes: listOf(VOLUME),
})
