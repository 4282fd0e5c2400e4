import { describe, expect, test } from '@jest/globals'
import { inspectTexts, pod } from '../inspect.ts'

async function processesOf(texts: Readonly<Record<string, string>>) {
  const [container] = await inspectTexts(texts)
  return { status: container?.status, why: container?.why, processes: container?.processes ?? [] }
}

/** A command in flow style. */
const command = (...words: readonly string[]) => pod(`command: ${JSON.stringify(words)}`)

describe('wrappers are taken off', () => {
  test.each<readonly [string, readonly string[]]>([
    ['exec', ['nohup', 'nice', '-n', '5']],
    ['inits', ['/sbin/tini', '-g', '--', 'dumb-init', '--']],
    ['users', ['gosu', 'app:app', 'su-exec', 'app', 'setpriv', '--reuid=1', '--clear-groups']],
    ['limits', ['timeout', '-k', '5', '30', 'taskset', '-c', '0-3', 'stdbuf', '-oL', 'ionice', '-c', '2', '-n', '7']],
    ['variables', ['env', '-u', 'X', 'A=1', 'B=2']],
    ['package managers', ['poetry', 'run']],
    ['uv', ['uv', 'run', '--with', 'x', '--no-dev', '--']],
    ['conda', ['conda', 'run', '-n', 'app', '--no-capture-output']],
    [
      'tracers',
      ['ddtrace-run', 'opentelemetry-instrument', '--traces_exporter', 'otlp', 'newrelic-admin', 'run-program'],
    ],
    ['secrets', ['doppler', 'run', '-p', 'x', '--', 'chamber', 'exec', 'svc', '--', 'aws-vault', 'exec', 'prod', '--']],
    ['waits', ['wait-for-it.sh', 'db:5432', '-t', '30', '--', 'dockerize', '-wait', 'tcp://db:5432']],
    ['reloaders', ['watchmedo', 'auto-restart', '-d', '.', '-p', '*.py', '--recursive', '--']],
    ['busybox', ['busybox', 'nice']],
  ])('%s', async (_name, wrappers) => {
    const { processes } = await processesOf({ 'a.yaml': command(...wrappers, 'gunicorn', 'a.wsgi', '-w', '4') })
    expect(processes.map((process) => process.argv)).toEqual([['gunicorn', 'a.wsgi', '-w', '4']])
  })

  test('variables of env reach the program', async () => {
    const { processes } = await processesOf({ 'a.yaml': command('env', 'WEB_CONCURRENCY=6', 'gunicorn', 'a') })
    expect(processes[0]?.settings['workers']).toMatchObject({ value: 6 })
  })
})

describe('how SIGTERM reaches the program', () => {
  test.each<readonly [string, boolean, readonly string[]]>([
    ['the program itself is PID 1', true, ['gunicorn', 'a']],
    ['exec in dash', true, ['dash', '-c', 'true && exec gunicorn a']],
    ['dash forks even a lone command', false, ['dash', '-c', 'gunicorn a']],
    ['bash becomes its last command', true, ['bash', '-c', 'true; gunicorn a']],
    ['an init is PID 1', false, ['tini', '--', 'gunicorn', 'a']],
    ['su-exec becomes the program', true, ['su-exec', 'app', 'gunicorn', 'a']],
  ])('%s', async (_name, pid1, words) => {
    const { processes } = await processesOf({ 'a.yaml': command(...words) })
    expect(processes.map((process) => process.pid1)).toEqual([pid1])
  })
})

describe('shell options end where the shells end them', () => {
  test.each([
    ['-lc', ['bash', '-lc', 'gunicorn a']],
    ['-euxo pipefail -c', ['bash', '-euxo', 'pipefail', '-c', 'gunicorn a']],
    ['-c --', ['sh', '-c', '--', 'gunicorn a']],
    ['--login -c', ['bash', '--login', '-c', 'gunicorn a']],
    ['+x -c', ['sh', '+x', '-c', 'gunicorn a']],
  ])('%s', async (_name, words) => {
    const { processes } = await processesOf({ 'a.yaml': command(...words) })
    expect(processes).toHaveLength(1)
  })
})

