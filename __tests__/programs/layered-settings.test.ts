import { describe, expect, test } from '@jest/globals'
import { LayeredSettings, unknownSettings } from '../../src/programs/layered-settings.ts'
import type { Setting } from '../../src/programs/program.ts'

const known = (value: number): Setting => ({ known: true, value, origin: 'default' })
const unknown = (why: string): Setting => ({ known: false, why })

const defaults = new Map([
  ['a', known(1)],
  ['b', known(2)],
  ['c', known(3)],
])

describe('settings over shared defaults', () => {
  const settings = new LayeredSettings(
    new Map([
      ['extra', unknown('e')],
      ['c', unknown('c')],
      ['a', unknown('a')],
    ]),
    defaults,
  )

  test('are those of the process, and the defaults for all others', () => {
    expect(['a', 'b', 'extra', 'other'].map((name) => settings.get(name))).toEqual([
      unknown('a'),
      known(2),
      unknown('e'),
      undefined,
    ])
    expect([settings.size, settings.has('b'), settings.has('extra'), settings.has('other')]).toEqual([
      4,
      true,
      true,
      false,
    ])
  })

  test('come in the order of the defaults', () => {
    const names = ['a', 'b', 'c', 'extra']
    const visited: string[] = []
    settings.forEach((_setting, name) => {
      visited.push(name)
    })
    expect([[...settings.keys()], [...settings].map(([name]) => name), visited]).toEqual([names, names, names])
    expect([...settings.values()]).toEqual(names.map((name) => settings.get(name)))
  })

  test('that are not known come in that order too', () => {
    expect(unknownSettings(settings)).toEqual([...settings].filter(([, setting]) => !setting.known))
    expect(unknownSettings(new LayeredSettings(new Map([['b', unknown('b')]]), defaults))).toEqual([
      ['b', unknown('b')],
    ])
    expect(unknownSettings(new Map([['b', unknown('b')], ...defaults]))).toEqual([])
  })
})
