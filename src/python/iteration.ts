/** What `for` goes through. */

import { environmentItems } from './environment-values.ts'
import { countWork, type Machine, type State } from './state.ts'
import { isCompound, known, type Result } from './values.ts'

const maximumItems = 10_000

/** The elements of a value; null when they are not known or it has none. */
export function iterate(machine: Machine, state: State, result: Result): readonly Result[] | null {
  if (!result.known) return null
  const { value } = result
  if (typeof value === 'string') return [...value].map((one) => known(one))
  if (!isCompound(value)) return null
  switch (value.kind) {
    case 'tuple':
      return value.items
    case 'list':
    case 'set':
    case 'dict': {
      const object = state.heap.get(value.id)
      if (object === undefined) return null
      return object.kind === 'dict' ? [...object.entries.values()].map(({ key }) => known(key)) : object.items
    }
    case 'range': {
      const { start, stop, step } = value
      const length = step > 0n ? (stop - start + step - 1n) / step : (start - stop - step - 1n) / -step
      if (length > BigInt(maximumItems)) return null
      countWork(machine, Number(length > 0n ? length : 0n))
      return Array.from({ length: Math.max(0, Number(length)) }, (_, i) => known(start + BigInt(i) * step))
    }
    case 'environ':
      return environmentItems(machine, 'keys')
    default:
      return null
  }
}
