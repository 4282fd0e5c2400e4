/** The words that a container starts with: command and args over the image's ENTRYPOINT and CMD. */
import type { Environment } from '../source/environment.ts'
import { knownValue, type ResolvedText, stringOf } from '../source/resolved.ts'
import type { Gap } from './invocation.ts'
import { isOtherImage } from './known-images.ts'
import type { CommandRequest } from './resolve-command.ts'
import { shellDialect } from './shell-words.ts'
import { baseName, stripWrapper } from './strip-wrapper.ts'

/** The first words with the environment they start in; `words` is null when the image alone knows them. */
export interface StartWords {
  readonly words: readonly ResolvedText[] | null
  readonly environment: Environment
  readonly workingDirectory: string | null
  readonly via: readonly string[]
  readonly gaps: readonly Gap[]
}

/**
 * `command` replaces ENTRYPOINT and drops CMD, `args` replace CMD.
 * Source: https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/
 */
export function imageWords(request: CommandRequest): StartWords {
  const { container, image } = request.files
  const base = {
    environment: overImage(container.environment, image?.environment),
    workingDirectory: container.workingDirectory ?? image?.workingDirectory ?? null,
    via: [],
    gaps: [],
  }
  if (container.command !== null) return { ...base, words: [...container.command, ...(container.args ?? [])] }
  if (image !== null && (image.entrypoint !== null || image.command !== null || container.args !== null)) {
    const rest = container.args ?? image.command ?? []
    return { ...base, words: [...(image.entrypoint ?? []), ...rest] }
  }
  const name = container.image ?? 'of the container'
  if (isOtherImage(name)) return { ...base, words: null }
  if (container.args === null) {
    return {
      ...base,
      words: null,
      gaps: [
        { why: `the command is in the image ${name}, whose Dockerfile is not in the repository`, hidesCommand: true },
      ],
    }
  }
  return { ...base, ...assumedWords(container.args, name, request) }
}

/** Arguments behind an ENTRYPOINT that is not known: taken for the command when they read as one. */
function assumedWords(
  args: readonly ResolvedText[],
  image: string,
  request: CommandRequest,
): Pick<StartWords, 'words' | 'gaps' | 'via'> {
  const [only] = args
  const text = only === undefined ? null : stringOf(only)
  const why = `the ENTRYPOINT of the image ${image} is not known`
  const asCommand = {
    via: ['ENTRYPOINT'],
    gaps: [{ why: `${why}; it is taken to run its arguments`, hidesCommand: false }],
  }
  if (text === null) return { words: null, via: [], gaps: [{ why, hidesCommand: true }] }
  if (args.length === 1 && /\s/.test(text) && only !== undefined && startsWithProgram(text, request)) {
    return { ...asCommand, words: [knownValue('sh'), knownValue('-c'), only] }
  }
  const name = baseName(text)
  const isCommand =
    request.isProgram(name) ||
    /^python[\d.]*$/.test(name) ||
    shellDialect(name) !== undefined ||
    stripWrapper(args, { variables: new Map(), open: null }) !== null
  return isCommand
    ? { ...asCommand, words: args }
    : { words: null, via: [], gaps: [{ why: `${why}, and its arguments name no program`, hidesCommand: true }] }
}

function startsWithProgram(text: string, request: CommandRequest): boolean {
  const [first = ''] = text.trim().split(/\s+/)
  return (
    request.isProgram(baseName(first)) ||
    /^(exec|python[\d.]*)$/.test(baseName(first)) ||
    /\b(gunicorn|celery|uvicorn)\b/.test(text)
  )
}

function overImage(environment: Environment, image: ReadonlyMap<string, ResolvedText> | undefined): Environment {
  if (image === undefined || image.size === 0) return environment
  return { variables: new Map([...image, ...environment.variables]), open: environment.open }
}
