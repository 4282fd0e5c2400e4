/** `cd`, `pwd`, `pushd` and `popd`. */
import { knownValue, type ResolvedText, stringOf } from '../source/resolved.ts'
import type { Machine } from './machine.ts'
import { appendOutput } from './output.ts'
import { resolvePath } from './paths.ts'
import type { State } from './state.ts'
import { unknown } from './values.ts'
import { readVariable, scalar, textOf } from './variables.ts'

/** `cd`; that the directory exists is assumed. */
export function runCd(machine: Machine, state: State, fields: readonly ResolvedText[]): void {
  const rest = fields.filter((field) => !/^-[LPe@]+$|^--$/.test(stringOf(field) ?? ''))
  const [first] = rest
  const target = first ?? textOf(readVariable(machine, state, 'HOME'))
  state.status = { code: 0, isCertain: false }
  if (target === undefined) return
  const path = stringOf(target)
  if (path === '-') {
    const previous = textOf(readVariable(machine, state, 'OLDPWD'))
    enter(state, previous === undefined ? null : stringOf(previous))
    return
  }
  enter(state, path === null ? null : path === '' ? state.workingDirectory : resolvePath(state.workingDirectory, path))
}

function enter(state: State, directory: string | null): void {
  set(state, 'OLDPWD', state.workingDirectory)
  state.workingDirectory = directory
  set(state, 'PWD', directory)
}

function set(state: State, name: string, directory: string | null): void {
  const before = state.variables.get(name)
  const text = directory === null ? unknown('the working directory is not known', undefined) : knownValue(directory)
  const attributes = { isReadonly: false, isInteger: false, changesCase: null } as const
  state.variables.set(name, { ...attributes, isExported: before?.isExported ?? true, value: scalar(text) })
}

/** `pwd`. */
export function runPwd(state: State): void {
  const { workingDirectory } = state
  const line =
    workingDirectory === null
      ? unknown('the working directory is not known', undefined)
      : knownValue(`${workingDirectory}\n`)
  appendOutput(state, line)
}

/** `pushd` and `popd`; where `popd` returns to is not followed. */
export function runPushd(machine: Machine, state: State, name: string, fields: readonly ResolvedText[]): void {
  if (name === 'pushd' && fields.length > 0) {
    runCd(machine, state, fields)
    return
  }
  enter(state, null)
  state.status = { code: 0, isCertain: false }
}
