/**
 * Runs the scripts of the bundle, and keeps what they compile for the next run: Node's own cache of compiled code has no
 * function that is compiled when it is first called, and compiling those is most of a short run.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'

type Exports = Readonly<Record<string, unknown>>
type Require = (name: string) => unknown

/** A bundle: the folder of its scripts, what tells it from every other, the script that all begins with, and what loads Node's own modules. A script is a function of `require`, `module` and `exports`. */
export interface Bundle {
  readonly folder: string
  readonly id: string
  readonly start: string
  readonly require: Require
}

/** What is loaded when something of it is first called: modules of Node that take milliseconds, and scripts that say so in their names. */
const IS_LATE = /^node:(child_process|crypto)$|\/late-[\w-]+\.js$/
/** So many runs write a cache, each with what has been compiled besides; other commands and other input call other functions. */
const GENERATIONS = 4
/** A cache that is older is written again from then on. */
const FRESH_MS = 24 * 60 * 60 * 1000
/** A cache that was last written this long ago is of a version that nobody runs any more. */
const OLD_MS = 30 * FRESH_MS
const CACHE_NAME = /^v\d+\.\d+\.\d+-\w+-[0-9a-f]+$/
/** V8 forgets code that has not run for a while, so that only a short run still has what it began with. */
const SHORT_RUN_SECONDS = 3
/** A sum, and the number of the generation. */
const MARK_BYTES = 9
const MARK_STRIDE = 512

/** Runs an entry, which requires scripts of the bundle. The start script exports its modules by the names that others ask for. */
export function runScripts(bundle: Bundle, entry: (require: Require) => void): void {
  const cache = cacheFolder(bundle, process.env)
  const loaded = new Map<string, unknown>()
  const keeping: (() => void)[] = []
  const load = (name: string): Exports => {
    const { run, keep } = readScript(join(bundle.folder, name), cache === null ? null : join(cache, name))
    const own: { exports: Exports } = { exports: {} }
    loaded.set(name, own.exports)
    run(requireOne, own, own.exports)
    loaded.set(name, own.exports)
    if (keep !== null) keeping.push(keep)
    return own.exports
  }
  const requireNow: Require = (path) => {
    if (!path.startsWith('.')) return bundle.require(path)
    const name = path.slice(path.lastIndexOf('/') + 1)
    return loaded.has(name) ? loaded.get(name) : load(name)
  }
  const requireOne: Require = (path) => (IS_LATE.test(path) ? requiredLater(path, requireNow) : requireNow(path))
  for (const [name, exported] of Object.entries(load(bundle.start))) loaded.set(name, exported)
  entry(requireOne)
  process.once('exit', (code) => {
    if (code <= 1 && process.uptime() < SHORT_RUN_SECONDS) for (const keep of keeping) keep()
  })
}

function requiredLater(name: string, require: Require): unknown {
  let module: ReturnType<typeof Object> | null = null
  const found = () => {
    module ??= Object(require(name))
    return module
  }
  return new Proxy(
    {},
    {
      get: (_, key) => found()[key],
      has: (_, key) => key in found(),
      ownKeys: () => Reflect.ownKeys(found()),
      // Only what the target has may be fixed.
      getOwnPropertyDescriptor: (_, key) => ({ ...Object.getOwnPropertyDescriptor(found(), key), configurable: true }),
    },
  )
}

/** Where compiled code is kept: a folder of the user's own; null for nowhere. */
function cacheFolder({ id }: Bundle, environment: NodeJS.ProcessEnv): string | null {
  // The variable of Node's own cache: https://nodejs.org/api/cli.html#node_disable_compile_cache1
  if (environment['NODE_DISABLE_COMPILE_CACHE'] === '1') return null
  const home = environment['HOME'] || environment['USERPROFILE']
  const caches = environment['XDG_CACHE_HOME'] || (home ? join(home, '.cache') : null)
  return caches === null ? null : join(caches, 'workerlint', `${process.version}-${process.arch}-${id}`)
}

interface ReadScript {
  readonly run: (require: Require, module: { exports: Exports }, exports: Exports) => void
  /** Keeps what has been compiled; null when that is kept already. */
  readonly keep: (() => void) | null
}

function readScript(path: string, cached: string | null): ReadScript {
  const known = cached === null ? null : readCache(cached)
  const script = new Script(readFileSync(path, 'latin1'), {
    filename: path,
    ...(known === null ? {} : { cachedData: known.data }),
  })
  const isUsed = known !== null && script.cachedDataRejected !== true && known.age < FRESH_MS
  const generation = isUsed ? known.generation : 0
  const isKept = generation >= GENERATIONS
  return {
    run: script.runInThisContext(),
    keep: cached === null || isKept ? null : () => writeCache(cached, script.createCachedData(), generation + 1),
  }
}

interface KnownCache {
  readonly data: Buffer
  readonly generation: number
  /** In milliseconds. */
  readonly age: number
}

/** V8 takes only data of its own version and options and for a script of the same length, and trusts it for the rest: it must be the user's own, and whole. */
function readCache(path: string): KnownCache | null {
  try {
    const { uid, mtimeMs } = statSync(path)
    if (process.getuid !== undefined && process.getuid() !== uid) return null
    const bytes = readFileSync(path)
    const data = bytes.subarray(0, -MARK_BYTES)
    const generation = Number(bytes.toString('latin1', bytes.length - 1))
    if (bytes.toString('latin1', data.length) !== markOf(data, generation)) return null
    return { data, generation, age: Date.now() - mtimeMs }
  } catch {
    return null
  }
}

/** A folder that cannot be written to keeps nothing, and nothing else is wrong. */
function writeCache(path: string, data: Buffer, generation: number): void {
  const draft = `${path}.${process.pid}`
  try {
    const folder = dirname(path)
    if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) removeOldCaches(dirname(folder))
    writeFileSync(draft, Buffer.concat([data, Buffer.from(markOf(data, generation))]), { mode: 0o600 })
    renameSync(draft, path)
  } catch {}
}

/** Removes what versions left that have not been run for long; those that are run write their cache again within a day. */
function removeOldCaches(caches: string): void {
  for (const entry of readdirSync(caches, { withFileTypes: true })) {
    if (!entry.isDirectory() || !CACHE_NAME.test(entry.name)) continue
    const folder = join(caches, entry.name)
    if (Date.now() - statSync(folder).mtimeMs > OLD_MS) rmSync(folder, { recursive: true, force: true })
  }
}

/** Tells data from what a crash of the machine left of it: blocks that were never written are zeros. */
function markOf(data: Buffer, generation: number): string {
  let sum = data.length
  for (let index = 0; index < data.length; index += MARK_STRIDE) sum = (Math.imul(sum, 31) + (data[index] ?? 0)) | 0
  return (sum >>> 0).toString(16).padStart(MARK_BYTES - 1, '0') + generation
}
