import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Assumptions, defaultAssumptions, type Profile } from '../../src/sizing/assumptions.ts'
import type { Basis } from '../../src/sizing/basis.ts'
import { memoryForProcesses, memoryNeed, processesInMemory } from '../../src/sizing/memory.ts'
import { celeryConcurrency, cpuForWebWorkers, smallerOf, webWorkers } from '../../src/sizing/processes.ts'

const MEBIBYTE = 2 ** 20
const basis = (value: number): Basis => ({ value, step: { term: 'limit', value: String(value) } })
const millicores = fc.integer({ min: 1, max: 64_000 })
const mebibytes = fc.integer({ min: 1, max: 65_536 })
const kinds = fc.constantFrom('process' as const, 'thread' as const, 'eventLoop' as const)
const profiles = fc.constantFrom<Profile>('io', 'cpu', 'mixed')
const roles = fc.constantFrom('web' as const, 'worker' as const)

function withProfile(profile: Profile): Assumptions {
  return { ...defaultAssumptions('worker'), profile: { value: profile, source: 'config' } }
}

describe('what is recommended', () => {
  test('more CPU never recommends fewer web workers, and one pod has 1 to 12 that share it', () => {
    fc.assert(
      fc.property(millicores, millicores, kinds, (a, b, kind) => {
        const [less, more] = [a, b].sort((x, y) => x - y)
        const fewer = webWorkers(basis(less ?? 0), kind).value
        const many = webWorkers(basis(more ?? 0), kind).value
        expect(many).toBeGreaterThanOrEqual(fewer)
        expect(fewer).toBeGreaterThanOrEqual(1)
        expect(many).toBeLessThanOrEqual(kind === 'eventLoop' ? Math.max(1, (more ?? 0) / 1000) : 12)
        expect(Number.isInteger(fewer)).toBe(true)
      }),
    )
  })

  test('more CPU never recommends fewer celery processes, and computing ones never exceed the cores', () => {
    fc.assert(
      fc.property(millicores, millicores, profiles, (a, b, profile) => {
        const [less, more] = [a, b].sort((x, y) => x - y)
        const fewer = celeryConcurrency(basis(less ?? 0), withProfile(profile)).value
        const many = celeryConcurrency(basis(more ?? 0), withProfile(profile)).value
        expect(many).toBeGreaterThanOrEqual(fewer)
        expect(fewer).toBeGreaterThanOrEqual(1)
        expect(Number.isInteger(many)).toBe(true)
        if (profile === 'cpu') expect(many).toBeLessThanOrEqual(Math.max(1, (more ?? 0) / 1000))
      }),
    )
  })

  test('more memory never recommends fewer processes, and they fit when more than one is recommended', () => {
    fc.assert(
      fc.property(mebibytes, mebibytes, roles, (a, b, role) => {
        const [less, more] = [a, b].sort((x, y) => x - y)
        const assumptions = defaultAssumptions(role)
        const fewer = processesInMemory(basis((less ?? 0) * MEBIBYTE), assumptions).value
        const many = processesInMemory(basis((more ?? 0) * MEBIBYTE), assumptions).value
        expect(many).toBeGreaterThanOrEqual(fewer)
        expect(fewer).toBeGreaterThanOrEqual(1)
        if (fewer > 1) expect(memoryNeed(fewer, assumptions)).toBeLessThanOrEqual((less ?? 0) * MEBIBYTE)
      }),
    )
  })

  test('the memory for some processes holds them, grows with them, and is a whole number of mebibytes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), roles, (processes, role) => {
        const assumptions = defaultAssumptions(role)
        const { value } = memoryForProcesses(processes, assumptions)
        expect(value * (1 - assumptions.headroom)).toBeGreaterThanOrEqual(memoryNeed(processes, assumptions) - 1)
        expect(memoryForProcesses(processes + 1, assumptions).value).toBeGreaterThanOrEqual(value)
        expect(value % MEBIBYTE).toBe(0)
        expect(processesInMemory(basis(value), assumptions).value).toBeGreaterThanOrEqual(processes)
      }),
    )
  })

  test('the CPU for some web workers is one that recommends at least as many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (workers) => {
        const cpu = cpuForWebWorkers(workers)
        expect(webWorkers(basis(cpu.value), 'process').value).toBeGreaterThanOrEqual(workers)
        expect(cpu.value % 10).toBe(0)
      }),
    )
  })

  test('of two recommendations the smaller holds', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => {
        const first = { value: a, derivation: [] }
        expect(smallerOf(first, { value: b, derivation: [] }).value).toBe(Math.min(a, b))
        expect(smallerOf(first, null)).toBe(first)
      }),
    )
  })
})
