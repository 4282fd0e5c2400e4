/** Runs command lines in this process, in a folder of their own. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runCli } from '../../src/cli/run-cli.ts'

/** What a command left behind. */
export interface Finished {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** How a run differs from the ordinary. */
export interface Surroundings {
  readonly stdin?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly isTerminal?: boolean
  /** Columns of the terminal. */
  readonly columns?: number
  /** A folder inside the workspace to run in. */
  readonly inside?: string
}

/** A folder with files. */
export interface Workspace {
  readonly folder: string
  readonly run: (words: readonly string[], surroundings?: Surroundings) => Promise<Finished>
  readonly write: (path: string, text: string) => void
  readonly read: (path: string) => string
  readonly remove: () => void
}

/** A new folder with the given files; `examples` copies those of the project. */
export function createWorkspace(files: Readonly<Record<string, string>> | 'examples'): Workspace {
  const folder = mkdtempSync(join(tmpdir(), 'workerlint-cli-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  if (files === 'examples')
    cpSync(new URL('../../examples', import.meta.url), join(folder, 'examples'), { recursive: true })
  else for (const [path, text] of Object.entries(files)) write(path, text)
  return {
    folder,
    run: (words, surroundings = {}) => runIn(folder, words, surroundings),
    write,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Runs a command line in a folder that is there. */
export async function runIn(
  folder: string,
  words: readonly string[],
  surroundings: Surroundings = {},
): Promise<Finished> {
  const out: string[] = []
  const err: string[] = []
  const isTTY = surroundings.isTerminal === true
  const code = await runCli(words, {
    workingDirectory: join(folder, surroundings.inside ?? ''),
    environment: { PATH: process.env['PATH'] ?? '', WORKERLINT_TODAY: '2026-11-22', ...surroundings.environment },
    stdout: {
      isTTY,
      write: (text) => out.push(text),
      ...(surroundings.columns === undefined ? {} : { columns: surroundings.columns }),
    },
    stderr: { isTTY, write: (text) => err.push(text) },
    stdin: input(surroundings.stdin ?? ''),
  })
  return { code, out: out.join(''), err: err.join('') }
}

async function* input(text: string): AsyncIterable<Buffer> {
  yield Buffer.from(text)
}

/** A configuration with two policies, so that a new one does not change what these tests expect. */
export const TWO_POLICIES = `extends: none
policies:
  beat-replicas: error
  gunicorn-workers-exceed-cpu: warning
`

/** A Deployment whose gunicorn has so many workers on one CPU: more than 3 are too many. */
export function gunicorn(workers: number, name = 'web'): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: 2
  selector:
    matchLabels: {app: ${name}}
  template:
    metadata:
      labels: {app: ${name}}
    spec:
      containers:
        - name: ${name}
          image: registry.example/shop:2.4
          command: ["gunicorn", "shop.wsgi", "--bind=0.0.0.0:8000", "--workers=${workers}"]
          resources:
            requests: {cpu: "1", memory: 4Gi}
            limits: {cpu: "1", memory: 4Gi}
`
}

/** A Deployment with two schedulers: an error. */
export const TWO_BEATS = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: beat
spec:
  replicas: 2
  template:
    spec:
      containers:
        - name: beat
          image: registry.example/shop:2.4
          command: [celery, -A, shop, beat]
`
