/** `workerlint check` as people and scripts use it. */
import { execFileSync } from 'node:child_process'
import { afterEach, describe, expect, test } from '@jest/globals'
import { createWorkspace, gunicorn, TWO_BEATS, TWO_POLICIES, type Workspace } from './command-line.ts'

let workspace: Workspace
afterEach(() => workspace.remove())

describe('standard input', () => {
  test('is checked under the name that --stdin-filepath gives', async () => {
    workspace = createWorkspace({ '.workerlint.yaml': TWO_POLICIES })
    const { code, out } = await workspace.run(['check', '-', '--stdin-filepath', 'k8s/web.yaml', '--format', 'json'], {
      stdin: TWO_BEATS,
    })
    expect(code).toBe(1)
    expect(JSON.parse(out).findings[0]).toMatchObject({ policy: 'beat-replicas', file: 'k8s/web.yaml' })
  })

  test('cannot be compared with a revision', async () => {
    workspace = createWorkspace({})
    const { code, err } = await workspace.run(['check', '-', '--base', 'main'], { stdin: TWO_BEATS })
    expect(code).toBe(2)
    expect(err).toBe('--base cannot be combined with - (standard input)\n')
  })
})

describe('--fix', () => {
  test('leaves no finding that had a suggestion, and touches nothing else', async () => {
    workspace = createWorkspace('examples')
    const { err } = await workspace.run(['check', '--fix', 'examples'])
    expect(err).toMatch(/^\d+ suggestions applied in \d files\n$/)
    const { out } = await workspace.run(['check', 'examples', '--format', 'json'])
    const findings: readonly { suggestion: unknown }[] = JSON.parse(out).findings
    expect(findings.filter(({ suggestion }) => suggestion !== null)).toEqual([])
    expect(workspace.read('examples/web.yaml')).toContain('# measured with kubectl top')
  })
})

describe('--diff', () => {
  test('is a patch that git applies, with the texts that --fix writes', async () => {
    workspace = createWorkspace('examples')
    const { out } = await workspace.run(['check', '--diff', 'examples'])
    expect(out).toContain('--- a/examples/web.yaml')
    workspace.write('fixes.patch', out)
    execFileSync('git', ['init', '-q'], { cwd: workspace.folder })
    execFileSync('git', ['apply', 'fixes.patch'], { cwd: workspace.folder, stdio: 'pipe' })
    const patched = ['web', 'admin', 'beat', 'worker'].map((name) => workspace.read(`examples/${name}.yaml`))
    const other = createWorkspace('examples')
    await other.run(['check', '--fix', 'examples'])
    const fixed = ['web', 'admin', 'beat', 'worker'].map((name) => other.read(`examples/${name}.yaml`))
    other.remove()
    expect(patched).toEqual(fixed)
  })

  test('is empty when nothing is to be changed', async () => {
    workspace = createWorkspace({ 'web.yaml': gunicorn(2), '.workerlint.yaml': TWO_POLICIES })
    expect((await workspace.run(['check', '--diff'])).out).toBe('')
  })
})

describe('a baseline', () => {
  test('accepts what it was written from and nothing else', async () => {
    workspace = createWorkspace({ 'beat.yaml': TWO_BEATS, '.workerlint.yaml': TWO_POLICIES })
    expect((await workspace.run(['check', '--write-baseline', 'known.json'])).code).toBe(1)
    const again = await workspace.run(['check', '--baseline', 'known.json', '--format', 'json'])
    expect(again.code).toBe(0)
    expect(JSON.parse(again.out)).toMatchObject({ findings: [], summary: { suppressed: 1 } })
    workspace.write('more.yaml', TWO_BEATS.replace('name: beat', 'name: second'))
    expect((await workspace.run(['check', '--baseline', 'known.json'])).code).toBe(1)
  })

  test('tells which entries match nothing any more, and fails', async () => {
    workspace = createWorkspace({ 'beat.yaml': TWO_BEATS, '.workerlint.yaml': TWO_POLICIES })
    await workspace.run(['check', '--write-baseline', 'known.json'])
    const { fingerprint } = JSON.parse(workspace.read('known.json')).findings[0]
    workspace.write('beat.yaml', TWO_BEATS.replace('replicas: 2', 'replicas: 1'))
    const { code, err } = await workspace.run(['check', '--baseline', 'known.json'])
    expect(code).toBe(1)
    expect(err).toBe(`baseline entry ${fingerprint} matches no finding; remove it\n`)
  })
})

