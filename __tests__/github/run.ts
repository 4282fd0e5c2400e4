/** Runs the action in this process against the model of GitHub, with a clock that does not wait. */

import { checkArchive } from '../../src/action/check-archive.ts'
import type { ActionPorts, CheckRequest, CheckResult } from '../../src/github/ports.ts'
import { runAction } from '../../src/github/run-action.ts'
import { PLAIN } from '../../src/reports/formatter.ts'
import { InMemoryRunner } from './runner.ts'
import type { FakeGitHub } from './server/server.ts'
import type { ModelPull, Tree } from './server/state.ts'
import { toyCheck } from './toy-check.ts'

/** What a run left behind. */
export interface RunResult {
  readonly exitCode: number
  readonly outputs: Readonly<Record<string, string>>
  readonly log: readonly string[]
  readonly summary: string
  /** Milliseconds that the run would have waited. */
  readonly waited: number
  /** Requests of this run. */
  readonly calls: number
  readonly reports: ReadonlyMap<string, string>
}

/** How a run differs from the ordinary. */
export interface RunOptions {
  readonly inputs?: Readonly<Record<string, string>>
  readonly variables?: Readonly<Record<string, string>>
  readonly payload?: unknown
  readonly eventName?: string
  /** The files that are checked out; by default the head. */
  readonly workspace?: Tree
  readonly check?: (request: CheckRequest, workspace: Tree) => CheckedForTest | Promise<CheckedForTest>
  readonly isSummaryBroken?: boolean
}

type CheckedForTest = Omit<CheckResult, 'presentation'> & Partial<Pick<CheckResult, 'presentation'>>

/** Runs on a pull request of the model. */
export async function runOnPull(github: FakeGitHub, pull: ModelPull, options: RunOptions = {}): Promise<RunResult> {
  const { state } = github
  const workspace = options.workspace ?? state.commits.get(pull.headSha) ?? new Map()
  return await run(github, {
    ...options,
    workspace,
    payload: options.payload ?? pullPayload(github, pull),
    eventName: options.eventName ?? 'pull_request',
  })
}

/** Runs on any event. */
export async function run(github: FakeGitHub, options: RunOptions): Promise<RunResult> {
  const runner = new InMemoryRunner(options.isSummaryBroken === true)
  const before = github.requests.length
  const workspace: Tree = options.workspace ?? new Map()
  const check =
    options.check ?? ((request: CheckRequest) => ({ report: toyCheck(laid(workspace, request)), failOn: null }))
  const ports: ActionPorts = {
    input: (name) => ({ token: 'ghs_test', ...options.inputs })[name] ?? '',
    variables: {
      GITHUB_REPOSITORY: `${github.state.owner}/${github.state.repo}`,
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_EVENT_NAME: options.eventName ?? 'push',
      GITHUB_SHA: 'b'.repeat(40),
      GITHUB_WORKFLOW: 'lint',
      GITHUB_JOB: 'workerlint',
      GITHUB_RUN_ID: '77',
      RUNNER_TEMP: '/tmp/runner',
      ...options.variables,
    },
    readPayload: async () =>
      typeof options.payload === 'string' ? options.payload : JSON.stringify(options.payload ?? {}),
    readWorkspaceFile: async (path) => {
      const text = workspace.get(path)
      return text === undefined ? null : Buffer.from(text, 'utf8')
    },
    writeReport: async (path, text) => runner.writeReport(path, text),
    print: (line) => runner.print(line),
    appendStepSummary: async (markdown) => runner.appendSummary(markdown),
    setOutput: (name, value) => runner.setOutput(name, value),
    check: async (request) => ({ presentation: PLAIN, ...(await check(request, workspace)) }),
    checkArchive: (archive, inputs) => checkArchive(archive, { inputs, today: '2026-11-22' }),
    sleep: async (milliseconds) => runner.sleep(milliseconds),
    now: () => runner.now(),
  }
  const exitCode = await runAction(ports)
  return { exitCode, ...runner.result(), calls: github.requests.length - before }
}

/** The payload of `pull_request`, with the fields that are read. */
export function pullPayload(github: FakeGitHub, pull: ModelPull, given: Readonly<Record<string, unknown>> = {}) {
  const { owner, repo } = github.state
  return {
    action: 'synchronize',
    pull_request: {
      number: pull.number,
      draft: false,
      user: { login: pull.user.login },
      head: { sha: pull.headSha, ref: pull.headBranch, repo: { full_name: `${pull.headOwner}/${repo}` } },
      base: { sha: pull.baseSha, ref: 'main', repo: { full_name: `${owner}/${repo}` } },
      ...given,
    },
  }
}

/** The workspace with the overlay of a request over it. */
export function laid(workspace: Tree, request: CheckRequest): Tree {
  const merged = new Map(workspace)
  for (const [path, text] of request.overlay) {
    if (text === null) merged.delete(path)
    else merged.set(path, text)
  }
  return merged
}
