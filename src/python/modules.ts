/** The parts of the standard library that configuration files use. */
import { known, type Result } from './values.ts'

const modules: ReadonlyMap<string, readonly string[]> = new Map([
  ['os', ['getenv', 'cpu_count', 'getpid', 'sched_getaffinity', 'process_cpu_count', 'getcwd', 'putenv']],
  [
    'os.path',
    [
      'join',
      'dirname',
      'basename',
      'exists',
      'isfile',
      'isdir',
      'abspath',
      'realpath',
      'normpath',
      'splitext',
      'expanduser',
    ],
  ],
  ['multiprocessing', ['cpu_count']],
  ['math', ['ceil', 'floor', 'sqrt', 'trunc', 'log', 'log2']],
  ['json', ['loads', 'dumps']],
  ['psutil', ['cpu_count']],
  ['billiard', ['cpu_count']],
  ['joblib', ['cpu_count']],
  ['sys', ['exit']],
  ['pathlib', ['Path']],
])

/** Modules of the standard library: importing them never fails. */
export const standardModules: ReadonlySet<string> = new Set([
  ...['os', 'os.path', 'sys', 'multiprocessing', 'math', 'json', 'pathlib', 're', 'logging', 'logging.config', 'time'],
  ...['datetime', 'socket', 'ssl', 'typing', 'collections', 'functools', 'itertools', 'random', 'string', 'subprocess'],
  ...[
    'tempfile',
    'threading',
    'traceback',
    'types',
    'uuid',
    'warnings',
    'platform',
    'shutil',
    'signal',
    'inspect',
    'enum',
  ],
  ...[
    'dataclasses',
    'contextlib',
    'copy',
    'urllib',
    'urllib.parse',
    'urllib.request',
    'configparser',
    'io',
    'glob',
    'hashlib',
    'ast',
    'textwrap',
    'resource',
    '__future__',
    'ipaddress',
    'decimal',
    'atexit',
    'gc',
  ],
])

/** Modules whose functions are followed in part. */
export function isFollowed(name: string): boolean {
  return modules.has(name)
}

/** An attribute of a module; undefined when it is not followed. */
export function moduleAttribute(module: string, name: string): Result | undefined {
  const full = `${module}.${name}`
  if (full === 'os.environ' || full === 'os.environb') return known({ kind: 'environ' })
  if (full === 'os.sep') return known('/')
  if (full === 'os.linesep') return known('\n')
  if (full === 'os.name') return known('posix')
  if (full === 'os.devnull') return known('/dev/null')
  if (full === 'math.pi') return known(Math.PI)
  if (full === 'math.inf') return known(Infinity)
  if (full === 'sys.maxsize') return known(9223372036854775807n)
  if (full === 'json.JSONDecodeError') return known({ kind: 'native', name: 'JSONDecodeError' })
  if (modules.get(module)?.includes(name) === true) return known({ kind: 'native', name: full })
  return modules.has(full) ? known({ kind: 'module', name: full }) : undefined
}
