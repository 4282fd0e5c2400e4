/** Every command, configuration, workflow and link of the documentation works. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { objectAt } from '../src/github/json-value.ts'
import { createWorkspace, TWO_BEATS, type Workspace } from './cli/command-line.ts'
import { HELMS, KUSTOMIZES } from './rendering/programs.ts'

const root = resolve(import.meta.dirname, '..')
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'))

interface Block {
  readonly page: string
  readonly language: string
  readonly text: string
}

const blocks = pages.flatMap((page): readonly Block[] => {
  const text = readFileSync(join(root, page), 'utf8')
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    page,
    language: match[1] ?? '',
    text: match[2] ?? '',
  }))
})

/** What a block is, and so which test runs it; null when none does. */
function kindOf({ page, language, text }: Block): string | null {
  if (language === 'sh') return 'commands'
  if (language === 'yaml') {
    if (/uses: workerlint\/workerlint[/@]/.test(text)) return 'workflow'
    if (/^id:/m.test(text)) return 'policy'
    if (/workerlint-ignore|ignore\.workerlint\.dev/.test(text)) return 'ignore'
    const isConfiguration = /^(extends|failOn|policies|sizing|databases|overrides|topology|exclude):/m.test(text)
    return isConfiguration ? 'configuration' : null
  }
  if (language === '' && /^npm /.test(text)) return 'npm'
  if (language === '' && /^go install /.test(text)) return 'installation'
  return language === '' && page === 'README.md' && text.startsWith('warning  ') ? 'output' : null
}

const ofKind = (kind: string) =>
  blocks
    .filter((block) => kindOf(block) === kind)
    .map((block, index) => [`${block.page} ${index + 1}`, block.text, block.page] as const)

test('every block of the documentation is one that a test runs', () => {
  expect(blocks.filter((block) => kindOf(block) === null).map(({ page, text }) => `${page}: ${text}`)).toEqual([])
  expect(blocks.length).toBeGreaterThan(40)
})

describe('the commands of the documentation', () => {
  const commands = ofKind('commands').flatMap(([, text, page]) =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [page, line] as const),
  )
  const workspaces = new Map<string, Workspace>()
  afterAll(() => {
    for (const workspace of workspaces.values()) workspace.remove()
  })

  /** The examples, a chart and kustomizations, for every page anew. */
  function workspaceOf(page: string): Workspace {
    const workspace = workspaces.get(page) ?? createWorkspace('examples')
    if (!workspaces.has(page)) {
      cpSync(join(root, '__tests__/fixtures/charts'), join(workspace.folder, 'charts'), { recursive: true })
      cpSync(join(root, '__tests__/fixtures/kustomizations/shop'), workspace.folder, { recursive: true })
      workspaces.set(page, workspace)
    }
    return workspace
  }

  test('are there', () => expect(commands.length).toBeGreaterThan(35))

  for (const [page, line] of commands) {
    const renderer = /--helm|^helm /.test(line) ? 'helm' : /kustomize/.test(line) ? 'kubectl' : null
    const isThere = renderer === null || [...HELMS, ...KUSTOMIZES].includes(renderer)
    if (!isThere) console.warn(`${renderer} is not installed; "${line}" of ${page} is not run`)
    const one = isThere ? test : test.skip
    one(`${page}: ${line}`, async () => {
      const workspace = workspaceOf(page)
      const [, pipe, command, expected] =
        /^(?:(.+) \| )?(?:workerlint|node dist\/cli\.js) ([^#]+?)(?: # (\d))?$/.exec(line) ?? []
      expect(command).toBeDefined()
      const [program = '', ...given] = (pipe ?? '').split(' ')
      const stdin = pipe === undefined ? '' : execFileSync(program, given, { cwd: workspace.folder, encoding: 'utf8' })
      const words = (command ?? '').split(/\s+/)
      const { code, out, err } = await workspace.run(words, { stdin })
      expect(expected === undefined ? [0, 1] : [Number(expected)]).toContain(code)
      if (code === 2) return
      expect(err).not.toContain('error:')
      expect(words.some((word) => word.includes('=') || word.startsWith('--write')) || out !== '').toBe(true)
    })
  }
})

describe('the commands of npm in the documentation', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

  test.each(ofKind('npm'))('%s', (_, text) => {
    const names = [...text.matchAll(/npm (?:run )?([\w:]+)/g)].map((match) => match[1] ?? '')
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect(['ci', ...Object.keys(scripts)]).toContain(name)
  })
})

describe('the tools that the documentation installs', () => {
  const measured = readFileSync(join(root, 'bench/peers.mjs'), 'utf8').matchAll(/program: '([\w-]+)'/g)
  const programs = [...measured].map((match) => match[1] ?? '').sort()

  test.each(ofKind('installation'))('%s are those that are measured', (_, text) => {
    const line =
      /^(?:go install|pip install|npm install --global) (?:\S*\/)?([\w-]+?)(?:-cli)?(?:@|==)(?:v?\d+\.\d+\.\d+|latest)$/
    const installed = text
      .trimEnd()
      .split('\n')
      .map((words) => line.exec(words)?.[1] ?? words)
    expect(installed.sort()).toEqual(programs)
  })
})

