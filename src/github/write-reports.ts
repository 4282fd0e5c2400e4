/** The report files a workflow asked for. */
import { formatterOf } from '../reports/formats.ts'
import type { Notice } from './channel.ts'
import type { ActionInputs } from './inputs.ts'
import type { ActionPorts, CheckResult } from './ports.ts'
import { type SourceBase, sourceLink } from './source-link.ts'

/** Where the full report is, in words, and what could not be written. */
export interface WrittenReports {
  readonly pointer: string
  readonly notices: readonly Notice[]
}

/** Writes the JSON report always, SARIF and HTML when asked, and sets their outputs. */
export async function writeReports(
  ports: ActionPorts,
  inputs: ActionInputs,
  { report, presentation: known, base }: Pick<CheckResult, 'report' | 'presentation'> & { readonly base: SourceBase },
): Promise<WrittenReports> {
  const notices: Notice[] = []
  const presentation = { ...known, linkTo: (file: string, line: number) => sourceLink(base, file, line) }
  const write = async (output: string, path: string, text: () => string): Promise<void> => {
    try {
      ports.setOutput(output, await ports.writeReport(path, text()))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      notices.push({ level: 'warning', text: `The report ${path} could not be written: ${reason}` })
    }
  }
  const temporary = ports.variables['RUNNER_TEMP'] ?? '.'
  const jsonPath = inputs.jsonFile ?? `${temporary}/workerlint-report.json`
  await write('report', jsonPath, () => formatterOf('json')(report, presentation))
  const { sarifFile, htmlFile } = inputs
  if (sarifFile !== null) await write('sarif', sarifFile, () => formatterOf('sarif')(report, presentation))
  if (htmlFile !== null) await write('html', htmlFile, () => formatterOf('html')(report, presentation))
  return { pointer: 'the full list is in the JSON report of the action (output `report`).', notices }
}
