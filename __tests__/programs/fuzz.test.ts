import { describe, test } from '@jest/globals'
import fc from 'fast-check'
import { PROGRAMS } from '../../src/programs/registry.ts'
import { inspectTexts } from '../inspect.ts'

const executables = PROGRAMS.flatMap((program) => program.executables)
const word = fc.oneof(
  fc.constantFrom(
    'worker',
    'beat',
    'run',
    'server',
    'celery',
    '--',
    '-',
    '-m',
    '-c',
    '--workers',
    '-w',
    '-w4',
    '--threads=',
    '-A',
    '--ini',
    '$(X)',
    '$(Y)',
    '--bind',
    '-k',
    '--autoscale',
    '%k',
    'a:b',
    '',
  ),
  fc.string({ maxLength: 12 }),
)

describe('no command line breaks a program', () => {
  test('whatever its words and variables are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...executables),
        fc.array(word, { maxLength: 12 }),
        fc.dictionary(
          fc.constantFrom(
            'WEB_CONCURRENCY',
            'GUNICORN_CMD_ARGS',
            'PORT',
            'CELERY_WORKER_CONCURRENCY',
            'X',
            'UWSGI_INI',
          ),
          fc.string({ maxLength: 20 }),
          { maxKeys: 3, noNullPrototype: true },
        ),
        async (executable, words, variables) => {
          const env = Object.entries(variables).map(([name, value]) => ({ name, value }))
          const container = {
            name: 'c',
            command: [executable, ...words],
            env: [...env, { name: 'Y', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }],
          }
          const object = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { containers: [container] } }
          await inspectTexts({ 'p.yaml': JSON.stringify(object) })
        },
      ),
      { numRuns: 1500 },
    )
  })
})
