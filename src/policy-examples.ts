/** The examples of a policy, run through the whole flow. */
import { check } from './check.ts'
import { type Configuration, DEFAULT_CONFIGURATION } from './configuration/configuration.ts'
import { loadConfiguration } from './configuration/load-configuration.ts'
import type { CompiledPolicy } from './policies/compile-policy.ts'
import { printMistakes } from './policies/mistakes.ts'
import type { DocumentedPolicy, PolicyExample } from './policies/policy.ts'
import type { Program } from './programs/program.ts'
import { toJsonReport } from './reports/to-json-report.ts'
import { memoryRepository } from './repository/repository.ts'
import { UserError } from './source/errors.ts'
import { createSourceFile } from './source/source-file.ts'

/** An example that does not do what its file says; null for those that do. */
export interface ExampleOutcome {
  readonly policy: string
  readonly name: string
  readonly failure: string | null
}

/** Runs all examples of a policy, alone and at its own severity. */
export async function runPolicyExamples(
  policy: CompiledPolicy<DocumentedPolicy>,
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
    ...exampleConfiguration(example, policy, programs),
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

/** The configuration that an example brings along, with its databases and sizing. */
function exampleConfiguration(
  example: PolicyExample,
  { policy }: CompiledPolicy,
  programs: readonly Program[],
): Configuration {
  const text = example.configuration ?? null
  if (text === null) return DEFAULT_CONFIGURATION
  const names = programs.map((program) => program.name)
  const { configuration, mistakes } = loadConfiguration(createSourceFile('.workerlint.yaml', text), [policy], names)
  if (mistakes.length > 0) throw new UserError(printMistakes(mistakes))
  return configuration
}

function mismatch(what: string, expected: string | number | null, found: string | number | null): string | null {
  return expected === null || expected === found
    ? null
    : `${what} is ${JSON.stringify(found)}; expected ${JSON.stringify(expected)}`
}
