/** Which line of a template wrote a line of a rendering that somebody committed: read off the text alone. */
import type { SourceFile } from '../source/source-file.ts'
import { onlyLine } from './chart-lines.ts'

/**
 * The line of the template that reads the same, else the one that fills in the same key, else that of the nearest line
 * above it in the document that has one, else the template's first line.
 */
export function committedLine(template: SourceFile, rendered: SourceFile, line: number): number {
  const lines = rendered.text.split('\n')
  let depth = Number.POSITIVE_INFINITY
  for (let at = line; at >= 0; at--) {
    const text = lines[at] ?? ''
    if (at !== line && /^(---|# Source:)/.test(text)) break
    const indent = text.length - text.trimStart().length
    if (text.trim() === '' || indent >= depth) continue
    depth = indent
    const found = lineOf(template, text.trim())
    if (found !== null) return found
  }
  return 0
}

function lineOf(template: SourceFile, wanted: string): number | null {
  const same = onlyLine(template, (text) => text === wanted)
  const key = /^(?:- )?[\w./-]+:/.exec(wanted)?.[0]
  if (same !== null || key === undefined) return same
  return onlyLine(template, (text) => text.startsWith(key) && text.includes('{{'))
}
