/** What every container really runs, in files as they are and in charts and kustomizations as they would be applied. */
import type { CheckOptions } from './check-files.ts'
import { inspectRepository } from './inspection/inspect-repository.ts'
import type { Inspection } from './inspection/inspection.ts'
import { renderRepository } from './render.ts'
import type { Rendering } from './rendering/rendering.ts'
import { type Repository, withAddedFile, withoutFiles } from './repository/repository.ts'
import type { Problem } from './source/errors.ts'
import type { Location } from './source/location.ts'
import { findSources } from './tracing/find-sources.ts'
import { readRenderedLeaves } from './tracing/rendered-leaves.ts'
import { typedPlace } from './tracing/typed-place.ts'

/** An inspection, and where people typed what stands at a place of it. */
export interface PlacedInspection {
  readonly inspection: Inspection
  readonly placeOf: (location: Location) => Location
}

/** Everything that was inspected, and what could not be rendered. */
export interface InspectedAll {
  readonly inspections: readonly PlacedInspection[]
  readonly problems: readonly Problem[]
}

/** Inspects a repository and what it renders to. */
export async function inspectAll(
  repository: Repository,
  { programs, rendering, isReported }: Pick<CheckOptions, 'programs' | 'rendering' | 'isReported'>,
): Promise<InspectedAll> {
  const rendered = await renderRepository(repository, rendering, isReported)
  try {
    const own = await inspectRepository(withoutFiles(repository, rendered.covered), programs)
    const inspections: PlacedInspection[] = [{ inspection: own, placeOf: (location) => location }]
    for (const one of rendered.renderings) {
      const inspection = await inspectRepository(withAddedFile(repository, one.file), programs)
      inspections.push({ inspection, placeOf: await placesOf(inspection, one) })
    }
    const missing = rendered.unresolved.map(({ at, why }) => ({ file: at.file.path, line: 1, message: why }))
    return { inspections, problems: [...missing, ...rendered.problems] }
  } finally {
    for (const one of rendered.renderings) one.dispose()
  }
}

/** Places of containers and settings are traced back to the values that feed them. */
async function placesOf(inspection: Inspection, rendering: Rendering): Promise<(location: Location) => Location> {
  const leaves = readRenderedLeaves(rendering.file)
  const settings = inspection.containers.flatMap(({ processes }) =>
    processes.processes.flatMap((process) => [...process.settings.values()].flatMap(({ at }) => at ?? [])),
  )
  const wanted = settings.filter(({ file }) => file === rendering.file).flatMap((at) => leaves.at(at) ?? [])
  const sources = await findSources([...new Set(wanted)], leaves, rendering)
  return (location) => typedPlace(location, { rendering, leaves, sources })
}
