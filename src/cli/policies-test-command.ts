/** `workerlint policies test`: the examples of policy files. */
import { resolve } from 'node:path'
import { compileFiles } from '../policies/compile-files.ts'
import { printMistakes } from '../policies/mistakes.ts'
import { runPolicyExamples } from '../policy-examples.ts'
import { PROGRAMS } from '../programs/registry.ts'
import { readText } from '../repository/read-text.ts'
import { UserError } from '../source/errors.ts'
import { createSourceFile } from '../source/source-file.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** Runs the examples of the given policy files and prints each outcome. */
export async function runPolicyTests(files: readonly string[], terminal: Terminal): Promise<number> {
  const sources = files.map((path) => {
    const read = readText(resolve(terminal.workingDirectory, path))
    if (read.kind === 'refused') throw new UserError(`${path}: ${read.message}`)
    return { file: createSourceFile(path, read.text), group: 'user' }
  })
  const { policies, mistakes } = compileFiles(sources, PROGRAMS)
  if (mistakes.length > 0) throw new UserError(printMistakes(mistakes))
  let passed = 0
  let failed = 0
  for (const policy of policies) {
    for (const { name, failure, policy: id } of await runPolicyExamples(policy, PROGRAMS)) {
      if (failure === null) passed++
      else failed++
      terminal.stdout.write(failure === null ? `ok    ${id}: ${name}\n` : `FAIL  ${id}: ${name}: ${failure}\n`)
    }
  }
  terminal.stdout.write(`${passed} passed, ${failed} failed\n`)
  return failed === 0 ? EXIT.clean : EXIT.findings
}
