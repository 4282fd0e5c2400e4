/** Each revision is judged by its own configuration; a fork never chooses how it is judged. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { checkWorkspace } from '../../src/action/check-workspace.ts'
import { readInputs } from '../../src/github/inputs.ts'
import type { CheckRequest } from '../../src/github/ports.ts'
import { runAction } from '../../src/github/run-action.ts'
import { gunicorn, TWO_BEATS, TWO_POLICIES } from '../cli/command-line.ts'
import { pullPayload } from '../github/run.ts'
import { InMemoryRunner } from '../github/runner.ts'
import { type FakeGitHub, startGitHub } from '../github/server/server.ts'
import { openPull, type Tree } from '../github/server/state.ts'

const off = 'extends: none\npolicies:\n  gunicorn-workers-exceed-cpu: off\n'
const error = 'extends: none\npolicies:\n  gunicorn-workers-exceed-cpu: error\n'

let folder: string
let github: FakeGitHub

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workerlint-base-'))
  github = await startGitHub()
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await github.close()
})

function checkOut(tree: Tree): void {
  for (const [path, text] of tree) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const workspace = () => ({ folder, today: '2026-11-22' })

/** The findings and suppressed counts that a run on a pull request tells. */
async function run(
  texts: { readonly base: Tree; readonly head: Tree },
  given: { readonly eventName?: string; readonly inputs?: Readonly<Record<string, string>> } = {},
) {
  const { eventName = 'pull_request', inputs = {} } = given
  const pull = openPull(github.state, 7, texts)
  checkOut(eventName === 'pull_request' ? texts.head : texts.base)
  const runner = new InMemoryRunner(false)
  await runAction({
    input: (name) => ({ token: 'ghs_test', ...inputs })[name] ?? '',
    variables: {
      GITHUB_REPOSITORY: `${github.state.owner}/${github.state.repo}`,
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_EVENT_NAME: eventName,
      GITHUB_SHA: 'b'.repeat(40),
      RUNNER_TEMP: '/tmp/runner',
    },
    readPayload: async () => JSON.stringify(pullPayload(github, pull)),
    readWorkspaceFile: async () => null,
    writeReport: async (path, text) => runner.writeReport(path, text),
    print: (line) => runner.print(line),
    appendStepSummary: async (markdown) => runner.appendSummary(markdown),
    setOutput: (name, value) => runner.setOutput(name, value),
    check: (request) => checkWorkspace(workspace(), request),
    checkArchive: () => Promise.reject(new Error('no archive is checked here')),
    sleep: async (milliseconds) => runner.sleep(milliseconds),
    now: () => runner.now(),
  })
  return runner.result().outputs
}

describe('on pull_request', () => {
  test('a tightened configuration shows its findings as new', async () => {
    const manifests = ['k8s/web.yaml', gunicorn(9)] as const
    const outputs = await run({
      base: new Map([manifests, ['.workerlint.yaml', off]]),
      head: new Map([manifests, ['.workerlint.yaml', error]]),
    })
    expect(outputs).toMatchObject({ findings: '1', errors: '1' })
  })

  test('a configuration that stays leaves old findings old', async () => {
    const manifests = ['k8s/web.yaml', gunicorn(9)] as const
    const outputs = await run({
      base: new Map([manifests, ['.workerlint.yaml', error], ['k8s/a.yaml', gunicorn(2, 'a')]]),
      head: new Map([manifests, ['.workerlint.yaml', error], ['k8s/a.yaml', gunicorn(3, 'a')]]),
    })
    expect(outputs).toMatchObject({ findings: '0' })
  })

  test('a configuration that is new in the pull request counts as new', async () => {
    const manifests = ['k8s/web.yaml', gunicorn(9)] as const
    const outputs = await run({
      base: new Map([manifests]),
      head: new Map([manifests, ['.workerlint.yaml', error]]),
    })
    expect(outputs).toMatchObject({ findings: '1', errors: '1' })
  })

  test('an entry that leaves the baseline shows its finding as new', async () => {
    const manifests = ['k8s/beat.yaml', TWO_BEATS] as const
    const config = ['.workerlint.yaml', TWO_POLICIES] as const
    checkOut(new Map([manifests, config]))
    const request: CheckRequest = {
      inputs: readInputs(() => ''),
      overlay: new Map(),
      configuration: 'workspace',
    }
    const { report } = await checkWorkspace(workspace(), request)
    const known = JSON.stringify({ findings: report.findings.map(({ fingerprint }) => ({ fingerprint })) })
    const outputs = await run(
      {
        base: new Map([manifests, config, ['known.json', known]]),
        head: new Map([manifests, config, ['known.json', '{"findings": []}']]),
      },
      { inputs: { baseline: 'known.json' } },
    )
    expect(outputs).toMatchObject({ findings: '1', errors: '1' })
  })
})

describe('on pull_request_target', () => {
  test('a fork cannot turn a policy off', async () => {
    const outputs = await run(
      {
        base: new Map([
          ['k8s/web.yaml', gunicorn(2)],
          ['.workerlint.yaml', error],
        ]),
        head: new Map([
          ['k8s/web.yaml', gunicorn(9)],
          ['.workerlint.yaml', off],
        ]),
      },
      { eventName: 'pull_request_target' },
    )
    expect(outputs).toMatchObject({ findings: '1', errors: '1' })
  })

  test('nor by a configuration under another name', async () => {
    const outputs = await run(
      {
        base: new Map([
          ['k8s/web.yaml', gunicorn(2)],
          ['ci/lint.yaml', error],
        ]),
        head: new Map([
          ['k8s/web.yaml', gunicorn(9)],
          ['ci/lint.yaml', off],
        ]),
      },
      { eventName: 'pull_request_target', inputs: { config: 'ci/lint.yaml', paths: 'k8s' } },
    )
    expect(outputs).toMatchObject({ findings: '1', errors: '1' })
  })
})

describe('the input shard', () => {
  test('leaves each finding to one part', async () => {
    checkOut(
      new Map(['a', 'b', 'c', 'd'].map((name) => [`${name}.yaml`, TWO_BEATS.replace('name: beat', `name: ${name}`)])),
    )
    const files: string[] = []
    for (const shard of ['1/2', '2/2']) {
      const inputs = readInputs((name) => (name === 'shard' ? shard : ''))
      const { report } = await checkWorkspace(workspace(), { inputs, overlay: new Map(), configuration: 'workspace' })
      files.push(...report.findings.filter(({ policy }) => policy === 'beat-replicas').map(({ file }) => file))
    }
    expect(files.sort()).toEqual(['a.yaml', 'b.yaml', 'c.yaml', 'd.yaml'])
  })
})
