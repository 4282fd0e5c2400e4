/** `# Source: chart/templates/web.yaml`: what helm says of every document it renders. */

/** A run of lines (from 0, end exclusive) with one source. */
export interface SourcedLines {
  readonly start: number
  readonly end: number
  readonly source: string
}

/** The runs of a rendered text. */
export function sourceComments(text: string): readonly SourcedLines[] {
  const lines = text.split('\n')
  const starts = lines.flatMap((line, index) => {
    const source = /^# Source: (\S+)\s*$/.exec(line)?.[1]
    return source === undefined ? [] : [{ start: index, source }]
  })
  return starts.map(({ start, source }, index) => ({ start, source, end: starts[index + 1]?.start ?? lines.length }))
}
