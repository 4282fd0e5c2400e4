/** What a container executes: the words that execve receives, and what stands around them. */
import type { Environment } from '../source/environment.ts'
import type { Location } from '../source/location.ts'
import type { ResolvedText } from '../source/resolved.ts'

/**
 * Which way the kubelet's SIGTERM takes to the program: it is PID 1 itself, an init forwards the signal, a shell in front
 * keeps it, or that depends on an image that is not known.
 */
export type Termination = 'pid1' | 'forwarded' | 'lost' | 'unknown'

/** A program that the container starts, after shells and wrappers. */
export interface Invocation {
  readonly argv: readonly ResolvedText[]
  readonly environment: Environment
  /** Null when it is not known. */
  readonly workingDirectory: string | null
  /** Shells and wrappers around it, outermost first, as in `sh -c`. */
  readonly via: readonly string[]
  readonly termination: Termination
  /** On a branch whose condition cannot be decided. */
  readonly conditional: boolean
  readonly at: Location | undefined
}

/** Everything that a container executes; `gaps` say what could not be worked out. */
export interface ResolvedCommand {
  readonly invocations: readonly Invocation[]
  readonly gaps: readonly Gap[]
}

/** Something that could not be followed. `hidesCommand`: it may hide a whole program, not only a detail. */
export interface Gap {
  readonly why: string
  readonly hidesCommand: boolean
  readonly at?: Location | undefined
}
