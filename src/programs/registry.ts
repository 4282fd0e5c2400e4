/** All programs, one folder each; written by `npm run generate` from the folders it finds. */
import { program as airflow } from './airflow/program.ts'
import { program as arq } from './arq/program.ts'
import { program as celery } from './celery/program.ts'
import { program as daphne } from './daphne/program.ts'
import { program as dramatiq } from './dramatiq/program.ts'
import { program as fastapi } from './fastapi/program.ts'
import { program as flower } from './flower/program.ts'
import { program as granian } from './granian/program.ts'
import { program as gunicorn } from './gunicorn/program.ts'
import { program as huey } from './huey/program.ts'
import { program as hypercorn } from './hypercorn/program.ts'
import { program as mlflow } from './mlflow/program.ts'
import type { Program } from './program.ts'
import { program as rq } from './rq/program.ts'
import { program as sentry } from './sentry/program.ts'
import { program as uvicorn } from './uvicorn/program.ts'
import { program as uwsgi } from './uwsgi/program.ts'
import { program as waitress } from './waitress/program.ts'

/** Every program that workerlint knows. */
export const PROGRAMS: readonly Program[] = [
  airflow,
  arq,
  celery,
  daphne,
  dramatiq,
  fastapi,
  flower,
  granian,
  gunicorn,
  huey,
  hypercorn,
  mlflow,
  rq,
  sentry,
  uvicorn,
  uwsgi,
  waitress,
]
