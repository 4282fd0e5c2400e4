/** The variables of a policy, each worked out when something uses it. */
import type { CompiledPolicy } from './compile-policy.ts'
import { LazyRecord } from './lazy-record.ts'
import type { Context } from './process-context.ts'

/** The context with the policy's variables; one whose expression is unknown makes unknown what uses it. */
export function withVariables({ variables }: CompiledPolicy, base: Context): Context {
  if (variables.length === 0) return base
  const known = new Map<number, unknown>()
  let from = variables.length
  const valueAt = (index: number) => {
    if (known.has(index)) return known.get(index)
    const before = from
    from = index
    const result = variables[index]?.expression.evaluate(context)
    from = before
    const value = result?.kind === 'value' ? result.value : undefined
    const plain = typeof value === 'bigint' ? Number(value) : value
    known.set(index, plain)
    return plain
  }
  const read = (name: string) =>
    valueAt(variables.findLastIndex((variable, index) => index < from && variable.name === name))
  // A variable knows those above it alone.
  const plain = () => {
    const values: Record<string, unknown> = {}
    for (const [index, { name }] of variables.slice(0, from).entries()) {
      const value = valueAt(index)
      if (value !== undefined) values[name] = value
    }
    return values
  }
  const context: Context = { ...base, variables: new LazyRecord(read, plain) }
  return context
}
