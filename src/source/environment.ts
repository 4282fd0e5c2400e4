/** Environment variables as a process sees them, including what is not known about them. */
import type { ResolvedText, Unknown } from './resolved.ts'
import { unknownText } from './resolved.ts'

/**
 * Variables by name. `open` is set when further variables may exist that cannot be seen (a Secret that is read whole):
 * then a name that is not listed is unknown rather than unset.
 */
export interface Environment {
  readonly variables: ReadonlyMap<string, ResolvedText>
  readonly open: OpenEnvironment | null
}

/** What further variables may come from; `why` names it, as in `Secret web-env`. */
export interface OpenEnvironment extends Omit<Unknown, 'known'> {
  readonly source?: 'secret' | 'configMap' | undefined
}

/** An environment without variables. */
export function emptyEnvironment(): Environment {
  return { variables: new Map(), open: null }
}

/** The variable's value; undefined when it is certainly not set. */
export function lookupVariable(environment: Environment, name: string): ResolvedText | undefined {
  const value = environment.variables.get(name)
  if (value !== undefined) return value
  if (environment.open === null) return undefined
  return unknownText({ ...environment.open, why: `${name} may be set by ${environment.open.why}` })
}

/** The same environment with one variable set. */
export function withVariable(environment: Environment, name: string, value: ResolvedText): Environment {
  return { variables: new Map(environment.variables).set(name, value), open: environment.open }
}