describe('output', () => {
  const coloured = /\u001b\[/

  test.each<[string, boolean, Readonly<Record<string, string>>, readonly string[], boolean]>([
    ['a terminal', true, {}, [], true],
    ['a pipe', false, {}, [], false],
    ['NO_COLOR', true, { NO_COLOR: '1' }, [], false],
    ['an empty NO_COLOR', true, { NO_COLOR: '' }, [], true],
    ['FORCE_COLOR', false, { FORCE_COLOR: '1' }, [], true],
    ['NO_COLOR over FORCE_COLOR', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
    ['--no-color', true, { FORCE_COLOR: '1' }, ['--no-color'], false],
  ])('with %s', async (_, isTerminal, environment, words, isColoured) => {
    workspace = createWorkspace({ 'beat.yaml': TWO_BEATS, '.workerlint.yaml': TWO_POLICIES })
    const { out } = await workspace.run(['check', ...words], { isTerminal, environment })
    expect(coloured.test(out)).toBe(isColoured)
  })

  test('says less with --quiet and more with --verbose', async () => {
    workspace = createWorkspace({ 'beat.yaml': TWO_BEATS, '.workerlint.yaml': TWO_POLICIES })
    const lengths = await Promise.all(
      [['--quiet'], [], ['--verbose']].map(async (words) => (await workspace.run(['check', ...words])).out.length),
    )
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
    expect(new Set(lengths).size).toBe(3)
  })

  test('goes to several files at once, and machine formats alone to standard output', async () => {
    workspace = createWorkspace({ 'beat.yaml': TWO_BEATS, '.workerlint.yaml': TWO_POLICIES })
    const { out } = await workspace.run([
      'check',
      '--format',
      'json',
      '--format',
      'sarif=a.sarif',
      '--format',
      'html=a.html',
    ])
    expect(JSON.parse(out).findings).toHaveLength(1)
    expect(JSON.parse(workspace.read('a.sarif')).version).toBe('2.1.0')
    expect(workspace.read('a.html')).toMatch(/^<!DOCTYPE html>/)
  })

  test.each(['text', 'json', 'sarif', 'junit', 'github', 'markdown', 'html', 'gitlab'])(
    '%s is the same bytes on two runs in two folders, without a path of the machine',
    async (format) => {
      workspace = createWorkspace('examples')
      const other = createWorkspace('examples')
      const first = await workspace.run(['check', 'examples', '--format', format])
      const second = await other.run(['check', 'examples', '--format', format])
      expect(first).toEqual(second)
      expect(first.out).not.toContain(workspace.folder)
      const absolute = await workspace.run(['check', `${workspace.folder}/examples`, '--format', format])
      expect(absolute.out).toBe(first.out)
      other.remove()
    },
  )

  test('names a broken document and checks the others', async () => {
    workspace = createWorkspace({
      'a.yaml': `${TWO_BEATS}---\nkind: [Pod\n`,
      'b.yaml': TWO_BEATS.replace('beat', 'other'),
    })
    const { code, out } = await workspace.run(['check', '--format', 'json'])
    const report = JSON.parse(out)
    expect(code).toBe(1)
    expect(report.problems).toEqual([expect.objectContaining({ file: 'a.yaml' })])
    expect(report.findings.map(({ file }: { file: string }) => file)).toContain('b.yaml')
  })
})

describe('a mistake in the options', () => {
  test.each([
    [['check', '--fial-on', 'error'], '--fail-on'],
    [['check', '--formt', 'json'], '--format'],
    [['explain', 'beat-replica'], 'beat-replicas'],
  ])('%j is answered with %s', async (words, hint) => {
    workspace = createWorkspace({ 'beat.yaml': TWO_BEATS, '.workerlint.yaml': TWO_POLICIES })
    const { code, err } = await workspace.run(words)
    expect(code).toBe(2)
    expect(err).toMatch(new RegExp(`[Dd]id you mean.*${hint}`))
  })
})
