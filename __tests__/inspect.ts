/** Inspecting texts in tests. */
import { inspectRepository } from '../src/inspection/inspect-repository.ts'
import { PROGRAMS } from '../src/programs/registry.ts'
import type { JsonContainer } from '../src/reports/inspect-json.ts'
import { toJsonInspection } from '../src/reports/inspect-json.ts'
import { memoryRepository } from '../src/repository/repository.ts'

/** The containers of some files, as `inspect --format json` shows them. */
export async function inspectTexts(texts: Readonly<Record<string, string>>): Promise<readonly JsonContainer[]> {
  const all = new Map(Object.entries(texts))
  const repository = memoryRepository(all)
  const checked = repository.checked.filter((path) => /\.(ya?ml|json)$/.test(path))
  const inspection = await inspectRepository({ ...repository, checked }, PROGRAMS)
  return toJsonInspection([{ inspection, placeOf: (location) => location }]).containers
}

/** A Pod with one container, given in flow style. */
export function pod(container: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n    - {name: c, ${container}}\n`
}
