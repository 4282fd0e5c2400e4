/** Containers of the corpus: those that serve, and those of other programs. */
import { ADJECTIVES, NOUNS, TEAMS, VARIABLES } from './corpus-random.mjs'

/** Makes a function that writes containers. */
export function containersOf({ next, int, pick, chance, hex, words }) {
  function probe(kind) {
    return `${kind}:\n  httpGet:\n    path: /${pick(['healthz', 'ready', 'livez', 'ping'])}\n    port: http\n  initialDelaySeconds: ${int(1, 30)}\n  periodSeconds: ${int(5, 30)}\n  timeoutSeconds: ${int(1, 5)}\n`
  }
  function envBlock(n) {
    let s = 'env:\n'
    const used = new Set()
    for (let i = 0; i < n; i++) {
      let k = pick(VARIABLES)
      if (used.has(k)) k += `_${i}`
      used.add(k)
      const r = next()
      if (r < 0.55)
        s += `- name: ${k}\n  value: ${pick([`"${int(1, 9000)}"`, `'${pick(ADJECTIVES)}'`, `"postgres://${pick(ADJECTIVES)}:5432/${pick(NOUNS)}"`, pick(['info', 'debug', 'warn']), `"${hex(24)}"`])}${chance(0.15) ? `  # ${words(4)}` : ''}\n`
      else if (r < 0.8)
        s += `- name: ${k}\n  valueFrom:\n    secretKeyRef:\n      name: ${pick(ADJECTIVES)}-secrets\n      key: ${k.toLowerCase()}\n`
      else
        s += `- name: ${k}\n  valueFrom: { configMapKeyRef: { name: ${pick(ADJECTIVES)}-config, key: ${k.toLowerCase()} } }\n`
    }
    return s
  }
  const resources = (anchor) =>
    `resources:${anchor ? ` &${anchor}` : ''}\n  requests:\n    cpu: ${pick(['100m', '250m', '500m', '1', '"2"'])}\n    memory: ${pick(['128Mi', '256Mi', '512Mi', '1Gi'])}\n  limits:\n    cpu: ${pick(['500m', '1', '"2"', '4', '1.5'])}\n    memory: ${pick(['256Mi', '512Mi', '1Gi', '2Gi', '4096Mi'])}\n`

  const OTHER_COMMANDS = [
    () => `command: ["java", "-Xmx${int(256, 2048)}m", "-jar", "/app/app.jar"]\n`,
    () => `command:\n- node\n- --max-old-space-size=${int(256, 4096)}\n- dist/main.js\n`,
    () => `args: ["--config=/etc/app/config.yaml", "--v=${int(0, 6)}"]\n`,
    () =>
      `command: ["/bin/sh", "-c"]\nargs:\n- |\n  set -e\n  echo "starting ${pick(NOUNS)}"\n  exec /app/server --port 8080\n`,
    () => ``,
  ]
  const SERVER_COMMANDS = [
    () =>
      `command: ["gunicorn", "app.wsgi:application", "--workers", "${int(1, 16)}", "--threads", "${int(1, 8)}", "--bind", "0.0.0.0:8000", "--timeout", "${pick([30, 60, 120, 0])}"]\n`,
    () =>
      `command:\n- gunicorn\n- app.asgi:app\n- -k\n- uvicorn.workers.UvicornWorker\n- -w\n- "${int(1, 12)}"\n- --max-requests=${int(0, 2000)}\n`,
    () =>
      `command: ["sh", "-c"]\nargs:\n- >-\n  python manage.py migrate &&\n  exec gunicorn app.wsgi:application\n  -w \${WORKERS:-${int(1, 8)}} --bind 0.0.0.0:$PORT\n`,
    () =>
      `args:\n- |\n  #!/bin/sh\n  set -eu\n  if [ "$MIGRATE" = "1" ]; then\n    python manage.py migrate --noinput\n  fi\n  exec gunicorn -c /etc/gunicorn/gunicorn.conf.py app.wsgi\n`,
    () =>
      `command: ["celery", "-A", "proj", "worker", "--loglevel=INFO", "--concurrency=${int(1, 32)}", "-Q", "default,mail"]\n`,
    () =>
      `command: [ "/bin/bash", "-lc", "celery -A proj worker -P ${pick(['gevent', 'prefork', 'threads'])} -c ${int(1, 100)} --max-tasks-per-child ${int(10, 1000)}" ]\n`,
    () => `command:\n- celery\n- --app=proj.celery:app\n- beat\n- --schedule=/tmp/beat\n`,
  ]

  function container(name, isServer, anchor) {
    let s = `name: ${name}\nimage: registry.example.com/${pick(TEAMS)}/${name}:${int(1, 9)}.${int(0, 40)}.${int(0, 9)}@sha256:${hex(64)}\nimagePullPolicy: IfNotPresent\n`
    s += (isServer ? pick(SERVER_COMMANDS) : pick(OTHER_COMMANDS))()
    s += envBlock(int(3, 9))
    if (chance(0.5)) s += `envFrom:\n- configMapRef:\n    name: ${name}-config\n`
    s += `ports:\n- name: http\n  containerPort: ${pick([8080, 8000, 3000, 9090])}\n  protocol: TCP\n`
    s += anchor?.alias ? `resources: *${anchor.alias}\n` : resources(anchor?.define)
    if (chance(0.7)) s += probe('livenessProbe')
    if (chance(0.8)) s += probe('readinessProbe')
    if (chance(0.5))
      s += `securityContext:\n  allowPrivilegeEscalation: false\n  readOnlyRootFilesystem: true\n  capabilities: {drop: [ALL]}\n`
    if (chance(0.5))
      s += `volumeMounts:\n- name: config\n  mountPath: /etc/app\n  readOnly: true\n- {name: tmp, mountPath: /tmp}\n`
    return s
  }

  return container
}
