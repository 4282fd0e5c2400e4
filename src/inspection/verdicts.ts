/** Containers that start with the same script end alike, where nothing but its words decides: many have a copy of the same few. */
import { shellDialect } from '../commands/shell-words.ts'
import { baseName } from '../commands/strip-wrapper.ts'
import { itemsAt, nodeAt, stringAt, type YamlNode } from '../manifests/node.ts'
import type { ContainerProcesses } from '../programs/read-processes.ts'
import { seesVariables } from '../shell/sees-variables.ts'
import { ownText } from '../source/own-text.ts'

/** How far a container without a known server could be worked out. */
export type Verdict = Pick<ContainerProcesses, 'status' | 'why'>

/** Verdicts by the key of their script. */
export interface Verdicts {
  get(key: string): Verdict | undefined
  set(key: string, verdict: Verdict): void
}

/** More scripts than this are not remembered. */
const MOST_VERDICTS = 2000

/** Makes an empty memory. */
export function createVerdicts(): Verdicts {
  const verdicts = new Map<string, Verdict>()
  return {
    get: (key) => verdicts.get(key),
    set: (key, { status, why }) => {
      if (verdicts.size < MOST_VERDICTS) verdicts.set(key, { status, why: why === null ? null : ownText(why) })
    },
  }
}

/** The words that a container starts with, as they are written; null for each that is no word, and for lists that are none. */
export interface StartWords {
  readonly command: readonly (string | null)[] | null
  readonly args: readonly (string | null)[] | null
}

/** Reads the words that a container starts with. */
export function readStartWords(container: YamlNode): StartWords {
  return { command: wordsAt(container, 'command'), args: wordsAt(container, 'args') }
}

/** Is one of these names among the words, or within one? */
export function namesOneOf({ command, args }: StartWords, names: RegExp): boolean {
  return [...(command ?? []), ...(args ?? [])].some((word) => word !== null && names.test(word))
}

/** The words of a container that starts with a shell, where it runs and where files are mounted; null when variables have a say. */
export function scriptKey(container: YamlNode, { command, args }: StartWords): string | null {
  const [shell, ...rest] = command ?? []
  if (typeof shell !== 'string' || shellDialect(baseName(shell)) === undefined || args === null) return null
  const words = [...rest, ...args]
  if (words.some((word) => word === null || seesVariables(word))) return null
  const mounts = itemsAt(container, ['volumeMounts']).map((mount) => stringAt(mount, ['mountPath']) ?? '')
  return JSON.stringify([shell, words, stringAt(container, ['workingDir']) ?? null, mounts])
}

/** The words of a list; null when there is something else. */
function wordsAt(container: YamlNode, field: string): readonly (string | null)[] | null {
  const node = nodeAt(container, [field])
  if (node === undefined) return []
  return node.kind === 'sequence' ? node.items.map((item) => stringAt(item, []) ?? null) : null
}
