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

/** Every format that `--format` takes. */
export const FORMATS: ReadonlyMap<string, Formatter> = new Map([
  ['text', formatText],
  ['json', formatJson],
  ['sarif', formatSarif],
  ['junit', formatJunit],
  ['github', formatAnnotations],
  ['markdown', formatMarkdown],
  ['html', formatHtml],
  ['gitlab', formatGitlab],
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
