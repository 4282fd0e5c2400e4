/** Interprets a script in a test, and runs the same script in a real shell over stub programs. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Dialect } from '../../src/shell/dialect.ts'
import type { ShellGrammar } from '../../src/shell/grammar.ts'
import { interpretShell, type ShellOutcome } from '../../src/shell/interpret.ts'
import { locationOf } from '../../src/source/location.ts'
import { knownText, knownValue, type ResolvedText, stringOf } from '../../src/source/resolved.ts'
import { createSourceFile } from '../../src/source/source-file.ts'
import { type SourcedText, unsourcedText, verbatimText } from '../../src/source/sourced-text.ts'

/** What a test gives to a script. */
export interface Setting {
  readonly dialect?: Dialect
  readonly form?: 'commandString' | 'file'
  readonly parameters?: readonly string[]
  readonly environment?: Readonly<Record<string, string | ResolvedText>>
  readonly open?: string
  readonly files?: Readonly<Record<string, string>>
  readonly workingDirectory?: string | null
  readonly name?: string
}

/** The text as it stands in a file of its own. */
export function writtenText(path: string, text: string): SourcedText {
  return verbatimText(locationOf(createSourceFile(path, text), 0, text.length))
}

/** Interprets a script. */
export function interpret(grammar: ShellGrammar, script: string, setting: Setting = {}): ShellOutcome {
  const environment = Object.entries(setting.environment ?? {}).map(([name, value]): [string, ResolvedText] => [
    name,
    typeof value === 'string' ? knownText(writtenText(`env/${name}`, value)) : value,
  ])
  const files = setting.files ?? {}
  return interpretShell(
    {
      text: writtenText('script.sh', script),
      dialect: setting.dialect ?? 'bash',
      form: setting.form ?? 'commandString',
      name: knownValue(setting.name ?? 'sh'),
      parameters: (setting.parameters ?? []).map((text) => knownText(unsourcedText(text))),
      environment: {
        variables: new Map(environment),
        open: setting.open === undefined ? null : { why: setting.open },
      },
      workingDirectory: setting.workingDirectory === undefined ? '/app' : setting.workingDirectory,
    },
    {
      grammar,
      readFile: (path) => {
        const text = files[path]
        return text === undefined ? null : writtenText(path, text)
      },
    },
  )
}

/** Every execution as one line: words that are not known read `?`, marks stand in front. */
export function summarize({ executions }: ShellOutcome): readonly string[] {
  return executions.map((execution) => {
    const marks = [
      execution.conditional ? 'maybe' : '',
      execution.background ? 'background' : '',
      execution.inPipeline ? 'piped' : '',
      execution.inSubshell ? 'sub' : '',
    ].filter((mark) => mark !== '')
    const words = execution.argv.map((word) => showWord(word))
    return [...marks.map((mark) => `[${mark}]`), ...words].join(' ')
  })
}

function showWord(word: ResolvedText): string {
  if (word.known) return /^[^\s'"?]+$/.test(word.text.value) ? word.text.value : JSON.stringify(word.text.value)
  return `${word.prefix.value}?${word.mayBeSeveral ? '…' : ''}${word.dependsOn === 'cpu_count' ? '(cpu)' : ''}`
}

/** A program that a real shell started: its words and the variables of interest. */
export interface RealStart {
  readonly argv: readonly string[]
  readonly environment: Readonly<Record<string, string>>
}

const stubs = ['gunicorn', 'celery', 'uvicorn', 'python', 'migrate', 'prog', 'other', 'check']

/** The commands that start each shell, where it is installed. */
export const shells: Readonly<Record<'dash' | 'bash' | 'busybox', readonly string[]>> = {
  dash: ['dash'],
  bash: ['bash'],
  busybox: ['busybox', 'sh'],
}

/** Is the shell installed? */
export function isInstalled(shell: keyof typeof shells): boolean {
  return ['/bin', '/usr/bin', '/usr/local/bin'].some((folder) => existsSync(join(folder, shells[shell][0] ?? '')))
}

/** Runs a script for real in an empty directory where only stubs are called, and returns what they were given. */
export function runReally(shell: keyof typeof shells, script: string, setting: Setting = {}): readonly RealStart[] {
  const folder = mkdtempSync(join(tmpdir(), 'shell-'))
  try {
    const bin = join(folder, 'bin')
    const out = join(folder, 'out')
    const work = join(folder, 'work')
    for (const path of [bin, out, work]) mkdirSync(path)
    for (const stub of stubs) {
      const path = join(bin, stub)
      writeFileSync(path, `#!/bin/sh\n{ printf '%s\\0' ${stub} "$@"; printf '\\1'; /usr/bin/env -0; } >"${out}/$$"\n`)
      chmodSync(path, 0o755)
    }
    for (const [path, text] of Object.entries(setting.files ?? {}))
      writeFileSync(join(work, path.split('/').at(-1) ?? path), text)
    const [command = '', ...before] = shells[shell]
    const environment = Object.fromEntries(
      Object.entries(setting.environment ?? {}).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : (stringOf(value) ?? ''),
      ]),
    )
    const name = setting.name ?? 'sh'
    const body = setting.form === 'file' ? [join(folder, 'script')] : ['-c', script, name]
    if (setting.form === 'file') writeFileSync(join(folder, 'script'), script)
    spawnSync(command, [...before, ...body, ...(setting.parameters ?? [])], {
      cwd: work,
      env: { PATH: `${bin}:/usr/bin:/bin`, HOME: '/root', ...environment },
      timeout: 5000,
      // With a socket for standard input bash takes itself for a remote shell and reads ~/.bashrc.
      stdio: 'ignore',
    })
    return readdirSync(out).map((file) => readStart(readFileSync(join(out, file), 'utf8')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readStart(record: string): RealStart {
  const [words = '', variables = ''] = record.split('\u0001')
  const environment = variables.split('\0').filter((line) => line.includes('='))
  return {
    argv: words.split('\0').slice(0, -1),
    environment: Object.fromEntries(
      environment.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    ),
  }
}

/** The names that stubs answer to. */
export function isStub(name: string): boolean {
  return stubs.includes(name)
}
