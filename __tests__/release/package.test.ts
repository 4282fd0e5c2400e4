/** The package that npm publishes: what is in it, and the first five minutes with it. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { gunicorn } from '../cli/command-line.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'workerlint-package-'))
const npm = { npm_config_cache: join(folder, 'cache'), npm_config_update_notifier: 'false', npm_config_offline: 'true' }
let files: readonly string[] = []
let tarball = ''

/** Packs the sources as they are, with a fresh build, so that an old `dist/` proves nothing. */
beforeAll(() => {
  const source = join(folder, 'source')
  mkdirSync(source)
  for (const name of readdirSync(root))
    if (!['node_modules', 'dist', '.git'].includes(name))
      cpSync(join(root, name), join(source, name), { recursive: true })
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), join(source, 'dist')], { cwd: root })
  const out = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: source,
    encoding: 'utf8',
    env: { ...process.env, ...npm },
  })
  const [packed] = JSON.parse(out)
  files = packed.files.map(({ path }: { path: string }) => path)
  tarball = join(folder, packed.filename)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the package', () => {
  test('has what it should and nothing else', () => {
    const wanted = [
      /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|action\.yml)$/,
      /^dist\/(cli\.js|index\.js|package\.json|licenses\.txt|chunks\/[\w-]+\.js)$/,
      /^policies\/(README\.md|[a-z]+\/[a-z0-9-]+\.yaml)$/,
      /^schema\/workerlint\.schema\.json$/,
    ]
    expect(files.filter((file) => !wanted.some((pattern) => pattern.test(file)))).toEqual([])
    expect(files).toEqual(
      expect.arrayContaining([
        'README.md',
        'LICENSE',
        'action.yml',
        'dist/cli.js',
        'dist/index.js',
        'dist/licenses.txt',
      ]),
    )
    const policies = readdirSync(join(root, 'policies'), { recursive: true }).filter((name) =>
      String(name).endsWith('.yaml'),
    )
    expect(files.filter((file) => file.endsWith('.yaml'))).toHaveLength(policies.length)
  })

  test('the command line can be run as it is', () => {
    expect(statSync(join(folder, 'source/dist/cli.js')).mode & 0o111).toBe(0o111)
  })

  test('is the same, byte for byte, each time it is packed', () => {
    const again = mkdtempSync(join(tmpdir(), 'workerlint-package-again-'))
    execFileSync('npm', ['pack', '--pack-destination', again], { cwd: root, stdio: 'ignore' })
    const [name = ''] = readdirSync(again)
    expect(readFileSync(join(again, name)).equals(readFileSync(tarball))).toBe(true)
    rmSync(again, { recursive: true, force: true })
  })

  test('needs no other package and runs nothing when it is installed', () => {
    const { dependencies, scripts, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(dependencies).toBeUndefined()
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) expect(scripts[name]).toBeUndefined()
    expect(engines.node).toBe('>=20.12')
  })

  test('names nothing of the machine it was built on', () => {
    const out = execFileSync('tar', ['xzOf', tarball], { encoding: 'utf8', maxBuffer: 2 ** 28 })
    expect(out).not.toContain(root)
    expect(out.length).toBeGreaterThan(1_000_000)
  })
})

describe('pre-commit', () => {
  const isThere = spawnSync('pre-commit', ['--version']).status === 0
  if (!isThere) console.warn('pre-commit is not installed; its hooks are not tried')
  const one = isThere ? test.each : test.skip.each

  one(['workerlint', 'workerlint-system'])('runs the hook %s on a repository', (hook) => {
    const git = (cwd: string, ...words: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], { cwd })
    // What a tag holds that the hooks need. Without development dependencies nothing has to be downloaded here.
    const hooks = join(folder, `hooks-${hook}`)
    mkdirSync(hooks)
    for (const name of ['.pre-commit-hooks.yaml', 'README.md', 'LICENSE']) cpSync(join(root, name), join(hooks, name))
    cpSync(join(folder, 'source/dist'), join(hooks, 'dist'), { recursive: true })
    const { devDependencies, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(Object.keys(devDependencies).length).toBeGreaterThan(0)
    writeFileSync(join(hooks, 'package.json'), JSON.stringify(manifest))
    git(hooks, 'init', '-q')
    git(hooks, 'add', '.')
    git(hooks, 'commit', '-qm', 'one')

    const work = join(folder, `work-${hook}`)
    cpSync(join(root, 'examples'), join(work, 'examples'), { recursive: true })
    git(work, 'init', '-q')
    git(work, 'add', '.')
    const { status, stdout } = spawnSync('pre-commit', ['try-repo', hooks, hook, '--all-files', '--color=never'], {
      cwd: work,
      encoding: 'utf8',
      env: { ...process.env, ...npm, PRE_COMMIT_HOME: join(folder, 'pre-commit') },
    })
    expect(stdout).toContain('examples/web.yaml:26:27')
    expect(stdout).toContain('Failed')
    expect(status).toBe(1)
  })
})

describe('a newcomer with nothing but npx', () => {
  const home = join(folder, 'home')
  const run = (...words: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync('npx', ['--yes', './workerlint.tgz', ...words], {
      cwd: home,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: folder, ...npm },
    })
    return { code: status, out: stdout, err: stderr }
  }
  const read = (path: string) => readFileSync(join(home, path), 'utf8')

  beforeAll(() => {
    mkdirSync(join(home, 'k8s'), { recursive: true })
    cpSync(tarball, join(home, 'workerlint.tgz'))
    writeFileSync(join(home, 'k8s/web.yaml'), gunicorn(9).replace('limits: {cpu: "1"', 'limits: {cpu: 500m'))
  })

  test('sets up, finds, understands, mends and is clean', () => {
    const init = run('init')
    expect(init).toMatchObject({ code: 0, out: expect.stringContaining('workerlint check k8s') })
    expect(read('.github/workflows/workerlint.yml')).toContain('            k8s\n')

    const found = run('check', 'k8s', '--fail-on', 'warning')
    expect(found.code).toBe(1)
    expect(found.out).toContain('gunicorn-workers-exceed-cpu')

    const explained = run('explain', 'gunicorn-workers-exceed-cpu')
    expect(explained).toMatchObject({ code: 0, out: expect.stringContaining('# gunicorn-workers-exceed-cpu') })
    expect(run('explain', 'k8s/web.yaml:17').out).toContain('workers')

    const mended = run('check', 'k8s', '--fix', '--fail-on', 'never')
    expect(mended.code).toBe(0)
    expect(read('k8s/web.yaml')).toContain('--workers=2')
    expect(run('check', 'k8s', '--fail-on', 'warning', '--format', 'json').out).not.toContain(
      '"policy": "gunicorn-workers-exceed-cpu"',
    )
  })

  test('is told what is wrong with a command', () => {
    expect(run('chekc', 'k8s')).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean "check"?') })
    expect(run('--version').out).toBe(`${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}\n`)
  })
})
