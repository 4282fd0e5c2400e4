/** Formats by name. */
import { didYouMean } from '../policies/mistakes.ts'
import { UserError } from '../source/errors.ts'
import { formatAnnotations } from './annotations.ts'
import type { Formatter } from './formatter.ts'
import { formatGitlab } from './gitlab.ts'
import { formatHtml } from './html.ts'
import { formatJson } from './json.ts'
import { formatJunit } from './junit.ts'
import { formatMarkdown } from './markdown.ts'
import { formatSarif } from './sarif.ts'
import { formatText } from './text.ts'

/** Every format that `--format` takes. A formatter is named where it is called, so that only what is wanted is loaded. */
export const FORMATS: ReadonlyMap<string, Formatter> = new Map<string, Formatter>([
  ['text', (report, presentation) => formatText(report, presentation)],
  ['json', (report, presentation) => formatJson(report, presentation)],
  ['sarif', (report, presentation) => formatSarif(report, presentation)],
  ['junit', (report, presentation) => formatJunit(report, presentation)],
  ['github', (report, presentation) => formatAnnotations(report, presentation)],
  ['markdown', (report, presentation) => formatMarkdown(report, presentation)],
  ['html', (report, presentation) => formatHtml(report, presentation)],
  ['gitlab', (report, presentation) => formatGitlab(report, presentation)],
])

/** The formatter of a name; another name is the user's mistake. */
export function formatterOf(name: string): Formatter {
  const formatter = FORMATS.get(name)
  if (formatter === undefined)
    throw new UserError(
      `unknown format ${JSON.stringify(name)}.${didYouMean(name, [...FORMATS.keys()])} Formats are ${[...FORMATS.keys()].join(', ')}`,
    )
  return formatter
}
