/** All programs, one folder each; written by `npm run generate` from the folders it finds. */
import { program as celery } from './celery/program.ts'
import { program as gunicorn } from './gunicorn/program.ts'
import type { Program } from './program.ts'

/** Every program that workerlint knows. */
export const PROGRAMS: readonly Program[] = [celery, gunicorn]