describe('files', () => {
  const mounted = (path: string, key: string, more = '') =>
    pod(`command: [${path}], volumeMounts: [{name: v, mountPath: /scripts}]${more}`).replace(
      'spec:\n',
      'spec:\n  volumes: [{name: v, configMap: {name: c}}]\n',
    ) +
    `---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  ${key}: |\n    #!/bin/bash\n    exec gunicorn a -w 3 "$@"\n`

  test('a script of a mounted ConfigMap is followed with its arguments', async () => {
    const { processes } = await processesOf({
      'a.yaml': mounted('/scripts/start.sh', 'start.sh', ', args: [--threads, "2"]'),
    })
    expect(processes[0]?.argv).toEqual(['gunicorn', 'a', '-w', '3', '--threads', '2'])
  })

  test('a script of the repository whose path ends alike is followed', async () => {
    const { processes } = await processesOf({
      'k8s/a.yaml': command('/app/docker/start.sh'),
      'docker/start.sh': '#!/bin/sh\nexec celery -A a worker -c 2\n',
    })
    expect(processes[0]?.settings['concurrency']).toMatchObject({ value: 2, at: { file: 'docker/start.sh', line: 2 } })
  })

  test('a script that cannot be found leaves the container unresolved, with the reason', async () => {
    expect(await processesOf({ 'a.yaml': command('/app/start.sh') })).toMatchObject({
      status: 'unresolved',
      why: '/app/start.sh is neither mounted nor found in the repository',
    })
  })

  test('an image without a Dockerfile is unresolved, a well-known database is no server', async () => {
    expect(await processesOf({ 'a.yaml': pod('image: "acme/web:1"') })).toMatchObject({ status: 'unresolved' })
    expect(await processesOf({ 'a.yaml': pod('image: "postgres:16"') })).toMatchObject({
      status: 'notAServer',
      why: null,
    })
  })

  test('the Dockerfile that the image names gives ENTRYPOINT, CMD, ENV and copied files', async () => {
    const files = {
      'k8s/a.yaml': pod('image: "ghcr.io/acme/shop:2", args: [web]'),
      'shop/Dockerfile':
        'FROM python:3.12-slim AS base\nENV WEB_CONCURRENCY=5\nWORKDIR /srv\nCOPY run.sh gunicorn.conf.py ./\nFROM base\nENTRYPOINT ["./run.sh"]\n',
      'shop/run.sh': '#!/bin/sh\n[ "$1" = web ] && exec gunicorn shop.wsgi\nexec "$@"\n',
      'shop/gunicorn.conf.py': 'timeout = 77\n',
    }
    const { processes } = await processesOf(files)
    expect(processes[0]?.settings).toMatchObject({
      workers: { value: 5, origin: 'env' },
      timeout: { value: 77, origin: 'configFile' },
    })
  })

  test('a build of a Compose file names the Dockerfile', async () => {
    const files = {
      'k8s/a.yaml': pod('image: "acme/api:2"'),
      'compose.yaml':
        'services: {api: {image: "acme/api", build: {context: ./backend, dockerfile: prod.Dockerfile}}}\n',
      'backend/prod.Dockerfile': 'FROM python\nCMD uvicorn a:app --workers 3\n',
    }
    const { processes } = await processesOf(files)
    expect(processes[0]?.argv).toEqual(['uvicorn', 'a:app', '--workers', '3'])
  })

  test('supervisord and Procfiles start all their programs', async () => {
    const supervisor = {
      'a.yaml': command('supervisord', '-c', '/etc/x/supervisord.conf'),
      'x/supervisord.conf':
        '[program:web]\ncommand=gunicorn a -w 2\n[program:w]\ncommand = celery -A a worker -c 3 ; two\n[group:g]\ncommand=gunicorn no\n',
    }
    expect((await processesOf(supervisor)).processes.map((process) => process.argv.join(' '))).toEqual([
      'gunicorn a -w 2',
      'celery -A a worker -c 3',
    ])
    const procfile = {
      'a.yaml': pod('command: [honcho, start, web], workingDir: /app'),
      Procfile: 'web: gunicorn a -w ${W:-4}\nworker: celery -A a worker\n',
    }
    expect((await processesOf(procfile)).processes.map((process) => process.argv.join(' '))).toEqual([
      'gunicorn a -w 4',
    ])
  })
})

describe('what is no server', () => {
  test.each<readonly [string, readonly string[]]>([
    ['a version', ['gunicorn', '--version']],
    ['a check of the configuration', ['gunicorn', '--check-config', 'a']],
    ['inspect', ['celery', '-A', 'a', 'inspect', 'ping']],
    ['a migration', ['python', 'manage.py', 'migrate']],
    ['an upgrade', ['sentry', 'upgrade']],
    ['purge', ['celery', '-A', 'a', 'purge', '-f']],
  ])('%s', async (_name, words) => {
    expect(await processesOf({ 'a.yaml': command(...words) })).toMatchObject({ status: 'notAServer', processes: [] })
  })

  test.each<readonly [string, string, readonly string[]]>([
    ['beat', 'beat', ['celery', '-A', 'worker.app', 'beat']],
    ['flower', 'monitor', ['celery', '-A', 'worker', 'flower']],
    ['the old beat', 'beat', ['celerybeat', '-A', 'a']],
  ])('%s is no worker', async (_name, role, words) => {
    expect((await processesOf({ 'a.yaml': command(...words) })).processes.map((process) => process.role)).toEqual([
      role,
    ])
  })
})
