/** The options of a program by their flags, indexed for the first command line that is read with them. */
import type { OptionSpec } from './option.ts'

/** A table of options. */
export interface OptionTable {
  readonly specs: readonly OptionSpec[]
  /** Options by flag, in the order of the table; of two options with a flag the later has it. */
  byFlag(): ReadonlyMap<string, OptionSpec>
}

/** Makes a table. */
export function optionTable(specs: readonly OptionSpec[]): OptionTable {
  let index: ReadonlyMap<string, OptionSpec> | null = null
  return {
    specs,
    byFlag() {
      index ??= new Map(specs.flatMap((spec) => spec.flags.map((flag) => [flag, spec] as const)))
      return index
    },
  }
}
