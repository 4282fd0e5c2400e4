/** The files that `workerlint init` writes. */

/** The configuration with what people change first. */
export function configurationFile(): string {
  return `# workerlint: https://github.com/workerlint/workerlint/blob/v1/docs/configuration.md
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
export function workflowFile(paths: readonly string[]): string {
  return `name: workerlint
on: pull_request
permissions:
  contents: read # check out the manifests
  pull-requests: write # write the review
concurrency:
  group: workerlint-\${{ github.event.pull_request.number }}
  cancel-in-progress: true
jobs:
  workerlint:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: workerlint/workerlint@v1
        with:
          paths: |
${paths.map((path) => `            ${path}`).join('\n')}
`
}

/** The pre-commit configuration. https://pre-commit.com/#adding-pre-commit-plugins-to-your-project */
export function preCommitFile(): string {
  return `repos:\n${preCommitEntry()}`
}

/** The entry for a pre-commit configuration that is there already. */
export function preCommitEntry(): string {
  return `  - repo: https://github.com/workerlint/workerlint
    rev: v1.0.0 # \`pre-commit autoupdate\` moves it
    hooks:
      - id: workerlint # checks all manifests, because an autoscaler in one file says something about a Deployment in another
`
}
