/** Runs simple commands: assignments, functions, built-ins and external programs. */
import type { ResolvedText } from '../source/resolved.ts'
import { stringOf } from '../source/resolved.ts'
import { applyAssignments } from './assignments.ts'
import { runBuiltin } from './builtins.ts'
import { isBash, isBuiltin, specialBuiltins } from './dialect.ts'
import { expandWords } from './expand.ts'
import { callFunction } from './functions.ts'
import type { Machine } from './machine.ts'
import { innerPosition, makePosition, type Position } from './position.ts'
import { startProgram } from './programs.ts'
import { withRedirections } from './redirections.ts'
import type { State, Variable } from './state.ts'
import type { Assignment, SimpleCommand } from './syntax.ts'

/** A command whose words are expanded, ready to run. */
export interface Invocation {
  readonly fields: readonly ResolvedText[]
  readonly command: SimpleCommand
  readonly position: Position
}

/** Runs a simple command. */
export function runSimple(machine: Machine, state: State, command: SimpleCommand, position: Position): void {
  const before = state.status
  const words = command.words.filter((word) => word.assignment === undefined || !declaresHere(command, word))
  const fields = expandCommand(machine, state, words)
  if (state.isDead) return
  const [name] = fields
  if (name === undefined) {
    applyAssignments(machine, state, command.assignments, {})
    // A command without a name has the status of its last command substitution.
    if (state.status === before && !state.isDead) state.status = { code: 0, isCertain: true }
    if (!state.isDead) withRedirections(machine, state, command.redirections, () => undefined)
    return
  }
  const inside =
    command.redirections.length > 0 ? makePosition(false, position.inBusybox && !hasHereDocument(command)) : position
  runNamed(machine, state, { fields, command, position: state.hasTraps ? innerPosition : inside })
}

/** The words of busybox's `[[` are patterns: they are not matched against files. */
function expandCommand(machine: Machine, state: State, words: SimpleCommand['words']): readonly ResolvedText[] {
  const [part] = words[0]?.parts ?? []
  if (machine.dialect !== 'busybox' || part?.kind !== 'literal' || part.text.value !== '[[') {
    return expandWords(machine, state, words)
  }
  const { options } = state
  state.options = new Set([...options, 'noglob'])
  const fields = expandWords(machine, state, words)
  state.options = options
  return fields
}

function hasHereDocument(command: SimpleCommand): boolean {
  return command.redirections.some((redirection) => redirection.body !== null)
}

function declaresHere(command: SimpleCommand, word: SimpleCommand['words'][number]): boolean {
  return command.words.indexOf(word) > 0
}

function runNamed(machine: Machine, state: State, invocation: Invocation): void {
  const { fields, command } = invocation
  const name = fields[0] === undefined ? null : stringOf(fields[0])
  const body = name === null ? undefined : state.functions.get(name)
  const builtin = name !== null && body === undefined && isBuiltin(machine.dialect, name) ? name : null
  const outlives = builtin !== null && specialBuiltins.has(builtin) && builtin !== 'exec' && !isBash(machine.dialect)
  const run = (): void => {
    withRedirections(machine, state, command.redirections, () => {
      if (body !== undefined) callFunction(machine, state, body, fields.slice(1))
      else if (builtin !== null) {
        if (builtin !== 'exit' && builtin !== 'return') state.status = { code: 0, isCertain: true }
        runBuiltin(machine, state, builtin, invocation)
      } else startProgram(machine, state, fields, invocation)
    })
  }
  if (outlives) {
    applyAssignments(machine, state, command.assignments, {})
    if (!state.isDead) run()
  } else withAssignments(machine, state, command.assignments, run)
}

/** Runs something with assignments that last no longer than it. */
function withAssignments(machine: Machine, state: State, assignments: readonly Assignment[], run: () => void): void {
  if (assignments.length === 0) {
    run()
    return
  }
  const before = new Map<string, Variable | undefined>()
  for (const { name } of assignments) if (!before.has(name)) before.set(name, state.variables.get(name))
  applyAssignments(machine, state, assignments, { isExported: true })
  if (state.isDead) return
  run()
  for (const [name, variable] of before) {
    if (variable === undefined) state.variables.delete(name)
    else state.variables.set(name, variable)
  }
}
