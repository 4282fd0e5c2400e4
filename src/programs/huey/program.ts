/** huey. Source: https://huey.readthedocs.io/en/latest/consumer.html */
import { behind, defineProgram, knownNumber } from '../parsing/table-program.ts'

/** `huey_consumer` and Django's `run_huey`: threads in one process unless told otherwise. */
export const program = defineProgram({
  name: 'huey',
  executables: ['huey_consumer', 'huey_consumer.py', 'manage.py'],
  style: 'argparse',
  docs: 'https://huey.readthedocs.io/en/latest/consumer.html',
  sizeSetting: 'workers',
  options: [
    { setting: 'workers', flags: ['-w', '--workers'], type: 'int', default: 1 },
    { setting: 'worker_type', flags: ['-k', '--worker-type'], type: 'string', default: 'thread' },
    { setting: 'delay', flags: ['-d', '--delay'], type: 'float', default: 0.1 },
    { setting: 'max_delay', flags: ['-m', '--max-delay'], type: 'float', default: 10 },
    { setting: 'backoff', flags: ['-b', '--backoff'], type: 'float', default: 1.15 },
    { setting: 'check_worker_health', flags: ['-C', '--health-check-interval'], type: 'float', default: 10 },
    { setting: 'flush_locks', flags: ['-f', '--flush-locks'], type: 'boolean', default: false },
    { setting: 'no_periodic', flags: ['-n', '--no-periodic'], type: 'boolean', default: false },
    { setting: 'scheduler_interval', flags: ['-s', '--scheduler-interval'], type: 'int', default: 1 },
    { setting: 'max_tasks', flags: ['-M', '--max-tasks'], type: 'int', default: null },
    { setting: 'logfile', flags: ['-l', '--logfile'], type: 'string', default: null },
    { setting: 'verbose', flags: ['-v', '--verbose'], type: 'boolean', default: false },
    { setting: 'quiet', flags: ['-q', '--quiet'], type: 'boolean', default: false },
    { setting: 'simple', flags: ['-S', '--simple'], type: 'boolean', default: false },
    { setting: 'help', flags: ['-h', '--help'], type: 'boolean', default: false },
  ],
  select: (words) => (words.name === 'manage.py' ? (behind(words, 'run_huey') ?? behind(words, 'djangohuey')) : words),
  role: () => 'worker',
  model: (settings) => {
    const type = settings.get('worker_type')
    const workers = knownNumber(settings, 'workers')
    if (type?.known !== true) return null
    if (type.value === 'process') return { processes: workers, threads: 1, concurrency: 'process', parents: 1 }
    const concurrency = type.value === 'greenlet' ? 'eventLoop' : 'thread'
    return { processes: 1, threads: workers, concurrency, parents: 0 }
  },
})
