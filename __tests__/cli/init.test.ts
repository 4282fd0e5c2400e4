/** `workerlint init` writes files that work. */
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { createWorkspace, gunicorn, type Workspace } from './command-line.ts'

let workspace: Workspace
afterEach(() => workspace.remove())

const files = {
  'deploy/web.yaml': gunicorn(2),
  'apps/api/web.yaml': gunicorn(2, 'api'),
  'apps/api/values.yaml': 'replicas: 2\n',
  'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\n',
  'charts/web/values.yaml': 'replicas: 2\n',
  'charts/web/values-prod.yaml': 'replicas: 6\n',
  'charts/web/charts/redis/Chart.yaml': 'apiVersion: v2\nname: redis\n',
  'charts/web/templates/web.yaml': gunicorn(2),
  'overlays/prod/kustomization.yaml': 'resources: [../../deploy]\n',
  '.github/workflows/test.yml': 'on: push\n',
}

describe('init', () => {
  test('says what to do where there is nothing, and quotes what a shell would break', async () => {
    workspace = createWorkspace({ 'my charts/web/Chart.yaml': 'name: web\n' })
    expect((await workspace.run(['init'])).out).toContain("workerlint check --helm 'my charts/web'\n")
    workspace.remove()
    workspace = createWorkspace({ 'readme.md': '#\n' })
    expect((await workspace.run(['init'])).out).toContain('no manifests found; write their folder into the workflow\n')
    const { steps } = parse(workspace.read('.github/workflows/workerlint.yml')).jobs.workerlint
    expect(steps[1].with).toEqual({ paths: '.\n' })
  })

  test('finds manifests, charts and kustomizations, and writes three files', async () => {
    workspace = createWorkspace(files)
    const { code, out } = await workspace.run(['init'])
    expect(code).toBe(0)
    expect(out).toBe(
      [
        'wrote .workerlint.yaml',
        'wrote .github/workflows/workerlint.yml',
        'wrote .pre-commit-config.yaml',
        'manifests in apps, deploy: workerlint check apps deploy',
        'chart charts/web: workerlint check --helm charts/web',
        'chart charts/web,charts/web/values-prod.yaml: workerlint check --helm charts/web,charts/web/values-prod.yaml',
        'kustomization overlays/prod: workerlint check --kustomize overlays/prod',
        '',
      ].join('\n'),
    )
    const workflow = parse(workspace.read('.github/workflows/workerlint.yml'))
    expect(workflow.jobs.workerlint.steps[1].with).toEqual({
      paths: 'apps\ndeploy\n',
      helm: 'charts/web\ncharts/web,charts/web/values-prod.yaml\n',
      kustomize: 'overlays/prod\n',
    })
    const inputs = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')).inputs
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(['paths', 'helm', 'kustomize']))
    expect(workflow.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' })
    const hooks = parse(readFileSync(new URL('../../.pre-commit-hooks.yaml', import.meta.url), 'utf8'))
    const [entry] = parse(workspace.read('.pre-commit-config.yaml')).repos[0].hooks
    expect(hooks.map(({ id }: { id: string }) => id)).toContain(entry.id)
    expect(entry.args).toEqual(['apps', 'deploy'])
    expect((await workspace.run(['check', 'deploy'])).code).not.toBe(2)
  })

  test('writes a configuration whose comments hold when they are uncommented', async () => {
    workspace = createWorkspace(files)
    await workspace.run(['init'])
    const text = workspace.read('.workerlint.yaml')
    workspace.write('.workerlint.yaml', text.replace(/^# (?=(sizing|policies|overrides| {2}))/gm, ''))
    expect(workspace.read('.workerlint.yaml')).toContain('\npolicies:\n')
    expect(await workspace.run(['check', 'deploy'])).toMatchObject({ err: '' })
  })

  test('keeps a configuration and a workflow of other names, and hooks that are complete', async () => {
    const others = { '.workerlint.json': '{}', '.github/workflows/workerlint.yaml': 'on: push\n' }
    workspace = createWorkspace({ ...files, ...others })
    expect((await workspace.run(['init'])).out).toMatch(
      /^wrote \.pre-commit-config\.yaml\nkept \.workerlint\.json\nkept \.github\/workflows\/workerlint\.yaml\nmanifests/,
    )
    expect((await workspace.run(['init'])).out).toMatch(/^kept \.workerlint\.json\nkept [^\n]+\nmanifests/)
  })

  test('overwrites nothing without --force, and no hooks even with it', async () => {
    workspace = createWorkspace({ ...files, '.workerlint.yaml': '# mine\n', '.pre-commit-config.yaml': 'repos: []\n' })
    const refused = await workspace.run(['init'])
    expect(refused.code).toBe(2)
    expect(refused.err).toBe('.workerlint.yaml would be overwritten; nothing was written, --force overwrites\n')
    expect(workspace.read('.workerlint.yaml')).toBe('# mine\n')
    const forced = await workspace.run(['init', '--force'])
    expect(forced.code).toBe(0)
    expect(forced.out).toContain('add to .pre-commit-config.yaml:\n  - repo:')
    expect(workspace.read('.pre-commit-config.yaml')).toBe('repos: []\n')
  })
})
