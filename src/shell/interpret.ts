/** Follows a shell script without running it: which programs it would start, with which words and environment. */

import { type Environment, emptyEnvironment } from '../source/environment.ts'
import type { Location } from '../source/location.ts'
import type { ResolvedText } from '../source/resolved.ts'
import { locateText, type SourcedText } from '../source/sourced-text.ts'
import type { Dialect } from './dialect.ts'
import { LimitReached } from './limit-reached.ts'
import type { Machine, ShellContext, ShellExecution, ShellProblem } from './machine.ts'
import { programPosition } from './position.ts'
import { runProgram } from './run.ts'
import { seesVariables } from './sees-variables.ts'
import { createFrame, type State, type Variable } from './state.ts'
import { scalar } from './variables.ts'

export type { ShellContext, ShellExecution, ShellProblem } from './machine.ts'

/** Longest script that is read. */
const maximumScript = 262_144

/** A script and what it is started with. */
export interface ShellScript {
  /** The script with the places it was written in. */
  readonly text: SourcedText
  readonly dialect: Dialect
  /** `sh -c '…'` or `sh script.sh`. */
  readonly form: 'commandString' | 'file'
  /** `$0`. */
  readonly name: ResolvedText
  /** `$1` and those that follow. */
  readonly parameters: readonly ResolvedText[]
  readonly environment: Environment
  readonly workingDirectory: string | null
}

/** What a script does. */
export interface ShellOutcome {
  readonly executions: readonly ShellExecution[]
  /** Does the shell itself act on SIGTERM? */
  readonly trapsTerm: boolean
  /** Why the end of the script was not reached; null when it was. */
  readonly incomplete: { readonly why: string; readonly at?: Location } | null
  readonly problems: readonly ShellProblem[]
}

/** Interprets a script; nothing is executed, and no input makes it fail or run on for long. */
export function interpretShell(script: ShellScript, context: ShellContext): ShellOutcome {
  const machine: Machine = {
    context,
    dialect: script.dialect,
    form: script.form,
    executions: [],
    problems: [],
    trapsTerm: false,
    steps: 0,
    work: 0,
    depth: 0,
    guards: 0,
    failed: 0,
  }
  const { environment } = script
  const sees = seesVariables(script.text.value)
  const incomplete = run(machine, sees ? script : { ...script, environment: emptyEnvironment() })
  const { trapsTerm, problems } = machine
  const executions = sees
    ? machine.executions
    : machine.executions.map((execution) => ({ ...execution, environment: new InheritedEnvironment(environment) }))
  return { executions, trapsTerm, incomplete, problems }
}

/** The environment that a shell passes on when it has changed nothing, worked out when somebody asks. */
class InheritedEnvironment implements Environment {
  readonly #from: Environment
  #variables: ReadonlyMap<string, ResolvedText> | null = null

  constructor(from: Environment) {
    this.#from = from
  }

  get variables(): ReadonlyMap<string, ResolvedText> {
    this.#variables ??= new Map([...this.#from.variables].map(([name, text]) => [name, inherited(text)]))
    return this.#variables
  }

  get open() {
    return this.#from.open
  }
}

/** A variable is one word, however many an unknown text may come to. */
function inherited(text: ResolvedText): ResolvedText {
  return text.known ? text : { ...text, mayBeSeveral: false }
}

function run(machine: Machine, script: ShellScript): ShellOutcome['incomplete'] {
  const at = locateText(script.text)
  if (script.text.value.length > maximumScript)
    return located(`the script is longer than ${maximumScript} characters`, at)
  try {
    const program = machine.context.grammar.parse(script.text, script.dialect, 0)
    runProgram(machine, initialState(script), program, programPosition(script.form, program))
    return null
  } catch (error) {
    if (error instanceof LimitReached) return located(error.message, error.at)
    throw error
  }
}

function located(why: string, at: Location | undefined): { why: string; at?: Location } {
  return at === undefined ? { why } : { why, at }
}

function initialState({ name, parameters, environment, workingDirectory }: ShellScript): State {
  const variables = new Map<string, Variable>()
  for (const [key, text] of environment.variables) {
    const value = scalar(inherited(text))
    variables.set(key, { value, isExported: true, isReadonly: false, isInteger: false, changesCase: null })
  }
  return {
    variables,
    functions: new Map(),
    unsetNames: new Set(),
    open: environment.open,
    parameters,
    name,
    workingDirectory,
    options: new Set(),
    status: { code: 0, isCertain: true },
    isDead: false,
    mass: 1,
    output: null,
    input: null,
    isInSubshell: false,
    isInPipeline: false,
    isBackground: false,
    hasTraps: false,
    hidden: [],
    loops: [],
    call: null,
    shell: createFrame(),
  }
}
