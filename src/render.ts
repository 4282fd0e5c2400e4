/** What of a repository is rendered before it is checked: the charts and kustomizations that were asked for or found. */
import type { Unresolved } from './findings/report.ts'
import { renderAll } from './render-all.ts'
import type { Approximation } from './rendering/approximation/approximate-chart.ts'
import { CHART_FILE, KUSTOMIZATION_FILE } from './rendering/file-names.ts'
import type { Rendering, RenderingOptions } from './rendering/rendering.ts'
import type { Repository } from './repository/repository.ts'
import type { Problem } from './source/errors.ts'

/** Everything that came of rendering. */
export interface RenderedRepository {
  readonly renderings: readonly Rendering[]
  /** Files that are checked as parts of renderings and not by themselves. */
  readonly covered: ReadonlySet<string>
  /** Charts that nobody rendered, because the program is missing. */
  readonly unresolved: readonly Unresolved[]
  /** What can be told of those charts all the same. */
  readonly approximations: readonly Approximated[]
  readonly problems: readonly Problem[]
}

/** A chart that was read and not rendered. */
export interface Approximated {
  readonly approximation: Approximation
  readonly variant: string | null
}

const NOTHING: RenderedRepository = {
  renderings: [],
  covered: new Set(),
  unresolved: [],
  approximations: [],
  problems: [],
}

/** Renders what was asked for, and what is found among the files to check. */
export async function renderRepository(
  repository: Repository,
  options: RenderingOptions | undefined,
  isReported: (file: string) => boolean = () => true,
): Promise<RenderedRepository> {
  return options === undefined || !hasAny(repository, options) ? NOTHING : renderAll(repository, options, isReported)
}

function hasAny({ checked }: Repository, { charts, kustomizations, discovers }: RenderingOptions): boolean {
  if (charts.length + kustomizations.length > 0) return true
  return discovers && checked.some((path) => CHART_FILE.test(path) || KUSTOMIZATION_FILE.test(path))
}
