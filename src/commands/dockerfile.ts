/** A Dockerfile to what its image starts: stages, ENV, ARG, WORKDIR, COPY, ENTRYPOINT and CMD. */
import { DockerfileParser, type Instruction, type JSONInstruction } from 'dockerfile-ast'
import type { Repository } from '../repository/repository.ts'
import { locationOf } from '../source/location.ts'
import { knownValue, type ResolvedText } from '../source/resolved.ts'
import { lineStartAt, type SourceFile } from '../source/source-file.ts'
import { derivedText, type SourcedText, sliceText, verbatimText } from '../source/sourced-text.ts'
import type { ImageDefinition } from './image.ts'
import { normalisePath, readRepositoryFile } from './repository-files.ts'
import { wellKnownImage } from './well-known-images.ts'

/** Where a Dockerfile stands and which stage is built; `context` is the folder that COPY reads from. */
export interface DockerfileBuild {
  readonly file: SourceFile
  readonly context: string
  readonly target: string | null
  readonly repository: Repository
}

/** Reads the image of a Dockerfile; null when it has no stage of the wanted name. */
export function readDockerfile(build: DockerfileBuild): ImageDefinition | null {
  const stages = new Map<string, Stage>()
  const globals = new Map<string, string>()
  let current: Stage | null = null
  const dockerfile = DockerfileParser.parse(build.file.text)
  const commands = new Map(
    [...dockerfile.getCMDs(), ...dockerfile.getENTRYPOINTs()].map((one) => [one.getRange().start.line, one]),
  )
  for (const instruction of dockerfile.getInstructions()) {
    if (instruction.getKeyword().toUpperCase() === 'FROM') {
      current = startStage(instruction, stages, globals)
    } else if (current === null) readArgument(instruction, globals)
    else readInstruction(instruction, commands.get(instruction.getRange().start.line), current, build)
  }
  const wanted = build.target === null ? current : stages.get(build.target.toLowerCase())
  return wanted === null || wanted === undefined ? null : definitionOf(wanted, build)
}

interface Copy {
  readonly from: readonly string[]
  readonly to: string
}

interface Stage {
  entrypoint: readonly ResolvedText[] | null
  command: readonly ResolvedText[] | null
  readonly environment: Map<string, ResolvedText>
  readonly values: Map<string, string>
  workingDirectory: string
  stopSignal: string | null
  readonly copies: Copy[]
  readonly written: Map<string, SourcedText>
  readonly base: ImageDefinition | null
}

/** A stage starts as a copy of the stage it is built from. */
function startStage(instruction: Instruction, stages: Map<string, Stage>, globals: ReadonlyMap<string, string>): Stage {
  const words = instruction
    .getArguments()
    .map((argument) => expand(argument.getValue(), globals))
    .filter((word) => !word.startsWith('--'))
  const [image = '', as, name] = words
  const parent = stages.get(image.toLowerCase())
  const known = parent === undefined ? wellKnownImage(image) : parent.base
  const stage: Stage = {
    entrypoint: parent?.entrypoint ?? known?.entrypoint ?? null,
    command: parent?.command ?? known?.command ?? null,
    environment: new Map(parent?.environment ?? known?.environment),
    values: new Map([...globals, ...(parent?.values ?? [])]),
    workingDirectory: parent?.workingDirectory ?? known?.workingDirectory ?? '/',
    stopSignal: parent?.stopSignal ?? null,
    copies: [...(parent?.copies ?? [])],
    written: new Map(parent?.written),
    base: known,
  }
  if (as?.toLowerCase() === 'as' && name !== undefined) stages.set(name.toLowerCase(), stage)
  stages.set(String(stages.size), stage)
  return stage
}

