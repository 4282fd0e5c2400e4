/** Documents of the corpus: workloads, Services, autoscalers, ConfigMaps and Ingresses. */
import { containersOf } from './corpus-containers.mjs'
import { ADJECTIVES, NOUNS, TEAMS } from './corpus-random.mjs'

const indent = (s, n) =>
  s
    .split('\n')
    .map((l) => (l ? ' '.repeat(n) + l : l))
    .join('\n')

const seqItem = (s) =>
  s
    .replace(/^/, '- ')
    .split('\n')
    .map((l, i) => (i === 0 || !l ? l : `  ${l}`))
    .join('\n')

/** Makes the functions that write documents. */
export function documentsOf(random) {
  const { int, pick, chance, hex, words } = random
  const container = containersOf(random)
  const labels = (a, team) =>
    `app.kubernetes.io/name: ${a}\napp.kubernetes.io/part-of: ${team}\nteam: ${team}\n${chance(0.4) ? `version: "${int(1, 9)}.${int(0, 30)}"\n` : ''}`.trimEnd()

  function deployment(app, team, isServer) {
    const kind = pick(['Deployment', 'Deployment', 'Deployment', 'StatefulSet', 'CronJob'])
    const anchor = chance(0.15) ? 'res' : null
    let cs = seqItem(container(app, isServer, anchor ? { define: anchor } : null))
    if (chance(0.3)) cs += seqItem(container(`${app}-sidecar`, false, anchor ? { alias: anchor } : null))
    let pod = `metadata:\n  labels:\n${indent(labels(app, team), 4)}\n`
    if (chance(0.4)) pod += `  annotations:\n    prometheus.io/scrape: "true"\n    checksum/config: ${hex(64)}\n`
    pod += `spec:\n  serviceAccountName: ${app}\n  terminationGracePeriodSeconds: ${pick([30, 60, 90])}\n${kind === 'CronJob' ? '  restartPolicy: Never\n' : ''}`
    if (chance(0.2))
      pod += `  initContainers:\n  - name: wait\n    image: busybox:1.36\n    command: ["sh", "-c", "until nc -z db 5432; do sleep 1; done"]\n`
    pod += `  containers:\n${indent(cs, 2)}`
    pod += `  volumes:\n  - name: config\n    configMap:\n      name: ${app}-config\n  - name: tmp\n    emptyDir: {}\n`
    if (chance(0.3))
      pod += `  affinity:\n    podAntiAffinity:\n      preferredDuringSchedulingIgnoredDuringExecution:\n      - weight: 100\n        podAffinityTerm:\n          topologyKey: kubernetes.io/hostname\n          labelSelector:\n            matchLabels:\n              app.kubernetes.io/name: ${app}\n`
    let s = `apiVersion: ${kind === 'CronJob' ? 'batch/v1' : 'apps/v1'}\nkind: ${kind}\nmetadata:\n  name: ${app}\n  namespace: ${team}\n  labels:\n${indent(labels(app, team), 4)}\n`
    if (chance(0.3)) s += `  annotations:\n    description: >\n      ${words(14)}\n      ${words(12)}\n`
    if (kind === 'CronJob')
      s += `spec:\n  schedule: "*/${int(1, 30)} * * * *"\n  concurrencyPolicy: Forbid\n  jobTemplate:\n    spec:\n      template:\n${indent(pod, 8)}`
    else
      s += `spec:\n  # ${words(8)}\n  replicas: ${int(1, 12)}\n${kind === 'StatefulSet' ? `  serviceName: ${app}\n` : ''}  selector:\n    matchLabels:\n      app.kubernetes.io/name: ${app}\n  template:\n${indent(pod, 4)}`
    return s
  }
  const service = (app, team) =>
    `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${app}\n  namespace: ${team}\nspec:\n  type: ClusterIP\n  selector:\n    app.kubernetes.io/name: ${app}\n  ports:\n  - name: http\n    port: 80\n    targetPort: http\n`
  const hpa = (app, team) =>
    `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: ${app}\n  namespace: ${team}\nspec:\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: ${app}}\n  minReplicas: ${int(1, 3)}\n  maxReplicas: ${int(4, 40)}\n  metrics:\n  - type: Resource\n    resource:\n      name: cpu\n      target:\n        type: Utilization\n        averageUtilization: ${int(40, 90)}\n`
  function configmap(app, team, isServer, lines) {
    let s = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${app}-config\n  namespace: ${team}\n`
    s += `data:\n  LOG_LEVEL: ${pick(['info', 'debug'])}\n  TIMEOUT: "${int(1, 60)}"\n`
    if (isServer)
      s += `  gunicorn.conf.py: |\n    import multiprocessing\n    import os\n\n    bind = "0.0.0.0:8000"\n    workers = ${pick(['multiprocessing.cpu_count() * 2 + 1', 'int(os.environ.get("WEB_CONCURRENCY", 4))', String(int(1, 9))])}\n    threads = ${int(1, 8)}\n    timeout = ${int(20, 120)}\n    # ---\n    max_requests = 1000\n`
    if (chance(0.15)) s += `  note.txt: |\n    --- not a separator, it is indented\n    ${words(10)}\n`
    s += `  ${pick(['application.properties', 'app.conf', 'settings.ini'])}: |\n`
    for (let i = 0; i < lines; i++)
      s += chance(0.2)
        ? `    # ${words(6)}\n`
        : `    ${pick(ADJECTIVES)}.${pick(NOUNS)}.${pick(['url', 'timeout', 'size', 'name'])}=${pick([int(1, 90000), pick(ADJECTIVES), `http://${pick(NOUNS)}.${pick(TEAMS)}.svc:80/`])}\n`
    return s
  }
  const ingress = (app, team) =>
    `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: ${app}\n  namespace: ${team}\n  annotations: {nginx.ingress.kubernetes.io/proxy-body-size: "${int(1, 50)}m"}\nspec:\n  ingressClassName: nginx\n  rules:\n  - host: ${app}.example.com\n    http:\n      paths:\n      - path: /\n        pathType: Prefix\n        backend: {service: {name: ${app}, port: {name: http}}}\n`

  return { deployment, service, autoscaler: hpa, configMap: configmap, ingress: ingress }
}
