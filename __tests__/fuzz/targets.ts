/** What is fuzzed: every parser, and the whole flow from a repository to every report. */
import { check } from '../../src/check.ts'
import { readDockerfile } from '../../src/commands/dockerfile.ts'
import { DEFAULT_CONFIGURATION } from '../../src/configuration/configuration.ts'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import { readUsage } from '../../src/configuration/usage.ts'
import { IGNORE_POLICIES } from '../../src/findings/ignore-policies.ts'
import { parsePatch } from '../../src/github/diff.ts'
import { readEvent } from '../../src/github/event.ts'
import { readMarker } from '../../src/github/marker.ts'
import { parseYaml } from '../../src/manifests/parse.ts'
import { compileFiles } from '../../src/policies/compile-files.ts'
import { loadBundledPolicies } from '../../src/policies/load-bundled.ts'
import { PROGRAMS } from '../../src/programs/registry.ts'
import { FORMATS } from '../../src/reports/formats.ts'
import { PLAIN } from '../../src/reports/formatter.ts'
import { readJsonReport } from '../../src/reports/read-json-report.ts'
import { toJsonReport } from '../../src/reports/to-json-report.ts'
import { memoryRepository } from '../../src/repository/repository.ts'
import { UserError } from '../../src/source/errors.ts'
import { createSourceFile } from '../../src/source/source-file.ts'
import { parseQuantity } from '../../src/units/quantity.ts'
import { makeManifest, makeModule, makeScript } from './grammar.ts'
import { mutate } from './mutate.ts'
import { createRandom, type Random } from './random.ts'
import type { SeedKind, Seeds } from './seeds.ts'

/** One thing to feed with text. It may refuse with a UserError, and does nothing else that is an error. */
export interface Target {
  readonly name: string
  /** How often it is chosen, beside the others. */
  readonly weight: number
  make(random: Random, seeds: Seeds): string
  /** Gives what it found wrong, one sentence each. */
  run(text: string): Promise<readonly string[]>
}

/** All targets. */
export function createTargets(): readonly Target[] {
  const policies = loadBundledPolicies()
  const options = {
    programs: PROGRAMS,
    policies,
    configuration: { ...DEFAULT_CONFIGURATION, extends: 'strict' as const },
    baseline: new Set<string>(),
    today: '2026-11-25',
  }
  const checked = async (files: ReadonlyMap<string, string>) => {
    const report = toJsonReport(await check(memoryRepository(files), options))
    for (const [name, format] of FORMATS) {
      const text = format(report, { ...PLAIN, linesOf: (file) => (files.get(file) ?? '').split('\n') })
      if (typeof text !== 'string') throw new Error(`${name} gives no text`)
    }
    return [...report.problems.map(({ message }) => message), ...report.unresolved.map(({ why }) => why)]
  }
  const scriptPod = (words: readonly string[]) =>
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'p' },
      spec: { containers: [{ name: 'c', command: words }] },
    })
  return [
    {
      name: 'check',
      weight: 6,
      make: from('manifest', makeManifest),
      run: (text) => checked(new Map([['a.yaml', text]])),
    },
    {
      name: 'script in a pod',
      weight: 4,
      make: from('script', makeScript),
      run: (text) => checked(new Map([['a.json', scriptPod([(text.length % 2 === 0 && 'bash') || 'sh', '-c', text])]])),
    },
    {
      name: 'gunicorn configuration',
      weight: 4,
      make: from('python', makeModule),
      run: (text) =>
        checked(
          new Map([
            ['a.json', scriptPod(['gunicorn', '-c', 'gunicorn.conf.py', 'a:b'])],
            ['gunicorn.conf.py', text],
          ]),
        ),
    },
    {
      name: 'image',
      weight: 1,
      make: from('dockerfile', makeScript),
      run: async (text) => {
        const repository = memoryRepository(new Map([['Dockerfile', text]]))
        readDockerfile({ file: createSourceFile('Dockerfile', text), context: '.', target: null, repository })
        return []
      },
    },
    {
      name: 'YAML',
      weight: 4,
      make: from('manifest', makeManifest),
      run: async (text) => parseYaml(createSourceFile('a.yaml', text)).problems.map(({ message }) => message),
    },
    {
      name: 'policy file',
      weight: 1,
      make: from('policy', makeManifest),
      run: async (text) =>
        compileFiles([{ file: createSourceFile('a.yaml', text), group: 'user' }], PROGRAMS).mistakes.map(
          ({ message }) => message,
        ),
    },
    {
      name: 'configuration',
      weight: 1,
      make: from('policy', makeManifest),
      run: async (text) =>
        loadConfiguration(
          createSourceFile('.workerlint.yaml', text),
          [...policies.map(({ policy }) => policy), ...IGNORE_POLICIES],
          PROGRAMS.map(({ name }) => name),
        ).mistakes.map(({ message }) => message),
    },
    {
      name: 'report',
      weight: 1,
      make: from('json', makeManifest),
      run: async (text) => [JSON.stringify(readJsonReport(text).summary)],
    },
    {
      name: 'usage',
      weight: 1,
      make: from('json', makeManifest),
      run: async (text) => [String(readUsage(text, 'a.json').size)],
    },
    {
      name: 'event',
      weight: 1,
      make: from('json', makeManifest),
      run: async (text) => [
        typeof readEvent({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_REPOSITORY: 'a/b', GITHUB_SHA: 'c' }, text),
      ],
    },
    {
      name: 'patch',
      weight: 1,
      make: from('manifest', makeManifest),
      run: async (text) => [String(parsePatch(text).length)],
    },
    {
      name: 'marker',
      weight: 1,
      make: from('json', makeManifest),
      run: async (text) => [String(readMarker(text, 'comment', ''))],
    },
    {
      name: 'quantity',
      weight: 1,
      make: (random) => mutate('500m', '1Gi', random).slice(0, 40),
      run: async (text) => [String(parseQuantity(text) === null)],
    },
  ]
}

/** A mutated seed of a kind, or something made by a grammar, mutated or as it is. */
function from(kind: SeedKind, grow: (random: Random) => string): Target['make'] {
  return (random, seeds) => {
    const pool = seeds[kind]
    const text = pool.length > 0 && random.below(3) > 0 ? random.pick(pool) : grow(random)
    return random.below(12) === 0 ? text : mutate(text, pool.length > 0 ? random.pick(pool) : grow(random), random)
  }
}

/** The input with a number, and what it is for. */
export function makeInput(
  index: number,
  seed: number,
  { targets, seeds }: { readonly targets: readonly Target[]; readonly seeds: Seeds },
): { readonly target: Target; readonly text: string } {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ index)
  const wheel = targets.flatMap((target) => Array.from({ length: target.weight }, () => target))
  const target = random.pick(wheel)
  return { target, text: target.make(random, seeds) }
}

/** Feeds a target; null when all is well, else what went wrong. */
export async function feed(target: Target, text: string, problems: Map<string, number>): Promise<string | null> {
  try {
    for (const problem of await target.run(text)) count(problems, `${target.name}: ${problem}`)
    return null
  } catch (error) {
    if (error instanceof UserError) {
      count(problems, `${target.name}: ${error.message}`)
      return null
    }
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

/** Messages that differ in names and numbers only are one. */
function count(problems: Map<string, number>, message: string): void {
  const kind = message
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"')
    .replace(/\d+/g, '0')
    .slice(0, 90)
  problems.set(kind, (problems.get(kind) ?? 0) + 1)
}
