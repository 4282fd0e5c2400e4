/** The variables of a policy, each worked out when something uses it. */
import type { CompiledPolicy } from './compile-policy.ts'
import { LazyRecord } from './lazy-record.ts'
import type { Context } from './process-context.ts'
import { UNKNOWN } from './tree-values.ts'

/** The context with the policy's variables; one whose expression is unknown makes unknown what uses it. */
export function withVariables({ variables }: CompiledPolicy, base: Context): Context {
  if (variables.length === 0) return base
  return new VariableRecord(variables, base).context
}

class VariableRecord extends LazyRecord {
  /** What the variables' own expressions see, which is the context with this record. */
  readonly context: Context
  readonly #variables: CompiledPolicy['variables']
  readonly #known: unknown[] = []
  /** Variables from here on are not to be seen: an expression knows those above it alone. */
  #from: number

  constructor(variables: CompiledPolicy['variables'], base: Context) {
    super()
    this.context = { ...base, variables: this }
    this.#variables = variables
    this.#from = variables.length
  }

  read(name: string): unknown {
    for (let index = this.#from - 1; index >= 0; index--)
      if (this.#variables[index]?.name === name) return this.#valueAt(index)
    return undefined
  }

  override plain(): Readonly<Record<string, unknown>> {
    return this.makePlain()
  }

  protected makePlain(): Readonly<Record<string, unknown>> {
    const values: Record<string, unknown> = {}
    for (const [index, { name }] of this.#variables.slice(0, this.#from).entries()) {
      const value = this.#valueAt(index)
      if (value !== undefined) values[name] = value
    }
    return values
  }

  #valueAt(index: number): unknown {
    if (index in this.#known) return this.#known[index]
    const before = this.#from
    this.#from = index
    const value = this.#variables[index]?.expression.evaluate(this.context)
    this.#from = before
    this.#known[index] = value === UNKNOWN ? undefined : typeof value === 'bigint' ? Number(value) : value
    return this.#known[index]
  }
}
