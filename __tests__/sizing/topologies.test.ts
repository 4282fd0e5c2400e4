import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Assumptions, defaultAssumptions } from '../../src/sizing/assumptions.ts'
import { memoryNeed } from '../../src/sizing/memory.ts'
import { fitsNode, type NodeSize, pickTopology } from '../../src/sizing/pick-topology.ts'
import type { Shape, Surroundings } from '../../src/sizing/shape.ts'
import { planShapes } from '../../src/sizing/topologies.ts'
import { waitingOf } from '../../src/sizing/waiting.ts'
import { WEB, WORKER } from './surroundings.ts'

const MEBIBYTE = 2 ** 20
const ANY_NODE: NodeSize = { cpu: null, memory: null }
const web = defaultAssumptions('web')

const shape: fc.Arbitrary<Shape> = fc
  .record({
    replicasMin: fc.integer({ min: 0, max: 20 }),
    more: fc.integer({ min: 0, max: 30 }),
    processes: fc.integer({ min: 1, max: 24 }),
    threads: fc.integer({ min: 1, max: 16 }),
    cpu: fc.option(fc.integer({ min: 5, max: 800 }).map((tens) => tens * 10)),
    memory: fc.option(fc.integer({ min: 64, max: 16384 }).map((mebibytes) => mebibytes * MEBIBYTE)),
  })
  .map(({ replicasMin, more, ...rest }) => ({ ...rest, replicasMin, replicasMax: Math.max(1, replicasMin + more) }))

const surroundings: fc.Arbitrary<Surroundings> = fc
  .record({
    role: fc.constantFrom('web' as const, 'worker' as const),
    concurrency: fc.constantFrom('process' as const, 'thread' as const, 'eventLoop' as const),
    canFork: fc.boolean(),
    canThread: fc.boolean(),
    needsSecondSlot: fc.boolean(),
    cpuFactor: fc.constantFrom(1, 2),
    requestShare: fc.constantFrom(0.1, 0.5, 1),
    perSlot: fc.integer({ min: 1, max: 3 }),
  })
  .map((drawn) => ({ ...WEB, ...drawn, canThread: drawn.canThread && drawn.concurrency !== 'eventLoop' }))

const profile = fc.constantFrom('io' as const, 'cpu' as const, 'mixed' as const)

function withProfile(name: 'io' | 'cpu' | 'mixed', role: 'web' | 'worker'): Assumptions {
  return { ...defaultAssumptions(role), profile: { value: name, source: 'config' } }
}

function summary(today: Shape, around: Surroundings, assumptions: Assumptions = web) {
  return planShapes(today, assumptions, around).map(
    ({ name, shape: { replicasMin, replicasMax, processes, threads, cpu } }) =>
      `${name} ${replicasMin}–${replicasMax} × ${processes} × ${threads} on ${cpu}`,
  )
}

