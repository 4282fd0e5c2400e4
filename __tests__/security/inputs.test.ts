/** Hostile files are told about, and the file beside them is checked all the same. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runIn } from '../cli/command-line.ts'

const GOOD = `apiVersion: v1
kind: Pod
metadata: {name: good}
spec:
  containers:
    - name: worker
      command: [celery, -A, shop, worker, -c, "64"]
      resources: {limits: {cpu: "1", memory: 512Mi}}
`
/** On any machine, under load; a quiet one needs far less. */
const LONGEST_MILLISECONDS = 20_000

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workerlint-hostile-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Outcome {
  readonly problems: readonly { readonly file: string; readonly message: string }[]
  readonly files: readonly string[]
}

async function checkBeside(name: string, place: (path: string) => void): Promise<Outcome> {
  const root = join(folder, name.replace(/\W+/g, '-'))
  mkdirSync(join(root, '.git'), { recursive: true })
  writeFileSync(join(root, 'good.yaml'), GOOD)
  place(join(root, 'hostile.yaml'))
  const started = performance.now()
  const { code, out, err } = await runIn(root, ['check', '.', '--format', 'json'])
  expect({ code, err }).toEqual({ code: 1, err: '' })
  expect(performance.now() - started).toBeLessThan(LONGEST_MILLISECONDS)
  const report: { readonly problems: Outcome['problems']; readonly findings: readonly { readonly file: string }[] } =
    JSON.parse(out)
  return { problems: report.problems, files: [...new Set(report.findings.map(({ file }) => file))] }
}

const repeated = (text: string, count: number) => text.repeat(count)
const bomb = (levels: number) =>
  ['apiVersion: v1', 'kind: ConfigMap', 'a0: &a0 [x, x, x, x, x, x, x, x, x]']
    .concat(
      Array.from(
        { length: levels },
        (_, index) => `a${index + 1}: &a${index + 1} [${Array.from({ length: 9 }, () => `*a${index}`).join(', ')}]`,
      ),
    )
    .join('\n')

