/** The bundle as a runner starts it: a process with a payload, inputs and files, against the model of GitHub. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { pullPayload } from '../github/run.ts'
import { type FakeGitHub, startGitHub } from '../github/server/server.ts'
import { type ModelPull, openPull, push, type Tree } from '../github/server/state.ts'
import { applySuggestions } from '../github/server/suggestions.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const bundle = mkdtempSync(join(tmpdir(), 'workerlint-bundle-'))
let folder: string
let github: FakeGitHub

beforeAll(async () => {
  await start(process.execPath, [join(root, 'scripts/build.mjs'), bundle], {})
})

afterAll(() => rmSync(bundle, { recursive: true, force: true }))

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workerlint-action-'))
  github = await startGitHub()
})

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await github.close()
  expect(github.violations).toEqual([])
})

const manifest = (workers: number, concurrency: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: registry.example/shop:2.4
          command: ["gunicorn", "shop.wsgi", "--workers=${workers}"] # the shop
          resources:
            requests:
              cpu: "1"
              memory: 1400Mi
            limits:
              cpu: "1"
              memory: 1400Mi
        - name: worker
          image: registry.example/shop:2.4
          command:
            - celery
            - -A
            - shop
            - worker
            - ${concurrency}
          resources:
            requests:
              cpu: "2"
              memory: 1400Mi
            limits:
              cpu: "2"
              memory: 1400Mi
`

interface Finished {
  readonly code: number
  readonly log: string
}

function start(
  command: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Finished> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'] ?? '', ...environment }
    const child = execFile(
      command,
      [...words],
      { env, cwd: root, maxBuffer: 2 ** 26, timeout: 50_000 },
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, log: stdout + stderr }),
    )
  })
}

async function runAction(
  pull: ModelPull,
  checkedOut: Tree,
  inputs: Readonly<Record<string, string>> = {},
  eventName = 'pull_request',
) {
  const workspace = join(folder, 'workspace')
  rmSync(workspace, { recursive: true, force: true })
  for (const [path, text] of checkedOut) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true })
    writeFileSync(join(workspace, path), text)
  }
  mkdirSync(workspace, { recursive: true })
  const files = {
    payload: join(folder, 'event.json'),
    output: join(folder, 'output'),
    summary: join(folder, 'summary.md'),
  }
  writeFileSync(files.payload, JSON.stringify(pullPayload(github, pull)))
  writeFileSync(files.output, '')
  writeFileSync(files.summary, '')
  const given = Object.entries({ token: 'ghs_test', ...inputs }).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ])
  const finished = await start(process.execPath, [join(bundle, 'index.js')], {
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: eventName,
    GITHUB_EVENT_PATH: files.payload,
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_REPOSITORY: 'shop/deploy',
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: 'b'.repeat(40),
    GITHUB_WORKFLOW: 'lint',
    GITHUB_JOB: 'workerlint',
    GITHUB_RUN_ID: '1',
    RUNNER_TEMP: folder,
    ...Object.fromEntries(given),
  })
  return { ...finished, outputs: readOutputs(files.output), summary: readFileSync(files.summary, 'utf8') }
}

function readOutputs(path: string): Readonly<Record<string, string>> {
  const pairs = readFileSync(path, 'utf8').matchAll(/^(\S+)<<(ghadelimiter_\S+)\n([\s\S]*?)\n\2$/gm)
  return Object.fromEntries([...pairs].map((pair) => [pair[1] ?? '', pair[3] ?? '']))
}

describe('on a pull request that takes too many workers', () => {
  const base = new Map([['k8s/web.yaml', manifest(2, '--concurrency=2')]])
  const head = new Map([['k8s/web.yaml', manifest(17, '--concurrency=24')]])

  test('the action comments with suggestions, and a press of their buttons makes the findings go', async () => {
    const pull = openPull(github.state, 7, { base, head })
    const first = await runAction(pull, head, { 'fail-on': 'warning' })
    expect(first.log).toContain('workerlint found')
    expect(first.code).toBe(1)
    expect(first.outputs).toMatchObject({ conclusion: 'findings', report: join(folder, 'workerlint-report.json') })
    expect(first.outputs['review-url']).toMatch(/^https:\/\/github\.com\/shop\/deploy\/pull\/7#/)
    expect(existsSync(join(folder, 'workerlint-report.json'))).toBe(true)
    expect(first.summary).toContain('# workerlint:')
    const suggested = pull.comments.filter((comment) => comment.body.includes('```suggestion'))
    expect(suggested.length).toBeGreaterThan(1)

    const fixed = applySuggestions(github.state, pull)
    expect(fixed.get('k8s/web.yaml')).toContain('# the shop')
    push(github.state, pull, fixed)
    const second = await runAction(pull, fixed, { 'fail-on': 'warning' })
    expect(second.code).toBe(0)
    expect(pull.comments.filter((comment) => comment.body.includes('```suggestion'))).toEqual([])
  })

  test('the action reads a fork as data when the workspace holds the base', async () => {
    const pull = openPull(github.state, 7, { base, head })
    const result = await runAction(pull, base, { 'fail-on': 'warning' }, 'pull_request_target')
    expect(result.code).toBe(1)
    expect(pull.comments.length).toBeGreaterThan(0)
  })

  test('the action annotates when the token may only read', async () => {
    github.state.canWrite = false
    const pull = openPull(github.state, 7, { base, head })
    const result = await runAction(pull, head, { 'fail-on': 'warning' })
    expect(result.log).toMatch(/^::(error|warning) file=k8s\/web\.yaml,line=\d+/m)
    expect(result.log).toContain('pull-requests: write')
    expect(result.code).toBe(1)
  })

  test('a mistake in an input is one sentence and exit code 2', async () => {
    const pull = openPull(github.state, 7, { base, head })
    const result = await runAction(pull, head, { scope: 'everything' })
    expect(result.log).toContain('::error::scope is "everything"; it must be one of changed-lines, changed-files, all.')
    expect(result.code).toBe(2)
    expect(result.outputs).toEqual({ conclusion: 'failed' })
  })
})
