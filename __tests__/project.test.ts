import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { VERSION } from '../src/version.ts'

const root = resolve(import.meta.dirname, '..')

/** Rooms from the ground up: a file imports its own room and rooms above it in this list. */
const ROOMS = [
  'source',
  'units',
  'shell',
  'python',
  'repository',
  'manifests',
  'rendering',
  'workloads',
  'commands',
  'programs',
  'inspection',
  'sizing',
  'policies',
  'configuration',
  'findings',
  'tracing',
  'reports',
  'github',
  '(flow)',
  'cli',
  'action',
  '(entry)',
]

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? sourceFiles(path) : path.endsWith('.ts') ? [path] : []
  })
}

function roomOf(path: string): string {
  const [first = '', ...rest] = relative(join(root, 'src'), path).split('/')
  if (rest.length > 0) return first
  return first === 'cli.ts' || first === 'action.ts' ? '(entry)' : '(flow)'
}

/** Files at the top of src that only describe constants belong to the ground. */
const GROUND = new Set(['version.ts'])

function importsOf(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8')
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)]
  return found.map((match) => resolve(dirname(path), match[1] ?? ''))
}

describe('the layers', () => {
  const files = sourceFiles(join(root, 'src'))

  test('every folder is a room', () => {
    const unknown = new Set(files.map(roomOf).filter((room) => !ROOMS.includes(room)))
    expect([...unknown]).toEqual([])
  })

  test('no file imports a room below its own', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => !GROUND.has(relative(join(root, 'src'), target)))
        .filter((target) => ROOMS.indexOf(roomOf(target)) > ROOMS.indexOf(roomOf(file)))
        .map((target) => `${relative(root, file)} → ${relative(root, target)}`),
    )
    expect(wrong).toEqual([])
  })

  test('programs do not import one another', () => {
    const wrong = files.flatMap((file) => {
      const own = /src\/programs\/([^/]+)\//.exec(file)?.[1]
      if (own === undefined || own === 'parsing') return []
      return importsOf(file)
        .filter((target) => {
          const other = /src\/programs\/([^/]+)\//.exec(target)?.[1]
          return other !== undefined && other !== own && other !== 'parsing'
        })
        .map((target) => `${relative(root, file)} → ${relative(root, target)}`)
    })
    expect(wrong).toEqual([])
  })
})

describe('what is generated', () => {
  test('dist is what the sources build to', () => {
    const fresh = mkdtempSync(join(tmpdir(), 'workerlint-dist-'))
    try {
      execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), fresh], { cwd: root })
      const built = new Map(listing(fresh))
      const committed = new Map(listing(join(root, 'dist')))
      expect([...committed.keys()]).toEqual([...built.keys()])
      expect([...built].filter(([path, text]) => committed.get(path) !== text).map(([path]) => path)).toEqual([])
    } finally {
      rmSync(fresh, { recursive: true, force: true })
    }
  })

  test('the list of programs and the bundled policies are what the folders hold', () => {
    const before = ['src/programs/registry.ts', 'src/policies/bundled.ts'].map((path) =>
      readFileSync(join(root, path), 'utf8'),
    )
    execFileSync(process.execPath, [join(root, 'scripts/generate.mjs')], { cwd: root })
    const after = ['src/programs/registry.ts', 'src/policies/bundled.ts'].map((path) =>
      readFileSync(join(root, path), 'utf8'),
    )
    expect(after).toEqual(before)
  })

  test('the version is that of package.json', () => {
    expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version).toBe(VERSION)
  })
})

function listing(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).isFile())
    .map((path) => [relative(folder, path), readFileSync(path, 'base64')] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
