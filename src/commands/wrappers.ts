/** Programs that start another program: how their own options end, and what becomes of signals. */

/**
 * How a wrapper is written. `values` are options that take the next word, `flags` those that do not; a word that looks
 * like an option and is in neither list counts as a flag, unless it holds its value after `=`.
 */
export interface Wrapper {
  readonly names: readonly string[]
  /** Words that follow the name, such as `run` of `poetry run`; one of the alternatives. */
  readonly subcommands?: readonly string[]
  readonly values?: readonly string[]
  /** Words after the options that belong to the wrapper, such as the user of `gosu`. */
  readonly positionals?: number
  /** `NAME=value` words before the command set variables. */
  readonly takesAssignments?: boolean
  /** The command starts only after `--`. */
  readonly needsSeparator?: boolean
  /** What the wrapper does: become the program, run it as a child and forward signals, or run it as a child. */
  readonly start: 'exec' | 'init' | 'groupInit' | 'child'
  /** The command is one word that a shell reads. */
  readonly takesScript?: boolean
  /** `-m MODULE` or a script file follows as after `python`. */
  readonly runsPython?: boolean
}

/** Wrappers by behaviour. Sources: the manual page or README of each. */
export const WRAPPERS: readonly Wrapper[] = [
  { names: ['exec'], values: ['-a'], start: 'exec' },
  { names: ['command', 'nohup', 'time', 'unbuffer', 'chronic'], start: 'exec' },
  { names: ['setsid'], start: 'exec' },
  { names: ['env'], values: ['-u', '--unset', '-C', '--chdir'], takesAssignments: true, start: 'exec' },
  { names: ['nice'], values: ['-n', '--adjustment'], start: 'exec' },
  { names: ['ionice'], values: ['-c', '--class', '-n', '--classdata'], start: 'exec' },
  { names: ['chrt'], positionals: 1, values: ['-T', '-P', '-D'], start: 'exec' },
  { names: ['taskset'], positionals: 1, start: 'exec' },
  { names: ['numactl'], values: ['-N', '-m', '-C', '-i', '-p'], start: 'exec' },
  { names: ['timeout'], values: ['-s', '--signal', '-k', '--kill-after'], positionals: 1, start: 'init' },
  { names: ['stdbuf'], values: ['-i', '-o', '-e'], start: 'exec' },
  { names: ['prlimit'], start: 'exec' },
  { names: ['tini', 'tini-static', 'docker-init'], values: ['-p', '-e'], start: 'init' },
  { names: ['dumb-init'], values: ['-r', '--rewrite'], start: 'groupInit' },
  { names: ['catatonit', 'pid1', 'my_init'], start: 'init' },
  { names: ['s6-setuidgid', 'gosu', 'su-exec'], positionals: 1, start: 'exec' },
  { names: ['s6-notifyoncheck'], values: ['-s', '-T', '-t', '-w', '-n', '-c', '-3'], start: 'exec' },
  { names: ['with-contenv'], start: 'exec' },
  { names: ['setpriv'], values: ['--reuid', '--regid', '--groups', '--inh-caps', '--bounding-set'], start: 'exec' },
  { names: ['runuser'], values: ['-u', '--user', '-g', '--group', '-G'], start: 'child' },
  {
    names: ['chpst'],
    values: ['-u', '-U', '-e', '-/', '-n', '-l', '-L', '-m', '-d', '-o', '-p', '-f', '-c'],
    start: 'exec',
  },
  { names: ['sudo'], values: ['-u', '-g', '-C', '-h', '-p', '-T'], takesAssignments: true, start: 'child' },
  {
    names: ['poetry', 'pipenv', 'pdm', 'rye', 'hatch'],
    subcommands: ['run'],
    values: ['-C', '-P', '-p', '-e', '--env', '--directory', '--project'],
    start: 'exec',
  },
  {
    names: ['uv', 'uvx'],
    subcommands: ['run', 'tool'],
    values: [
      '--with',
      '--with-editable',
      '--with-requirements',
      '--project',
      '--directory',
      '-p',
      '--python',
      '--extra',
      '--group',
      '--only-group',
      '--no-group',
      '--package',
      '--env-file',
      '--index-url',
      '--cache-dir',
      '--no-extra',
      '--index',
      '--config-file',
    ],
    start: 'child',
  },
  { names: ['pixi'], subcommands: ['run'], values: ['-e', '--environment', '--manifest-path'], start: 'child' },
  {
    names: ['conda', 'mamba', 'micromamba'],
    subcommands: ['run'],
    values: ['-n', '--name', '-p', '--prefix', '--cwd', '-e', '-a'],
    start: 'child',
  },
  { names: ['ddtrace-run'], start: 'exec' },
  { names: ['newrelic-admin'], subcommands: ['run-program'], start: 'exec' },
  { names: ['newrelic-admin'], subcommands: ['run-python'], start: 'exec', runsPython: true },
  {
    names: ['opentelemetry-instrument'],
    values: [
      '--traces_exporter',
      '--metrics_exporter',
      '--logs_exporter',
      '--service_name',
      '--exporter_otlp_endpoint',
      '--propagators',
      '--id_generator',
      '--resource_attributes',
      '--sampler',
    ],
    start: 'exec',
  },
  { names: ['sw-python'], subcommands: ['run'], start: 'exec' },
  { names: ['elasticapm-run', 'scout-apm', 'logfire'], values: ['--config'], start: 'exec' },
  {
    names: ['py-spy'],
    subcommands: ['record', 'top'],
    values: ['-o', '--output', '-r', '--rate', '-d', '--duration', '-f', '--format'],
    start: 'child',
  },
  {
    names: ['memray'],
    subcommands: ['run'],
    values: ['-o', '--output', '-p', '--live-port'],
    start: 'exec',
    runsPython: true,
  },
  {
    names: ['coverage'],
    subcommands: ['run'],
    values: ['--rcfile', '--source', '--omit', '--include', '--data-file', '--concurrency', '--context'],
    start: 'exec',
    runsPython: true,
  },
  { names: ['scalene'], values: ['--outfile', '--profile-interval'], start: 'exec', runsPython: true },
  {
    names: ['doppler'],
    subcommands: ['run'],
    values: ['-p', '--project', '-c', '--config', '-t', '--token'],
    start: 'child',
  },
  { names: ['chamber'], subcommands: ['exec'], needsSeparator: true, start: 'exec' },
  { names: ['aws-vault'], subcommands: ['exec'], needsSeparator: true, start: 'exec' },
  {
    names: ['infisical', 'op', 'berglas', 'teller', 'akeyless'],
    subcommands: ['run', 'exec'],
    needsSeparator: true,
    start: 'child',
  },
  { names: ['vault-env', 'secrets-init', 'ssm-env', 'chamber-env'], start: 'exec' },
  { names: ['envconsul'], values: ['-config', '-prefix', '-secret', '-log-level', '-upcase'], start: 'child' },
  { names: ['sops'], subcommands: ['exec-env'], positionals: 1, takesScript: true, start: 'child' },
  { names: ['dotenv'], subcommands: ['run'], values: ['-f', '--file', '-q'], start: 'exec' },
  { names: ['dotenvx'], subcommands: ['run'], values: ['-f', '--env-file'], needsSeparator: true, start: 'child' },
  {
    names: ['honcho'],
    subcommands: ['run'],
    values: ['-e', '--env', '-d', '--app-root', '-f', '--procfile'],
    start: 'child',
  },
  {
    names: ['wait-for-it.sh', 'wait-for-it', 'wait-for', 'wait-for.sh', 'wait4ports', 'wait-for-port'],
    needsSeparator: true,
    start: 'exec',
  },
  {
    names: ['dockerize'],
    values: [
      '-wait',
      '-timeout',
      '-template',
      '-stdout',
      '-stderr',
      '-wait-retry-interval',
      '-env',
      '-wait-http-header',
    ],
    start: 'init',
  },
  {
    names: ['watchmedo'],
    subcommands: ['auto-restart'],
    values: [
      '-d',
      '--directory',
      '-p',
      '--pattern',
      '--patterns',
      '-i',
      '--ignore-patterns',
      '--signal',
      '--kill-after',
      '--interval',
      '--timeout',
      '--debounce-interval',
    ],
    start: 'child',
  },
  { names: ['hupper'], values: ['-w'], start: 'child', runsPython: true },
  { names: ['nodemon'], values: ['--exec', '-x', '-w', '--watch', '-e', '--ext'], takesScript: true, start: 'child' },
  {
    names: ['watchfiles'],
    values: [
      '--ignore-paths',
      '--target-type',
      '--filter',
      '--args',
      '--sigint-timeout',
      '--sigkill-timeout',
      '--grace-period',
    ],
    takesScript: true,
    start: 'child',
  },
  { names: ['xvfb-run'], values: ['-n', '-s', '-e', '-f', '-p'], start: 'child' },
  { names: ['fixuid', 'entrypoint-demoter', 'authbind', 'catchsegv', 'jemalloc.sh'], start: 'exec' },
]
