/** action.yml promises what the code reads and writes, no more and no less. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { readInputs } from '../../src/github/inputs.ts'
import { objectAt, stringAt } from '../../src/github/json-value.ts'
import { deployment } from '../github/manifests.ts'
import { run, runOnPull } from '../github/run.ts'
import { startGitHub } from '../github/server/server.ts'
import { openPull } from '../github/server/state.ts'

const metadata: unknown = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'))
const inputs = objectAt(metadata, 'inputs')
const outputs = objectAt(metadata, 'outputs')

describe('action.yml', () => {
  test('declares the inputs that are read', () => {
    const read: string[] = []
    readInputs((name) => {
      read.push(name)
      return ''
    })
    expect(Object.keys(inputs).sort()).toEqual([...new Set(read)].sort())
  })

  test('has the defaults of the code', () => {
    const declared = readInputs((name) => stringAt(inputs[name], 'default') ?? '')
    expect({ ...declared, token: '' }).toEqual(readInputs(() => ''))
  })

  test('declares the outputs that are set', async () => {
    const github = await startGitHub()
    const texts = { base: new Map(), head: new Map([['a.yaml', deployment({ web: 9 })]]) }
    const files = { 'sarif-file': 'a.sarif', 'html-file': 'a.html', 'json-file': 'a.json' }
    const result = await runOnPull(github, openPull(github.state, 7, texts), { inputs: files })
    const listed = await run(github, { inputs: { mode: 'list', repositories: 'acme/shop' } })
    await github.close()
    expect(Object.keys({ ...result.outputs, ...listed.outputs }).sort()).toEqual(Object.keys(outputs).sort())
    expect(result.outputs).toMatchObject({ report: 'a.json', sarif: 'a.sarif', html: 'a.html' })
    expect([...result.reports.keys()]).toEqual(['a.json', 'a.sarif', 'a.html'])
  })

  test('describes every input and output in a sentence and runs on node24', () => {
    for (const entry of [...Object.values(inputs), ...Object.values(outputs)]) {
      expect(stringAt(entry, 'description')?.trim()).toMatch(/\.$/)
    }
    expect(objectAt(metadata, 'runs')).toEqual({ using: 'node24', main: 'dist/index.js' })
    expect(objectAt(metadata, 'branding')).toEqual({ icon: 'sliders', color: 'green' })
  })
})
