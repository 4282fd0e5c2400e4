import { spawnSync } from 'node:child_process'
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { build } from 'esbuild'

const folder = mkdtempSync(join(tmpdir(), 'workerlint-scripts-'))
const caches = join(folder, 'caches')
const scriptOf = (code: string) => `(function(require,module,exports){${code}})`
const START = `
  exports['one.js'] = { name: 'one' }
  exports['two.js'] = { late: () => require('./late.js').answer, crypto: require('node:crypto') }`

beforeAll(async () => {
  await build({
    absWorkingDir: resolve(import.meta.dirname, '..'),
    entryPoints: ['src/run-scripts.ts'],
    outfile: join(folder, 'loader.js'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
  })
  mkdirSync(join(folder, 'chunks'))
  writeFileSync(join(folder, 'chunks/start.js'), scriptOf(START))
  writeFileSync(
    join(folder, 'chunks/late.js'),
    scriptOf(`module.exports = { answer: require('../chunks/one.js').name + ' is late' }`),
  )
})

beforeEach(() => rmSync(caches, { recursive: true, force: true }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the body of an entry, and gives what it prints. */
function run(body: string, environment: NodeJS.ProcessEnv = {}) {
  const entry = join(folder, 'entry.js')
  const bundle = `{ folder: ${JSON.stringify(join(folder, 'chunks'))}, id: 'bundle', start: 'start.js', require }`
  writeFileSync(entry, `require('./loader.js').runScripts(${bundle}, (require) => { ${body} })`)
  const env = { ...process.env, NODE_OPTIONS: '', XDG_CACHE_HOME: caches, ...environment }
  const { stdout, stderr, status } = spawnSync(process.execPath, [entry], { encoding: 'utf8', env })
  return { stdout, stderr, status }
}

const LATE = `console.log(require('./two.js').late())`

function cached(): readonly string[] {
  const [version = ''] = readdirSync(join(caches, 'workerlint'))
  return readdirSync(join(caches, 'workerlint', version))
    .sort()
    .map((name) => join(caches, 'workerlint', version, name))
}

describe('scripts', () => {
  test('are found by name, in the start script first, each run once', () => {
    expect(run(`${LATE}; console.log(require('../chunks/late.js') === require('./late.js'))`).stdout).toBe(
      'one is late\ntrue\n',
    )
  })

  test('use modules of Node, the slow ones when something of them is asked for', () => {
    const body = `const { crypto } = require('./two.js')
      const isLoaded = () => process.moduleLoadList.includes('NativeModule crypto')
      console.log(isLoaded(), 'createHash' in crypto, Object.keys(crypto).includes('hash'), isLoaded())`
    expect(run(body).stdout).toBe('false true true true\n')
  })
})

/** Runs until what is kept stays. */
function settle(): void {
  for (let runs = 0; runs < 5; runs++) run(LATE)
}

describe('compiled code', () => {
  test('is kept for the next run, for every script that was loaded', () => {
    run(LATE)
    expect(cached().map((path) => path.split('/').at(-1))).toEqual(['late.js', 'start.js'])
    expect(run(LATE)).toEqual({ stdout: 'one is late\n', stderr: '', status: 0 })
  })

  test('is kept of the first runs, which call more and more of it, and then stays', () => {
    const written = Array.from({ length: 6 }, () => {
      run(LATE)
      return cached().map((path) => readFileSync(path).toString('latin1'))
    })
    expect(new Set(written.map(String)).size).toBe(4)
    expect(written[5]).toEqual(written[3])
  })

  test('is kept again after a day', () => {
    settle()
    const [late = ''] = cached()
    utimesSync(late, 0, 0)
    run(LATE)
    expect(Date.now() - statSync(late).mtimeMs).toBeLessThan(60_000)
  })

  test.each([
    ['is empty', (path: string) => truncateSync(path, 0)],
    ['is cut short', (path: string) => truncateSync(path, 500)],
    ['is filled with zeros', (path: string) => writeFileSync(path, Buffer.alloc(readFileSync(path).length))],
    ['lost its end', (path: string) => writeFileSync(path, readFileSync(path).fill(0, 600))],
    ['is something else', (path: string) => writeFileSync(path, 'what is this')],
  ])('is made anew when the file %s', (_, spoil) => {
    settle()
    for (const path of cached()) spoil(path)
    expect(run(LATE)).toEqual({ stdout: 'one is late\n', stderr: '', status: 0 })
    expect(cached().every((path) => readFileSync(path).length > 600)).toBe(true)
  })

  const isRoot = process.getuid?.() === 0
  const asRoot = isRoot ? test : test.skip
  asRoot('is made anew when the file is of another user', () => {
    settle()
    for (const path of cached()) {
      chownSync(path, 1, 1)
    }
    expect(run(LATE).stdout).toBe('one is late\n')
    expect(cached().map((path) => statSync(path).uid)).toEqual([0, 0])
  })

  test.each([
    ['NODE_DISABLE_COMPILE_CACHE says so', { NODE_DISABLE_COMPILE_CACHE: '1' }],
    ['the folder cannot be made', { XDG_CACHE_HOME: '/dev/null' }],
  ])('is not kept when %s', (_, environment) => {
    expect(run(LATE, environment)).toEqual({ stdout: 'one is late\n', stderr: '', status: 0 })
    expect(() => cached()).toThrow('ENOENT')
  })

  test('of versions that nobody has run for a month is removed by the first run of a new one, and nothing else is', () => {
    const made = ['v24.1.0-x64-00ff', 'v20.9.0-arm64-00aa', 'v24.1.0-x64-0011', 'notes']
    for (const name of made) mkdirSync(join(caches, 'workerlint', name), { recursive: true })
    const weeks = (count: number) => new Date(Date.now() - count * 7 * 24 * 60 * 60 * 1000)
    for (const name of [made[0], made[1], made[3]])
      utimesSync(join(caches, 'workerlint', name ?? ''), weeks(5), weeks(5))
    run(LATE)
    const own = `${process.version}-${process.arch}-bundle`
    expect(new Set(readdirSync(join(caches, 'workerlint')))).toEqual(new Set(['notes', 'v24.1.0-x64-0011', own]))
  })

  test('is not kept of a run that failed', () => {
    run(`${LATE}; process.exitCode = 2`)
    expect(() => cached()).toThrow('ENOENT')
  })
})
