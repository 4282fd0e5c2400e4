/** `os.environ` as Python sees it. */
import { lookupVariable } from '../source/environment.ts'
import type { Location } from '../source/location.ts'
import type { ResolvedText } from '../source/resolved.ts'
import { locateText } from '../source/sourced-text.ts'
import type { Machine } from './state.ts'
import { known, open, type Result } from './values.ts'

/** The value of a variable; undefined when it is certainly not set. */
export function environmentValue(machine: Machine, name: string, at: Location | undefined): Result | undefined {
  const text = lookupVariable(machine.context.environment, name)
  return text === undefined ? undefined : asResult(name, text, at)
}

function asResult(variable: string, text: ResolvedText, at: Location | undefined): Result {
  if (!text.known) return open(text.why, text.at ?? at, text.dependsOn)
  const place = locateText(text.text)
  const origin =
    place === undefined
      ? ({ kind: 'default', reference: 'the environment' } as const)
      : ({ kind: 'written', at: place } as const)
  return known(text.text.value, { variable, origin })
}

/** What `os.environ` holds; the last element is unknown when further variables may exist. */
export function environmentItems(machine: Machine, what: 'keys' | 'values' | 'items'): readonly Result[] {
  const { variables, open: further } = machine.context.environment
  const items = [...variables].map(([name, text]): Result => {
    const value = asResult(name, text, undefined)
    if (what === 'keys') return known(name)
    return what === 'values' ? value : known({ kind: 'tuple', items: [known(name), value] })
  })
  return further === null ? items : [...items, open(`further variables may be set by ${further.why}`, further.at)]
}
