/** dramatiq. Source: https://dramatiq.io/guide.html#workers and https://github.com/Bogdanp/dramatiq/blob/master/dramatiq/cli.py */
import { defineProgram, knownNumber } from '../parsing/table-program.ts'

/** dramatiq: one process for each CPU of the node with eight threads each, unless it is told otherwise. */
export const program = defineProgram({
  name: 'dramatiq',
  executables: ['dramatiq', 'dramatiq-gevent'],
  style: 'argparse',
  docs: 'https://dramatiq.io/guide.html#workers',
  sizeSetting: 'processes',
  options: [
    {
      setting: 'processes',
      flags: ['--processes', '-p'],
      type: 'int',
      default: 'cpuCount',
      variables: ['dramatiq_processes'],
    },
    { setting: 'threads', flags: ['--threads', '-t'], type: 'int', default: 8, variables: ['dramatiq_threads'] },
    { setting: 'path', flags: ['--path', '-P'], type: 'list', default: [] },
    { setting: 'queues', flags: ['--queues', '-Q'], type: 'list', default: [] },
    { setting: 'pid_file', flags: ['--pid-file'], type: 'string', default: null },
    { setting: 'log_file', flags: ['--log-file'], type: 'string', default: null },
    { setting: 'skip_logging', flags: ['--skip-logging'], type: 'boolean', default: false },
    { setting: 'use_spawn', flags: ['--use-spawn'], type: 'boolean', default: false },
    { setting: 'fork_function', flags: ['--fork-function', '-f'], type: 'list', default: [] },
    { setting: 'worker_shutdown_timeout', flags: ['--worker-shutdown-timeout'], type: 'int', default: 600000 },
    { setting: 'watch', flags: ['--watch'], type: 'string', default: null },
    { setting: 'verbose', flags: ['--verbose', '-v'], type: 'boolean', default: false },
    { setting: 'version', flags: ['--version'], type: 'boolean', default: false },
    { setting: 'help', flags: ['-h', '--help'], type: 'boolean', default: false },
  ],
  role: () => 'worker',
  model: (settings) => ({
    processes: knownNumber(settings, 'processes'),
    threads: knownNumber(settings, 'threads'),
    concurrency: 'thread',
    parents: 1,
  }),
})
