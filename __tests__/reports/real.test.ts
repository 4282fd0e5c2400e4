/** What real manifests give is valid in every machine format, not only a report made for tests. */
import { cpSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createWorkspace } from '../cli/command-line.ts'
import { gitlabComplaints, junitComplaints, readPage, sarifComplaints } from './validators.ts'

const FORMATS = ['json', 'sarif', 'junit', 'gitlab', 'html', 'markdown', 'github', 'text']

describe.each([
  ['the examples', 'examples'],
  ['the scenarios', '__tests__/scenarios'],
])('%s', (_, source) => {
  const workspace = createWorkspace({ '.workerlint.yaml': 'extends: strict\n' })
  afterAll(workspace.remove)
  beforeAll(async () => {
    cpSync(new URL(`../../${source}`, import.meta.url), `${workspace.folder}/files`, { recursive: true })
    const formats = FORMATS.flatMap((name) => ['--format', `${name}=report.${name}`])
    expect((await workspace.run(['check', 'files', ...formats])).code).toBe(1)
  })
  const report = () => JSON.parse(workspace.read('report.json'))

  test('is SARIF by its schema, with a result for every finding', () => {
    expect(sarifComplaints(workspace.read('report.sarif'))).toEqual([])
    const [run] = JSON.parse(workspace.read('report.sarif')).runs
    const { findings, suppressed } = report()
    expect(run.results).toHaveLength(findings.length + suppressed.length)
    expect(findings.length).toBeGreaterThan(10)
    for (const rule of run.tool.driver.rules) expect(rule.help?.markdown ?? '').toContain(`# ${rule.id}`)
  })

  test('is JUnit by its schema, and Code Quality with an entry for every finding', async () => {
    expect(await junitComplaints(workspace.read('report.junit'))).toEqual([])
    expect(gitlabComplaints(workspace.read('report.gitlab'))).toEqual([])
    const entries: readonly { readonly fingerprint: string }[] = JSON.parse(workspace.read('report.gitlab'))
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(report().findings.length)
  })

  test('is HTML without mistakes whose links lead somewhere', () => {
    const { elements, errors } = readPage(workspace.read('report.html'))
    expect(errors).toEqual([])
    const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const inside = elements.flatMap(({ attributes }) =>
      attributes['href']?.startsWith('#') === true ? attributes['href'].slice(1) : [],
    )
    expect(inside.filter((target) => !ids.includes(target))).toEqual([])
    expect(elements.filter(({ name }) => name === 'article')).toHaveLength(report().findings.length)
  })

  test('has a line for every finding in annotations, and a section in Markdown', () => {
    const { findings } = report()
    expect(workspace.read('report.github').trimEnd().split('\n')).toHaveLength(findings.length)
    expect(workspace.read('report.markdown').match(/^### (?:🔴|🟡|🔵)/gmu)).toHaveLength(findings.length)
  })
})
