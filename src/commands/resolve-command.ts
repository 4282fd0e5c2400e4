/** A container to everything that it executes: image, command, arguments, shells, wrappers and scripts. */

import type { ShellGrammar } from '../shell/grammar.ts'
import { interpretShell } from '../shell/interpret.ts'
import type { ShellExecution } from '../shell/machine.ts'
import type { Environment } from '../source/environment.ts'
import { appendAll } from '../source/lists.ts'
import { knownValue, type ResolvedText, stringOf } from '../source/resolved.ts'
import type { SourcedText } from '../source/sourced-text.ts'
import { type FileSources, readContainerFile } from './container-files.ts'
import { imageWords } from './image-words.ts'
import type { Gap, Invocation, ResolvedCommand, Termination } from './invocation.ts'
import { readProcessManager } from './process-managers.ts'
import { absolutePath } from './repository-files.ts'
import { readShebang } from './shebang.ts'
import { readShellWords, shellDialect } from './shell-words.ts'
import { baseName, stripWrapper, type Unwrapped } from './strip-wrapper.ts'

/** What a command is resolved with. */
export interface CommandRequest {
  readonly files: FileSources
  readonly grammar: ShellGrammar
  /** Is a word the name of a program that workerlint knows? */
  isProgram(name: string): boolean
}

/** Wrappers within wrappers deeper than this are not followed. */
const DEEPEST_WRAPPING = 24
/** More invocations than this of one container are not followed. */
const MOST_INVOCATIONS = 200

/** Works out what a container executes. Nothing is run; what cannot be known becomes a gap with its reason. */
export function resolveCommand(request: CommandRequest): ResolvedCommand {
  const start = imageWords(request)
  const resolving: Resolving = { request, invocations: [], gaps: [...start.gaps] }
  if (start.words !== null) {
    launch(
      start.words,
      {
        environment: start.environment,
        workingDirectory: start.workingDirectory,
        via: start.via,
        termination: start.via.length === 0 ? 'pid1' : 'unknown',
        conditional: false,
        depth: 0,
      },
      resolving,
    )
  }
  return { invocations: resolving.invocations, gaps: resolving.gaps }
}

interface Resolving {
  readonly request: CommandRequest
  readonly invocations: Invocation[]
  readonly gaps: Gap[]
}

interface Launch {
  readonly environment: Environment
  readonly workingDirectory: string | null
  readonly via: readonly string[]
  readonly termination: Termination
  readonly conditional: boolean
  readonly depth: number
}

function launch(words: readonly ResolvedText[], state: Launch, resolving: Resolving): void {
  const head = words[0]
  if (head === undefined) return
  if (state.depth > DEEPEST_WRAPPING || resolving.invocations.length >= MOST_INVOCATIONS) {
    resolving.gaps.push({ why: 'too many commands within commands', hidesCommand: true })
    return
  }
  const name = stringOf(head)
  if (name === null) {
    if (!head.known)
      resolving.gaps.push({ why: `the program is not known: ${head.why}`, hidesCommand: true, at: head.at })
    return
  }
  const dialect = shellDialect(baseName(name))
  if (dialect !== undefined) {
    launchShell(words, dialect, state, resolving)
    return
  }
  if (baseName(name) === 'busybox' && words.length > 1) {
    launch(words.slice(1), { ...state, depth: state.depth + 1 }, resolving)
    return
  }
  const unwrapped = resolving.request.isProgram(baseName(name)) ? null : stripWrapper(words, state.environment)
  if (unwrapped !== null) {
    launchUnwrapped(unwrapped, state, resolving)
    return
  }
  launchProgram(words, name, state, resolving)
}

function launchUnwrapped(unwrapped: Unwrapped, state: Launch, resolving: Resolving): void {
  const { wrapper, label } = unwrapped
  const next: Launch = {
    ...state,
    environment: unwrapped.environment,
    workingDirectory:
      unwrapped.workingDirectory === undefined
        ? state.workingDirectory
        : absolutePath(unwrapped.workingDirectory, state.workingDirectory),
    via: [...state.via, label],
    termination: terminationBehind(unwrapped, state.termination),
    depth: state.depth + 1,
  }
  const [first] = unwrapped.words
  if (wrapper.takesScript && first?.known) {
    runScript(
      { text: first.text, dialect: 'posix', form: 'commandString', name: knownValue('sh'), parameters: [] },
      next,
      resolving,
    )
    return
  }
  const needsPython =
    wrapper.runsPython && first !== undefined && (stringOf(first) === '-m' || (stringOf(first) ?? '').endsWith('.py'))
  launch(needsPython ? [knownValue('python'), ...unwrapped.words] : unwrapped.words, next, resolving)
}

