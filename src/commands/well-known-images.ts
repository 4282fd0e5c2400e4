/** Images whose own start commands are published, written as commands and configuration files. */

import { locationOf } from '../source/location.ts'
import { knownValue } from '../source/resolved.ts'
import { createSourceFile } from '../source/source-file.ts'
import type { SourcedText } from '../source/sourced-text.ts'
import { verbatimText } from '../source/sourced-text.ts'
import type { ImageDefinition } from './image.ts'

/** Where the file of a well-known image is said to be. */
const CONFIG_PATH = '/gunicorn_conf.py'

/**
 * The tiangolo images: workers from WEB_CONCURRENCY, else WORKERS_PER_CORE × CPUs (at least 2, at most MAX_WORKERS).
 * Source: https://github.com/tiangolo/uvicorn-gunicorn-docker/blob/master/docker-images/gunicorn_conf.py
 */
const TIANGOLO_CONFIG = `import multiprocessing
import os
per_core = float(os.getenv("WORKERS_PER_CORE", "1"))
limit = os.getenv("MAX_WORKERS")
given = os.getenv("WEB_CONCURRENCY", None)
if given:
    workers = int(given)
else:
    workers = max(int(per_core * multiprocessing.cpu_count()), 2)
    if limit and int(limit) > 0:
        workers = min(workers, int(limit))
address = os.getenv("BIND", None)
bind = address if address else os.getenv("HOST", "0.0.0.0") + ":" + os.getenv("PORT", "80")
worker_tmp_dir = "/dev/shm"
graceful_timeout = int(os.getenv("GRACEFUL_TIMEOUT", "120"))
timeout = int(os.getenv("TIMEOUT", "120"))
keepalive = int(os.getenv("KEEP_ALIVE", "5"))
`

/**
 * gunicorn's own image: workers from GUNICORN_WORKERS, else 2 × CPUs + 1.
 * Source: https://github.com/benoitc/gunicorn/blob/master/docker/docker-entrypoint.sh
 */
const GUNICORN_SCRIPT = `#!/bin/sh
set -e
BIND="\${GUNICORN_BIND:-\${GUNICORN_HOST:-0.0.0.0}:\${GUNICORN_PORT:-8000}}"
WORKERS="\${GUNICORN_WORKERS:-$((2 * $(nproc) + 1))}"
case " $* " in
  *" --workers "*|*" -w "*|*" --workers="*|*" -w="*) exec gunicorn --bind "$BIND" $GUNICORN_ARGS "$@" ;;
  *) exec gunicorn --bind "$BIND" --workers "$WORKERS" $GUNICORN_ARGS "$@" ;;
esac
`

/**
 * The sclorg Python images: gunicorn on port 8080, its workers from a program that reads the cgroup.
 * Source: https://github.com/sclorg/s2i-python-container/blob/master/3.12/s2i/bin/run
 */
const S2I_SCRIPT = `#!/bin/sh
export WEB_CONCURRENCY="\${WEB_CONCURRENCY:-$(cgroup-limits)}"
exec gunicorn "\${APP_MODULE:-wsgi}" --bind=0.0.0.0:8080 --access-logfile=- \${APP_CONFIG:+--config "$APP_CONFIG"}
`

/** What a well-known image starts; null for every other image. */
export function wellKnownImage(image: string): ImageDefinition | null {
  const name = image.replace(/@.*$/, '').replace(/:[^/]*$/, '')
  if (/(^|\/)tiangolo\/uvicorn-gunicorn(-fastapi|-starlette|-machine-learning)?$/.test(name)) {
    return configured(image, 'uvicorn.workers.UvicornWorker')
  }
  if (/(^|\/)tiangolo\/meinheld-gunicorn(-flask)?$/.test(name)) return configured(image, 'egg:meinheld#gunicorn_worker')
  if (/^ghcr\.io\/benoitc\/gunicorn$/.test(name)) {
    const script = textOf(`${image} docker-entrypoint.sh`, GUNICORN_SCRIPT)
    return {
      ...bare(image),
      entrypoint: [knownValue('/docker-entrypoint.sh')],
      readFile: (path) => (path === '/docker-entrypoint.sh' ? script : null),
    }
  }
  if (/(^|\/)(ubi\d+|rhscl|centos\d*|sclorg)\/python-3\d+[\w-]*$/.test(name)) {
    const script = textOf(`${image} run`, S2I_SCRIPT)
    return { ...bare(image), command: [knownValue(S2I_RUN)], readFile: (path) => (path === S2I_RUN ? script : null) }
  }
  return null
}

/** The start script of the sclorg images. */
const S2I_RUN = '/usr/libexec/s2i/run'

function configured(image: string, workerClass: string): ImageDefinition {
  const config = textOf(`${image} gunicorn_conf.py`, TIANGOLO_CONFIG)
  const words = ['gunicorn', '-k', workerClass, '-c', CONFIG_PATH, 'app.main:app']
  return {
    ...bare(image),
    command: words.map(knownValue),
    workingDirectory: '/app',
    readFile: (path) => (path === CONFIG_PATH ? config : null),
  }
}

function bare(image: string): ImageDefinition {
  return {
    source: image,
    entrypoint: null,
    command: null,
    environment: new Map(),
    workingDirectory: null,
    stopSignal: null,
    readFile: () => null,
  }
}

function textOf(path: string, text: string): SourcedText {
  const file = createSourceFile(path, text)
  const { segments: _segments, ...rest } = verbatimText(locationOf(file, 0, text.length))
  return { ...rest, segments: [] }
}
