/** Edits of typed files that are proven: each is rendered and checked again before it is offered. */

import { type CheckOptions, judgeRepository } from './check-files.ts'
import { applyEdits, type Edit, editsCollide } from './findings/edits/edit.ts'
import type { Finding } from './findings/finding.ts'
import { type Repository, withReplacedFiles } from './repository/repository.ts'
import { largestOf, smallestOf } from './source/lists.ts'
import { bySeverity, findingKey, weightOf } from './suggest.ts'
import { typedEdits } from './tracing/typed-edits.ts'
import type { Tracing } from './tracing/typed-place.ts'

/** What edits are proven with. */
export interface Proving {
  readonly tracing: Tracing
  /** The repository with the rendered file. */
  readonly repository: Repository
  readonly options: CheckOptions
}

/** More renderings are not made to prove edits one by one. */
const MOST_RENDERINGS = 60
/** More ways to make one change are not tried. */
const MOST_WAYS = 4

/** The edit of every finding for which one holds together with all others. */
export async function proveTypedEdits(
  findings: readonly Finding[],
  proving: Proving,
): Promise<ReadonlyMap<Finding, readonly Edit[]>> {
  const before = new Set(findings.map(findingKey))
  const open = [...findings]
    .sort(bySeverity)
    .map((finding) => ({ finding, ways: typedEdits(finding, proving.tracing).slice(0, MOST_WAYS) }))
    .filter(({ ways }) => ways.length > 0)
  const first = withoutClashes(
    open.flatMap(({ finding, ways: [edit] }) => (edit === undefined ? [] : [{ finding, edit }])),
  )
  const weights = first.map(({ finding }) => weightOf(finding))
  if (first.length > 0 && (await hold(first, { before, bound: smallestOf(weights) }, proving))) return asMap(first)
  const proven: Choice[] = []
  let renderings = MOST_RENDERINGS
  for (const { finding, ways } of open) {
    for (const edit of ways) {
      const choice = { finding, edit }
      const together = [...proven, choice]
      if (withoutClashes(together).length < together.length || renderings <= 0) continue
      renderings -= 2
      if (!(await hold([choice], { before, bound: weightOf(finding) }, proving))) continue
      const bound = largestOf(together.map((other) => weightOf(other.finding)))
      if (proven.length > 0 && !(await hold(together, { before, bound }, proving))) continue
      proven.push(choice)
      break
    }
  }
  return asMap(proven)
}

interface Choice {
  readonly finding: Finding
  readonly edit: Edit
}

function asMap(choices: readonly Choice[]): ReadonlyMap<Finding, readonly Edit[]> {
  return new Map(choices.map(({ finding, edit }) => [finding, [edit]]))
}

/** Of edits that touch the same characters the first stays. */
function withoutClashes(choices: readonly Choice[]): readonly Choice[] {
  return choices.filter(({ edit }, index) => !choices.slice(0, index).some((other) => editsCollide(edit, other.edit)))
}

/** What there was before, and how grave a finding may be that comes instead. */
interface Expected {
  readonly before: ReadonlySet<string>
  readonly bound: number
}

/** Are the findings gone from the rendering with the edits, and has nothing as grave come instead? */
async function hold(choices: readonly Choice[], { before, bound }: Expected, proving: Proving): Promise<boolean> {
  const { tracing, repository, options } = proving
  const outcome = await tracing.rendering.renderWith(editedTexts(choices))
  if (outcome.kind !== 'rendered') return false
  const edited = withReplacedFiles(repository, new Map([[tracing.rendering.file.path, outcome.text]]))
  const { findings } = await judgeRepository(edited, options)
  const gone = new Set(choices.map(({ finding }) => findingKey(finding)))
  return findings.every((finding) => {
    const key = findingKey(finding)
    return !gone.has(key) && (before.has(key) || weightOf(finding) < bound)
  })
}

function editedTexts(choices: readonly Choice[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const file of new Set(choices.map(({ edit }) => edit.file))) {
    const own = choices.flatMap(({ edit }) => (edit.file === file ? [edit] : []))
    texts.set(file.path, applyEdits(file.text, own))
  }
  return texts
}
