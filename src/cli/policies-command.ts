/** `workerlint policies`. */

import { levelOf } from '../configuration/configuration.ts'
import { IGNORE_POLICIES } from '../findings/ignore-policies.ts'
import type { Policy } from '../policies/policy.ts'
import { prepareRun } from '../prepare.ts'
import { policyPage } from '../reports/policy-page.ts'
import { policyRows } from '../reports/policy-table.ts'
import { largestOf } from '../source/lists.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** The options as commander gives them. */
export interface PoliciesCommandOptions {
  readonly format: string
  readonly policies: readonly string[]
  readonly config?: string
}

/** Lists all policies with the level that the configuration gives them. */
export async function runPolicies(options: PoliciesCommandOptions, terminal: Terminal): Promise<number> {
  const run = await prepareRun({
    workingDirectory: terminal.workingDirectory,
    paths: [],
    exclude: [],
    configFile: options.config ?? null,
    policyFiles: options.policies,
    baseline: new Set(),
    today: null,
  })
  const policies = [...run.options.policies.map(({ policy }) => policy), ...IGNORE_POLICIES].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  )
  const rows = policies.map((policy) => ({ policy, level: levelOf(policy, run.options.configuration) }))
  terminal.stdout.write(format(rows, options.format))
  return EXIT.clean
}

interface Row {
  readonly policy: Policy
  readonly level: string
}

function format(rows: readonly Row[], name: string): string {
  switch (name) {
    case 'json':
      return `${JSON.stringify({ schemaVersion: 1, policies: rows.map(toJson) }, null, 2)}\n`
    case 'markdown':
      return policyRows(
        rows.map(({ policy }) => policy),
        policyPage,
      )
    default: {
      const width = largestOf(rows.map(({ policy }) => policy.id.length))
      return rows
        .map(({ policy, level }) => `${level.padEnd(7)}  ${policy.id.padEnd(width)}  ${policy.title}\n`)
        .join('')
    }
  }
}

function toJson({ policy, level }: Row) {
  const { id, title, severity, confidence, scope, group, programs, params } = policy
  return {
    id,
    title,
    severity,
    level,
    confidence,
    scope,
    group,
    programs,
    params: Object.fromEntries(params),
    docs: policyPage(id),
  }
}
