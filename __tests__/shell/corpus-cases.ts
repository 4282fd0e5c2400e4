/** Start scripts of the collection of public projects, and what each is given: none of their text stands here. */

import { stubText } from './isolated.ts'

/** What only a running container has: programs that fail, files of the image. */
export interface World {
  readonly files?: Readonly<Record<string, string>>
  /** The script ends with a failure, so that not everything is started. */
  readonly fails?: boolean
}

/** What a test starts, and the worlds that look alike to a reader of the files. */
export interface CorpusCase {
  readonly title: string
  /** Where the script stands in the collection. */
  readonly script: string
  /** Where it stands in the container; null for the `CMD` of a Dockerfile. */
  readonly path: string | null
  readonly parameters?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** What the Dockerfile's own `ENV` sets, besides PATH. */
  readonly imageEnvironment?: Readonly<Record<string, string>>
  readonly workingDirectory: string
  /** Other scripts of the collection by their path in the container. */
  readonly beside?: Readonly<Record<string, string>>
  /** Files that stand in the container and in the repository. */
  readonly files?: Readonly<Record<string, string>>
  readonly worlds?: readonly World[]
}

const video = 'humanoidmaker__video-platform/backend/entrypoint.sh'
const celus = 'techlib__celus'
const purple = 'ietf-tools__purple/dev/build'
const dojo = 'DefectDojo__django-DefectDojo/docker'
const samples = 'GoogleCloudPlatform__kubernetes-engine-samples'
const bank = 'GoogleCloudPlatform__bank-of-anthos/src'

/** A program that fails the first times it is called with a word: how often, by the notes it leaves. */
const failing = (word: string, times: number, code: number) => `${stubText}
[ "\${1#*--app=}" != "$1" ] && shift
[ "$1" = ${word} ] || exit 0
echo x >>/tmp/calls
[ "$(wc -l </tmp/calls)" -gt ${times} ] || exit ${code}
`
const broker = (times: number, code: number) => ({ '/usr/local/bin/celery': failing('status', times, code) })

const dojoFiles = {
  '/secret-file-loader.sh': 'if [ -n "$DD_SECRET_FILE" ]; then export DD_SECRET="$(cat "$DD_SECRET_FILE")"; fi\n',
  '/reach_database.sh': 'wait_for_database_to_be_reachable() { python3 manage.py dbshell </dev/null; }\n',
}
const dojoBeside = { '/reach_broker.sh': `${dojo}/reach_broker.sh` }
const purpleBeside = {
  '/workspace/backend-start.sh': `${purple}/backend-start.sh`,
  '/workspace/celery-start.sh': `${purple}/celery-start.sh`,
}
const withMigrations = { files: { '/workspace/manage.py': stubText } }
const withLateMigrations = { files: { '/workspace/manage.py': failing('migrate', 2, 1) } }
const dojoWorlds: readonly World[] = [
  {},
  { files: { '/app/docker/extra_settings/a.py': '', '/app/dojo/settings/b.py': '' } },
  { files: broker(1, 69) },
  { files: broker(9, 1) },
  { files: broker(12, 1), fails: true },
]

