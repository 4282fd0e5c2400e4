/** Runs a start script for real in a root of its own: nothing but shells, text tools and stub programs is in there. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'

/** What is started, and what stands around it. */
export interface IsolatedRun {
  /** The shell that is `/bin/sh`; `bash` is there besides. */
  readonly sh: 'dash' | 'bash' | 'busybox'
  readonly argv: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly workingDirectory: string
  /** Executable files by absolute path. */
  readonly files: Readonly<Record<string, string>>
  /** Programs that note how they are started and succeed, by name or absolute path. */
  readonly stubs: readonly string[]
}

/** What was started, and the status the script ended with. */
export interface Outcome {
  readonly starts: readonly Start[]
  readonly status: number | null
}

/** A stub that was started: the program's base name with its arguments, and its environment. */
export interface Start {
  readonly argv: readonly string[]
  readonly environment: Readonly<Record<string, string>>
}

/** How a start script is kept away from the machine, or why that cannot be done here. */
export type Isolation = Available | { readonly kind: 'missing'; readonly why: string }

interface Available {
  readonly kind: 'available'
  readonly enter: readonly string[]
  readonly hidesNetwork: boolean
  /** Copies of the machine's programs; roots are made of links to them. */
  readonly programs: string
}

/** An owner of no files and no other processes. */
const nobody = '64999'
const namespaces = ['--net', '--pid', '--ipc', '--uts', '--mount', '--fork', '--kill-child=KILL']
const ways = [
  { enter: ['unshare', ...namespaces, 'chroot', `--userspec=${nobody}:${nobody}`, '--groups='], hidesNetwork: true },
  { enter: ['unshare', '--user', '--map-root-user', ...namespaces, 'chroot'], hidesNetwork: true },
  // A container without CAP_SYS_ADMIN: another user in another root, in the network of that container.
  { enter: ['chroot', `--userspec=${nobody}:${nobody}`, '--groups='], hidesNetwork: false },
]

/** Finds the strictest way that works here. */
export function findIsolation(): Isolation {
  const programs = mkdtempSync(join(tmpdir(), 'programs-'))
  copyPrograms(programs)
  for (const way of ways) {
    const isolation = { kind: 'available', ...way, programs } as const
    const root = createRoot(isolation, 'dash')
    const run = spawnSync(way.enter[0] ?? '', [...way.enter.slice(1), root, '/bin/sh', '-c', 'echo inside'])
    rmSync(root, { recursive: true, force: true })
    if (run.status === 0 && run.stdout.toString() === 'inside\n') return isolation
  }
  removePrograms(programs)
  return { kind: 'missing', why: 'neither unshare nor chroot may be used' }
}

/** Removes the copies that `findIsolation` made. */
export function removePrograms(programs: string): void {
  rmSync(programs, { recursive: true, force: true })
}

