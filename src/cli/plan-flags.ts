/** The amounts that `plan` takes as options: the node and the load. */
import type { LoadOptions } from '../configuration/load.ts'
import { MACHINES } from '../sizing/machines.ts'
import type { NodeSize } from '../sizing/pick-topology.ts'
import { UserError } from '../source/errors.ts'
import { parseQuantity, toBytes, toMillicores } from '../units/quantity.ts'

/** The options as commander gives them. */
export interface PlanFlags {
  readonly node?: string
  readonly nodeCpu?: string
  readonly nodeMemory?: string
  readonly rps?: string
  readonly tasksPerSecond?: string
  readonly serviceMs?: string
  readonly ioFraction?: string
}

/** The largest pod: that of a machine, with amounts of their own where they are given. */
export function nodeOf({ node, nodeCpu, nodeMemory }: PlanFlags): NodeSize {
  const machine = node === undefined ? { cpu: null, memory: null } : MACHINES.get(node)
  if (machine === undefined)
    throw new UserError(`--node is ${JSON.stringify(node)}; expected one of ${[...MACHINES.keys()].join(', ')}`)
  return {
    cpu: nodeCpu === undefined ? machine.cpu : amount(nodeCpu, '--node-cpu', toMillicores),
    memory: nodeMemory === undefined ? machine.memory : amount(nodeMemory, '--node-memory', toBytes),
  }
}

/** The load. */
export function loadOptionsOf({ rps, tasksPerSecond, serviceMs, ioFraction }: PlanFlags): LoadOptions {
  return {
    requestsPerSecond: positive(rps, '--rps'),
    tasksPerSecond: positive(tasksPerSecond, '--tasks-per-second'),
    serviceMilliseconds: positive(serviceMs, '--service-ms'),
    ioFraction: fraction(ioFraction, '--io-fraction'),
  }
}

function amount(text: string, option: string, convert: (quantity: { readonly nanos: bigint }) => number): number {
  const quantity = parseQuantity(text)
  if (quantity === null || quantity.nanos <= 0n)
    throw new UserError(`${option} is ${JSON.stringify(text)}; expected an amount such as 4 or 16Gi`)
  return convert(quantity)
}

function positive(text: string | undefined, option: string): number | null {
  if (text === undefined) return null
  if (/^\d+(\.\d+)?$/.test(text) && Number(text) > 0) return Number(text)
  throw new UserError(`${option} is ${JSON.stringify(text)}; expected a number above 0`)
}

function fraction(text: string | undefined, option: string): number | null {
  if (text === undefined) return null
  if (/^\d+(\.\d+)?$/.test(text) && Number(text) <= 1) return Number(text)
  throw new UserError(`${option} is ${JSON.stringify(text)}; expected a share from 0 to 1`)
}
