/** Disks fill up, files vanish, processes are killed: the files of the user stay whole, and the exit code says what happened. */
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { check } from '../../src/check.ts'
import { applyFixes } from '../../src/cli/fix.ts'
import { prepareRun } from '../../src/prepare.ts'
import { toJsonReport } from '../../src/reports/to-json-report.ts'
import { createRandom } from '../fuzz/random.ts'

const root = join(import.meta.dirname, '../..')
const cli = join(root, 'dist/cli.js')
const KILLS = Number(process.env['KILLS'] ?? 15)
const isRoot = process.getuid?.() === 0

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workerlint-faults-'))
})
afterEach(() => {
  spawnSync('umount', [join(folder, 'disk')], { stdio: 'ignore' })
  rmSync(folder, { recursive: true, force: true })
})

function copyExamples(name: string): string {
  const copy = join(folder, name)
  cpSync(join(root, 'examples'), copy, { recursive: true })
  return copy
}

function texts(of: string): ReadonlyMap<string, string> {
  return new Map(readdirSync(of).map((name) => [name, readFileSync(join(of, name), 'utf8')] as const))
}

describe('check --fix that is killed', () => {
  test(`at ${KILLS} random moments leaves every file as it was or as it should be`, async () => {
    const original = texts(copyExamples('original'))
    const started = performance.now()
    const whole = copyExamples('whole')
    expect(spawnSync(process.execPath, [cli, 'check', '--fix', '.', '--fail-on', 'never'], { cwd: whole }).status).toBe(
      0,
    )
    const longest = performance.now() - started
    const fixed = texts(whole)
    expect([...fixed].filter(([name, text]) => original.get(name) !== text).length).toBeGreaterThan(1)
    const random = createRandom(521802)
    let changed = 0
    for (let round = 0; round < KILLS; round++) {
      const copy = copyExamples(`round-${round}`)
      const child = spawn(process.execPath, [cli, 'check', '--fix', '.'], { cwd: copy, stdio: 'ignore' })
      const ended = new Promise((resolve) => child.on('exit', resolve))
      setTimeout(() => child.kill('SIGKILL'), longest * (0.5 + random.below(1000) / 1500))
      await ended
      const left = texts(copy)
      for (const [name, text] of original) expect([text, fixed.get(name)]).toContain(left.get(name))
      for (const name of left.keys()) expect(original.has(name) || /^\..+\.tmp$/.test(name)).toBe(true)
      changed += [...original].some(([name, text]) => left.get(name) !== text) ? 1 : 0
      spawnSync(process.execPath, [cli, 'check', '--fix', '.', '--fail-on', 'never'], { cwd: copy })
      for (const [name, text] of fixed) expect(readFileSync(join(copy, name), 'utf8')).toBe(text)
      rmSync(copy, { recursive: true, force: true })
    }
    expect(changed).toBeLessThanOrEqual(KILLS)
  }, 3_600_000)
})

describe('a file', () => {
  test('that vanishes between listing and reading is told about, and the rest is checked', async () => {
    const copy = copyExamples('vanishing')
    const run = await prepareRun(requestIn(copy))
    rmSync(join(copy, 'web.yaml'))
    const report = toJsonReport(await check(run.repository, run.options))
    expect(report.problems).toEqual([
      { file: 'web.yaml', line: 1, message: expect.stringMatching(/ENOENT|no such file/) },
    ])
    expect(report.findings.length).toBeGreaterThan(0)
  })

  test('that turns into a folder is told about', async () => {
    const copy = copyExamples('turning')
    const run = await prepareRun(requestIn(copy))
    rmSync(join(copy, 'web.yaml'))
    mkdirSync(join(copy, 'web.yaml'))
    const report = toJsonReport(await check(run.repository, run.options))
    expect(report.problems.map(({ file }) => file)).toEqual(['web.yaml'])
  })

  const asUser = isRoot ? test.skip : test
  asUser('that may not be read is told about', async () => {
    const copy = copyExamples('unreadable')
    chmodSync(join(copy, 'web.yaml'), 0)
    const run = await prepareRun(requestIn(copy))
    const report = toJsonReport(await check(run.repository, run.options))
    expect(report.problems.map(({ message }) => message)).toEqual(['cannot be read: EACCES'])
  })

  test('that changes after it was read is not written over by a fix of the old text', async () => {
    const copy = copyExamples('changing')
    const run = await prepareRun(requestIn(copy))
    await check(run.repository, run.options)
    writeFileSync(join(copy, 'web.yaml'), '# by somebody else\n')
    await expect(applyFixes(run, copy, () => undefined)).rejects.toThrow(/web\.yaml changed while it was checked/)
    expect(readFileSync(join(copy, 'web.yaml'), 'utf8')).toBe('# by somebody else\n')
  })
})

describe('a disk', () => {
  const onDisk = isRoot && process.platform === 'linux' && canMount() ? test : test.skip

  onDisk('that is full leaves the files whole, and the exit code is 2', () => {
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status).toBe(0)
    cpSync(join(root, 'examples'), disk, { recursive: true })
    const before = texts(disk)
    const filler = spawnSync('sh', ['-c', `cat /dev/zero > ${disk}/filler 2>/dev/null; true`])
    expect(filler.status).toBe(0)
    const run = spawnSync(process.execPath, [cli, 'check', '--fix', '.'], { cwd: disk, encoding: 'utf8' })
    expect(run.stderr).toMatch(/cannot be written: .*ENOSPC/)
    expect(run.status).toBe(2)
    for (const [name, text] of before) expect(readFileSync(join(disk, name), 'utf8')).toBe(text)
    expect(readdirSync(disk).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  onDisk('that is read-only gives a sentence, and the exit code is 2', () => {
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    expect(spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', disk]).status).toBe(0)
    cpSync(join(root, 'examples'), disk, { recursive: true })
    expect(spawnSync('mount', ['-o', 'remount,ro', disk]).status).toBe(0)
    const run = spawnSync(process.execPath, [cli, 'check', '--fix', '.'], { cwd: disk, encoding: 'utf8' })
    expect(run.stderr).toMatch(/cannot be written: .*EROFS/)
    expect(run.status).toBe(2)
    const report = spawnSync(process.execPath, [cli, 'check', '.', '--fail-on', 'never', '--format', 'json'], {
      cwd: disk,
      encoding: 'utf8',
    })
    expect(report.status).toBe(0)
  })
})

describe('memory', () => {
  test('that is short is enough for a large file', () => {
    const copy = join(folder, 'large')
    mkdirSync(copy)
    writeFileSync(
      join(copy, 'a.yaml'),
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n${'  k: |\n    text of a line\n'.replace('k', 'key').repeat(1)}`,
    )
    for (let index = 0; index < 60; index++) cpSync(join(root, 'examples/web.yaml'), join(copy, `web-${index}.yaml`))
    const run = spawnSync(process.execPath, ['--max-old-space-size=96', cli, 'check', '.', '--format', 'json'], {
      cwd: copy,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    expect(run.status).toBe(1)
    expect(JSON.parse(run.stdout).summary.files).toBe(61)
  }, 60_000)
})

function requestIn(workingDirectory: string) {
  return {
    workingDirectory,
    paths: ['.'],
    exclude: [],
    configFile: null,
    policyFiles: [],
    baseline: new Set<string>(),
    today: null,
  }
}

function canMount(): boolean {
  const place = mkdtempSync(join(tmpdir(), 'workerlint-mount-'))
  const { status } = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', place], { stdio: 'ignore' })
  if (status === 0) spawnSync('umount', [place])
  if (existsSync(place)) rmSync(place, { recursive: true, force: true })
  return status === 0
}