describe('the configurations of the documentation', () => {
  test.each(ofKind('configuration'))('%s', async (_, text) => {
    const workspace = createWorkspace('examples')
    workspace.write('.workerlint.yaml', text)
    const { err } = await workspace.run(['policies'])
    workspace.remove()
    expect(err).toBe('')
  })
})

describe('the policies of the documentation', () => {
  test.each(ofKind('policy'))('%s does what its examples say', async (_, text) => {
    const workspace = createWorkspace({ 'ours.yaml': text })
    const { code, out } = await workspace.run(['policies', 'test', 'ours.yaml'])
    workspace.remove()
    expect(out).toContain(' 0 failed')
    expect(code).toBe(0)
  })
})

describe('the ignores of the documentation', () => {
  test.each(ofKind('ignore'))('%s silences one finding and is no finding itself', async (_, text) => {
    const manifest = text.startsWith('metadata:')
      ? TWO_BEATS.replace('metadata:\n', text)
      : TWO_BEATS.replace('  replicas: 2\n', `${text.replace(/^/gm, '  ').trimEnd()}\n`)
    const workspace = createWorkspace({
      'beat.yaml': manifest,
      '.workerlint.yaml': 'extends: none\npolicies: {beat-replicas: error, ignore-unused: error}\n',
    })
    const { out } = await workspace.run(['check', 'beat.yaml', '--format', 'json'])
    workspace.remove()
    expect(JSON.parse(out)).toMatchObject({ findings: [], problems: [], suppressed: [{ policy: 'beat-replicas' }] })
  })
})

describe('the workflows of the documentation', () => {
  const inputs = objectAt(parse(readFileSync(join(root, 'action.yml'), 'utf8')), 'inputs')
  const reusable = parse(readFileSync(join(root, '.github/workflows/audit-repositories.yml'), 'utf8')).on.workflow_call

  test.each(ofKind('workflow'))('%s', (_, text) => {
    const workflow = parse(text)
    const jobs: readonly Job[] = Object.values(workflow.jobs)
    const steps = jobs.flatMap((job) => job.steps ?? []).filter(({ uses }) => uses?.startsWith('workerlint/') === true)
    const calls = jobs.filter(({ uses }) => uses !== undefined)
    expect(steps.length + calls.length).toBeGreaterThan(0)
    for (const step of steps) {
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})))
      expect(step.uses).toBe('workerlint/workerlint@v1')
    }
    for (const call of calls) {
      expect(call.uses).toBe('workerlint/workerlint/.github/workflows/audit-repositories.yml@v1')
      expect(Object.keys(reusable.inputs)).toEqual(expect.arrayContaining(Object.keys(call.with ?? {})))
      expect(Object.keys(reusable.secrets)).toEqual(expect.arrayContaining(Object.keys(call.secrets ?? {})))
    }
    expect(workflow.permissions).toBeDefined()
    if (steps.length > 0) expect(workflow.permissions.contents).toBe('read')
    expect(workflow.on).toBeDefined()
  })

  const linted = spawnSync('actionlint', ['--version']).status === 0 ? test : test.skip
  linted.each(ofKind('workflow'))('%s has no mistake that actionlint knows', (_, text) => {
    // The action itself is not where the linter could read it.
    const out = spawnSync('actionlint', ['-shellcheck=', '-'], { input: text, encoding: 'utf8', cwd: root }).stdout
    expect(out).toBe('')
  })
})

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Job extends Step {
  readonly steps?: readonly Step[]
  readonly secrets?: Readonly<Record<string, unknown>>
}

describe('the links of the documentation', () => {
  test.each(pages)('of %s lead somewhere', (page) => {
    const text = readFileSync(join(root, page), 'utf8').replace(/```[\s\S]*?```/g, '')
    const targets = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    )
    const broken = targets.filter((target) => {
      const [path = '', anchor] = target.split('#')
      const file = path === '' ? join(root, page) : join(root, dirname(page), path)
      if (!existsSync(file)) return true
      return anchor !== undefined && !anchorsOf(readFileSync(file, 'utf8')).includes(anchor)
    })
    expect(broken).toEqual([])
  })
})

/** The anchors that GitHub gives to headings. */
function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  )
}

describe('the README', () => {
  test('shows output as it is', async () => {
    const shown = blocks.find(({ page, text }) => page === 'README.md' && text.startsWith('warning  '))
    const workspace = createWorkspace('examples')
    const { out } = await workspace.run(['check', 'examples'])
    workspace.remove()
    const printed = new Set(out.split('\n'))
    expect(
      shown?.text
        .trimEnd()
        .split('\n')
        .filter((line) => !printed.has(line)),
    ).toEqual([])
  })

  test('has the inputs and outputs of action.yml', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
    for (const name of ['inputs', 'outputs']) {
      const table = readme.split(`<!-- ${name} -->`)[1]?.split(`<!-- /${name} -->`)[0] ?? ''
      const rows = [...table.matchAll(/^\| `([\w-]+)` \|/gm)].map((match) => match[1])
      expect(rows).toEqual(Object.keys(action[name]))
    }
  })
})
