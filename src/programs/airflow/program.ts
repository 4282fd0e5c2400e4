/** Airflow's launchers. Source: https://airflow.apache.org/docs/apache-airflow/stable/cli-and-env-variables-ref.html */
import { behind, defineProgram, knownNumber } from '../parsing/table-program.ts'

/** `airflow celery worker`: a celery worker whose concurrency is Airflow's own setting, 16 unless it is set. */
export const program = defineProgram({
  name: 'airflow',
  executables: ['airflow'],
  style: 'argparse',
  docs: 'https://airflow.apache.org/docs/apache-airflow-providers-celery/stable/configurations-ref.html',
  sizeSetting: 'concurrency',
  options: [
    {
      setting: 'concurrency',
      flags: ['-c', '--concurrency'],
      type: 'int',
      default: 16,
      variables: ['AIRFLOW__CELERY__WORKER_CONCURRENCY'],
    },
    {
      setting: 'autoscale',
      flags: ['-a', '--autoscale'],
      type: 'string',
      default: null,
      variables: ['AIRFLOW__CELERY__WORKER_AUTOSCALE'],
    },
    { setting: 'pool', flags: ['--pool'], type: 'string', default: 'prefork', variables: ['AIRFLOW__CELERY__POOL'] },
    { setting: 'queues', flags: ['-q', '--queues'], type: 'string', default: 'default' },
    { setting: 'celery_hostname', flags: ['-H', '--celery-hostname'], type: 'string', default: null },
    { setting: 'daemon', flags: ['-D', '--daemon'], type: 'boolean', default: false },
    { setting: 'pid', flags: ['--pid'], type: 'string', default: null },
    { setting: 'log_file', flags: ['-l', '--log-file'], type: 'string', default: null },
    { setting: 'skip_serve_logs', flags: ['-s', '--skip-serve-logs'], type: 'boolean', default: false },
    { setting: 'without_mingle', flags: ['--without-mingle'], type: 'boolean', default: false },
    { setting: 'without_gossip', flags: ['--without-gossip'], type: 'boolean', default: false },
    { setting: 'help', flags: ['-h', '--help'], type: 'boolean', default: false },
  ],
  select: (words) => behind(words, 'celery', 'worker') ?? behind(words, 'worker'),
  role: () => 'worker',
  model: (settings) => ({
    processes: knownNumber(settings, 'concurrency'),
    threads: 1,
    concurrency: 'process',
    parents: 1,
  }),
})
