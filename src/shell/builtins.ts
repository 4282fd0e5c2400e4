/** The commands that the shell runs itself. */

import { stringOf } from '../source/resolved.ts'
import { runCd, runPushd, runPwd } from './builtins-directories.ts'
import { runBreak, runExec, runExit, runReturn, runTrap } from './builtins-flow.ts'
import { runEcho, runPrintf } from './builtins-output.ts'
import { runGetopts, runRead, runSet, runShift } from './builtins-parameters.ts'
import { runEval, runSource } from './builtins-scripts.ts'
import { runDeclaration, runLet, runUnset } from './builtins-variables.ts'
import { isBuiltin } from './dialect.ts'
import type { Machine } from './machine.ts'
import { appendOutput } from './output.ts'
import { startProgram } from './programs.ts'
import type { Invocation } from './simple.ts'
import type { State } from './state.ts'
import { evaluateTest } from './test-command.ts'
import { unknown } from './values.ts'
import { statusOf } from './verdict.ts'

/** Runs a built-in command. */
export function runBuiltin(machine: Machine, state: State, name: string, invocation: Invocation): void {
  const { fields } = invocation
  const rest = fields.slice(1)
  switch (name) {
    case ':':
    case 'true':
      return
    case 'false':
      state.status = { code: 1, isCertain: true }
      return
    case 'test':
      state.status = statusOf(evaluateTest({ machine, state, isDouble: false }, rest))
      return
    case '[':
    case '[[': {
      const isClosed = stringOf(fields.at(-1) ?? unknown('', undefined)) === (name === '[' ? ']' : ']]')
      const verdict = isClosed ? evaluateTest({ machine, state, isDouble: name === '[[' }, rest.slice(0, -1)) : 'wrong'
      state.status = statusOf(verdict)
      return
    }
    case 'echo':
      runEcho(machine, state, rest)
      return
    case 'printf':
      runPrintf(machine, state, rest, invocation.command.at)
      return
    case 'cd':
    case 'chdir':
      runCd(machine, state, rest)
      return
    case 'pwd':
      runPwd(state)
      return
    case 'pushd':
    case 'popd':
      runPushd(machine, state, name, rest)
      return
    case 'export':
    case 'readonly':
    case 'local':
    case 'declare':
    case 'typeset':
      runDeclaration(machine, state, name, invocation)
      return
    case 'unset':
      runUnset(state, rest)
      return
    case 'let':
      runLet(machine, state, rest)
      return
    case 'set':
      runSet(state, rest)
      return
    case 'shift':
      runShift(machine, state, rest)
      return
    case 'getopts':
      runGetopts(machine, state, rest)
      return
    case 'read':
    case 'mapfile':
    case 'readarray':
      runRead(machine, state, name, rest)
      return
    case 'eval':
      runEval(machine, state, rest)
      return
    case '.':
    case 'source':
      runSource(machine, state, rest, invocation.command.at)
      return
    case 'exec':
      runExec(machine, state, invocation)
      return
    case 'exit':
      runExit(machine, state, rest)
      return
    case 'return':
      runReturn(machine, state, rest)
      return
    case 'break':
    case 'continue':
      runBreak(state, name, rest)
      return
    case 'trap':
      runTrap(machine, state, rest)
      return
    case 'command':
    case 'builtin':
      runCommandBuiltin(machine, state, name, invocation)
      return
    default:
      runOther(state, name)
      return
  }
}

/** `command` and `builtin` run their words without looking for a function. */
function runCommandBuiltin(machine: Machine, state: State, name: string, invocation: Invocation): void {
  let rest = invocation.fields.slice(1)
  for (;;) {
    const [first] = rest
    const option = first === undefined ? null : stringOf(first)
    if (name === 'command' && option !== null && /^-[pvV]+$/.test(option)) {
      if (/[vV]/.test(option)) {
        appendOutput(state, unknown('where a program is installed is not known', invocation.command.at))
        state.status = { code: null, isCertain: false }
        return
      }
    } else if (option !== '--') break
    rest = rest.slice(1)
  }
  const [first] = rest
  if (first === undefined) return
  const inner = stringOf(first)
  const next = { ...invocation, fields: rest }
  if (inner !== null && isBuiltin(machine.dialect, inner)) runBuiltin(machine, state, inner, next)
  else if (name === 'builtin') state.status = { code: 1, isCertain: true }
  else startProgram(machine, state, rest, next)
}

/** Built-ins that change nothing that is followed here. */
function runOther(state: State, name: string): void {
  const isPrinting = /^(?:type|hash|times|jobs|umask|ulimit|alias|dirs|caller|compgen|history|help|fc)$/.test(name)
  if (isPrinting) appendOutput(state, unknown(`the output of ${name} is not known`, undefined))
  state.status = name === 'type' || name === 'hash' ? { code: null, isCertain: false } : { code: 0, isCertain: false }
}
