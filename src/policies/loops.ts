/** Loops of expressions over the items of a list: `all`, `exists`, `filter` and `map`. */
import type { Scope, TreeFunction } from './evaluate-tree.ts'
import type { ExpressionTree } from './expression-tree.ts'
import { UNKNOWN } from './tree-values.ts'

type EachTree = Extract<ExpressionTree, readonly ['each', ...unknown[]]>

/** Makes the function of a loop over items, each of which a step looks at by its name. */
export function bindEach([, kind, , name]: EachTree, items: TreeFunction, step: TreeFunction): TreeFunction {
  const results = (scope: Scope, values: readonly unknown[]) => values.map((item) => step({ ...scope, [name]: item }))
  return (scope) => {
    const value = items(scope)
    if (value === UNKNOWN) return UNKNOWN
    const values = iterated(value)
    if (values === null) return UNKNOWN
    switch (kind) {
      case 'all':
      case 'exists':
        return quantified(kind === 'exists', results(scope, values))
      case 'map': {
        const mapped = results(scope, values)
        return mapped.includes(UNKNOWN) ? UNKNOWN : mapped
      }
      case 'filter': {
        const kept = results(scope, values)
        return kept.every((keeps) => typeof keeps === 'boolean') ? values.filter((_, index) => kept[index]) : UNKNOWN
      }
    }
  }
}

/** One item that decides is enough, even among unknown ones. */
function quantified(deciding: boolean, results: readonly unknown[]): unknown {
  if (results.includes(deciding)) return deciding
  return results.every((result) => result === !deciding) ? !deciding : UNKNOWN
}

/** The items of a list, or the keys of a map; null when there is nothing to go over. */
function iterated(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  if (value instanceof Map) return [...value.keys()]
  return typeof value === 'object' && value !== null ? Object.keys(value) : null
}
