/** The files that `workerlint init` writes. */
import type { FoundManifests } from './find-manifests.ts'

/** The configuration with what people change first. */
export function configurationFile(): string {
  return `# yaml-language-server: $schema=https://raw.githubusercontent.com/workerlint/workerlint/v1/schema/workerlint.schema.json
# All keys: https://github.com/workerlint/workerlint/blob/v1/docs/configuration.md
extends: recommended # recommended | strict | none
failOn: error # error | warning | info | never

# Measure a worker under load (kubectl top pod, minus the pod with one worker less) and write it here.
# sizing:
#   gunicorn: {workerMemory: 180Mi, profile: io}
#   celery: {workerMemory: 120Mi, profile: cpu}

# A policy's level, for all workloads or for some; \`workerlint policies\` lists them.
# policies:
#   probe-starvation: warning
# overrides:
#   - match: {path: "k8s/legacy/**"}
#     policies: {probe-starvation: off}
#     reason: replaced in spring
`
}

/** The workflow that reviews pull requests. */
export function workflowFile(found: FoundManifests): string {
  return `# Reviews pull requests. Forks, merge queues and audits: https://github.com/workerlint/workerlint/blob/v1/docs/github.md
name: workerlint
on: pull_request
permissions:
  contents: read # check out the manifests
  pull-requests: write # write the review
concurrency:
  # A run for an older push is cancelled, so that two do not write at once.
  group: workerlint-\${{ github.event.pull_request.number }}
  cancel-in-progress: true
jobs:
  workerlint:
    runs-on: ubuntu-latest # has helm and kubectl, which render charts and kustomizations
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: workerlint/workerlint@v1
        with:
${inputs(found)}`
}

function inputs({ paths, charts, kustomizations }: FoundManifests): string {
  const isNothing = paths.length + charts.length + kustomizations.length === 0
  return [
    input('paths', isNothing ? ['.'] : paths),
    input('helm', chartLines(charts)),
    input('kustomize', kustomizations),
  ].join('')
}

/** A chart with its own values, and once more with each file of further values. */
export function chartLines(charts: FoundManifests['charts']): readonly string[] {
  return charts.flatMap(({ folder, values }) => [folder, ...values.map((file) => `${folder},${file}`)])
}

function input(name: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `          ${name}: |\n${lines.map((line) => `            ${line}\n`).join('')}`
}

/** The pre-commit configuration. https://pre-commit.com/#adding-pre-commit-plugins-to-your-project */
export function preCommitFile(paths: readonly string[]): string {
  return `repos:\n${preCommitEntry(paths)}`
}

/** The entry for a pre-commit configuration that is there already. */
export function preCommitEntry(paths: readonly string[]): string {
  const words = paths.length === 0 ? ['.'] : paths
  return `  - repo: https://github.com/workerlint/workerlint
    rev: v1.0.0 # \`pre-commit autoupdate\` moves it
    hooks: # workerlint-system is the same with the node of your machine, and installs nothing
      - id: workerlint # checks all manifests, because an autoscaler in one file says something about a Deployment in another
        args: [${words.map((word) => JSON.stringify(word)).join(', ')}]
`
}
