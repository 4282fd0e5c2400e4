/** The examples of a policy, run through the whole flow. */
import { check } from './check.ts'
import { DEFAULT_CONFIGURATION } from './configuration/configuration.ts'
import type { CompiledPolicy } from './policies/compile-policy.ts'
import type { PolicyExample } from './policies/policy.ts'
import type { Program } from './programs/program.ts'
import { toJsonReport } from './reports/to-json-report.ts'
import { memoryRepository } from './repository/repository.ts'

/** An example that does not do what its file says; null for those that do. */
export interface ExampleOutcome {
  readonly policy: string
  readonly name: string
  readonly failure: string | null
}

/** Runs all examples of a policy, alone and at its own severity. */
export async function runPolicyExamples(
  policy: CompiledPolicy,
  programs: readonly Program[],
): Promise<readonly ExampleOutcome[]> {
  const outcomes: ExampleOutcome[] = []
  for (const kind of ['invalid', 'valid'] as const) {
    for (const [index, example] of policy.policy[kind].entries()) {
      const name = example.name === '' ? `${kind} example ${index + 1}` : example.name
      outcomes.push({ policy: policy.policy.id, name, failure: await failureOf(example, kind, policy, programs) })
    }
  }
  return outcomes
}

async function failureOf(
  example: PolicyExample,
  kind: 'invalid' | 'valid',
  policy: CompiledPolicy,
  programs: readonly Program[],
): Promise<string | null> {
  const configuration = {
    ...DEFAULT_CONFIGURATION,
    policies: new Map([[policy.policy.id, { severity: policy.policy.severity, params: new Map() }]]),
  }
  const repository = memoryRepository(new Map([['example.yaml', example.manifest]]))
  const report = toJsonReport(
    await check(repository, { programs, policies: [policy], configuration, baseline: new Set(), today: null }),
  )
  const [problem] = report.problems
  if (problem !== undefined) return `line ${problem.line}: ${problem.message}`
  const [finding] = report.findings
  if (kind === 'valid') return finding === undefined ? null : `line ${finding.start.line}: ${finding.message}`
  if (finding === undefined) return 'no finding'
  return (
    mismatch('line', example.line, finding.start.line) ??
    (example.message === null || finding.message.includes(example.message)
      ? null
      : `message is "${finding.message}"; expected "${example.message}"`) ??
    mismatch('recommendation', example.recommendation, finding.recommendation?.text ?? null)
  )
}

function mismatch(what: string, expected: string | number | null, found: string | number | null): string | null {
  return expected === null || expected === found
    ? null
    : `${what} is ${JSON.stringify(found)}; expected ${JSON.stringify(expected)}`
}
