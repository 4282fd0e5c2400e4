/** Running a program that renders: no shell, a clean environment, bounded time and output. */
import { execFile } from 'node:child_process'

/** What a run gave. `missing` is a program that is not installed. */
export type ToolOutcome =
  | { readonly kind: 'rendered'; readonly text: string }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'missing' }

/** What to run. `home` stands for the home directory, so that no plug-in, repository list or cluster of the user is seen. */
export interface ToolRun {
  readonly program: string
  readonly words: readonly string[]
  readonly folder: string
  readonly home: string
}

/** A rendering that takes longer is stopped. */
const LONGEST_SECONDS = 60
/** More output is refused: charts of the largest projects render to some 2 MiB. */
const MOST_OUTPUT_BYTES = 32 * 2 ** 20
/** Longer messages of a program are cut. */
const LONGEST_MESSAGE = 2000

/** Runs a program with words that no shell reads; never throws. */
export function runTool({ program, words, folder, home }: ToolRun): Promise<ToolOutcome> {
  return new Promise((resolve) => {
    const settings = {
      cwd: folder,
      env: cleanEnvironment(home),
      timeout: LONGEST_SECONDS * 1000,
      killSignal: 'SIGKILL',
      maxBuffer: MOST_OUTPUT_BYTES,
      encoding: 'utf8',
      windowsHide: true,
    } as const
    execFile(program, [...words], settings, (error, stdout, stderr) => {
      if (error === null) return resolve({ kind: 'rendered', text: stdout })
      if (error.code === 'ENOENT') return resolve({ kind: 'missing' })
      if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
        return resolve({ kind: 'failed', message: `${program} printed more than ${MOST_OUTPUT_BYTES} bytes` })
      if (error.killed === true)
        return resolve({ kind: 'failed', message: `${program} took longer than ${LONGEST_SECONDS} seconds` })
      resolve({ kind: 'failed', message: messageOf(stderr) || `${program} failed` })
    })
  })
}

/** The variables of helm that name plug-ins and caches, all in the empty home: https://helm.sh/docs/helm/helm/ */
function cleanEnvironment(home: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    SystemRoot: process.env['SystemRoot'],
    HOME: home,
    HELM_CACHE_HOME: `${home}/cache`,
    HELM_CONFIG_HOME: `${home}/config`,
    HELM_DATA_HOME: `${home}/data`,
    HELM_PLUGINS: `${home}/plugins`,
    XDG_CONFIG_HOME: `${home}/config`,
    KUSTOMIZE_PLUGIN_HOME: `${home}/plugins`,
    KUBECONFIG: `${home}/no-cluster`,
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_NOSYSTEM: '1',
    GOMEMLIMIT: '1GiB',
  }
}

/** What the program complains about, on one line: without its warnings, and without the frame that klog puts around an error. */
function messageOf(stderr: string): string {
  const lines = stderr
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !/^(# ?)?(warning|level=|walk\.go)/i.test(line))
  const text = lines
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/^error: /i, '')
    .trim()
  const framed = /^[EF]\d{4} .*?\] "command failed" err="((?:[^"\\]|\\.)*)"/.exec(text)?.[1]
  return (framed?.replace(/\\(.)/g, '$1') ?? text).slice(0, LONGEST_MESSAGE)
}
