/** `plan --apply`: a topology is written into the manifests, or printed as a patch. */
import { createTwoFilesPatch } from 'diff'
import { applyPlan } from '../apply-plan.ts'
import type { PlanOptions } from '../plan.ts'
import type { PreparedRun } from '../prepare.ts'
import { printable } from '../reports/printable.ts'
import type { Topology } from '../sizing/assumptions.ts'
import { EXIT, type Terminal } from './terminal.ts'
import { writeFileAtomically } from './write-file.ts'

/** What is applied to what. */
export interface ApplyRequest {
  readonly run: PreparedRun
  readonly plan: PlanOptions
  readonly topology: Topology
  /** The patch goes to standard output and the files stay. */
  readonly isPrinted: boolean
}

/** Writes or prints the changes; says on standard error what was done and what was left. */
export async function runApply({ run, plan, topology, isPrinted }: ApplyRequest, terminal: Terminal): Promise<number> {
  const applied = await applyPlan(run.repository, topology, plan)
  const tell = (line: string) => terminal.stderr.write(`${printable(line)}\n`)
  for (const { workload, why } of applied.left) tell(`${workload} is left as it is: ${why}`)
  for (const [path, text] of applied.texts) {
    const content = run.repository.read(path)
    const before = content.kind === 'text' ? content.file.text : ''
    if (before === text) continue
    if (!isPrinted) writeFileAtomically(path, text, terminal.workingDirectory)
    else {
      const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, text, undefined, undefined, { context: 3 })
      terminal.stdout.write(patch.replace(/^=+\n/, ''))
    }
  }
  tell(
    `${topology}: ${applied.shaped.length === 0 ? 'no workload' : applied.shaped.join(', ')}${applied.mended.length === 0 ? '' : `; also applied: ${applied.mended.join(', ')}`}`,
  )
  return applied.shaped.length === 0 && applied.left.length > 0 ? EXIT.userError : EXIT.clean
}
