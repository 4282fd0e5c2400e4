/** `exec`, `exit`, `return`, `break`, `continue` and `trap`. */
import { type ResolvedText, stringOf } from '../source/resolved.ts'
import { unsourcedText } from '../source/sourced-text.ts'
import { hasExtensions, isBash } from './dialect.ts'
import { outputOf } from './known-outputs.ts'
import { countFailure, isEveryRun, type Machine, stopShell } from './machine.ts'
import { appendOutput } from './output.ts'
import { record } from './programs.ts'
import { redirect } from './redirections.ts'
import type { Invocation } from './simple.ts'
import { copyState, type Frame, type State, type Status } from './state.ts'

/** `exec`: the shell becomes a program; with redirections alone it goes on. */
export function runExec(machine: Machine, state: State, { fields, command }: Invocation): void {
  const options = readExecOptions(machine, fields.slice(1))
  if (options === null) {
    stopShell(machine, state, { why: 'exec takes no options in this shell', at: command.at })
    return
  }
  const { argv, name, isClean } = options
  if (argv.length === 0) {
    if (redirect(machine, state, command.redirections) && state.output !== null)
      state.output = { known: true, text: unsourcedText('') }
    return
  }
  if (state.output === null) {
    const environment = isClean ? { ...state, variables: new Map(), open: null } : state
    const words = name === null ? argv : [name, ...argv.slice(1)]
    record(machine, environment, {
      argv: name === null ? argv : withProgram(argv, words),
      becomes: true,
      at: command.at,
    })
  } else {
    const { output, status } = outputOf(machine, state, argv, command.at)
    appendOutput(state, output)
    state.status = status
  }
  leave(state, state.shell)
}

/** The program's own name stays argv[0] here: what runs is what matters, not the name it is given. */
function withProgram(argv: readonly ResolvedText[], renamed: readonly ResolvedText[]): readonly ResolvedText[] {
  return renamed.length === argv.length ? argv : renamed
}

interface ExecOptions {
  readonly argv: readonly ResolvedText[]
  readonly name: ResolvedText | null
  readonly isClean: boolean
}

function readExecOptions(machine: Machine, fields: readonly ResolvedText[]): ExecOptions | null {
  let argv = fields
  let name: ResolvedText | null = null
  let isClean = false
  for (;;) {
    const option = argv[0] === undefined ? null : stringOf(argv[0])
    if (option === '--') return { argv: argv.slice(1), name, isClean }
    if (option === null || !/^-[acl]+$/.test(option)) return { argv, name, isClean }
    if (machine.dialect === 'dash' || (hasExtensions(machine.dialect) && !isBash(machine.dialect))) return null
    isClean ||= option.includes('c')
    const hasName = option.includes('a')
    if (hasName) name = argv[1] ?? null
    argv = argv.slice(hasName ? 2 : 1)
  }
}

/** The state leaves a loop, a function or the shell. */
function leave(state: State, frame: Frame): void {
  frame.leaving.push(copyState(state))
  state.isDead = true
}

function statusFrom(state: State, field: ResolvedText | undefined): Status {
  if (field === undefined) return state.status
  const text = stringOf(field)
  if (text === null || !/^\d+$/.test(text)) return { code: null, isCertain: false }
  return { code: Number(text) & 255, isCertain: true }
}

/** `exit`. */
export function runExit(machine: Machine, state: State, [code]: readonly ResolvedText[]): void {
  state.status = statusFrom(state, code)
  countFailure(machine, state)
  leave(state, state.shell)
}

/** `return` from a function or a sourced script; dash ends the script outside of both, bash goes on. */
export function runReturn(machine: Machine, state: State, [code]: readonly ResolvedText[]): void {
  state.status = statusFrom(state, code)
  if (state.call !== null) leave(state, state.call)
  else if (!isBash(machine.dialect)) leave(state, state.shell)
  else state.status = { code: 2, isCertain: true }
}

/** `break` and `continue`. */
export function runBreak(state: State, name: string, [count]: readonly ResolvedText[]): void {
  const levels = count === undefined ? 1 : Math.max(1, Number(stringOf(count) ?? 1) || 1)
  const frame = state.loops.at(-Math.min(levels, state.loops.length))
  state.status = { code: 0, isCertain: true }
  if (frame === undefined || state.loops.length === 0) return
  const copy = copyState(state)
  if (name === 'break') frame.leaving.push(copy)
  else frame.continuing.push(copy)
  state.isDead = true
}

/** `trap`; a handler for TERM makes the shell act on it, and any handler keeps it from becoming its last command. */
export function runTrap(machine: Machine, state: State, fields: readonly ResolvedText[]): void {
  const rest = stringOf(fields[0] ?? { known: true, text: unsourcedText('') }) === '--' ? fields.slice(1) : fields
  const [first, ...signals] = rest
  if (first === undefined || /^-[lp]$/.test(stringOf(first) ?? '')) return
  const isReset = signals.length === 0 || stringOf(first) === '-'
  const isHandled = !isReset && stringOf(first) !== ''
  const names = (signals.length === 0 ? [first] : signals).map((signal) =>
    (stringOf(signal) ?? '').toUpperCase().replace(/^SIG/, ''),
  )
  if (isHandled) state.hasTraps = true
  if (!names.some((name) => name === 'TERM' || name === '15')) return
  if (isHandled) machine.trapsTerm = true
  else if (isEveryRun(machine, state)) machine.trapsTerm = false
}
