/** Topologies applied to the examples of the policies about CPU, memory and scaling: what is written passes the check. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { applyPlan } from '../src/apply-plan.ts'
import { check } from '../src/check.ts'
import { DEFAULT_CONFIGURATION } from '../src/configuration/configuration.ts'
import { NO_LOAD } from '../src/configuration/load.ts'
import { loadBundledPolicies } from '../src/policies/load-bundled.ts'
import { PROGRAMS } from '../src/programs/registry.ts'
import { memoryRepository, type Repository, withReplacedFiles } from '../src/repository/repository.ts'

const OPTIONS = {
  programs: PROGRAMS,
  policies: loadBundledPolicies(),
  configuration: DEFAULT_CONFIGURATION,
  baseline: new Set<string>(),
  today: null,
}

/** Policies about what a shape decides; a shape that was applied keeps them. */
const ABOUT_SHAPE = new Set([
  'gunicorn-workers-exceed-cpu',
  'celery-concurrency-exceeds-cpu',
  'celery-concurrency-implicit',
  'event-loop-workers-exceed-cpu',
  'single-process-wastes-cpu',
  'workers-from-node-cpu',
  'memory-budget-exceeded',
  'memory-floor',
  'memory-limit-missing',
  'limit-below-request',
  'probe-starvation',
  'scale-bounds',
])

interface Example {
  readonly name: string
  readonly manifest: string
}

/** Each example in a folder of its own, so that none is another's neighbour. */
function examples(): ReadonlyMap<string, string> {
  const root = resolve(import.meta.dirname, '../policies')
  const texts = ['cpu', 'memory', 'scaling'].flatMap((group) =>
    readdirSync(join(root, group)).flatMap((file) => {
      const { id, examples: lists } = parse(readFileSync(join(root, group, file), 'utf8'))
      const all: readonly Example[] = [...(lists.invalid ?? []), ...(lists.valid ?? [])]
      return all.map(({ manifest }, index) => [`${id}-${index}/web.yaml`, manifest] as const)
    }),
  )
  return new Map(texts)
}

async function findingsOf(repository: Repository): Promise<readonly string[]> {
  const { findings } = await check(repository, OPTIONS)
  return findings.map(({ finding }) => {
    const { workload } = finding.violation.subject
    return [finding.primary.file.path, workload?.manifest.identity.name ?? '', finding.policy.id].join(' ')
  })
}

test.each(['horizontal', 'mixed', 'vertical'] as const)(
  '%s brings no finding that was not there, and keeps the policies about shape',
  async (topology) => {
    let shaped = 0
    for (const [path, text] of examples()) {
      const repository = memoryRepository(new Map([[path, text]]))
      const plan = { check: OPTIONS, node: { cpu: null, memory: null }, load: NO_LOAD }
      const applied = await applyPlan(repository, topology, plan)
      if (applied.shaped.length === 0) continue
      shaped += applied.shaped.length
      const before = await findingsOf(repository)
      const after = await findingsOf(withReplacedFiles(repository, applied.texts))
      expect(after.filter((finding) => !before.includes(finding))).toEqual([])
      if (applied.left.length > 0) continue
      expect(after.filter((finding) => ABOUT_SHAPE.has(finding.split(' ')[2] ?? ''))).toEqual([])
    }
    expect(shaped).toBeGreaterThan(40)
  },
)
