/** Programs that start several others from a file: supervisord, honcho and foreman. */
import { type ResolvedText, stringOf } from '../source/resolved.ts'
import { type SourcedText, sliceText } from '../source/sourced-text.ts'
import type { Gap } from './invocation.ts'
import { splitWords } from './split-words.ts'
import { baseName } from './strip-wrapper.ts'

/** One command of the file: words for execve, or a line for a shell. */
export type ManagedCommand =
  | { readonly kind: 'words'; readonly words: readonly ResolvedText[] }
  | { readonly kind: 'script'; readonly text: SourcedText }

/** What the file starts. */
export interface ManagedCommands {
  readonly commands: readonly ManagedCommand[]
  readonly gaps: readonly Gap[]
}

/** Reads a process manager's file; null when the words start none. */
export function readProcessManager(
  words: readonly ResolvedText[],
  readFile: (path: string) => SourcedText | null,
): ManagedCommands | null {
  const texts = words.map((word) => stringOf(word) ?? '')
  const name = baseName(texts[0] ?? '')
  if (name === 'supervisord') return readSupervisor(texts, readFile)
  if ((name === 'honcho' || name === 'foreman') && texts.includes('start')) return readProcfile(texts, readFile)
  return null
}

function readSupervisor(words: readonly string[], readFile: (path: string) => SourcedText | null): ManagedCommands {
  const given = optionValue(words, ['-c', '--configuration'])
  const paths =
    given === null ? ['/etc/supervisord.conf', '/etc/supervisor/supervisord.conf', 'supervisord.conf'] : [given]
  const text = firstReadable(paths, readFile)
  if (text === null) return missing(`supervisord's configuration ${paths.join(' or ')} cannot be read`)
  const commands: ManagedCommand[] = []
  for (const program of programSections(text)) commands.push({ kind: 'words', words: splitWords(program) })
  return { commands, gaps: [] }
}

/** The `command` of every `[program:x]` section; continuation lines are not followed. Source: http://supervisord.org/configuration.html */
function programSections(text: SourcedText): readonly SourcedText[] {
  const commands: SourcedText[] = []
  let inProgram = false
  for (const line of text.value.matchAll(/^[^\n]*$/gm)) {
    const section = /^\s*\[([^\]]*)\]/.exec(line[0])
    if (section !== null) inProgram = (section[1] ?? '').startsWith('program:')
    const assignment = /^command[ \t]*[=:]/.exec(line[0])
    if (!inProgram || assignment === null) continue
    const value = line[0].slice(assignment[0].length)
    const comment = value.search(/\s;/)
    const written = (comment < 0 ? value : value.slice(0, comment)).trimEnd()
    const start = line.index + assignment[0].length + (written.length - written.trimStart().length)
    commands.push(sliceText(text, start, start + written.trim().length))
  }
  return commands
}

function readProcfile(words: readonly string[], readFile: (path: string) => SourcedText | null): ManagedCommands {
  const path = optionValue(words, ['-f', '--procfile']) ?? 'Procfile'
  const text = readFile(path)
  if (text === null) return missing(`${path} cannot be read`)
  const wanted = words.slice(words.indexOf('start') + 1).filter((word) => !word.startsWith('-') && word !== path)
  const commands: ManagedCommand[] = []
  for (const line of text.value.matchAll(/^([A-Za-z0-9_-]+):\s*(.+)$/gm)) {
    const [whole, name = '', script = ''] = line
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const start = line.index + whole.length - script.length
    commands.push({ kind: 'script', text: sliceText(text, start, start + script.length) })
  }
  return { commands, gaps: [] }
}

function optionValue(words: readonly string[], names: readonly string[]): string | null {
  for (const [index, word] of words.entries()) {
    if (names.includes(word)) return words[index + 1] ?? null
    const long = names.find((name) => name.startsWith('--') && word.startsWith(`${name}=`))
    if (long !== undefined) return word.slice(long.length + 1)
  }
  return null
}

function firstReadable(paths: readonly string[], readFile: (path: string) => SourcedText | null): SourcedText | null {
  for (const path of paths) {
    const text = readFile(path)
    if (text !== null) return text
  }
  return null
}

function missing(why: string): ManagedCommands {
  return { commands: [], gaps: [{ why, hidesCommand: true }] }
}
