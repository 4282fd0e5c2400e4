/** Manifests from standard input, beside the files of the repository. */
import type { Repository } from '../repository/repository.ts'
import { createSourceFile } from '../source/source-file.ts'
import type { Terminal } from './terminal.ts'

/** A repository whose only checked file is standard input. */
export async function readStandardInput(terminal: Terminal, path: string, base: Repository): Promise<Repository> {
  const chunks: Buffer[] = []
  for await (const chunk of terminal.stdin) chunks.push(Buffer.from(chunk))
  const file = createSourceFile(path, Buffer.concat(chunks).toString('utf8'))
  return {
    checked: [path],
    named: new Set([path]),
    listAll: () => base.listAll(),
    read: (wanted) => (wanted === path ? { kind: 'text', file } : base.read(wanted)),
    readBytes: (wanted) => (wanted === path ? new TextEncoder().encode(file.text) : base.readBytes(wanted)),
  }
}