function readInstruction(
  instruction: Instruction,
  command: JSONInstruction | undefined,
  stage: Stage,
  build: DockerfileBuild,
): void {
  const content = instruction.getRawArgumentsContent() ?? ''
  switch (instruction.getKeyword().toUpperCase()) {
    case 'ARG':
      readArgument(instruction, stage.values)
      return
    case 'ENV':
      readEnvironment(instruction, stage, build)
      return
    case 'WORKDIR':
      stage.workingDirectory = inside(stage.workingDirectory, expand(content.trim(), stage.values))
      return
    case 'STOPSIGNAL':
      stage.stopSignal = content.trim()
      return
    case 'ENTRYPOINT':
      // A new ENTRYPOINT resets a CMD that comes from the base image.
      stage.entrypoint = readCommand(command, build)
      stage.command = null
      return
    case 'CMD':
      stage.command = readCommand(command, build)
      return
    case 'COPY':
    case 'ADD':
      readCopy(instruction, stage, build)
      return
    default:
      return
  }
}

function readArgument(instruction: Instruction, values: Map<string, string>): void {
  if (instruction.getKeyword().toUpperCase() !== 'ARG') return
  const match = /^(\w+)=(.*)$/s.exec(instruction.getArguments()[0]?.getValue() ?? '')
  if (match?.[1] !== undefined) values.set(match[1], expand(unquote(match[2] ?? ''), values))
}

function readEnvironment(instruction: Instruction, stage: Stage, build: DockerfileBuild): void {
  const words = instruction.getArguments()
  const [first, ...rest] = words
  if (first !== undefined && !first.getValue().includes('=')) {
    setVariable(stage, first.getValue(), rest.map((word) => word.getValue()).join(' '), first, build)
    return
  }
  for (const word of words) {
    const equals = word.getValue().indexOf('=')
    if (equals > 0)
      setVariable(stage, word.getValue().slice(0, equals), unquote(word.getValue().slice(equals + 1)), word, build)
  }
}

interface Ranged {
  getRange(): { readonly start: Position; readonly end: Position }
}

interface Position {
  readonly line: number
  readonly character: number
}

function setVariable(stage: Stage, name: string, raw: string, word: Ranged, build: DockerfileBuild): void {
  const value = expand(raw, stage.values)
  const { start, end } = word.getRange()
  const location = locationOf(build.file, offsetOf(build.file, start), offsetOf(build.file, end))
  stage.values.set(name, value)
  stage.environment.set(name, { known: true, text: derivedText(value, location) })
}

/** Exec form is a JSON array of strings; everything else is a line for `/bin/sh -c`. */
function readCommand(instruction: JSONInstruction | undefined, build: DockerfileBuild): readonly ResolvedText[] {
  const range = instruction?.getArgumentsRange() ?? null
  if (instruction === undefined || range === null) return []
  const start = offsetOf(build.file, range.start)
  const text = verbatimText(locationOf(build.file, start, offsetOf(build.file, range.end)))
  const words = jsonWords(text.value)
  if (words === null) return [knownValue('/bin/sh'), knownValue('-c'), { known: true, text }]
  const strings = instruction.getJSONStrings()
  return words.map((word, index) => {
    const place = strings[index]?.getRange()
    if (place === undefined) return knownValue(word)
    const inner = locationOf(build.file, offsetOf(build.file, place.start) + 1, offsetOf(build.file, place.end) - 1)
    const verbatim = verbatimText(inner)
    return { known: true, text: verbatim.value === word ? verbatim : derivedText(word, inner) }
  })
}

function jsonWords(text: string): readonly string[] | null {
  try {
    const parsed: unknown = JSON.parse(text.replace(/\\\r?\n/g, ' '))
    return Array.isArray(parsed) && parsed.every((word) => typeof word === 'string') ? parsed : null
  } catch {
    return null
  }
}

