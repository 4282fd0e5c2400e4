/** What the evaluator says of a module is what CPython makes of it. */
import { describe, expect, test } from '@jest/globals'
import { evaluate, hasPython, type RealOutcome, runReally, show } from './modules.ts'
import { oracleEnvironment, oracleModules } from './oracle-modules.ts'

const isThere = hasPython()
const suite = isThere ? describe : describe.skip
const few = isThere ? runReally(oracleModules, oracleEnvironment, 6) : []
const many = isThere ? runReally(oracleModules, oracleEnvironment, 61) : []

suite(`as CPython does${isThere ? '' : ': skipped, python3 is not installed'}`, () => {
  test.each(oracleModules.map((source, i) => [source, few[i], many[i]] as const))('%s', (source, real, other) => {
    if (real === undefined || other === undefined) throw new Error('CPython did not answer')
    const found = evaluate(source, { environment: oracleEnvironment })
    expect(found.error?.message ?? null).toBe(real.error)
    expect(found.incomplete).toBeNull()
    const wanted = expected(real, other)
    // Modules and classes are objects to CPython and unknown here.
    const shown = [...found.names].map(([name, result]) => [name, wanted[name] === 'object' ? 'object' : show(result)])
    expect(Object.fromEntries(shown)).toEqual(wanted)
  })

  test.each([6, 61])('on a node with %d CPUs', (cpuCount) => {
    const real = cpuCount === 6 ? few : many
    for (const [i, source] of oracleModules.entries()) {
      const found = evaluate(source, { environment: oracleEnvironment, cpuCount })
      const names = Object.fromEntries([...found.names].map(([name, result]) => [name, show(result)]))
      if (source.includes('cpu_count') && found.error === null) expect(names).toEqual(real[i]?.names)
    }
  })
})

/** A value that differs between two nodes depends on their CPU count. */
function expected(real: RealOutcome, other: RealOutcome): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(real.names).map(([name, value]) => {
      const same = other.names[name]
      if (value === same) return [name, value]
      return [name, value.startsWith('list ') ? `list ?cpu, 1` : '?cpu']
    }),
  )
}
