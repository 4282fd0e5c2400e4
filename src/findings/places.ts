/** Field paths of policies to places in files. */
import { childOf, nodeAt, type YamlEntry, type YamlMap, type YamlNode } from '../manifests/node.ts'
import type { Subject } from '../policies/evaluate.ts'
import { isWordFact, wordFact } from '../policies/word-facts.ts'
import { placeOf } from '../programs/parsing/option.ts'
import type { ProgramProcess } from '../programs/program.ts'
import { InternalError } from '../source/errors.ts'
import type { FieldPath } from '../source/field-path.ts'
import { type Location, locationOf } from '../source/location.ts'
import { locateText } from '../source/sourced-text.ts'

/** Where a target's value is, or, when it is not written, where it belongs. */
export interface TargetPlace {
  readonly at: Location
  /** Is the value itself written there? */
  readonly isWritten: boolean
}

/** Finds the place of a target such as `settings.workers` or `container.resources.limits.memory`. */
export function placeOfTarget(target: string, subject: Subject): TargetPlace {
  const [first = '', ...rest] = splitTarget(target)
  const root = String(first)
  switch (root) {
    case 'settings':
      return settingPlace(String(rest[0] ?? ''), subject)
    case 'process':
      return processPlace(String(rest[0] ?? ''), subject)
    case 'env':
      return variablePlace(String(rest[0] ?? ''), subject)
    default:
      return fieldPlace(rootNode(root, subject), rest, subject)
  }
}

/** The node that a target's first word stands for, and the path below it. */
export function fieldTarget(
  target: string,
  subject: Subject,
): { readonly root: YamlMap; readonly path: FieldPath } | null {
  const [first = '', ...path] = splitTarget(target)
  const root = String(first)
  if (root === 'settings' || root === 'process' || root === 'env') return null
  const node = rootNode(root, subject)
  return node === null ? null : { root: node, path }
}

/** The place of the program's own word in the command. */
export function commandPlace(process: ProgramProcess): Location | undefined {
  const [head] = process.invocation.argv
  const own = head?.known === true ? locateText(head.text) : placeOf(head)
  if (own !== undefined) return own
  for (const word of process.invocation.argv) {
    const place = placeOf(word)
    if (place !== undefined) return place
  }
  return process.invocation.at
}

function splitTarget(target: string): FieldPath {
  const steps = target.split(/[.[\]]/).filter((step) => step !== '')
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}

function rootNode(root: string, subject: Subject): YamlMap | null {
  switch (root) {
    case 'container':
      return subject.container?.container.node ?? null
    case 'pod':
      return subject.workload?.podSpec ?? null
    case 'workload':
      return subject.workload?.manifest.object ?? null
    default:
      return subject.object?.object ?? subject.workload?.manifest.object ?? null
  }
}

function settingPlace(name: string, subject: Subject): TargetPlace {
  const setting = subject.process?.settings.get(name)
  const text = setting?.text === undefined ? undefined : locateText(setting.text)
  const at = text ?? setting?.at
  if (at !== undefined) return { at, isWritten: true }
  return { at: anyPlace(subject), isWritten: false }
}

function processPlace(name: string, subject: Subject): TargetPlace {
  const { process } = subject
  if (process === null) return { at: anyPlace(subject), isWritten: false }
  if (name === 'startupError' && process.startupError?.at !== undefined) {
    return { at: process.startupError.at, isWritten: true }
  }
  const word = isWordFact(name) ? wordFact(process, name) : undefined
  const at = word === undefined ? undefined : word.known ? locateText(word.text) : placeOf(word)
  return { at: at ?? anyPlace(subject), isWritten: at !== undefined }
}

function variablePlace(name: string, subject: Subject): TargetPlace {
  const source = subject.container?.container.variableSources.find((variable) => variable.name === name)
  const value = childOf(source?.node, 'value') ?? childOf(source?.node, 'name')
  if (value !== undefined) return { at: value.location, isWritten: true }
  const text = subject.container?.container.environment.variables.get(name)
  const at = text?.known === true ? locateText(text.text) : undefined
  return { at: at ?? anyPlace(subject), isWritten: at !== undefined }
}

/** The value, or the nearest key above it that is written. */
function fieldPlace(root: YamlMap | null, path: FieldPath, subject: Subject): TargetPlace {
  if (root === null) return { at: anyPlace(subject), isWritten: false }
  const node = nodeAt(root, path)
  if (node !== undefined) return { at: node.kind === 'scalar' ? node.location : keyPlace(root, path), isWritten: true }
  for (let length = path.length - 1; length > 0; length--) {
    if (nodeAt(root, path.slice(0, length)) !== undefined) {
      return { at: keyPlace(root, path.slice(0, length)), isWritten: false }
    }
  }
  return { at: headPlace(root), isWritten: false }
}

function keyPlace(root: YamlMap, path: FieldPath): Location {
  const last = path.at(-1)
  const parent = nodeAt(root, path.slice(0, -1))
  if (typeof last === 'string' && parent?.kind === 'map')
    return parent.entries.get(last)?.key.location ?? headPlace(parent)
  const node = nodeAt(root, path)
  return node === undefined ? headPlace(root) : firstLine(node)
}

/** The name of an object or container, else its first key. */
function headPlace(map: YamlMap): Location {
  const metadata = childOf(map, 'metadata')
  const name = childOf(metadata, 'name') ?? childOf(map, 'name')
  if (name !== undefined && name.location.span.end > name.location.span.start) return name.location
  const [first]: readonly (YamlEntry | undefined)[] = [...map.entries.values()]
  return first?.key.location ?? firstLine(map)
}

function firstLine(node: YamlNode): Location {
  const { file, span } = node.location
  const end = file.text.indexOf('\n', span.start)
  return locationOf(file, span.start, end < 0 || end > span.end ? span.end : end)
}

function anyPlace(subject: Subject): Location {
  const command = subject.process === null ? undefined : commandPlace(subject.process)
  if (command !== undefined) return command
  if (subject.container !== null) return headPlace(subject.container.container.node)
  const object = subject.object?.object ?? subject.workload?.manifest.object
  if (object === undefined) throw new InternalError('a violation without a place')
  return headPlace(object)
}