/** What becomes of SIGTERM behind a wrapper. */
function terminationBehind(unwrapped: Unwrapped, before: Termination): Termination {
  if (before === 'lost' || before === 'unknown') return before
  switch (unwrapped.wrapper.start) {
    case 'exec':
      return before
    case 'init':
    case 'groupInit':
      return 'forwarded'
    case 'child':
      return 'unknown'
  }
}

function launchShell(words: readonly ResolvedText[], dialect: Dialect, state: Launch, resolving: Resolving): void {
  const call = readShellWords(words.slice(1))
  const shell = baseName(stringOf(words[0] ?? knownValue('sh')) ?? 'sh')
  if (call.kind === 'standardInput') return
  if (call.kind === 'file') {
    launchScriptFile(call.path, call.parameters, { ...state, via: [...state.via, shell] }, dialect, resolving)
    return
  }
  const next = { ...state, via: [...state.via, `${shell} -c`], depth: state.depth + 1 }
  const text = call.script.known ? call.script.text : call.script.script
  if (text === undefined) {
    const why = call.script.known ? '' : call.script.why
    resolving.gaps.push({ why: `the script of ${shell} -c is not known: ${why}`, hidesCommand: true })
    return
  }
  const name = call.name ?? knownValue(shell)
  runScript({ text, dialect, form: 'commandString', name, parameters: call.parameters }, next, resolving)
}

type Dialect = 'posix' | 'dash' | 'bash' | 'busybox'

interface Script {
  readonly text: SourcedText
  readonly dialect: Dialect
  readonly form: 'commandString' | 'file'
  readonly name: ResolvedText
  readonly parameters: readonly ResolvedText[]
}

function runScript(script: Script, state: Launch, resolving: Resolving): void {
  const outcome = interpretShell(
    { ...script, environment: state.environment, workingDirectory: state.workingDirectory },
    { grammar: resolving.request.grammar, readFile: (path) => readSourced(path, state, resolving) },
  )
  if (outcome.incomplete !== null) {
    resolving.gaps.push({ why: outcome.incomplete.why, hidesCommand: true, at: outcome.incomplete.at })
  }
  for (const problem of outcome.problems) {
    resolving.gaps.push({ why: problem.why, hidesCommand: false, at: problem.at })
  }
  for (const execution of outcome.executions) {
    launch(
      execution.argv,
      {
        environment: execution.environment,
        workingDirectory: execution.workingDirectory,
        via: state.via,
        termination: terminationInShell(execution, outcome.trapsTerm, state),
        conditional: state.conditional || execution.conditional,
        depth: state.depth + 1,
      },
      resolving,
    )
  }
}

/** A shell that forks keeps SIGTERM for itself, unless an init sends it to the whole group or a trap passes it on. */
function terminationInShell(execution: ShellExecution, trapsTerm: boolean, state: Launch): Termination {
  const before = state.termination
  if (before === 'lost' || before === 'unknown') return before
  if (execution.becomesShell === true) return before
  if (state.via.some((label) => label === 'dumb-init') || trapsTerm) return 'unknown'
  return execution.becomesShell === null ? 'unknown' : 'lost'
}

function readSourced(path: string, state: Launch, resolving: Resolving): SourcedText | null {
  const absolute = absolutePath(path, state.workingDirectory)
  if (absolute === null) return null
  const file = readContainerFile(resolving.request.files, absolute)
  return file.kind === 'text' ? file.text : null
}

function launchScriptFile(
  path: ResolvedText,
  parameters: readonly ResolvedText[],
  state: Launch,
  dialect: Dialect,
  resolving: Resolving,
): void {
  const written = stringOf(path)
  const absolute = written === null ? null : absolutePath(written, state.workingDirectory ?? '/')
  const file = absolute === null ? null : readContainerFile(resolving.request.files, absolute)
  if (file?.kind === 'text') {
    runScript(
      { text: file.text, dialect, form: 'file', name: path, parameters },
      { ...state, depth: state.depth + 1 },
      resolving,
    )
    return
  }
  const why = file === null ? 'the path of the script is not known' : file.why
  assumeArgumentsRun(parameters, written ?? 'script', why, state, resolving)
}