describe('a file with', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['aliases of aliases of aliases', bomb(9), /after following aliases|Excessive alias/],
    [
      'lists a hundred thousand deep',
      `apiVersion: v1\nkind: X\na: ${repeated('[', 100_000)}`,
      /nested deeper than 100 levels/,
    ],
    [
      'maps five thousand deep',
      `apiVersion: v1\nkind: X\n${Array.from({ length: 5000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')}`,
      /nested deeper/,
    ],
    [
      'brackets two million deep',
      `apiVersion: v1\nkind: X\na: ${repeated('[', 2_000_000)}`,
      /may have 1000000 line breaks/,
    ],
    [
      'five million items of JSON without an end',
      `{"apiVersion": "v1", "kind": "X", "a": [${repeated('1,', 5_000_000)}}`,
      /may have 1000000 line breaks/,
    ],
    ['a key twice', 'apiVersion: v1\nkind: X\nmetadata: {}\nmetadata: {}\n', /duplicate key "metadata"/],
    ['an alias of nothing', 'apiVersion: v1\nkind: X\na: *b\n', /alias|anchor/i],
    ['an anchor within itself', 'apiVersion: v1\nkind: X\na: &a [*a]\n', /alias|nested|anchor/i],
    ['UTF-16', Buffer.from('\ufeffapiVersion: v1\nkind: X\n', 'utf16le'), /UTF-16/],
    ['bytes that are no UTF-8', Buffer.from([0x61, 0x3a, 0x20, 0xff, 0xfe, 0x0a]), /UTF-8/],
    ['an open quote', 'apiVersion: v1\nkind: X\na: "b\n', /quote/i],
    [
      'a number that is none',
      `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, command: [gunicorn, a:b], resources: {limits: {cpu: ${repeated('9', 5000)}, memory: x}}}]}\n`,
      /./,
    ],
  ])(
    '%s',
    async (name, content, message) => {
      const { problems, files } = await checkBeside(name, (path) => writeFileSync(path, content))
      expect(files).toContain('good.yaml')
      expect(
        problems
          .filter(({ file }) => file === 'hostile.yaml')
          .map(({ message: told }) => told)
          .join('\n'),
      ).toMatch(message)
    },
    60_000,
  )

  test.each<[string, string]>([
    ['a scalar of ten megabytes', `apiVersion: v1\nkind: ConfigMap\ndata:\n  a: "${repeated('x', 10 * 2 ** 20)}"\n`],
    ['two hundred thousand documents', repeated('---\na: b\n', 200_000)],
    [
      'a map of a hundred thousand keys',
      `apiVersion: v1\nkind: ConfigMap\ndata:\n${Array.from({ length: 100_000 }, (_, index) => `  k${index}: v`).join('\n')}\n`,
    ],
    [
      'keys of prototypes',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\ndata: {__proto__: x, toString: y, hasOwnProperty: z}\n',
    ],
    ['tags', 'apiVersion: v1\nkind: ConfigMap\na: !!js/function "function () {}"\nb: !<x> y\n'],
    ['NUL', 'apiVersion: v1\nkind: ConfigMap\na: "x\0y"\n'],
    ['lone surrogates', 'apiVersion: v1\nkind: ConfigMap\na: "\\ud800 \\udfff"\n'],
    [
      'a byte order mark and mixed line endings',
      '\ufeffapiVersion: v1\r\nkind: ConfigMap\ndata:\r\n  a: b\n  c: d\r\n',
    ],
    ['huge numbers', `{"apiVersion": "v1", "kind": "ConfigMap", "a": 1e999, "b": ${repeated('9', 400)}, "c": -0}`],
    ['merge keys of itself', 'apiVersion: v1\nkind: ConfigMap\nbase: &b {x: 1}\na: {<<: [*b, *b, *b], <<: *b}\n'],
    ['names of Windows', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: "C:\\\\x\\\\..\\\\CON"}\n'],
  ])(
    '%s leaves the rest alone',
    async (name, content) => {
      const { files } = await checkBeside(name, (path) => writeFileSync(path, content))
      expect(files).toContain('good.yaml')
      expect({}).not.toHaveProperty('polluted')
    },
    60_000,
  )
})

