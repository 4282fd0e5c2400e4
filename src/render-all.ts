/** Renders the charts and kustomizations of a repository: those that were asked for, and those that are found. */
import { posix } from 'node:path'
import type { Unresolved } from './findings/report.ts'
import type { Approximated, RenderedRepository } from './render.ts'
import { approximateChart } from './rendering/approximation/approximate-chart.ts'
import { type ChartFile, discoverCharts, parseChartRequest, readChartFile } from './rendering/charts.ts'
import { discoverKustomizations, type Kustomization, readKustomization } from './rendering/kustomizations.ts'
import { renderChart } from './rendering/render-chart.ts'
import { renderKustomization } from './rendering/render-kustomization.ts'
import type { RenderingOptions, RenderOutcome } from './rendering/rendering.ts'
import type { Repository } from './repository/repository.ts'
import { InternalError, type Problem, UserError } from './source/errors.ts'
import { locationOf } from './source/location.ts'

/** Renders what was asked for, and what is found among the files to check. */
export async function renderAll(
  repository: Repository,
  options: RenderingOptions,
  isReported: (file: string) => boolean,
): Promise<RenderedRepository> {
  const asked = options.charts.map((text) => parseChartRequest(text, repository))
  const found = options.discovers ? discoverCharts(repository) : []
  const requests = [...asked, ...found.filter(({ chart }) => !asked.some((other) => other.chart === chart))]
  const outcomes: RenderOutcome[] = []
  const approximations: Approximated[] = []
  for (const request of requests) {
    const chart = readChartFile(repository, request.chart)
    if (chart === null) throw new InternalError(`${request.chart} is no chart`)
    if (!isReported(chart.file.path)) continue
    if (options.refusal !== null) {
      outcomes.push(refused(chart, request.variant, options.refusal))
      continue
    }
    const outcome = await renderChart({ request, chart, repository, options: options.helm })
    outcomes.push(outcome)
    if (outcome.failure?.isMissing !== true) continue
    const approximation = approximateChart({ request, chart, repository })
    if (approximation !== null) approximations.push({ approximation, variant: request.variant })
  }
  for (const kustomization of kustomizationsOf(repository, options)) {
    if (!isReported(kustomization.file.path)) continue
    const { file: owner, folder: name } = kustomization
    outcomes.push(
      options.refusal === null
        ? await renderKustomization({ kustomization, repository, allowNetwork: options.helm.allowNetwork })
        : refused({ file: owner, name }, null, options.refusal),
    )
  }
  return { ...summarise(outcomes, repository), approximations }
}

function kustomizationsOf(repository: Repository, options: RenderingOptions): readonly Kustomization[] {
  const asked = options.kustomizations.map((folder) => {
    const found = readKustomization(repository, posix.normalize(folder).replace(/(.)\/$/, '$1'))
    if (found === null)
      throw new UserError(`kustomization ${JSON.stringify(folder)} does not exist: no kustomization.yaml there`)
    return found
  })
  const parts = new Set(asked.flatMap((kustomization) => [kustomization.folder, ...kustomization.parts]))
  const found = options.discovers ? discoverKustomizations(repository) : []
  return [...asked, ...found.filter(({ folder }) => !parts.has(folder))]
}

function refused(
  { file: owner, name }: Pick<ChartFile, 'file' | 'name'>,
  variant: string | null,
  why: string,
): RenderOutcome {
  return { owner, variant, notes: [], rendering: null, failure: { owner, name, why, isMissing: true } }
}

function summarise(
  outcomes: readonly RenderOutcome[],
  repository: Repository,
): Omit<RenderedRepository, 'approximations'> {
  const renderings = outcomes.flatMap(({ rendering }) => rendering ?? [])
  return {
    renderings,
    covered: new Set(repository.checked.filter((path) => renderings.some((rendering) => rendering.covers(path)))),
    unresolved: outcomes.flatMap(unresolvedOf),
    problems: outcomes.flatMap(problemsOf),
  }
}

function unresolvedOf({ failure }: RenderOutcome): readonly Unresolved[] {
  if (failure === null || !failure.isMissing) return []
  const { owner, name, why } = failure
  const kind = /kustomization/i.test(owner.path) ? 'Kustomization' : 'Chart'
  const workload = {
    apiVersion: kind === 'Chart' ? 'helm.sh/v1' : 'kustomize.config.k8s.io/v1beta1',
    kind,
    namespace: null,
    name,
  }
  return [{ at: locationOf(owner, 0, 0), workload, container: '*', why }]
}

function problemsOf({ failure, owner, variant, notes }: RenderOutcome): readonly Problem[] {
  const own = variant === null ? '' : ` (with ${variant})`
  const told = notes.map((message) => ({ file: owner.path, line: 1, message }))
  if (failure?.isMissing === true) return []
  if (failure === null) return told
  return [...told, { file: owner.path, line: 1, message: `${failure.why}${own}` }]
}
