/** `# workerlint-ignore POLICY[,POLICY] [until=YYYY-MM-DD] -- reason` on the line of a finding or the line above. */
import type { Inspection } from '../inspection/inspection.ts'
import type { Repository } from '../repository/repository.ts'
import { locationOf } from '../source/location.ts'
import { lineIndexAt, type SourceFile } from '../source/source-file.ts'
import type { Ignore } from './ignore.ts'

const COMMENT =
  /#[ \t]*workerlint-ignore[ \t]+([a-z0-9-]+(?:[ \t]*,[ \t]*[a-z0-9-]+)*)(?:[ \t]+until=(\d{4}-\d{2}-\d{2}))?(?:[ \t]+--[ \t]*([^\r\n]*))?/g

/** The ignores in the comments of all checked files and of files that findings lead to. */
export function commentIgnores(repository: Repository, inspection: Inspection): readonly Ignore[] {
  const files = new Map<string, SourceFile>(
    inspection.system.manifests.map((manifest) => [manifest.file.path, manifest.file]),
  )
  for (const path of repository.checked) {
    const content = files.has(path) ? null : repository.read(path)
    if (content?.kind === 'text') files.set(path, content.file)
  }
  return [...files.values()].flatMap((file) => (file.namesWorkerlint ? ignoresIn(file) : []))
}

/** The ignores in the comments of a file. */
export function ignoresIn(file: SourceFile): readonly Ignore[] {
  return [...file.text.matchAll(COMMENT)].flatMap((match) => {
    const line = lineIndexAt(file, match.index)
    const lineText = file.text.slice(file.lineStarts[line] ?? 0, match.index)
    const lines = lineText.trim() === '' ? [line, nextCodeLine(file, line)] : [line]
    const at = locationOf(file, match.index, match.index + match[0].trimEnd().length)
    return (match[1] ?? '').split(',').map((name): Ignore => {
      const policy = name.trim()
      return {
        kind: 'comment',
        policy,
        reason: (match[3] ?? '').trim(),
        until: match[2] ?? null,
        at,
        workload: null,
        covers: (finding) =>
          finding.policy.id === policy &&
          finding.primary.file.path === file.path &&
          lines.includes(lineIndexAt(finding.primary.file, finding.primary.span.start)),
      }
    })
  })
}

/** The next line that is no comment, so that ignores may be stacked. */
function nextCodeLine(file: SourceFile, line: number): number {
  let next = line + 1
  while (
    next < file.lineStarts.length &&
    /^[ \t]*#/.test(file.text.slice(file.lineStarts[next], (file.lineStarts[next] ?? 0) + 200))
  )
    next++
  return next
}
