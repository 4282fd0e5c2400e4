/** Scenarios as they are written in scenarios.json, and the manifest that a scenario is about. */

/** The container of a scenario. */
export interface ScenarioManifest {
  readonly program: 'gunicorn' | 'celery'
  readonly profile: 'io' | 'cpu' | 'mixed'
  readonly words: readonly string[]
  readonly cpu: string
  readonly memory: string
  readonly workerMemory?: string
  readonly probed?: boolean
  readonly scaledByCpu?: boolean
  /** gunicorn reads a file that counts the node's cores. */
  readonly nodeCountFile?: boolean
  /** What a shell does in front of the program. */
  readonly shell?: string | undefined
}

/** One scenario; fields that only the harness reads are left out. */
export interface Scenario {
  readonly id: string
  readonly kind: string
  readonly policies: readonly string[]
  readonly manifest?: ScenarioManifest
  /** The original as the harness runs it, when that is not what the manifest says word for word. */
  readonly originalWords?: readonly string[]
  /** What the policy's message recommends, where it offers no edit. */
  readonly recommended?: readonly string[]
  readonly alternatives?: Readonly<Record<string, readonly string[]>>
  readonly settings?: Readonly<Record<string, readonly string[]>>
  readonly script?: Readonly<Record<string, readonly string[]>>
  readonly topologies?: { readonly workers: number; readonly cpuMillicores: number }
  readonly balance?: string
  readonly work?: { readonly cpuMs?: number; readonly waitMs?: number }
  readonly rate?: number
}

/** The manifest of a scenario. */
export function manifestOf(manifest: ScenarioManifest): string {
  const lines = [
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata:',
    '  name: lab',
    '  annotations:',
    `    workerlint.dev/profile: ${manifest.profile}`,
    ...(manifest.workerMemory === undefined ? [] : [`    workerlint.dev/worker-memory: ${manifest.workerMemory}`]),
    'spec:',
    ...(manifest.scaledByCpu === true ? [] : ['  replicas: 2']),
    '  selector:',
    '    matchLabels: {app: lab}',
    '  template:',
    '    metadata:',
    '      labels: {app: lab}',
    '    spec:',
    '      containers:',
    '        - name: lab',
    '          image: registry.example/lab:1',
    ...commandOf(manifest),
    '          resources:',
    `            requests: {cpu: "${manifest.cpu}", memory: ${manifest.memory}}`,
    `            limits: {cpu: "${manifest.cpu}", memory: ${manifest.memory}}`,
    ...(manifest.probed === true ? ['          livenessProbe:', '            httpGet: {path: /, port: 8000}'] : []),
    ...(manifest.nodeCountFile === true
      ? [
          '          volumeMounts: [{name: settings, mountPath: /etc/gunicorn}]',
          '      volumes: [{name: settings, configMap: {name: settings}}]',
        ]
      : []),
    ...(manifest.scaledByCpu === true ? AUTOSCALER : []),
    ...(manifest.nodeCountFile === true ? SETTINGS : []),
  ]
  return `${lines.join('\n')}\n`
}

function commandOf(manifest: ScenarioManifest): readonly string[] {
  const file = manifest.nodeCountFile === true ? ['--config=/etc/gunicorn/conf.py'] : []
  const program =
    manifest.program === 'gunicorn' ? ['gunicorn', 'web:application', ...file] : ['celery', '-A', 'tasks', 'worker']
  const words = [...program, ...manifest.words]
  if (manifest.shell !== undefined) {
    return [
      '          command: ["/bin/dash", "-c"]',
      '          args:',
      '            - |',
      `              ${manifest.shell}${words.join(' ')}`,
    ]
  }
  return [`          command: ${JSON.stringify(words)}`]
}

const AUTOSCALER = [
  '---',
  'apiVersion: autoscaling/v2',
  'kind: HorizontalPodAutoscaler',
  'metadata:',
  '  name: lab',
  'spec:',
  '  minReplicas: 2',
  '  maxReplicas: 6',
  '  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: lab}',
  '  metrics:',
  '    - type: Resource',
  '      resource:',
  '        name: cpu',
  '        target: {type: Utilization, averageUtilization: 70}',
]

const SETTINGS = [
  '---',
  'apiVersion: v1',
  'kind: ConfigMap',
  'metadata:',
  '  name: settings',
  'data:',
  '  conf.py: |',
  '    import multiprocessing',
  '    workers = multiprocessing.cpu_count() * 2 + 1',
]
