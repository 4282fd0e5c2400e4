/** `eval` and `source`: text that becomes part of the script. */
import type { Location } from '../source/location.ts'
import { type ResolvedText, stringOf } from '../source/resolved.ts'
import { unsourcedText } from '../source/sourced-text.ts'
import { hasExtensions, isBash } from './dialect.ts'
import { insideCall } from './functions.ts'
import { countWork, deeper, type Machine, stopShell } from './machine.ts'
import { resolvePath } from './paths.ts'
import { innerPosition } from './position.ts'
import { runProgram } from './run.ts'
import type { State } from './state.ts'
import type { Program } from './syntax.ts'
import { joinTexts } from './values.ts'

/** `eval words`. */
export function runEval(machine: Machine, state: State, fields: readonly ResolvedText[]): void {
  const space = { known: true, text: unsourcedText(' ') } as const
  const text = joinTexts(fields.flatMap((field, i) => (i === 0 ? [field] : [space, field])))
  if (!text.known) {
    lose(machine, state, `eval runs text that is not known: ${text.why}`, text.at)
    return
  }
  countWork(machine, text.text.value.length * 4, undefined)
  runText(machine, state, machine.context.grammar.parse(text.text, machine.dialect, 0))
}

/** A syntax error in the text ends dash, and only the `eval` in bash and busybox. */
function runText(machine: Machine, state: State, program: Program): void {
  deeper(machine, undefined, () => runProgram(machine, state, { ...program, error: null }, innerPosition))
  if (program.error === null || state.isDead) return
  if (!isBash(machine.dialect)) {
    stopShell(machine, state, program.error)
    return
  }
  machine.problems.push(program.error)
  state.status = { code: 2, isCertain: true }
}

/** From here on every variable that was not set may be. */
function lose(machine: Machine, state: State, why: string, at: Location | undefined): void {
  if (state.output === null) machine.problems.push({ why, at })
  state.open ??= { why: 'text that is not known', at }
  state.status = { code: 0, isCertain: false }
}

/** `source file [words]` and `. file`. */
export function runSource(
  machine: Machine,
  state: State,
  fields: readonly ResolvedText[],
  at: Location | undefined,
): void {
  const [file, ...parameters] = fields[0] !== undefined && stringOf(fields[0]) === '--' ? fields.slice(1) : fields
  if (file === undefined) {
    state.status = { code: 2, isCertain: true }
    return
  }
  const path = stringOf(file)
  const resolved = path === null ? null : resolvePath(state.workingDirectory, path)
  if (path === '/dev/null') return
  const text = resolved === null ? null : machine.context.readFile(resolved)
  if (text === null) {
    loseFile(machine, state, path, at)
    return
  }
  const outer = state.parameters
  const takesParameters = parameters.length > 0 && hasExtensions(machine.dialect)
  if (takesParameters) state.parameters = parameters
  countWork(machine, text.value.length * 4, at)
  const program = machine.context.grammar.parse(text, machine.dialect, 0)
  deeper(machine, at, () => insideCall(state, () => runText(machine, state, program)))
  if (takesParameters) state.parameters = outer
}

/** A virtual environment's `activate` sets only PATH and its own variables. */
function loseFile(machine: Machine, state: State, path: string | null, at: Location | undefined): void {
  if (path !== null && /\/bin\/activate$/.test(path)) {
    state.status = { code: 0, isCertain: false }
    return
  }
  const name = path ?? 'a script'
  if (state.output === null) machine.problems.push({ why: `${name} is not known, and neither is what it sets`, at })
  state.open ??= { why: name, at }
  state.status = { code: 0, isCertain: false }
}
