/** `import` and `from … import`. */
import type { SyntaxNode } from '@lezer/common'
import { isFollowed, moduleAttribute, standardModules } from './modules.ts'
import { type Machine, placeOf, type State, textOf } from './state.ts'
import { assignName } from './targets.ts'
import { known, open, type Result } from './values.ts'

/** Runs an import; that a module beyond the standard library is installed is assumed, and doubted. */
export function runImport(machine: Machine, state: State, node: SyntaxNode): void {
  const text = textOf(machine, node)
    .replace(/#[^\n]*/g, '')
    .replace(/[\s\\()]+/g, ' ')
    .trim()
  const from = /^from ([.\w ]*?) ?import (.*)$/.exec(text)
  const at = placeOf(machine, node)
  if (from !== null) {
    const module = (from[1] ?? '').replaceAll(' ', '')
    doubt(machine, module)
    for (const part of (from[2] ?? '').split(',')) {
      const [, name, alias] = /^ ?(\w+|\*)(?: as (\w+))? ?$/.exec(part) ?? []
      if (name === '*')
        state.openNames ??= standardModules.has(module) ? null : asOpen(open(`names may come from ${module}`, at))
      else if (name !== undefined) assignName(state, alias ?? name, imported(module, name, at))
    }
    return
  }
  for (const part of text.replace(/^import /, '').split(',')) {
    const [, name, alias] = /^ ?([\w.]+)(?: as (\w+))? ?$/.exec(part.replace(/ ?\. ?/g, '.')) ?? []
    if (name === undefined) continue
    doubt(machine, name)
    const top = name.split('.')[0] ?? name
    if (alias !== undefined) assignName(state, alias, module(name, at))
    else assignName(state, top, module(top, at))
  }
}

function asOpen(result: Result): State['openNames'] {
  return result.known ? null : result
}

function doubt(machine: Machine, name: string): void {
  if (!standardModules.has(name)) machine.doubts++
}

function module(name: string, at: ReturnType<typeof placeOf>): Result {
  return isFollowed(name) ? known({ kind: 'module', name }) : open(`the module ${name} is not known`, at)
}

function imported(from: string, name: string, at: ReturnType<typeof placeOf>): Result {
  return (
    moduleAttribute(from, name) ??
    (from === 'os' && name === 'path'
      ? known({ kind: 'module', name: 'os.path' })
      : open(`${name} of the module ${from} is not known`, at))
  )
}
