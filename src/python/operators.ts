import { heapItems, type Operation } from './comparisons.ts'
import { notFollowed } from './expressions.ts'
import { formatPercent } from './formatting.ts'
import { calculate } from './numbers.ts'
import { allocate, countWork, type Machine, type State } from './state.ts'
import {
  asNumber,
  isCompound,
  known,
  originOf,
  PythonRaise,
  type Result,
  typeName,
  unite,
  type Value,
} from './values.ts'

/** `left operator right`. */
export function applyOperator(machine: Machine, state: State, { operator, left, right, node }: Operation): Result {
  const reason = unite([left, right])
  if (!left.known || !right.known) {
    machine.doubts++
    return reason ?? notFollowed(machine, node)
  }
  const value = operate(machine, state, operator, left.value, right.value)
  if (value === undefined) return notFollowed(machine, node)
  return known(value, originOf([left, right]))
}

function operate(machine: Machine, state: State, operator: string, a: Value, b: Value): Value | undefined {
  const number = calculate(operator, a, b)
  if (number !== null) return number
  if (asNumber(a) !== null && asNumber(b) !== null) return undefined
  if (operator === '%' && typeof a === 'string') return formatPercent(state, a, b) ?? undefined
  if (operator === '+' && typeof a === 'string' && typeof b === 'string') {
    countWork(machine, a.length + b.length)
    return a + b
  }
  if (operator === '*') {
    const [sequence, times] = asNumber(b) === null ? [b, asNumber(a)] : [a, asNumber(b)]
    if (typeof times === 'bigint') return repeat(machine, state, sequence, times)
  }
  const [x, y] = [isCompound(a) ? a : null, isCompound(b) ? b : null]
  if (operator === '+' && x?.kind === 'tuple' && y?.kind === 'tuple')
    return { kind: 'tuple', items: [...x.items, ...y.items] }
  if (operator === '+' && x?.kind === 'list' && y?.kind === 'list')
    return allocate(machine, state, { kind: 'list', items: [...heapItems(state, x.id), ...heapItems(state, y.id)] })
  if (operator === '|' && x?.kind === 'dict' && y?.kind === 'dict') {
    const [left, right] = [state.heap.get(x.id), state.heap.get(y.id)]
    if (left?.kind === 'dict' && right?.kind === 'dict')
      return allocate(machine, state, { kind: 'dict', entries: new Map([...left.entries, ...right.entries]) })
  }
  const isFollowed =
    [x, y].every((one) => one === null || /^(?:bytes|tuple|list|dict)$/.test(one.kind)) &&
    !(x?.kind === 'bytes' || (x?.kind === 'dict' && y?.kind === 'dict'))
  if (!isFollowed || (x?.kind === 'set' && y?.kind === 'set')) return undefined
  if (operator === '+' && typeof a === 'string')
    throw new PythonRaise('TypeError', `can only concatenate str (not "${typeName(b)}") to str`, undefined)
  throw new PythonRaise(
    'TypeError',
    `unsupported operand type(s) for ${operator}${operator === '**' ? ' or pow()' : ''}: '${typeName(a)}' and '${typeName(b)}'`,
    undefined,
  )
}

/** A list that is repeated to more items than this is not followed; every further step would carry it along. */
const MOST_REPEATED_ITEMS = 10_000

function repeat(machine: Machine, state: State, sequence: Value, times: bigint): Value | undefined {
  const count = times < 0n ? 0 : times > 100_000n ? 100_001 : Number(times)
  if (typeof sequence === 'string') {
    countWork(machine, sequence.length * count)
    return count > 100_000 ? undefined : sequence.repeat(count)
  }
  if (!isCompound(sequence)) return undefined
  const items =
    sequence.kind === 'tuple' ? sequence.items : sequence.kind === 'list' ? heapItems(state, sequence.id) : null
  if (items === null) return undefined
  countWork(machine, items.length * count)
  if (items.length * count > MOST_REPEATED_ITEMS) return undefined
  const repeated = Array.from({ length: count }, () => items).flat()
  return sequence.kind === 'tuple'
    ? { kind: 'tuple', items: repeated }
    : allocate(machine, state, { kind: 'list', items: repeated })
}
