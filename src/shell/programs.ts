/** Starts external programs: outside substitutions they are recorded, inside them their output is looked up. */

import type { Location } from '../source/location.ts'
import { type ResolvedText, stringOf } from '../source/resolved.ts'
import { locateText } from '../source/sourced-text.ts'
import { hasExtensions } from './dialect.ts'
import { outputOf } from './known-outputs.ts'
import { isEveryRun, type Machine } from './machine.ts'
import { appendOutput } from './output.ts'
import { becomesShell } from './position.ts'
import type { Invocation } from './simple.ts'
import type { State } from './state.ts'
import { exportedEnvironment } from './variables.ts'

/** Bash's own commands, which other shells look for in PATH and do not find. */
const foreign = new Set([
  '[[',
  'source',
  'let',
  'declare',
  'typeset',
  'shopt',
  'pushd',
  'popd',
  'builtin',
  'function',
  'enable',
  'mapfile',
  'readarray',
  'disown',
  'select',
])

/** Starts a program in a process of its own, or in the shell's when the command is the last one. */
export function startProgram(
  machine: Machine,
  state: State,
  argv: readonly ResolvedText[],
  { position, command }: Invocation,
): void {
  const name = argv[0] === undefined ? null : stringOf(argv[0])
  if (name !== null && foreign.has(name) && !hasExtensions(machine.dialect)) {
    machine.problems.push({ why: `${name} is a command of bash that /bin/sh may not have`, at: command.at })
    state.status = machine.dialect === 'dash' ? { code: 127, isCertain: true } : { code: null, isCertain: false }
    return
  }
  if (state.output === null)
    record(machine, state, { argv, becomes: becomesShell(machine.dialect, position), at: command.at })
  else {
    const { output, status } = outputOf(machine, state, argv, command.at)
    appendOutput(state, output)
    state.status = status
    return
  }
  state.status = { code: 0, isCertain: false }
}

/** An execution before the state is looked at. */
export interface Start {
  readonly argv: readonly ResolvedText[]
  readonly becomes: boolean | null
  readonly at: Location | undefined
}

/** Records that the shell starts a program. */
export function record(machine: Machine, state: State, { argv, becomes, at }: Start): void {
  machine.executions.push({
    argv,
    environment: exportedEnvironment(state),
    workingDirectory: state.workingDirectory,
    becomesShell: state.isInPipeline || state.isBackground ? false : becomes,
    background: state.isBackground,
    inPipeline: state.isInPipeline,
    inSubshell: state.isInSubshell,
    conditional: !isEveryRun(machine, state),
    at: at ?? placeOfAll(argv),
  })
}

function placeOfAll(argv: readonly ResolvedText[]): Location | undefined {
  for (const text of argv) {
    const at = text.known ? locateText(text.text) : text.at
    if (at !== undefined) return at
  }
  return undefined
}