/** The cases. */
export const corpusCases: readonly CorpusCase[] = [
  ...[[], ['worker'], ['beat'], ['flower'], ['worker', 'more'], ['']].map((parameters) => ({
    title: `by argument ${JSON.stringify(parameters)}`,
    script: video,
    path: '/app/entrypoint.sh',
    parameters,
    workingDirectory: '/app',
    worlds: [{}, { files: { '/app/alembic.ini': '' } }],
  })),
  ...['5', '', '3 4', '*'].map((workers) => ({
    title: `with UVICORN_WORKERS=${JSON.stringify(workers)}`,
    script: video,
    path: '/app/entrypoint.sh',
    environment: { UVICORN_WORKERS: workers },
    workingDirectory: '/empty',
    worlds: [{}, { files: { '/empty/alembic.ini': '' } }],
  })),
  ...[{}, { POSTGRES_HOST: 'db', REDIS_HOST: 'cache' }].map((environment) => ({
    title: `with ${JSON.stringify(environment)}`,
    script: `${celus}/docker/entrypoint-web.sh`,
    path: '/root/app/entrypoint-web.sh',
    environment,
    workingDirectory: '/root/app',
  })),
  {
    title: 'alone',
    script: `${celus}/docker/entrypoint-celery-beat.sh`,
    path: '/app/entrypoint-celery-beat.sh',
    workingDirectory: '/app',
  },
  ...['start_celery.sh', 'start_celerybeat.sh'].map((name) => ({
    title: 'behind a reloader',
    script: `${celus}/${name}`,
    path: `/app/${name}`,
    workingDirectory: '/app',
  })),
  ...[undefined, '', 'backend', 'beat', 'celery', 'migrations', 'other'].map((role) => ({
    title: `as ${JSON.stringify(role)}`,
    script: `${purple}/start.sh`,
    path: '/workspace/start.sh',
    environment: role === undefined ? {} : { CONTAINER_ROLE: role },
    workingDirectory: '/workspace',
    beside: purpleBeside,
    files: { '/workspace/migration-start.sh': '#!/bin/bash -e\nexec python3 manage.py migrate\n' },
    worlds: [{ ...withMigrations, fails: role === 'other' }],
  })),
  ...[
    {},
    { PURPLE_GUNICORN_WORKERS: '4', PURPLE_GUNICORN_EXTRA_ARGS: '--threads 2  --name "a b"' },
    { PURPLE_GUNICORN_TIMEOUT: '', PURPLE_GUNICORN_LOG_LEVEL: 'de bug', PURPLE_GUNICORN_MAX_REQUESTS: '1000' },
  ].map((environment) => ({
    title: `with ${JSON.stringify(environment)}`,
    script: `${purple}/backend-start.sh`,
    path: '/workspace/backend-start.sh',
    environment,
    workingDirectory: '/workspace',
    worlds: [withMigrations, withLateMigrations],
  })),
  ...[
    { parameters: [], environment: {} },
    { parameters: ['worker', '--loglevel=INFO', '-n', 'a b'], environment: { CELERY_APP: 'shop' } },
    { parameters: ['beat', ''], environment: { CELERY_APP: '' } },
  ].map((given) => ({
    title: `with ${JSON.stringify(given)}`,
    script: `${purple}/celery-start.sh`,
    path: '/workspace/celery-start.sh',
    ...given,
    workingDirectory: '/workspace',
    worlds: [withMigrations, withLateMigrations],
  })),
  ...[[], ['-c', '2']].map((parameters) => ({
    title: `with ${JSON.stringify(parameters)}`,
    script: 'ietf-tools__purple/docker/scripts/celery-init.sh',
    path: '/celery-init.sh',
    parameters,
    environment: { CELERY_APP: 'shop' },
    workingDirectory: '/workspace',
  })),
  ...[
    {},
    { DD_CELERY_LOG_LEVEL: 'INFO', DD_CELERY_WORKER_POOL_TYPE: 'solo' },
    {
      DD_CELERY_LOG_LEVEL: 'INFO',
      DD_CELERY_WORKER_POOL_TYPE: 'prefork',
      DD_CELERY_WORKER_AUTOSCALE_MAX: '8',
      DD_CELERY_WORKER_AUTOSCALE_MIN: '2',
      DD_CELERY_WORKER_CONCURRENCY: '3',
      DD_CELERY_WORKER_PREFETCH_MULTIPLIER: '128',
    },
  ].flatMap((environment) =>
    ['entrypoint-celery-worker.sh', 'entrypoint-celery-worker-dev.sh', 'entrypoint-celery-beat.sh'].map((name) => ({
      title: `with ${JSON.stringify(environment)}`,
      script: `${dojo}/${name}`,
      path: `/${name}`,
      environment,
      workingDirectory: '/app',
      beside: dojoBeside,
      files: dojoFiles,
      worlds: dojoWorlds,
    })),
  ),
  ...[
    { DD_UWSGI_MODE: 'socket', DD_UWSGI_ENDPOINT: '0.0.0.0:3031' },
    { DD_UWSGI_MODE: 'http', DD_UWSGI_ENDPOINT: ':1', DD_UWSGI_MAX_FD: '1024', DD_UWSGI_EXTRA_ARGS: '--a "b c"' },
    { DD_UWSGI_NUM_OF_PROCESSES: '7', DD_UWSGI_NUM_OF_THREADS: '9', DD_UWSGI_LOGFORMAT: 'x  y', DD_DEBUG: 'True' },
  ].flatMap((environment) =>
    ['entrypoint-uwsgi.sh', 'entrypoint-uwsgi-dev.sh'].map((name) => ({
      title: `with ${JSON.stringify(environment)}`,
      script: `${dojo}/${name}`,
      path: `/${name}`,
      environment,
      workingDirectory: '/app',
      beside: dojoBeside,
      files: dojoFiles,
      worlds: dojoWorlds,
    })),
  ),
  {
    title: 'with loaders that the repository does not hold',
    script: `${dojo}/entrypoint-celery-worker.sh`,
    path: '/entrypoint-celery-worker.sh',
    environment: { DD_CELERY_LOG_LEVEL: 'INFO', DD_CELERY_WORKER_POOL_TYPE: 'solo' },
    workingDirectory: '/app',
    beside: dojoBeside,
    // What a file that is not known sets is not known; what the manifest sets is taken to stay.
    worlds: ['', 'DD_CELERY_WORKER_CONCURRENCY=7\n'].flatMap((loader) => {
      const files = {
        '/secret-file-loader.sh': loader,
        '/reach_database.sh': 'wait_for_database_to_be_reachable() { :; }\n',
      }
      return [
        { files },
        { files: { ...files, ...broker(9, 1) } },
        { files: { ...files, ...broker(12, 1) }, fails: true },
      ]
    }),
  },
  ...[{ GO_ENVIRONMENT: 'production' }, { GO_ENVIRONMENT: 'staging', API_FQDN: 'https://go.example.org' }].map(
    (environment) => ({
      title: `with ${JSON.stringify(environment)}`,
      script: 'IFRCGo__go-api/main/runserver.sh',
      path: '/usr/local/bin/runserver.sh',
      environment: { ...environment, HOME: '/home/ifrc' },
      workingDirectory: '/home/ifrc/go-api',
      worlds: [{ files: { '/etc/nginx/sites-available/nginx.conf': 'server $NGINX_SERVER_NAME\n' } }],
    }),
  ),
  ...['ai-ml/adk-vllm/deploy-agent', 'ai-ml/adk-vertex/app', 'quickstarts/languages/python'].flatMap((folder) =>
    [{ PORT: '8080' }, {}, { PORT: '80 81' }].map((environment) => ({
      title: `with ${JSON.stringify(environment)}`,
      script: `${samples}/${folder}/Dockerfile`,
      path: null,
      environment,
      imageEnvironment: folder.startsWith('quick') ? { APP_HOME: '/app' } : {},
      workingDirectory: '/app',
    })),
  ),
  ...[{}, { PORT: '9' }].map((environment) => ({
    title: `with ${JSON.stringify(environment)}`,
    script: `${samples}/ai-ml/t5-model-serving/client-app/Dockerfile`,
    path: null,
    environment,
    imageEnvironment: { PORT: '8050' },
    workingDirectory: '/app',
  })),
  ...['frontend', 'accounts/contacts', 'accounts/userservice'].flatMap((folder) =>
    [{ PORT: '8080' }, { PORT: '', LOG_LEVEL: '"de" bug' }].map((environment) => ({
      title: `with ${JSON.stringify(environment)}`,
      script: `${bank}/${folder}/Dockerfile`,
      path: null,
      environment,
      imageEnvironment: { PYTHONUNBUFFERED: '0', LOG_LEVEL: 'info' },
      workingDirectory: '/app',
    })),
  ),
  {
    title: 'alone',
    script: 'delftdata__valentine-system/engine/Dockerfile',
    path: null,
    imageEnvironment: { PYTHONPATH: '/usr/local/schema-matching-system' },
    workingDirectory: '/usr/local/schema-matching-system/engine',
  },
]
