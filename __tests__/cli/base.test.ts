/** `--base`: only what is new or graver than at a git revision. */
import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createWorkspace, gunicorn, TWO_BEATS, TWO_POLICIES, type Workspace } from './command-line.ts'

let workspace: Workspace

const git = (...words: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], {
    cwd: workspace.folder,
    stdio: 'pipe',
  })

beforeEach(() => {
  workspace = createWorkspace({
    '.workerlint.yaml': TWO_POLICIES,
    'k8s/beat.yaml': TWO_BEATS,
    'k8s/web.yaml': gunicorn(9),
  })
  git('init', '-q', '-b', 'main')
  git('add', '.')
  git('commit', '-q', '-m', 'first')
})
afterEach(() => workspace.remove())

const policies = async (...words: readonly string[]): Promise<readonly string[]> => {
  const { out } = await workspace.run(['check', 'k8s', '--base', 'main', '--format', 'json', ...words])
  return JSON.parse(out).findings.map(({ policy }: { policy: string }) => policy)
}

describe('against a revision', () => {
  test('what was there does not count, but is not dropped', async () => {
    const { code, out } = await workspace.run(['check', 'k8s', '--base', 'main', '--format', 'json'])
    expect(code).toBe(0)
    const { suppressed } = JSON.parse(out)
    expect(suppressed).toHaveLength(2)
    expect(suppressed[0].suppression).toEqual({ kind: 'baseline', reason: 'already at main', until: null })
  })

  test('a finding in a changed, a new, and an untracked file is new', async () => {
    workspace.write('k8s/second.yaml', TWO_BEATS.replace('name: beat', 'name: second'))
    expect(await policies()).toEqual(['beat-replicas'])
    git('add', '.')
    git('commit', '-q', '-m', 'second')
    expect(await policies()).toEqual([])
    expect(await policies('--base', 'main~1')).toEqual(['beat-replicas'])
  })

  test('a removed file takes its findings along', async () => {
    git('rm', '-q', 'k8s/beat.yaml')
    expect(await policies()).toEqual([])
  })

  test('a tightened configuration shows its findings as new', async () => {
    workspace.write('.workerlint.yaml', TWO_POLICIES.replace('warning', 'off'))
    git('add', '.')
    git('commit', '-q', '-m', 'lenient')
    workspace.write('.workerlint.yaml', TWO_POLICIES.replace('warning', 'error'))
    expect(await policies()).toEqual(['gunicorn-workers-exceed-cpu'])
  })

  test('a finding that became graver is new', async () => {
    workspace.write('.workerlint.yaml', TWO_POLICIES.replace('warning', 'error'))
    expect(await policies()).toEqual(['gunicorn-workers-exceed-cpu'])
  })

  test('works from a folder inside the work tree', async () => {
    workspace.write('k8s/more.yaml', TWO_BEATS.replace('name: beat', 'name: second'))
    const { out } = await workspace.run(['check', '--base', 'main', '--format', 'json'], { inside: 'k8s' })
    expect(JSON.parse(out).findings).toEqual([expect.objectContaining({ file: 'more.yaml' })])
  })

  test.each(['nowhere', '--output=x', ''])('%j is refused in one sentence', async (revision) => {
    const { code, err } = await workspace.run(['check', 'k8s', `--base=${revision}`])
    expect(code).toBe(2)
    expect(err).toBe(`git knows no revision ${JSON.stringify(revision)}; a shallow clone has to fetch it first\n`)
  })

  test('a folder without git, or a machine without it, is told', async () => {
    const plain = createWorkspace({ 'beat.yaml': TWO_BEATS })
    expect((await plain.run(['check', '--base', 'main'])).err).toBe('--base needs a git work tree\n')
    const environment = { PATH: plain.folder }
    const { code, err } = await plain.run(['check', '--base', 'main'], { environment })
    plain.remove()
    expect(code).toBe(2)
    expect(err).toBe('git was not found; --base needs it to read the other revision\n')
  })
})
