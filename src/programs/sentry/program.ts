/** Sentry's launchers. Source: https://github.com/getsentry/sentry/blob/master/src/sentry/runner/commands/run.py */
import { behind, defineProgram, knownNumber } from '../parsing/table-program.ts'

/** `sentry run worker`: a celery worker; without --concurrency one process for each CPU of the node. */
export const program = defineProgram({
  name: 'sentry',
  executables: ['sentry'],
  style: 'click',
  docs: 'https://develop.sentry.dev/self-hosted/',
  sizeSetting: 'concurrency',
  options: [
    { setting: 'concurrency', flags: ['--concurrency', '-c'], type: 'int', default: 'cpuCount' },
    { setting: 'pool', flags: ['--pool', '-P'], type: 'string', default: 'prefork' },
    { setting: 'queues', flags: ['--queues', '-Q'], type: 'string', default: null },
    { setting: 'exclude_queues', flags: ['--exclude-queues', '-X'], type: 'string', default: null },
    { setting: 'hostname', flags: ['--hostname', '-n'], type: 'string', default: null },
    { setting: 'max_tasks_per_child', flags: ['--max-tasks-per-child'], type: 'int', default: 10000 },
    { setting: 'loglevel', flags: ['--loglevel', '-l'], type: 'string', default: null },
    { setting: 'logfile', flags: ['--logfile', '-f'], type: 'string', default: null },
    { setting: 'without_gossip', flags: ['--without-gossip'], type: 'boolean', default: false },
    { setting: 'without_mingle', flags: ['--without-mingle'], type: 'boolean', default: false },
    { setting: 'without_heartbeat', flags: ['--without-heartbeat'], type: 'boolean', default: false },
    { setting: 'autoreload', flags: ['--autoreload'], type: 'boolean', default: false },
    { setting: 'help', flags: ['--help'], type: 'boolean', default: false },
  ],
  select: (words) => behind(words, 'run', 'worker'),
  role: () => 'worker',
  model: (settings) => ({
    processes: knownNumber(settings, 'concurrency'),
    threads: 1,
    concurrency: 'process',
    parents: 1,
  }),
})
