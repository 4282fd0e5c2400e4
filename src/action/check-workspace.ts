/** The checker as the action calls it: the workspace of the runner with an overlay. */
import { check } from '../check.ts'
import { readBaseline } from '../cli/baseline-file.ts'
import type { ActionInputs } from '../github/inputs.ts'
import type { CheckRequest, CheckResult } from '../github/ports.ts'
import { prepareRun } from '../prepare.ts'
import { toJsonReport } from '../reports/to-json-report.ts'
import { UserError } from '../source/errors.ts'
import { overlayRepository } from './overlay-repository.ts'

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
  refuseUnknown(inputs)
  const run = prepareRun({
    workingDirectory: workspace.folder,
    paths: inputs.paths,
    exclude: inputs.exclude,
    configFile: inputs.config,
    policyFiles: inputs.policies,
    baseline: inputs.baseline === null ? new Set() : readBaseline(inputs.baseline, workspace.folder),
    today: workspace.today,
  })
  const { configuration } = run.options
  const exclude = [...inputs.exclude, ...configuration.exclude]
  const repository = overlayRepository(run.repository, overlay, { paths: inputs.paths, exclude })
  if (repository.checked.length === 0 && overlay.size === 0) {
    throw new UserError(
      `nothing to check in ${inputs.paths.join(' ')}: no YAML or JSON files; is actions/checkout missing?`,
    )
  }
  return { report: toJsonReport(await check(repository, run.options)), failOn: configuration.failOn }
}

function refuseUnknown(inputs: ActionInputs): void {
  const given = [
    ...inputs.helm.map(() => 'helm'),
    ...inputs.kustomize.map(() => 'kustomize'),
    ...(inputs.shard === null ? [] : ['shard']),
  ]
  const [first] = given
  if (first !== undefined) throw new UserError(`the input ${first} is not supported by this version`)
}