/** A start script that cannot be read: when its arguments are a command that is known, it is taken to end in `exec "$@"`. */
function assumeArgumentsRun(
  words: readonly ResolvedText[],
  label: string,
  why: string,
  state: Launch,
  resolving: Resolving,
): void {
  if (!startsProgram(words, resolving)) {
    resolving.gaps.push({ why, hidesCommand: true })
    return
  }
  resolving.gaps.push({ why: `${why}; it is taken to run its arguments`, hidesCommand: false })
  launch(
    words,
    { ...state, via: [...state.via, baseName(label)], termination: 'unknown', depth: state.depth + 1 },
    resolving,
  )
}

function startsProgram(words: readonly ResolvedText[], resolving: Resolving): boolean {
  const head = words[0] === undefined ? null : stringOf(words[0])
  if (head === null) return false
  const name = baseName(head)
  if (resolving.request.isProgram(name) || /^python[\d.]*$/.test(name)) return true
  if (shellDialect(name) !== undefined) return true
  return stripWrapper(words, { variables: new Map(), open: null }) !== null
}

function launchProgram(words: readonly ResolvedText[], name: string, state: Launch, resolving: Resolving): void {
  const managed = readProcessManager(words, (path) => readSourced(path, state, resolving))
  if (managed !== null) {
    appendAll(resolving.gaps, managed.gaps)
    for (const command of managed.commands) {
      const next = {
        ...state,
        via: [...state.via, baseName(name)],
        termination: 'forwarded' as const,
        depth: state.depth + 1,
      }
      if (command.kind === 'words') launch(command.words, next, resolving)
      else
        runScript(
          { text: command.text, dialect: 'posix', form: 'commandString', name: knownValue('sh'), parameters: [] },
          next,
          resolving,
        )
    }
    return
  }
  const base = baseName(name)
  if (!resolving.request.isProgram(base) && (looksLikeScript(name) || isOpaqueEntrypoint(words, resolving))) {
    launchFile(words, name, state, resolving)
    return
  }
  resolving.invocations.push({
    argv: words,
    environment: state.environment,
    workingDirectory: state.workingDirectory,
    via: state.via,
    termination: state.termination,
    conditional: state.conditional,
    at: words[0]?.known ? words[0].text.segments[0]?.location : undefined,
  })
}

function looksLikeScript(name: string): boolean {
  return /\.(sh|bash)$/.test(name) || /(^|\/)(docker-)?entrypoint$/.test(name)
}

/** A program that is not known in front of one that is: an entry point of the image. */
function isOpaqueEntrypoint(words: readonly ResolvedText[], resolving: Resolving): boolean {
  const name = stringOf(words[0] ?? knownValue('')) ?? ''
  if (/^python[\d.]*$/.test(baseName(name)) || !name.includes('/')) return false
  if (isOrdinaryTool(name)) return false
  return (
    startsProgram(words.slice(1), resolving) ||
    /^\/(app|code|srv|opt|home|usr\/src|scripts|docker)?[^ ]*\/?[\w-]+$/.test(name)
  )
}

function isOrdinaryTool(name: string): boolean {
  return /^\/(usr\/(local\/)?)?s?bin\//.test(name) && !/(start|run|entrypoint|launch)/.test(name)
}

/** A file that is started by its path: a script with a shebang, or something that cannot be read. */
function launchFile(words: readonly ResolvedText[], name: string, state: Launch, resolving: Resolving): void {
  const absolute = absolutePath(name, name.includes('/') ? (state.workingDirectory ?? '/') : '/usr/local/bin')
  const file = absolute === null ? null : readContainerFile(resolving.request.files, absolute)
  const [path = knownValue(name)] = words
  if (file?.kind === 'text') {
    const shebang = readShebang(file.text.value)
    if (shebang === null) return
    const via = [...state.via, baseName(name)]
    runScript(
      { text: file.text, dialect: shebang, form: 'file', name: path, parameters: words.slice(1) },
      { ...state, via, depth: state.depth + 1 },
      resolving,
    )
    return
  }
  assumeArgumentsRun(words.slice(1), name, file === null ? `${name} cannot be found` : file.why, state, resolving)
}
