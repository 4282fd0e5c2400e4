/** Which line of which template wrote a line of the rendered text. */
import { posix } from 'node:path'
import type { SourceFile } from '../source/source-file.ts'
import { type MarkTable, stripMarks, type TypedLine } from './line-marks.ts'
import { sourceComments } from './source-comments.ts'

/** The typed line of every rendered line, null where none is known. */
export type TypedLines = readonly (TypedLine | null)[]

/**
 * Aligns a rendering whose templates carried marks with the plain one. A line that held nothing but marks may be gone
 * from the plain one, which helm trims. Lines that differ have no typed line; null when more differ than do between two
 * plain renderings (random passwords), for then the marks have changed what was rendered.
 */
export function alignMarkedLines(
  plain: string,
  marked: string,
  { table, again }: { readonly table: MarkTable; readonly again: string },
): TypedLines | null {
  const stripped = stripMarks(marked)
  const actual = stripped.text.split('\n')
  const repeated = again.split('\n')
  const lines: (TypedLine | null)[] = []
  let at = 0
  for (const [index, expected] of plain.split('\n').entries()) {
    while (actual[at] !== expected && actual[at]?.trim() === '' && (stripped.marks[at] ?? []).length > 0) at++
    const isSame = actual[at] === expected
    if (!isSame && repeated[index] === expected) return null
    const [inner] = isSame ? (stripped.marks[at] ?? []) : []
    lines.push(inner === undefined ? null : (table.lineOf(inner) ?? null))
    at++
  }
  return actual.slice(at).every((line) => line.trim() === '') ? lines : null
}

/** Where templates are looked up. */
export interface ChartTemplates {
  readonly templates: ReadonlyMap<string, SourceFile>
  /** Folder of the chart. */
  readonly folder: string
  /** What `# Source:` calls that folder. */
  readonly name: string
}

/**
 * The typed line of a rendered line: its own mark; else the mark behind it, for an expression that writes several lines
 * carries its mark at the end; else the line of the template that reads the same, else the template's first line.
 */
export function typedLineFinder(
  rendered: SourceFile,
  marked: TypedLines | null,
  chart: ChartTemplates,
): (line: number) => TypedLine | null {
  const lines = rendered.text.split('\n')
  const sections = sourceComments(rendered.text)
  return (line) => {
    const section = sections.find(({ start, end }) => start <= line && line < end)
    for (let at = line; marked !== null && at < (section?.end ?? 0) && lines[at] !== '---'; at++) {
      const found = marked[at]
      if (found !== null && found !== undefined) return found
    }
    const template = section === undefined ? undefined : chart.templates.get(templatePath(section.source, chart))
    return template === undefined ? null : sameLine(template, (lines[line] ?? '').trim())
  }
}

/** The line of a template that reads as a rendered one does, else its first line. */
function sameLine(template: SourceFile, wanted: string): TypedLine {
  return { file: template.path, line: onlyLine(template, (text) => wanted !== '' && text === wanted) ?? 0 }
}

/** The only line of a template, without indentation, that is wanted; null when there are none or several. */
export function onlyLine(template: SourceFile, isWanted: (text: string) => boolean): number | null {
  const found = template.text.split(/\r?\n/).flatMap((text, index) => (isWanted(text.trim()) ? [index] : []))
  return found.length === 1 ? (found[0] ?? null) : null
}

/** `# Source: web/charts/redis/templates/x.yaml` counts from the folder above the chart, which it calls by the chart's name. */
export function templatePath(source: string, { folder, name }: Omit<ChartTemplates, 'templates'>): string {
  return posix.join(folder, source.startsWith(`${name}/`) ? source.slice(name.length + 1) : source)
}
