/** Settings that come from the application: `-- worker.concurrency=9` and its Python configuration. */
import type { Invocation } from '../../commands/invocation.ts'
import { stringOf } from '../../source/resolved.ts'
import type { ConfigFiles } from '../config-files.ts'
import type { ParsedWords } from '../parsing/option.ts'
import { parsePythonInt } from '../parsing/python-numbers.ts'
import type { Setting } from '../program.ts'

/** What the application sets. */
export interface ApplicationSettings {
  readonly settings: ReadonlyMap<string, Setting>
  readonly doubts: readonly string[]
}

/** Reads settings behind `--`, such as `worker.concurrency=9`, `.concurrency=9` or `worker_concurrency=9`. */
export function applicationSettings(
  parsed: ParsedWords,
  _invocation: Invocation,
  _files: ConfigFiles,
): ApplicationSettings {
  const settings = new Map<string, Setting>()
  for (const word of parsed.positionals) {
    const match = /^(?:worker)?[._](\w+)=(.*)$/i.exec(stringOf(word) ?? '')
    if (match?.[1] === undefined || match[2] === undefined || !word.known) continue
    const number = parsePythonInt(match[2])
    settings.set(match[1].toLowerCase(), {
      known: true,
      value: number ?? match[2],
      origin: 'cli',
      at: word.text.segments[0]?.location,
      writtenAs: match[0],
    })
  }
  return { settings, doubts: [] }
}
