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
  'charts/web/templates/web.yaml': gunicorn(2),
  'overlays/prod/kustomization.yaml': 'resources: [../../deploy]\n',
  '.github/workflows/test.yml': 'on: push\n',
}

describe('init', () => {
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
        'Helm chart in charts/web: helm template charts/web | workerlint check -',
        'kustomization in overlays/prod: kustomize build overlays/prod | workerlint check -',
        '',
      ].join('\n'),
    )
    const workflow = parse(workspace.read('.github/workflows/workerlint.yml'))
    expect(workflow.jobs.workerlint.steps[1].with.paths).toBe('apps\ndeploy\n')
    expect(workflow.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' })
    const hooks = parse(readFileSync(new URL('../../.pre-commit-hooks.yaml', import.meta.url), 'utf8'))
    const entry = parse(workspace.read('.pre-commit-config.yaml')).repos[0].hooks[0].id
    expect(hooks.map(({ id }: { id: string }) => id)).toContain(entry)
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