describe('a path that leads elsewhere', () => {
  const pod = (command: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, image: x, command: ${command}, resources: {limits: {cpu: "1", memory: 1Gi}}}]}\n`

  test('as a link to a device is not read', async () => {
    const { files, problems } = await checkBeside('device', (path) => symlinkSync('/dev/zero', path))
    expect(files).toEqual(['good.yaml'])
    expect(problems).toEqual([])
  })

  test('as a loop of links ends', async () => {
    const { files } = await checkBeside('loop', (path) => {
      symlinkSync('.', join(path, '..', 'again'))
      symlinkSync('hostile.yaml', path)
    })
    expect(files).toEqual(['good.yaml'])
  })

  test('as a pipe does not wait', async () => {
    const { files } = await checkBeside('pipe', (path) => execFileSync('mkfifo', [path]))
    expect(files).toEqual(['good.yaml'])
  })

  test('that is named is refused with the reason when it leads out of the repository', async () => {
    const root = join(folder, 'named')
    mkdirSync(join(root, 'repo/.git'), { recursive: true })
    writeFileSync(join(root, 'outside.yaml'), GOOD)
    symlinkSync('../outside.yaml', join(root, 'repo/link.yaml'))
    writeFileSync(join(root, 'repo/good.yaml'), GOOD)
    const { out } = await runIn(join(root, 'repo'), ['check', 'link.yaml', 'good.yaml', '--format', 'json'])
    const { problems, findings } = JSON.parse(out)
    expect(problems).toEqual([{ file: 'link.yaml', line: 1, message: 'link.yaml leads outside the repository' }])
    expect(new Set(findings.map(({ file }: { file: string }) => file))).toEqual(new Set(['good.yaml']))
  })

  test('that is named is refused with the reason when it is a pipe', async () => {
    const root = join(folder, 'named-pipe')
    mkdirSync(join(root, '.git'), { recursive: true })
    writeFileSync(join(root, 'good.yaml'), GOOD)
    execFileSync('mkfifo', [join(root, 'pipe.yaml')])
    const { out } = await runIn(root, ['check', 'pipe.yaml', 'good.yaml', '--format', 'json'])
    expect(JSON.parse(out).problems).toEqual([{ file: 'pipe.yaml', line: 1, message: 'not a regular file' }])
  })

  test.each([
    ['as the configuration of a server', '[gunicorn, -c, /../../../../../../etc/passwd, "a:b"]'],
    ['as a script', '[sh, ../../../../../../../etc/profile]'],
    ['as a sourced file', '[sh, -c, ". /etc/profile; gunicorn a:b"]'],
  ])('%s is not looked up on this machine', async (name, command) => {
    const root = join(folder, name.replace(/\W+/g, '-'))
    mkdirSync(join(root, '.git'), { recursive: true })
    writeFileSync(join(root, 'pod.yaml'), pod(command))
    const { out } = await runIn(root, ['inspect', '.', '--format', 'json'])
    expect(out).not.toMatch(/root:x|PATH=/)
    expect(JSON.parse(out).containers).toHaveLength(1)
  })

  test('as a Dockerfile outside the repository is not read', async () => {
    const root = join(folder, 'dockerfile')
    mkdirSync(join(root, 'repo/.git'), { recursive: true })
    writeFileSync(join(root, 'Dockerfile.x'), 'FROM python\nCMD ["gunicorn", "outside:app"]\n')
    symlinkSync('../Dockerfile.x', join(root, 'repo/Dockerfile.x'))
    writeFileSync(
      join(root, 'repo/pod.yaml'),
      'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, image: x}]}\n',
    )
    const { out } = await runIn(join(root, 'repo'), ['inspect', '.', '--format', 'json'])
    expect(out).not.toContain('outside:app')
  })

  test('as what a configuration extends is refused or is no configuration', async () => {
    const root = join(folder, 'extends')
    mkdirSync(join(root, '.git'), { recursive: true })
    writeFileSync(join(root, 'good.yaml'), GOOD)
    writeFileSync(join(root, '.workerlint.yaml'), 'extends: /etc/passwd\n')
    const { code, out, err } = await runIn(root, ['check', '.'])
    expect(code).toBe(2)
    expect(out + err).not.toContain('root:x')
  })
})

describe('a file with very many', () => {
  const pod = (containers: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n${containers}`
  const numbered = (count: number, textOf: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => textOf(index)).join('')

  test.each([
    ['containers', pod(numbered(150_000, (index) => `  - {name: c${index}}\n`))],
    ['words', pod(`  - name: a\n    args:\n    - gunicorn\n${repeated('    - x\n', 150_000)}`)],
    [
      'words behind a script',
      pod(`  - command: [sh, -c, 'exec celery "$@"', x]\n    args:\n${repeated('    - x\n', 150_000)}`),
    ],
    ['expansions', pod(`  - command: [sh, -c, 'exec celery "${repeated('$a', 130_000)}"']\n`)],
    ['broken documents', repeated('---\na: [x\n', 150_000)],
    [
      'autoscalers of one workload',
      repeated(
        '---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: h}\nspec: {scaleTargetRef: {name: d}, maxReplicas: 3}\n',
        4000,
      ),
    ],
    [
      'servers in one document',
      `apiVersion: v1\nkind: List\nitems:\n${numbered(
        2000,
        (index) =>
          `- {apiVersion: v1, kind: Pod, metadata: {name: p${index}}, spec: {containers: [{name: a, command: [gunicorn, -w, "9", "a:b"], resources: {limits: {cpu: 500m}}}]}}\n`,
      )}`,
    ],
  ])(
    '%s',
    async (what, text) => {
      const { files } = await checkBeside(`many ${what}`, (path) => writeFileSync(path, text))
      expect(files).toContain('good.yaml')
    },
    60_000,
  )
})
