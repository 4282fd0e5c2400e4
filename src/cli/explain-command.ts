/** `workerlint explain`: a policy's page, or how the value on a line came to be. */
import { IGNORE_POLICIES } from '../findings/ignore-policies.ts'
import { inspectRepository } from '../inspection/inspect-repository.ts'
import { documentPolicies } from '../policies/document-policies.ts'
import { didYouMean } from '../policies/mistakes.ts'
import { prepareRun } from '../prepare.ts'
import { PROGRAMS } from '../programs/registry.ts'
import { explainLine } from '../reports/explain-line.ts'
import { policyMarkdown } from '../reports/policy-markdown.ts'
import { UserError } from '../source/errors.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** The options as commander gives them. */
export interface ExplainCommandOptions {
  readonly config?: string
  readonly policies: readonly string[]
}

/** Prints an explanation. */
export async function runExplain(subject: string, options: ExplainCommandOptions, terminal: Terminal): Promise<number> {
  const place = /^(.+):(\d+)$/.exec(subject)
  const run = await prepareRun({
    workingDirectory: terminal.workingDirectory,
    paths: place?.[1] === undefined ? [] : [place[1]],
    exclude: [],
    configFile: options.config ?? null,
    policyFiles: options.policies,
    baseline: new Set(),
    today: null,
  })
  if (place?.[1] !== undefined) {
    const inspection = await inspectRepository(run.repository, run.options.programs)
    terminal.stdout.write(explainLine(inspection, run.repository.checked[0] ?? place[1], Number(place[2])))
    return EXIT.clean
  }
  const policies = [...run.options.policies.map(({ policy }) => policy), ...IGNORE_POLICIES]
  const policy = policies.find(({ id }) => id === subject)
  if (policy === undefined) {
    const hint = didYouMean(
      subject,
      policies.map(({ id }) => id),
    )
    throw new UserError(
      `there is no policy ${JSON.stringify(subject)}.${hint} \`workerlint policies\` lists them; FILE:LINE explains a line`,
    )
  }
  const [documented] = documentPolicies([policy], PROGRAMS)
  if (documented !== undefined) terminal.stdout.write(policyMarkdown(documented))
  return EXIT.clean
}
