/** The checker as the action calls it: the workspace of the runner with an overlay. */
import { check } from '../check.ts'
import { readBaseline } from '../cli/baseline-file.ts'
import { overlayRepository } from '../cli/overlay-repository.ts'
import { backgroundOf } from '../cli/print-report.ts'
import type { CheckRequest, CheckResult } from '../github/ports.ts'
import { prepareRun, type RenderingRequest } from '../prepare.ts'
import { PLAIN } from '../reports/formatter.ts'
import { toJsonReport } from '../reports/to-json-report.ts'
import { isInShard, parseShard } from '../shard.ts'
import { UserError } from '../source/errors.ts'

/** Where the workspace is, and the day for ignores that expire. */
export interface Workspace {
  /** Absolute path of GITHUB_WORKSPACE. */
  readonly folder: string
  /** `YYYY-MM-DD`. */
  readonly today: string
}

/** Checks the workspace with the overlay of the request; mistakes of the user are UserErrors. */
export async function checkWorkspace(workspace: Workspace, request: CheckRequest): Promise<CheckResult> {
  const { inputs, overlay } = request
  const shard = inputs.shard === null ? null : parseShard(inputs.shard)
  const laid = request.configuration === 'overlay' ? overlay : new Map<string, string | null>()
  const run = await prepareRun({
    workingDirectory: workspace.folder,
    paths: inputs.paths,
    exclude: inputs.exclude,
    configFile: inputs.config,
    policyFiles: inputs.policies,
    baseline: inputs.baseline === null ? new Set() : readBaseline(inputs.baseline, workspace.folder, laid),
    today: workspace.today,
    overlay: laid,
    rendering: renderingOf(request),
  })
  const { configuration } = run.options
  const exclude = [...inputs.exclude, ...configuration.exclude]
  const repository = overlayRepository(run.repository, overlay, { paths: inputs.paths, exclude })
  if (repository.checked.length === 0 && overlay.size === 0) {
    throw new UserError(
      `nothing to check in ${inputs.paths.join(' ')}: no YAML or JSON files; is actions/checkout missing?`,
    )
  }
  const options = { ...run.options, isReported: (file: string) => shard === null || isInShard(file, shard) }
  const formats = [...(inputs.htmlFile === null ? [] : ['html']), ...(inputs.sarifFile === null ? [] : ['sarif'])]
  const background = await backgroundOf({ repository, options }, formats)
  return {
    report: toJsonReport(await check(repository, options)),
    presentation: { ...PLAIN, ...background },
    failOn: configuration.failOn,
  }
}

/** The text of a fork that the workflow of the base reads is never rendered. */
const FORK_REFUSAL = 'charts and kustomizations of a pull request from a fork are not rendered with pull_request_target'

function renderingOf({ inputs, overlay, configuration }: CheckRequest): RenderingRequest {
  return {
    helm: inputs.helm,
    kustomize: inputs.kustomize,
    allowNetwork: false,
    refusal: overlay.size > 0 && configuration === 'workspace' ? FORK_REFUSAL : null,
  }
}
