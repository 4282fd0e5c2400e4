/** flower on its own: a monitor of celery. Source: https://flower.readthedocs.io/en/latest/config.html */
import { defineProgram } from '../parsing/table-program.ts'

/** `flower`, the command of old versions; new ones run as `celery flower`. */
export const program = defineProgram({
  name: 'flower',
  executables: ['flower'],
  style: 'argparse',
  docs: 'https://flower.readthedocs.io/en/latest/config.html',
  sizeSetting: null,
  options: [
    { setting: 'port', flags: ['--port'], type: 'string', default: '5555' },
    { setting: 'broker', flags: ['--broker'], type: 'string', default: null },
    { setting: 'help', flags: ['--help'], type: 'boolean', default: false },
  ],
  role: () => 'monitor',
  model: () => ({ processes: 1, threads: 1, concurrency: 'eventLoop', parents: 0 }),
})
