/** The release: what is said of the version, which tags move, the image, and the workflows that do it. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { DockerfileParser } from 'dockerfile-ast'
import { parse } from 'yaml'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'workerlint-release-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const workflows = readdirSync(join(root, '.github/workflows')).map((name) => `.github/workflows/${name}`)

/** Is a linter on this machine? Those that are not are told. */
function has(program: string): boolean {
  const isThere = spawnSync(program, ['--version']).status === 0
  if (!isThere) console.warn(`${program} is not installed; what it lints is not linted`)
  return isThere
}

describe('what is released', () => {
  const script = (where: string) =>
    spawnSync(process.execPath, [join(root, 'scripts/release.mjs'), where], { encoding: 'utf8' })

  test('is the version of package.json with its part of the changelog', () => {
    const { stdout } = script(root)
    const { version } = JSON.parse(read('package.json'))
    expect(JSON.parse(stdout)).toMatchObject({ version, tag: `v${version}`, major: `v${version.split('.')[0]}` })
    expect(JSON.parse(stdout).notes).toContain('`check`')
  })

  test.each<[string, string, (text: string) => string, string]>([
    [
      'another version in the lock file',
      'package-lock.json',
      (text) => text.replace(/"version": "[\d.]+"/, '"version": "0.0.1"'),
      'package-lock.json says 0.0.1',
    ],
    [
      'another version in the sources',
      'src/version.ts',
      (text) => text.replace(/'[\d.]+'/, "'0.0.1'"),
      'src/version.ts does not say',
    ],
    ['no part of the changelog', 'CHANGELOG.md', (text) => text.replace(/^## .*/m, '## Unreleased'), 'has no section'],
    ['an empty part of the changelog', 'CHANGELOG.md', (text) => text.replace(/^(## .*)[\s\S]*/m, '$1\n'), 'is empty'],
    [
      'a version that is none',
      'package.json',
      (text) => text.replace(/"version": "[\d.]+"/, '"version": "1.0"'),
      'is not MAJOR.MINOR.PATCH',
    ],
  ])('is refused with %s', (title, path, change, message) => {
    const copy = join(folder, title.replaceAll(' ', '-'))
    mkdirSync(join(copy, 'src'), { recursive: true })
    for (const name of ['package.json', 'package-lock.json', 'CHANGELOG.md', 'src/version.ts'])
      cpSync(join(root, name), join(copy, name))
    writeFileSync(join(copy, path), change(read(path)))
    expect(script(copy)).toMatchObject({ status: 1, stderr: expect.stringContaining(message) })
  })
})

describe('the tags', () => {
  const steps: readonly { readonly name?: string; readonly run?: string; readonly uses?: string }[] = parse(
    read('.github/workflows/release.yml'),
  ).jobs.release.steps
  const tag = steps.find(({ name }) => name === 'Tag')?.run ?? ''

  test('vX.Y.Z is new and never moves, vX moves to it', () => {
    const remote = join(folder, 'remote.git')
    const clone = join(folder, 'clone')
    execFileSync('git', ['init', '-q', '--bare', remote])
    execFileSync('git', ['init', '-q', clone])
    const git = (...words: readonly string[]) => execFileSync('git', words, { cwd: clone, encoding: 'utf8' }).trim()
    const commit = (message: string) =>
      git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-q', '--allow-empty', '-m', message)
    const release = (version: string) =>
      spawnSync('bash', ['-e', '-o', 'pipefail', '-c', tag], {
        cwd: clone,
        env: { PATH: process.env['PATH'], HOME: folder, TAG: version, MAJOR: 'v1', REMOTE: remote },
      }).status
    const target = (name: string) => git('--git-dir', remote, 'rev-parse', `${name}^{commit}`)
    commit('one')
    const first = git('rev-parse', 'HEAD')
    expect(release('v1.0.0')).toBe(0)
    commit('two')
    const second = git('rev-parse', 'HEAD')
    expect(release('v1.1.0')).toBe(0)
    expect([target('v1.0.0'), target('v1.1.0'), target('v1')]).toEqual([first, second, second])
    commit('three')
    expect(release('v1.1.0')).not.toBe(0)
    expect([target('v1.1.0'), target('v1')]).toEqual([second, second])
  })

  test('come after everything was checked, packed, attested and published', () => {
    const order = steps.map(({ name, run, uses }) => name ?? run ?? uses ?? '')
    const at = (name: string) => order.findIndex((step) => step.startsWith(name))
    expect(at('npm ci')).toBeGreaterThan(at('What is released'))
    for (const [before, after] of [
      ['npm run check', 'Pack'],
      ['Pack', 'actions/attest'],
      ['actions/attest', 'Publish to npm'],
      ['Publish to npm', 'Tag'],
      ['Tag', 'Make the release'],
    ])
      expect(at(before ?? '')).toBeLessThan(at(after ?? ''))
  })
})

describe('the workflows', () => {
  test.each(workflows)('%s pins foreign actions to commits, and says what each job may do', (path) => {
    const foreign = [...read(path).matchAll(/uses: (\S+)(.*)/g)].filter(
      ([, name = '']) => !/^(\.\/|workerlint\/workerlint@)/.test(name),
    )
    for (const [, name, rest] of foreign) expect(`${name}${rest}`).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    const { permissions, jobs } = parse(read(path))
    expect(permissions).toEqual({})
    for (const job of Object.values<{ permissions?: unknown; 'timeout-minutes'?: number }>(jobs)) {
      expect(job.permissions).toBeDefined()
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60)
    }
  })

  const linted = has('actionlint') ? test : test.skip
  linted('have no mistake that actionlint knows, and the judge can tell', () => {
    const lint = (...paths: readonly string[]) =>
      spawnSync('actionlint', ['-shellcheck=', ...paths], { cwd: root, encoding: 'utf8' })
    expect(lint(...workflows).stdout).toBe('')
    const bad = join(folder, 'bad.yml')
    writeFileSync(bad, read('.github/workflows/release.yml').replace('steps.image.outputs', 'steps.picture.outputs'))
    expect(lint(bad).stdout).toContain('picture')
  })

  const audited = has('zizmor') ? test : test.skip
  audited('have no weakness that zizmor knows, and the judge can tell', () => {
    const audit = (...paths: readonly string[]) =>
      spawnSync('zizmor', ['--offline', '--no-config', '--min-severity=medium', ...paths], {
        cwd: root,
        encoding: 'utf8',
      })
    expect(audit(...workflows, 'action.yml')).toMatchObject({ status: 0 })
    const bad = join(folder, 'weak.yml')
    writeFileSync(
      bad,
      read('.github/workflows/check.yml').replace('run: npm ci', `run: echo \${{ github.event.pull_request.title }}`),
    )
    expect(audit(bad).stdout).toContain('template-injection')
  })
})

describe('the image', () => {
  const dockerfile = read('Dockerfile')
  const instructions = DockerfileParser.parse(dockerfile).getInstructions()
  const of = (keyword: string) =>
    instructions.filter((one) => one.getKeyword() === keyword).map((one) => one.getArgumentsContent() ?? '')

  test('has a base with a tag, no root, no shell, and the command line alone', () => {
    expect(of('FROM')).toEqual([expect.stringMatching(/^gcr\.io\/distroless\/[\w-]+:nonroot$/)])
    expect(of('USER')).toEqual([expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/)])
    expect(of('RUN')).toEqual([])
    expect(of('ADD')).toEqual([])
    for (const command of [...of('ENTRYPOINT'), ...of('CMD')]) expect(Array.isArray(JSON.parse(command))).toBe(true)
    expect(of('COPY').map((words) => words.split(' ')[0])).toEqual(['LICENSE', 'dist'])
    for (const source of of('COPY').map((words) => words.split(' ')[0] ?? '')) {
      expect(existsSync(join(root, source))).toBe(true)
      expect(read('.dockerignore').split('\n')).toContain(`!${source}`)
    }
    expect(JSON.parse(of('ENTRYPOINT')[0] ?? '[]')[1]).toBe('/workerlint/dist/cli.js')
  })

  const linted = has('hadolint') ? test : test.skip
  linted('has no mistake that hadolint knows, and the judge can tell', () => {
    const lint = (text: string) => spawnSync('hadolint', ['-'], { input: text, encoding: 'utf8' })
    expect(lint(dockerfile)).toMatchObject({ status: 0, stdout: '' })
    expect(lint(dockerfile.replace(':nonroot', '')).stdout).toContain('DL3006')
  })
})