function readCopy(instruction: Instruction, stage: Stage, build: DockerfileBuild): void {
  const content = instruction.getRawArgumentsContent() ?? ''
  const heredoc = /<<-?\s*["']?(\w+)["']?\s+(\S+)[^\n]*\n([\s\S]*)/.exec(content)
  if (heredoc?.[1] !== undefined && heredoc[2] !== undefined) {
    writeHeredoc(instruction, heredoc[1], heredoc[2], stage, build)
    return
  }
  const flags = instruction.getArguments().map((argument) => argument.getValue())
  if (flags.some((word) => word.startsWith('--from'))) return
  const words = jsonWords(content) ?? flags.filter((word) => !word.startsWith('--'))
  const expanded = words.map((word) => expand(word, stage.values))
  const to = expanded.at(-1)
  if (to === undefined || expanded.length < 2) return
  const isFolder = to.endsWith('/') || to === '.' || expanded.length > 2
  stage.copies.push({ from: expanded.slice(0, -1), to: `${inside(stage.workingDirectory, to)}${isFolder ? '/' : ''}` })
}

function writeHeredoc(
  instruction: Instruction,
  name: string,
  path: string,
  stage: Stage,
  build: DockerfileBuild,
): void {
  const range = instruction.getRange()
  const text = verbatimText(locationOf(build.file, offsetOf(build.file, range.start), offsetOf(build.file, range.end)))
  const start = text.value.indexOf('\n') + 1
  const end = text.value.search(new RegExp(`^[\\t]*${name}\\s*$`, 'm'))
  if (start > 0 && end >= start) stage.written.set(inside(stage.workingDirectory, path), sliceText(text, start, end))
}

function definitionOf(stage: Stage, build: DockerfileBuild): ImageDefinition {
  return {
    source: build.file.path,
    entrypoint: stage.entrypoint,
    command: stage.command,
    environment: stage.environment,
    workingDirectory: stage.workingDirectory,
    stopSignal: stage.stopSignal,
    readFile: (path) => stage.written.get(path) ?? copiedFile(path, stage, build) ?? stage.base?.readFile(path) ?? null,
  }
}

/** Later copies win; a folder's content lands in the target folder. */
function copiedFile(path: string, stage: Stage, build: DockerfileBuild): SourcedText | null {
  for (const copy of [...stage.copies].reverse()) {
    for (const source of copy.from) {
      const found = pathInContext(path, source, copy.to)
      if (found === null) continue
      const text = readRepositoryFile(build.repository, joinContext(build.context, found))
      if (text !== null) return text
    }
  }
  return null
}

function pathInContext(path: string, source: string, to: string): string | null {
  const from = source.replace(/^\.?\//, '').replace(/\/$/, '')
  const target = to.replace(/\/+$/, '')
  if (path === target) return from
  if (!path.startsWith(`${target}/`)) return null
  const rest = path.slice(target.length + 1)
  const name = from.slice(from.lastIndexOf('/') + 1)
  if (rest === name) return from
  return from === '' || from === '.' ? rest : `${from}/${rest}`
}

function joinContext(context: string, path: string): string {
  const joined = normalisePath(`/${context}/${path}`).slice(1)
  return context.startsWith('../') ? `${context.replace(/\/$/, '')}/${path}` : joined
}

function inside(folder: string, path: string): string {
  return path.startsWith('/') ? normalisePath(path) : normalisePath(`${folder}/${path}`)
}

/** `$NAME`, `${NAME}`, `${NAME:-x}` and `${NAME:+x}`. Source: https://docs.docker.com/reference/dockerfile/#environment-replacement */
function expand(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\\\$|\$(\w+)|\$\{(\w+)(?::([-+])([^}]*))?\}/g, (whole, plain, braced, operator, word) => {
    if (whole === '\\$') return '$'
    const value = values.get(plain ?? braced) ?? ''
    if (operator === '-') return value === '' ? word : value
    if (operator === '+') return value === '' ? '' : word
    return value
  })
}

function unquote(text: string): string {
  const match = /^(["'])([\s\S]*)\1$/.exec(text)
  return match?.[2] ?? text
}

function offsetOf(file: SourceFile, position: Position): number {
  return lineStartAt(file, position.line) + position.character
}
