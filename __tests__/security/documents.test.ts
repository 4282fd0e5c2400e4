import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

describe('SECURITY.md', () => {
  const rows = read('SECURITY.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| defence'))

  test('names a test for every defence, and the test exists', () => {
    expect(rows.length).toBeGreaterThan(12)
    for (const row of rows) {
      const paths = [...row.matchAll(/\]\((__tests__\/[^)]+)\)/g)].map((match) => match[1] ?? '')
      expect(paths.length).toBeGreaterThan(0)
      expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
    }
  })
})

describe('docs/dependencies.md', () => {
  const named = new Set([...read('docs/dependencies.md').matchAll(/`([@\w/.*-]+)`/g)].map((match) => match[1] ?? ''))
  const { devDependencies, dependencies = {} } = JSON.parse(read('package.json'))

  test('gives a reason for every package', () => {
    const names = Object.keys(devDependencies).filter((name) => !name.startsWith('@types/'))
    expect(names.filter((name) => !named.has(name))).toEqual([])
    expect(dependencies).toEqual({})
  })

  test('lists what is in the bundle as the licences do', () => {
    const bundled = [...read('dist/licenses.txt').matchAll(/^(\S+) \d[\w.-]*\nLicense: (.*)$/gm)]
    const own = bundled.map((match) => match[1] ?? '').filter((name) => name in devDependencies)
    const table = read('docs/dependencies.md').split('## In the workshop')[0] ?? ''
    expect(own.filter((name) => !table.includes(`\`${name}\``))).toEqual([])
    expect(
      bundled.filter((match) => !/^(MIT|ISC|Apache-2\.0|BSD|0BSD|BlueOak|\(MIT|Unlicense|CC0)/.test(match[2] ?? '')),
    ).toEqual([])
  })

  test('every version is pinned exactly, and no package runs a script when it is installed', () => {
    for (const version of Object.values(devDependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+/)
    expect(read('.npmrc')).toContain('ignore-scripts=true')
  })
})
