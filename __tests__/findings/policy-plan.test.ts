import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import {
  type Configuration,
  DEFAULT_CONFIGURATION,
  type Level,
  levelOf,
  type Override,
  paramsOf,
} from '../../src/configuration/configuration.ts'
import { sizingOf } from '../../src/findings/find-violations.ts'
import { planPolicies, termsFor } from '../../src/findings/policy-plan.ts'
import { inspectRepository } from '../../src/inspection/inspect-repository.ts'
import { evaluatePolicy, type Subject } from '../../src/policies/evaluate.ts'
import { loadBundledPolicies } from '../../src/policies/load-bundled.ts'
import type { Scope } from '../../src/policies/policy.ts'
import { workloadSubjects } from '../../src/policies/subjects.ts'
import { summariesOf, systemContext } from '../../src/policies/system-context.ts'
import { PROGRAMS } from '../../src/programs/registry.ts'
import { memoryRepository } from '../../src/repository/repository.ts'

const policies = loadBundledPolicies()
const scenarios = join(import.meta.dirname, '../scenarios')

function override(given: Partial<Override>): Override {
  const match = { path: null, namespace: null, kind: null, name: null, container: null }
  const sizing = { baseMemory: null, workerMemory: null, profile: null }
  return { match, policies: new Map(), sizing, reason: null, ...given }
}

const severity = (level: Level) => ({ severity: level, params: new Map() })

const configurations: readonly (readonly [string, Configuration])[] = [
  ['recommended', DEFAULT_CONFIGURATION],
  ['strict', { ...DEFAULT_CONFIGURATION, extends: 'strict' }],
  [
    'none but an override',
    {
      ...DEFAULT_CONFIGURATION,
      extends: 'none',
      overrides: [
        override({ policies: new Map([['worker-tmp-dir', severity('error')]]) }),
        override({ policies: new Map([['timeout-very-long', severity('warning')]]), reason: 'slow pages' }),
      ],
    },
  ],
]

/** What a policy says to a subject when nobody has looked beforehand whether it may say anything. */
function unplanned(scope: Scope, subject: Subject, configuration: Configuration): readonly string[] {
  const { process } = subject
  return policies.flatMap((compiled) => {
    const { policy } = compiled
    const isFor = (names: readonly string[], name: string | undefined) =>
      names.length === 0 || name === undefined || names.includes(name)
    const own = configuration.overrides.flatMap(({ policies: levels }) => levels.get(policy.id)?.severity ?? [])
    const level = own.at(-1) ?? levelOf(policy, configuration)
    if (policy.scope !== scope || level === 'off') return []
    if (!isFor(policy.programs, process?.program) || !isFor(policy.roles, process?.role)) return []
    const params = Object.fromEntries(paramsOf(policy, configuration))
    return evaluatePolicy(compiled, subject, params).failures.map(({ target }) => `${policy.id} ${level} ${target}`)
  })
}

function planned(scope: Scope, subject: Subject, configuration: Configuration): readonly string[] {
  return planPolicies(policies, configuration)
    .policiesFor(scope, subject.process)
    .flatMap((one) => {
      const { level, params } = termsFor(one, subject)
      if (level === 'off') return []
      const { failures } = evaluatePolicy(one.policy, subject, params)
      return failures.map(({ target }) => `${one.policy.policy.id} ${level} ${target}`)
    })
}

async function subjectsOf(
  folder: string,
  configuration: Configuration,
): Promise<readonly (readonly [Scope, Subject])[]> {
  const paths = readdirSync(join(scenarios, folder), { recursive: true, encoding: 'utf8' })
  const files = paths
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => [path, readFileSync(join(scenarios, folder, path), 'utf8')] as const)
  const inspection = await inspectRepository(memoryRepository(new Map(files)), PROGRAMS)
  const { system, containers } = inspection
  const around = systemContext({ system, processes: () => containers.flatMap(summariesOf) })
  return inspection.workloads.flatMap((workload) => {
    const subjects = workloadSubjects({
      workload,
      containers: containers.filter((container) => container.workload === workload),
      system,
      systemContext: around,
      sizing: (process, container) => sizingOf(process, container, configuration),
    })
    return [...subjects].flatMap(([scope, own]) => own.map((subject) => [scope, subject] as const))
  })
}

describe('policies that are looked up by what they are for', () => {
  test.each(configurations)('say what all policies say (%s)', async (_name, configuration) => {
    let said = 0
    for (const folder of readdirSync(scenarios)) {
      for (const [scope, subject] of await subjectsOf(folder, configuration)) {
        const expected = unplanned(scope, subject, configuration)
        expect(planned(scope, subject, configuration)).toEqual(expected)
        said += expected.length
      }
    }
    expect(said).toBeGreaterThan(0)
  })

  test('have the terms of the last override that matches', async () => {
    const configuration: Configuration = {
      ...DEFAULT_CONFIGURATION,
      overrides: [
        override({ policies: new Map([['gunicorn-workers-exceed-cpu', severity('error')]]) }),
        override({
          policies: new Map([['gunicorn-workers-exceed-cpu', { severity: 'off', params: new Map([['plus', 7]]) }]]),
          reason: 'measured',
        }),
      ],
    }
    const [first] = (await subjectsOf('celery-4-word-order', configuration)).filter(([scope]) => scope === 'process')
    const subject = first?.[1]
    const [one] = planPolicies(policies, configuration)
      .policiesFor('container', null)
      .concat(planPolicies(policies, configuration).policiesFor('process', null))
      .filter(({ policy }) => policy.policy.id === 'gunicorn-workers-exceed-cpu')
    expect(subject !== undefined && one !== undefined && termsFor(one, subject)).toEqual({
      level: 'off',
      reason: 'measured',
      params: { perCore: 2, plus: 7 },
    })
  })
})