/** Runs the script. Throws when it does not end. */
export function runIsolated(isolation: Available, run: IsolatedRun): Outcome {
  const texts = [...run.argv, ...Object.values(run.files)]
  if (!isolation.hidesNetwork && texts.some((text) => /tcp|udp/i.test(text)))
    throw new Error('a script that may open connections is not run in the network of this machine')
  const root = createRoot(isolation, run.sh)
  try {
    for (const stub of run.stubs)
      writeExecutable(root, stub.startsWith('/') ? stub : `/usr/local/bin/${stub}`, stubText)
    for (const [path, text] of Object.entries(run.files)) writeExecutable(root, path, text)
    mkdirSync(join(root, run.workingDirectory), { recursive: true })
    for (const folder of readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true }))
      if (folder.isDirectory()) chmodSync(join(folder.parentPath, folder.name), 0o777)
    const limits = 'ulimit -t 10; ulimit -f 2048; ulimit -n 64; exec "$@"'
    const start = ['cd "$1" || exit 99; shift; exec "$@"', 'start', run.workingDirectory, ...run.argv]
    const inside = ['/oracle/env', '-i', '/oracle/sh', '-c', ...start]
    const real = spawnSync(
      '/bin/sh',
      [
        '-c',
        limits,
        'limits',
        ...isolation.enter,
        root,
        ...inside.slice(0, 2),
        ...assignments(run),
        ...inside.slice(2),
      ],
      {
        timeout: 10_000,
        killSignal: 'SIGKILL',
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    )
    if (real.error !== undefined) throw real.error
    if (real.status === 99 || real.status === 125) throw new Error(real.stderr.toString())
    const records = readdirSync(join(root, 'log')).map((file) => readFileSync(join(root, 'log', file), 'utf8'))
    return { starts: records.map(readStart), status: real.status }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function assignments({ environment }: IsolatedRun): readonly string[] {
  const all = { PATH: '/usr/local/bin:/usr/bin:/bin', ...environment }
  return Object.entries(all).map(([name, value]) => `${name}=${value}`)
}

/** A wrapper with a command behind `--` becomes that command; every other stub notes its words and its environment. */
export const stubText = `#!/oracle/sh
case "\${0##*/}" in
  watchmedo|wait-for)
    for word; do
      shift
      [ "$word" = -- ] && exec "$@"
    done
    exit 0 ;;
esac
{ printf '%s\\0' "\${0##*/}" "$@"; printf '\\1'; /oracle/env -0; } >"/log/$$"
`

/** Programs of this machine that only work on text and on files, so that what they print is real. */
const tools = [
  ...['basename', 'cat', 'cp', 'cut', 'dirname', 'env', 'expr', 'grep', 'head', 'id', 'ls', 'mkdir', 'printenv', 'rm'],
  ...['sed', 'seq', 'sort', 'touch', 'tr', 'wc'],
]

function createRoot({ programs }: Available, sh: IsolatedRun['sh']): string {
  const root = mkdtempSync(join(tmpdir(), 'isolated-'))
  chmodSync(root, 0o755)
  for (const folder of ['dev', 'log', 'tmp']) mkdirSync(join(root, folder))
  for (const entry of readdirSync(programs, { recursive: true, encoding: 'utf8', withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const to = join(root, relative(programs, path))
    if (entry.isDirectory()) mkdirSync(to, { recursive: true })
    else linkSync(path, to)
  }
  linkSync(join(programs, 'shells', sh), join(root, 'bin/sh'))
  writeFileSync(join(root, 'dev/null'), '')
  chmodSync(join(root, 'dev/null'), 0o666)
  return root
}

/** Is the program on this machine? */
export function findProgram(name: string): string | null {
  return (
    ['/usr/bin', '/bin', '/usr/local/bin'].map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null
  )
}

/** Copies the shells and tools of this machine, with the libraries they are linked with. */
function copyPrograms(folder: string): void {
  for (const name of ['bin', 'oracle', 'shells', 'usr/bin', 'usr/local/bin'])
    mkdirSync(join(folder, name), { recursive: true })
  const wanted = [
    ['env', 'oracle/env'],
    ['dash', 'oracle/sh'],
    ['bash', 'bin/bash'],
    ...['dash', 'bash', 'busybox'].map((shell) => [shell, `shells/${shell}`]),
    ...tools.map((tool) => [tool, `usr/bin/${tool}`]),
  ]
  const found = wanted.flatMap(([name = '', to = '']) => {
    const path = findProgram(name)
    return path === null ? [] : [{ path, to }]
  })
  for (const { path, to } of found) copyFileSync(path, join(folder, to))
  const listed = spawnSync('ldd', [...new Set(found.map(({ path }) => path))]).stdout?.toString() ?? ''
  const libraries = [...listed.matchAll(/(?:=> |^\s+)(\/\S+) \(/gm)].map(([, library = '']) => library)
  for (const library of new Set(libraries)) {
    mkdirSync(dirname(join(folder, library)), { recursive: true })
    copyFileSync(library, join(folder, library))
  }
}

function writeExecutable(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  chmodSync(join(root, path), 0o777)
}

function readStart(record: string): Start {
  const [words = '', variables = ''] = record.split('\u0001')
  const [program = '', ...rest] = words.split('\0').slice(0, -1)
  const pairs = variables.split('\0').flatMap((line) => {
    const at = line.indexOf('=')
    return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1)]]
  })
  return { argv: [basename(program), ...rest], environment: Object.fromEntries(pairs) }
}
