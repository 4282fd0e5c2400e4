import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

const root = resolve(import.meta.dirname, '..')
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'workerlint-bundle-')))
const dist = join(folder, 'dist')

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), dist], { cwd: root })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The scripts that a command loads, by path. */
function loadedBy(place: string, ...words: readonly string[]): readonly string[] {
  const measure = [join(root, 'bench/loaded.mjs'), join(dist, 'cli.js'), ...words]
  return execFileSync(process.execPath, measure, { cwd: place, encoding: 'utf8' }).trim().split('\n')
}

/** Names without the hashes of their contents. */
function names(paths: readonly string[]): readonly string[] {
  return paths.map((path) => basename(path, '.js').replace(/-[A-Z0-9]{8}$/, ''))
}

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: shop/web:1
          command: [gunicorn, shop.wsgi, --workers=3]
          resources: {limits: {cpu: "1", memory: 512Mi}}
`

describe('a check', () => {
  test('of the examples loads less than 1 MB, and all of it at once', () => {
    const loaded = loadedBy(root, 'check', 'examples')
    expect(names(loaded)).toEqual(['cli', 'start'])
    expect(loaded.reduce((sum, path) => sum + statSync(path).size, 0)).toBeLessThan(1_000_000)
  })

  test.each([
    [
      'a Dockerfile',
      'late-commands-dockerfile',
      { Dockerfile: 'FROM python\n', 'compose.yaml': 'services: {web: {image: shop/web, build: .}}\n' },
      [],
    ],
    ['a configuration of gunicorn', 'late-python-evaluate', { 'gunicorn.conf.py': 'workers = 3\n' }, []],
    [
      'a configuration of its own',
      'late-configuration-load-configuration',
      { '.workerlint.yaml': 'extends: strict\n' },
      [],
    ],
    ['a chart', 'late-render-all', { 'chart/Chart.yaml': 'apiVersion: v2\nname: chart\nversion: 1.0.0\n' }, []],
    [
      'a workload that the API refuses',
      'IoK8sApiAppsV1Deployment',
      { 'web.yaml': DEPLOYMENT.replace('replicas: 2', 'replicas: two') },
      [],
    ],
    ['a report in HTML', 'late-reports-html', {}, ['--format', 'html']],
    ['a report in SARIF', 'late-reports-sarif', {}, ['--format', 'sarif']],
    ['suggestions as a patch', 'late-cli-patch', {}, ['--diff']],
  ])('loads what %s needs when there is one', (_, script, files, words) => {
    const place = mkdtempSync(join(folder, 'place-'))
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(place, path)), { recursive: true })
      writeFileSync(join(place, path), text)
    }
    write('web.yaml', DEPLOYMENT)
    expect(names(loadedBy(place, 'check', '.'))).toEqual(['cli', 'start'])
    for (const [path, text] of Object.entries(files)) write(path, text)
    expect(names(loadedBy(place, 'check', '.', ...words))).toContain(script)
  })
})
