import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { defaultAssumptions } from '../../src/sizing/assumptions.ts'
import { fitsNode, pickTopology } from '../../src/sizing/pick-topology.ts'
import { planShapes, type Shape } from '../../src/sizing/topologies.ts'

const MEBIBYTE = 2 ** 20
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

describe('a topology keeps the capacity', () => {
  test('slots and cores never shrink, and the bounds stay in order', () => {
    fc.assert(
      fc.property(shape, (today) => {
        const [now, ...others] = planShapes(today, defaultAssumptions('web'))
        for (const other of others) {
          expect(other.slots).toBeGreaterThanOrEqual(now?.slots ?? 0)
          expect(other.totalCpu ?? 0).toBeGreaterThanOrEqual(now?.totalCpu ?? 0)
          expect(other.shape.replicasMin).toBeLessThanOrEqual(other.shape.replicasMax)
          expect(other.shape.threads).toBe(today.threads)
          if (other.shape.cpu !== null) expect(other.shape.cpu % 10).toBe(0)
        }
      }),
    )
  })

  test('two replicas of four processes on two cores are eight of one, or four of two', () => {
    const today: Shape = {
      replicasMin: 2,
      replicasMax: 2,
      processes: 4,
      threads: 1,
      cpu: 2000,
      memory: 1024 * MEBIBYTE,
    }
    const shapes = planShapes(today, defaultAssumptions('web')).map(
      ({ name, shape: { replicasMax, processes, cpu } }) => [name, replicasMax, processes, cpu],
    )
    expect(shapes).toEqual([
      ['today', 2, 4, 2000],
      ['horizontal', 8, 1, 500],
      ['mixed', 4, 2, 1000],
      ['vertical', 2, 4, 2000],
    ])
  })

  test('an autoscaler from 2 to 6 is scaled by the same factor', () => {
    const today: Shape = { replicasMin: 2, replicasMax: 6, processes: 4, threads: 1, cpu: 2000, memory: null }
    const bounds = planShapes(today, defaultAssumptions('web')).map(({ name, shape: { replicasMin, replicasMax } }) => [
      name,
      replicasMin,
      replicasMax,
    ])
    expect(bounds).toEqual([
      ['today', 2, 6],
      ['horizontal', 8, 24],
      ['mixed', 4, 12],
      ['vertical', 2, 2],
    ])
  })
})

describe('the pick', () => {
  const today: Shape = { replicasMin: 1, replicasMax: 2, processes: 4, threads: 1, cpu: 4000, memory: null }

  test('is mixed for web servers and horizontal for tasks that compute', () => {
    const web = defaultAssumptions('web')
    const worker = defaultAssumptions('worker')
    expect(pickTopology('web', planShapes(today, web), web, { cpu: null, memory: null }).topology).toBe('mixed')
    expect(pickTopology('worker', planShapes(today, worker), worker, { cpu: null, memory: null }).topology).toBe(
      'horizontal',
    )
  })

  test('leaves out what fits no node', () => {
    const web = defaultAssumptions('web')
    const shapes = planShapes(today, web)
    const node = { cpu: 1500, memory: null }
    expect(shapes.map((planned) => fitsNode(planned, node))).toEqual([false, true, false, false])
    expect(pickTopology('web', shapes, web, node).topology).toBe('horizontal')
  })

  test('is what the user asks for, when that fits', () => {
    const asked = { ...defaultAssumptions('web'), topology: { value: 'vertical', source: 'annotation' } } as const
    expect(pickTopology('web', planShapes(today, asked), asked, { cpu: null, memory: null }).topology).toBe('vertical')
  })
})
