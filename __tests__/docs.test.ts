/** Every command, configuration, workflow and link of the documentation works. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { objectAt } from '../src/github/json-value.ts'
import { createWorkspace, type Workspace } from './cli/command-line.ts'

const root = resolve(import.meta.dirname, '..')
const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter(
  (name) => name.endsWith('.md'),
)

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

const commands = blocks
  .filter(({ language }) => language === 'sh')
  .flatMap(({ page, text }) => text.split('\n').map((line) => [page, line.trim()] as const))
  .filter(([, line]) => /^(workerlint|node dist\/cli\.js) /.test(line))
const yaml = blocks.filter(({ language }) => language === 'yaml')
const workflows = yaml.filter(({ text }) => text.includes('uses: workerlint/workerlint@'))
const configurations = yaml.filter(({ text }) =>
  /^(extends|failOn|policies|sizing|databases|overrides|topology|exclude):/m.test(text),
)

describe('the commands of the documentation', () => {
  const workspaces = new Map<string, Workspace>()
  afterAll(() => {
    for (const workspace of workspaces.values()) workspace.remove()
  })

  test('are there', () => expect(commands.length).toBeGreaterThan(15))

  test.each(commands)('%s: %s', async (page, line) => {
    const workspace = workspaces.get(page) ?? createWorkspace('examples')
    workspaces.set(page, workspace)
    const words = line.replace(/^(workerlint|node dist\/cli\.js) /, '').split(/\s+/)
    const { code, out, err } = await workspace.run(words)
    expect([0, 1]).toContain(code)
    expect(err).not.toContain('error:')
    expect(words.some((word) => word.includes('=') || word.startsWith('--write')) || out !== '').toBe(true)
  })
})

describe('the configurations of the documentation', () => {
  test.each(configurations.map(({ page, text }, index) => [`${page} ${index}`, text]))('%s', async (_, text) => {
    const workspace = createWorkspace('examples')
    workspace.write('.workerlint.yaml', text)
    const { err } = await workspace.run(['policies'])
    workspace.remove()
    expect(err).toBe('')
  })
})

describe('the workflows of the documentation', () => {
  const inputs = objectAt(parse(readFileSync(join(root, 'action.yml'), 'utf8')), 'inputs')

  test.each(workflows.map(({ page, text }, index) => [`${page} ${index}`, text]))('%s', (_, text) => {
    const workflow = parse(text)
    const jobs: readonly { readonly steps: readonly Step[] }[] = Object.values(workflow.jobs)
    const steps = jobs.flatMap((job) => job.steps).filter(({ uses }) => uses?.startsWith('workerlint/') === true)
    expect(steps.length).toBeGreaterThan(0)
    for (const step of steps) {
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})))
      expect(step.uses).toBe('workerlint/workerlint@v1')
    }
    expect(workflow.permissions.contents).toBe('read')
    expect(workflow.on).toBeDefined()
  })
})

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
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
