/** Options of celery's commands. Sources: https://docs.celeryq.dev/en/stable/reference/cli.html and celery/bin/*.py of 3.1, 4.4, 5.0–5.6 */
import type { OptionSpec } from '../parsing/option.ts'

const LOG_LEVELS = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL', 'FATAL']

/** Options before the sub-command. */
export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
  { setting: 'app', flags: ['-A', '--app'], arity: 'one', type: 'string' },
  { setting: 'broker', flags: ['-b', '--broker'], arity: 'one', type: 'string' },
  { setting: 'result_backend', flags: ['--result-backend'], arity: 'one', type: 'string' },
  { setting: 'loader', flags: ['--loader'], arity: 'one', type: 'string' },
  { setting: 'config', flags: ['--config'], arity: 'one', type: 'string' },
  { setting: 'workdir', flags: ['--workdir'], arity: 'one', type: 'string' },
  { setting: 'no_color', flags: ['-C', '--no-color'], arity: 'none', type: 'boolean' },
  { setting: 'quiet', flags: ['-q', '--quiet'], arity: 'none', type: 'boolean' },
  { setting: 'version', flags: ['--version'], arity: 'none', type: 'boolean' },
  { setting: 'skip_checks', flags: ['--skip-checks'], arity: 'none', type: 'boolean' },
  { setting: 'help', flags: ['--help'], arity: 'none', type: 'boolean' },
]

const DAEMON_OPTIONS: readonly OptionSpec[] = [
  { setting: 'logfile', flags: ['-f', '--logfile'], arity: 'one', type: 'string' },
  { setting: 'pidfile', flags: ['--pidfile'], arity: 'one', type: 'string' },
  { setting: 'uid', flags: ['--uid'], arity: 'one', type: 'string' },
  { setting: 'gid', flags: ['--gid'], arity: 'one', type: 'string' },
  { setting: 'umask', flags: ['--umask'], arity: 'one', type: 'string' },
  { setting: 'executable', flags: ['--executable'], arity: 'one', type: 'string' },
  { setting: 'help', flags: ['--help'], arity: 'none', type: 'boolean' },
]

const LOG_LEVEL: OptionSpec = {
  setting: 'loglevel',
  flags: ['-l', '--loglevel'],
  arity: 'one',
  type: 'choice',
  choices: LOG_LEVELS,
}

/** Options of `celery worker`. */
export const WORKER_OPTIONS: readonly OptionSpec[] = [
  { setting: 'hostname', flags: ['-n', '--hostname'], arity: 'one', type: 'string' },
  { setting: 'detach', flags: ['-D', '--detach'], arity: 'none', type: 'boolean' },
  { setting: 'statedb', flags: ['-S', '--statedb'], arity: 'one', type: 'string' },
  LOG_LEVEL,
  {
    setting: 'optimization',
    flags: ['-O', '--optimization'],
    arity: 'one',
    type: 'choice',
    choices: ['default', 'fair'],
  },
  { setting: 'prefetch_multiplier', flags: ['--prefetch-multiplier'], arity: 'one', type: 'int' },
  { setting: 'disable_prefetch', flags: ['--disable-prefetch'], arity: 'none', type: 'boolean' },
  { setting: 'concurrency', flags: ['-c', '--concurrency'], arity: 'one', type: 'int' },
  {
    setting: 'pool',
    flags: ['-P', '--pool'],
    arity: 'one',
    type: 'choice',
    choices: ['prefork', 'eventlet', 'gevent', 'solo', 'processes', 'threads', 'custom'],
  },
  { setting: 'task_events', flags: ['-E', '--task-events', '--events'], arity: 'none', type: 'boolean' },
  { setting: 'time_limit', flags: ['--time-limit'], arity: 'one', type: 'float' },
  { setting: 'soft_time_limit', flags: ['--soft-time-limit'], arity: 'one', type: 'float' },
  { setting: 'max_tasks_per_child', flags: ['--max-tasks-per-child'], arity: 'one', type: 'int' },
  { setting: 'max_memory_per_child', flags: ['--max-memory-per-child'], arity: 'one', type: 'int' },
  { setting: 'purge', flags: ['--purge', '--discard'], arity: 'none', type: 'boolean' },
  { setting: 'queues', flags: ['--queues', '-Q'], arity: 'one', type: 'list' },
  { setting: 'exclude_queues', flags: ['--exclude-queues', '-X'], arity: 'one', type: 'list' },
  { setting: 'include', flags: ['--include', '-I'], arity: 'one', type: 'list' },
  { setting: 'without_gossip', flags: ['--without-gossip'], arity: 'none', type: 'boolean' },
  { setting: 'without_mingle', flags: ['--without-mingle'], arity: 'none', type: 'boolean' },
  { setting: 'without_heartbeat', flags: ['--without-heartbeat'], arity: 'none', type: 'boolean' },
  { setting: 'heartbeat_interval', flags: ['--heartbeat-interval'], arity: 'one', type: 'int' },
  { setting: 'autoscale', flags: ['--autoscale'], arity: 'one', type: 'custom' },
  { setting: 'beat', flags: ['-B', '--beat'], arity: 'none', type: 'boolean' },
  { setting: 'schedule_filename', flags: ['-s', '--schedule-filename', '--schedule'], arity: 'one', type: 'string' },
  { setting: 'scheduler', flags: ['--scheduler'], arity: 'one', type: 'string' },
  ...DAEMON_OPTIONS,
]

