/** Completion, in the shells themselves. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { afterAll, describe, expect, test } from '@jest/globals'
import { createProgram } from '../../src/cli/run-cli.ts'
import { createWorkspace } from './command-line.ts'

const workspace = createWorkspace({})
afterAll(workspace.remove)
const script = async (shell: string) => (await workspace.run(['completion', shell])).out
const has = (program: string) =>
  ['/bin', '/usr/bin', '/usr/local/bin'].some((folder) => existsSync(`${folder}/${program}`))

describe('in bash', () => {
  /** What is offered at the end of a line; words as bash splits them. */
  async function offered(...words: readonly string[]): Promise<readonly string[]> {
    const asked = `COMP_WORDS=(workerlint "$@"); COMP_CWORD=$#; _workerlint; printf '%s\\n' "\${COMPREPLY[@]}"`
    const out = execFileSync('bash', ['-c', `${await script('bash')}\n${asked}`, 'bash', ...words], {
      encoding: 'utf8',
    })
    return out.split('\n').filter((line) => line !== '')
  }

  test.each<[readonly string[], readonly string[]]>([
    [['ch'], ['check']],
    [['p'], ['plan', 'policies']],
    [['check', '--fai'], ['--fail-on']],
    [
      ['check', '--fail-on', ''],
      ['error', 'warning', 'info', 'never'],
    ],
    [['check', '--format', 's'], ['sarif']],
    [['check', '--format', '=', 'ma'], ['markdown']],
    [['--quie'], ['--quiet']],
    [['check', 'k8s', '--fix', '--di'], ['--diff']],
    [['explain', 'gunicorn-workers-'], ['gunicorn-workers-exceed-cpu']],
    [['policies', 'te'], ['test']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['check', '--config', ''], []],
    [['check', 'k8'], []],
  ])('%j', async (words, expected) => {
    expect(await offered(...words)).toEqual(expected)
  })

  test('every command and option is known', async () => {
    const program = createProgram(
      { workingDirectory: '/', environment: {}, stdout: process.stdout, stderr: process.stderr, stdin: process.stdin },
      () => {},
    )
    for (const command of program.commands) {
      expect(await offered(command.name())).toContain(command.name())
      const flags = command.options.map(({ long }) => long)
      expect([...(await offered(command.name(), '--'))].sort()).toEqual([...flags].sort())
    }
  })
})

const inZsh = has('zsh') ? describe : describe.skip
const inFish = has('fish') ? describe : describe.skip
if (!has('zsh') || !has('fish')) console.warn('zsh or fish is not installed; completion is not tested there')

inZsh('in zsh', () => {
  test('the script is one that zsh reads', async () => {
    execFileSync('zsh', [
      '-f',
      '-c',
      `autoload -U compinit; compinit -D; ${await script('zsh')}\nwhence -w _workerlint`,
    ])
  })
})

inFish('in fish', () => {
  test.each<[string, readonly string[]]>([
    ['workerlint pol', ['policies']],
    ['workerlint check --fail-on w', ['warning']],
    ['workerlint check --format=js', ['--format=json']],
    ['workerlint explain gunicorn-workers-', ['gunicorn-workers-exceed-cpu']],
  ])('%s', async (line, expected) => {
    const source = `${await script('fish')}\ncomplete -C '${line}'`
    const out = execFileSync('fish', ['--no-config', '-c', source], { encoding: 'utf8', cwd: workspace.folder })
    expect(
      out
        .split('\n')
        .filter((one) => one !== '')
        .map((one) => one.split('\t')[0]),
    ).toEqual(expected)
  })
})

describe('help and mistakes', () => {
  test.each([
    ['chekc', 'there is no command "chekc", and no such path. Did you mean "check"?'],
    ['explan x', 'Did you mean "explain"?'],
    ['check --fomat json', '(Did you mean --format?)'],
    ['check --format jsn', 'unknown format "jsn". Did you mean "json"?'],
    ['explain gunicorn-worker-exceed-cpu', 'Did you mean "gunicorn-workers-exceed-cpu"?'],
    ['check --fail-on eror', 'Allowed choices are error, warning, info, never'],
    ['completion tcsh', 'Allowed choices are bash, zsh, fish'],
  ])('%s: %s', async (line, message) => {
    const { code, err, out } = await workspace.run(line.split(' '))
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(message)
  })

  test('a path is no misspelt command', async () => {
    workspace.write('chek/a.yaml', 'kind: ConfigMap\n')
    expect((await workspace.run(['chek'])).err).not.toContain('command')
    workspace.write('unlike.yaml', 'kind: ConfigMap\n')
    expect((await workspace.run(['nowhere'])).err).toBe('path "nowhere" does not exist\n')
  })

  test('every command has help with examples that are its own', async () => {
    const { out } = await workspace.run(['--help'])
    const names = [...out.matchAll(/^ {2}([a-z]+) .*(?:\[|<)/gm)].map((match) => match[1] ?? '')
    expect(names).toEqual(expect.arrayContaining(['check', 'inspect', 'plan', 'explain', 'policies', 'merge', 'init']))
    for (const name of names.filter((one) => one !== 'help')) {
      const help = (await workspace.run([name, '--help'])).out
      const examples = help.split('Examples:\n')[1]?.split('\n\n')[0] ?? ''
      expect(examples).toMatch(new RegExp(`workerlint ${name}`))
      for (const [flag] of examples.split('#')[0]?.matchAll(/--[a-z-]+/g) ?? []) expect(help).toContain(`${flag} `)
      expect((await workspace.run(['help', name])).out).toBe(help)
      expect((await workspace.run([name, '-h'])).out).toBe(help)
    }
  })
})