describe('a topology keeps the capacity', () => {
  test('slots, threads, cores and spare pods never shrink, at the maximum and at the minimum', () => {
    fc.assert(
      fc.property(shape, surroundings, profile, (today, around, name) => {
        const [now, ...others] = planShapes(today, withProfile(name, around.role), around)
        for (const other of others) {
          const { replicasMin, replicasMax, threads, cpu } = other.shape
          expect(other.slots).toBeGreaterThanOrEqual(now?.slots ?? 0)
          expect(other.totalCpu ?? 0).toBeGreaterThanOrEqual(now?.totalCpu ?? 0)
          expect(replicasMin * other.step).toBeGreaterThanOrEqual(today.replicasMin * (now?.step ?? 0))
          expect(replicasMin * (cpu ?? 0)).toBeGreaterThanOrEqual(today.replicasMin * (today.cpu ?? 0))
          expect(threads).toBeGreaterThanOrEqual(today.threads)
          expect(replicasMin).toBeLessThanOrEqual(replicasMax)
          expect(replicasMin === 0).toBe(today.replicasMin === 0)
          expect(replicasMax).toBeGreaterThanOrEqual(Math.min(2, today.replicasMax))
          if (cpu !== null) expect(cpu % 10).toBe(0)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('memory holds the processes with its headroom, and no less for each than today until one is measured', () => {
    fc.assert(
      fc.property(shape, surroundings, (today, around) => {
        const assumptions = defaultAssumptions(around.role)
        for (const { name, shape: planned } of planShapes(today, assumptions, around)) {
          if (name === 'today') continue
          const need = memoryNeed(planned.processes, assumptions)
          const share = ((today.memory ?? 0) * planned.processes) / today.processes
          expect(planned.memory ?? 0).toBeGreaterThanOrEqual(share)
          expect(planned.memory ?? 0).toBeGreaterThanOrEqual(need / (1 - assumptions.headroom))
        }
      }),
    )
  })

  test('processes are within what the policies allow for the CPU, when the shape was made by them', () => {
    fc.assert(
      fc.property(shape, (today) => {
        for (const { name, shape: planned } of planShapes(today, web, WEB)) {
          if (name === 'today' || planned.cpu === null) continue
          expect(planned.processes).toBeLessThanOrEqual(Math.min(12, Math.floor((2 * planned.cpu) / 1000) + 1))
        }
        const cpuBound = withProfile('cpu', 'worker')
        for (const { name, shape: planned } of planShapes(today, cpuBound, WORKER)) {
          if (name === 'today' || planned.cpu === null) continue
          expect(planned.processes).toBeLessThanOrEqual(Math.max(1, Math.ceil(planned.cpu / 1000)))
        }
      }),
    )
  })

  test('one pod in the name of horizontal has one process, and more replicas never have larger steps', () => {
    fc.assert(
      fc.property(shape, (today) => {
        const shapes = new Map(planShapes(today, web, WEB).map((planned) => [planned.name, planned]))
        expect(shapes.get('horizontal')?.shape.processes).toBe(1)
        expect(shapes.get('horizontal')?.step ?? 0).toBeLessThanOrEqual(shapes.get('vertical')?.step ?? 0)
        expect(shapes.get('vertical')?.shape.replicasMax).toBeLessThanOrEqual(
          shapes.get('horizontal')?.shape.replicasMax ?? 0,
        )
      }),
    )
  })
})

describe('the arithmetic by hand', () => {
  const four = { processes: 4, threads: 1, cpu: 2000, memory: 1024 * MEBIBYTE }

  test('two replicas of four processes on two cores are eight of one, or four of two', () => {
    expect(summary({ replicasMin: 2, replicasMax: 2, ...four }, WEB)).toEqual([
      'today 2–2 × 4 × 1 on 2000',
      'horizontal 8–8 × 1 × 1 on 500',
      'mixed 4–4 × 2 × 1 on 1000',
      'vertical 2–2 × 4 × 1 on 2000',
    ])
  })

  test('an autoscaler from 2 to 6 is scaled by the same factor and keeps a range', () => {
    expect(summary({ replicasMin: 2, replicasMax: 6, ...four }, WEB)).toEqual([
      'today 2–6 × 4 × 1 on 2000',
      'horizontal 8–24 × 1 × 1 on 500',
      'mixed 4–12 × 2 × 1 on 1000',
      'vertical 1–2 × 12 × 1 on 6000',
    ])
  })

  test('a probed server never has a single slot', () => {
    expect(summary({ replicasMin: 2, replicasMax: 2, ...four }, { ...WEB, needsSecondSlot: true })[1]).toBe(
      'horizontal 8–8 × 1 × 2 on 500',
    )
  })

  test('nine workers on half a core become threads of as many workers as the CPU carries', () => {
    const nine: Shape = { replicasMin: 2, replicasMax: 6, processes: 9, threads: 1, cpu: 500, memory: null }
    expect(summary(nine, WEB)).toEqual([
      'today 2–6 × 9 × 1 on 500',
      'horizontal 18–54 × 1 × 1 on 60',
      'mixed 2–6 × 2 × 5 on 540',
      'vertical 1–2 × 4 × 7 on 1500',
    ])
  })

  test('tasks that compute get a core each where processes share a pod', () => {
    const sixteen: Shape = { replicasMin: 1, replicasMax: 1, processes: 16, threads: 1, cpu: 1000, memory: null }
    expect(summary(sixteen, WORKER, withProfile('cpu', 'worker'))).toEqual([
      'today 1–1 × 16 × 1 on 1000',
      'horizontal 16–16 × 1 × 1 on 70',
      'mixed 8–8 × 2 × 1 on 2000',
      'vertical 1–1 × 16 × 1 on 16000',
    ])
  })

  test('one process on three requested cores becomes three pods, because it fills one', () => {
    const idle: Shape = { replicasMin: 1, replicasMax: 1, processes: 1, threads: 1, cpu: 3000, memory: null }
    expect(summary(idle, WEB)[1]).toBe('horizontal 3–3 × 1 × 1 on 1000')
  })

  test('two pods of one process are not joined into one that may fail alone', () => {
    const pair: Shape = { replicasMin: 2, replicasMax: 2, processes: 1, threads: 1, cpu: 500, memory: null }
    expect(summary(pair, WEB)[2]).toBe('mixed 2–2 × 1 × 1 on 500')
  })

  test('what counts threads alone has one process in every shape', () => {
    const threaded: Shape = { replicasMin: 2, replicasMax: 2, processes: 1, threads: 16, cpu: 500, memory: null }
    const around: Surroundings = { ...WORKER, canFork: false, concurrency: 'thread' }
    expect(new Set(planShapes(threaded, web, around).map(({ shape: { processes } }) => processes))).toEqual(
      new Set([1]),
    )
  })

  test('sidecars count in the totals and in what a node must hold; connections include a rollout', () => {
    const today: Shape = { replicasMin: 4, replicasMax: 4, processes: 2, threads: 3, cpu: 1000, memory: 512 * MEBIBYTE }
    const around: Surroundings = { ...WEB, perSlot: 2, beside: { cpu: 100, memory: 64 * MEBIBYTE } }
    const [now] = planShapes(today, web, around)
    expect(now).toMatchObject({
      slots: 24,
      totalCpu: 4400,
      totalMemory: 4 * 576 * MEBIBYTE,
      surge: 1,
      connections: (4 + 1) * 6 * 2,
      blastRadius: 0.25,
      step: 6,
    })
    if (now !== undefined) {
      expect(fitsNode(now, { cpu: 1050, memory: null }, around)).toBe(false)
      expect(fitsNode(now, { cpu: 1100, memory: null }, around)).toBe(true)
    }
  })
})

describe('the pick', () => {
  const today: Shape = { replicasMin: 1, replicasMax: 2, processes: 4, threads: 1, cpu: 4000, memory: null }

  function pick(assumptions: Assumptions, around: Surroundings, node: NodeSize = ANY_NODE, rate: number | null = null) {
    const load = rate === null ? null : { arrivalsPerSecond: rate, serviceMilliseconds: 50, ioFraction: 0 }
    const shapes = planShapes(today, assumptions, around).map((planned) => ({
      ...planned,
      fits: fitsNode(planned, node, around),
      waiting: load === null ? null : waitingOf(planned.shape, load, around),
    }))
    return pickTopology(around.role, shapes, assumptions)
  }

  test('is mixed for web servers and horizontal for tasks that compute, with two sentences', () => {
    expect(pick(web, WEB).topology).toBe('mixed')
    expect(pick(withProfile('cpu', 'worker'), WORKER).topology).toBe('horizontal')
    for (const { reason } of [pick(web, WEB), pick(withProfile('cpu', 'worker'), WORKER)])
      expect(reason.match(/\.(\s|$)/g)).toHaveLength(2)
  })

  test('leaves out what fits no node, and says when nothing fits', () => {
    expect(pick(web, WEB, { cpu: 1500, memory: null }).topology).toBe('horizontal')
    expect(pick(web, WEB, { cpu: 100, memory: null }).reason).toMatch(/^No shape fits the node/)
  })

  test('is what the user asks for, when that fits', () => {
    const asked: Assumptions = { ...web, topology: { value: 'vertical', source: 'annotation' } }
    expect(pick(asked, WEB).topology).toBe('vertical')
    expect(pick(asked, WEB, { cpu: 2000, memory: null }).topology).toBe('mixed')
  })

  test('stays with mixed under a load that it serves, and joins the queues that a heavy one fills', () => {
    expect(pick(web, WEB, ANY_NODE, 40).topology).toBe('mixed')
    expect(pick(web, WEB, ANY_NODE, 140).topology).toBe('vertical')
  })
})