/** Options of `celery beat`. */
export const BEAT_OPTIONS: readonly OptionSpec[] = [
  { setting: 'detach', flags: ['--detach'], arity: 'none', type: 'boolean' },
  { setting: 'schedule', flags: ['-s', '--schedule'], arity: 'one', type: 'string' },
  { setting: 'scheduler', flags: ['-S', '--scheduler'], arity: 'one', type: 'string' },
  { setting: 'max_interval', flags: ['--max-interval'], arity: 'one', type: 'int' },
  LOG_LEVEL,
  ...DAEMON_OPTIONS,
]

/** Spellings that only celery 3 and 4 take; there the global options may also stand after the sub-command. */
export const LEGACY_OPTIONS: readonly OptionSpec[] = [
  { setting: 'max_tasks_per_child', flags: ['--maxtasksperchild'], arity: 'one', type: 'int' },
  { setting: 'max_memory_per_child', flags: ['--maxmemperchild'], arity: 'one', type: 'int' },
  { setting: 'autoreload', flags: ['--autoreload'], arity: 'none', type: 'boolean' },
  { setting: 'no_execv', flags: ['--no-execv'], arity: 'none', type: 'boolean' },
  { setting: 'time_limit', flags: ['--task-time-limit'], arity: 'one', type: 'float' },
  { setting: 'soft_time_limit', flags: ['--task-soft-time-limit'], arity: 'one', type: 'float' },
]

/** Defaults of a worker. Source: https://docs.celeryq.dev/en/stable/userguide/configuration.html */
export const WORKER_DEFAULTS: ReadonlyMap<string, string | number | boolean | null> = new Map<
  string,
  string | number | boolean | null
>([
  ['pool', 'prefork'],
  ['autoscale', null],
  ['max_tasks_per_child', null],
  ['max_memory_per_child', null],
  ['prefetch_multiplier', 4],
  ['optimization', 'default'],
  ['beat', false],
  ['queues', null],
  ['exclude_queues', null],
  ['include', null],
  ['time_limit', null],
  ['soft_time_limit', null],
  ['without_gossip', false],
  ['without_mingle', false],
  ['without_heartbeat', false],
  ['detach', false],
  ['purge', false],
  ['disable_prefetch', false],
  ['hostname', null],
  ['loglevel', 'WARNING'],
  ['scheduler', null],
  ['schedule_filename', null],
  ['statedb', null],
  ['pidfile', null],
  ['logfile', null],
  ['task_events', false],
  ['heartbeat_interval', null],
])
