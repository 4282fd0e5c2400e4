/** Loops of expressions over the items of a list: `all`, `exists`, `filter` and `map`. */
import type { Scope, TreeFunction } from './evaluate-tree.ts'
import type { ExpressionTree } from './expression-tree.ts'
import { UNKNOWN } from './tree-values.ts'

type EachTree = Extract<ExpressionTree, readonly ['each', ...unknown[]]>

/** Makes the function of a loop over items, each of which a step looks at by its name. */
export function bindEach([, kind, , name]: EachTree, items: TreeFunction, step: TreeFunction): TreeFunction {
  return (scope) => {
    const value = items(scope)
    if (value === UNKNOWN) return UNKNOWN
    const values = iterated(value)
    if (values === null) return UNKNOWN
    switch (kind) {
      case 'all':
      case 'exists':
        return values.length === 0 ? kind === 'all' : quantified(kind === 'exists', values, stepIn(scope, name, step))
      case 'map': {
        const mapped = values.map(stepIn(scope, name, step))
        return mapped.includes(UNKNOWN) ? UNKNOWN : mapped
      }
      case 'filter': {
        const kept = values.map(stepIn(scope, name, step))
        return kept.every((keeps) => typeof keeps === 'boolean') ? values.filter((_, index) => kept[index]) : UNKNOWN
      }
    }
  }
}

/** A step that sees one item after the other; the scope is copied once, because nothing keeps it. */
function stepIn(scope: Scope, name: string, step: TreeFunction): (item: unknown) => unknown {
  const inner: Record<string, unknown> = { ...scope }
  return (item) => {
    inner[name] = item
    return step(inner)
  }
}

/** One item that decides is enough, even among unknown ones. */
function quantified(deciding: boolean, values: readonly unknown[], step: (item: unknown) => unknown): unknown {
  let isKnown = true
  for (const value of values) {
    const result = step(value)
    if (result === deciding) return deciding
    isKnown &&= result === !deciding
  }
  return isKnown ? !deciding : UNKNOWN
}

/** The items of a list, or the keys of a map; null when there is nothing to go over. */
function iterated(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  if (value instanceof Map) return [...value.keys()]
  return typeof value === 'object' && value !== null ? Object.keys(value) : null
}
