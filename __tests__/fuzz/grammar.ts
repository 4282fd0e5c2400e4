/** Manifests, scripts and configurations that are well-formed, and strange in what they say. */
import type { Random } from './random.ts'

const WORDS = [
  'gunicorn',
  'celery',
  'uvicorn',
  'uwsgi',
  'python',
  'worker',
  'beat',
  '-w',
  '4',
  '--workers=9',
  '-c',
  '$(nproc)',
  '${W:-$((2*$(nproc)+1))}',
  '-A',
  'app',
  '--autoscale=10,2',
  '--threads',
  '-k',
  'gevent',
  '"$@"',
  '$X',
  "'a b'",
  'exec',
  'sh',
  '-c',
  '&&',
  ';',
  '|',
  '||',
  '(',
  ')',
  '{',
  '}',
  'if',
  'then',
  'fi',
  'for',
  'do',
  'done',
  'case',
  'esac',
  'in',
  '*)',
  '=',
  '$((1/0))',
  '--',
  'tini',
  'env',
  'A=1',
  'eval',
  '\n',
]
const QUANTITIES = [
  '1',
  '500m',
  '0',
  '-1',
  '1Ki',
  '1e3',
  '0.1',
  '1n',
  '9999999999999Ei',
  '"100m"',
  'null',
  '~',
  '[]',
  '{}',
  'x',
  '${CPU}',
  '0x10',
  '1_000',
]
const EXPRESSIONS = [
  '1',
  '"a"',
  'os.environ.get("W", 3)',
  'int(os.getenv("W"))',
  'multiprocessing.cpu_count() * 2 + 1',
  'f"{x}:{y}"',
  '[1, 2][5]',
  '{}["a"]',
  'x or y',
  'not x',
  'a if b else c',
  '(lambda: 1)()',
  'len("a" * 9)',
  'max([])',
  '"%s" % x',
  '10 ** 400',
  'None',
  '"a".split()[0]',
  'x[::-1]',
  '[i for i in range(9)]',
]

/** A manifest with one of many kinds. */
export function makeManifest(random: Random): string {
  const kind = random.pick([
    'Deployment',
    'StatefulSet',
    'DaemonSet',
    'Job',
    'CronJob',
    'Pod',
    'Rollout',
    'List',
    'ConfigMap',
    'HorizontalPodAutoscaler',
    'ScaledObject',
    'Service',
    'LimitRange',
    'Template',
  ])
  const count = () => random.pick(['1', '0', '-3', '1000000', '"2"', 'null', '{}', '1.5'])
  const words = () => Array.from({ length: 1 + random.below(7) }, () => JSON.stringify(random.pick(WORDS))).join(', ')
  const amounts = () => `{cpu: ${random.pick(QUANTITIES)}, memory: ${random.pick(QUANTITIES)}}`
  return `apiVersion: ${random.pick(['v1', 'apps/v1', 'batch/v1', 'autoscaling/v2', 'keda.sh/v1alpha1', 'argoproj.io/v1alpha1', 'x'])}
kind: ${kind}
metadata: {name: ${random.pick(['web', 'a', '""', 'null', '{}'])}, annotations: {workerlint.dev/profile: ${random.pick(['io', 'cpu', 'x'])}, ignore.workerlint.dev/${random.pick(['memory-floor', 'x'])}: "${random.pick(['', 'reason', 'until=2020-01-01 x', 'container=c y'])}"}}
data: {gunicorn.conf.py: "workers = ${random.pick(EXPRESSIONS).replaceAll('"', '\\"')}"}
spec:
  replicas: ${count()}
  minReplicas: ${count()}
  maxReplicas: ${count()}
  scaleTargetRef: {kind: Deployment, name: web}
  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: ${count()}}}}]
  ${random.pick(['jobTemplate: {spec: {template: {spec: &spec {}}}}', 'strategy: {type: Recreate}', 'selector: {app: web}', ''])}
  template:
    metadata: {labels: {app: web}}
    spec:
      terminationGracePeriodSeconds: ${count()}
      containers:
        - name: c
          image: ${random.pick(['python:3', 'celery', '"$(X)"', '""', 'tiangolo/uvicorn-gunicorn-fastapi', '{}'])}
          ${random.pick(['command', 'args', 'workingDir'])}: [${words()}]
          args: ${random.pick([`[${words()}]`, 'null', '{}', JSON.stringify(makeScript(random))])}
          env: [{name: W, value: ${count()}}, {name: X, value: $(W)$(X)}, {name: GUNICORN_CMD_ARGS, value: ${JSON.stringify(random.pick(WORDS))}}, {name: Y, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: ${random.pick(QUANTITIES)}}}}]
          envFrom: [{configMapRef: {name: web}}]
          resources: {requests: ${amounts()}, limits: ${amounts()}}
          livenessProbe: {${random.pick(['exec: {command: [celery, inspect, ping]}', 'httpGet: {port: 80}', 'tcpSocket: {}'])}, periodSeconds: ${count()}, timeoutSeconds: ${count()}}
          volumeMounts: [{name: v, mountPath: ${random.pick(['/etc/g', '/', '..', '""'])}, subPath: ${random.pick(['gunicorn.conf.py', '../x'])}}]
      volumes: [{name: v, configMap: {name: web}}]
`
}

/** A shell script. */
export function makeScript(random: Random): string {
  return Array.from({ length: 1 + random.below(30) }, () => random.pick(WORDS)).join(' ')
}

/** A Python module. */
export function makeModule(random: Random): string {
  const line = () =>
    `${random.pick(['workers', 'bind', 'threads', 'timeout', 'x', 'y'])} ${random.pick(['=', '+=', '=='])} ${random.pick(EXPRESSIONS)}`
  return Array.from({ length: 1 + random.below(12) }, () =>
    random.pick([
      line(),
      `if ${random.pick(EXPRESSIONS)}:\n    ${line()}`,
      `for x in ${random.pick(EXPRESSIONS)}:\n    ${line()}`,
      `def f(x):\n    return ${random.pick(EXPRESSIONS)}`,
      `while True:\n    ${line()}`,
      `try:\n    ${line()}\nexcept Exception:\n    pass`,
      'import os, multiprocessing',
    ]),
  ).join('\n')
}
