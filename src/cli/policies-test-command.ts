/** `workerlint policies test`: the examples of policy files. */
import { runPolicyExamples } from '../policy-examples.ts'
import { prepareRun } from '../prepare.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** Runs the examples of the given policy files and prints each outcome. */
export async function runPolicyTests(
  files: readonly string[],
  options: { readonly config?: string },
  terminal: Terminal,
): Promise<number> {
  const run = prepareRun({
    workingDirectory: terminal.workingDirectory,
    paths: [],
    exclude: [],
    configFile: options.config ?? null,
    policyFiles: files,
    baseline: new Set(),
    today: null,
  })
  const own = run.options.policies.filter(({ policy }) => policy.group === 'user')
  let passed = 0
  let failed = 0
  for (const policy of own) {
    for (const { name, failure, policy: id } of await runPolicyExamples(policy, run.options.programs)) {
      if (failure === null) passed++
      else failed++
      terminal.stdout.write(failure === null ? `ok    ${id}: ${name}\n` : `FAIL  ${id}: ${name}: ${failure}\n`)
    }
  }
  terminal.stdout.write(`${passed} passed, ${failed} failed\n`)
  return failed === 0 ? EXIT.clean : EXIT.findings
}
