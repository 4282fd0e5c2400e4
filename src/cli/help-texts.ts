/** What `--help` shows after the options of a command: examples that can be run, and where to read on. */

import type { Command } from 'commander'
import { largestOf } from '../source/lists.ts'

const DOCS = 'https://github.com/workerlint/workerlint/blob/v1/docs'

interface Example {
  readonly line: string
  readonly meaning: string
}

const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  workerlint: [
    { line: 'workerlint check k8s', meaning: 'what is wrong, and what to write instead' },
    { line: 'workerlint check k8s --fix', meaning: 'apply every suggestion' },
    { line: 'workerlint inspect k8s/web.yaml', meaning: 'what the container really runs' },
    { line: 'workerlint plan k8s', meaning: 'other shapes of the same capacity' },
    { line: 'workerlint explain gunicorn-workers-exceed-cpu', meaning: 'why a policy asks for what it asks' },
    { line: 'workerlint init', meaning: 'write configuration, workflow and hook' },
  ],
  check: [
    { line: 'workerlint check k8s', meaning: 'a folder' },
    { line: 'workerlint check "k8s/**/*.yaml" --fail-on warning', meaning: 'a glob; warnings fail too' },
    { line: 'workerlint check k8s --diff', meaning: 'the suggestions as a patch for git apply' },
    { line: 'workerlint check k8s --format text --format sarif=report.sarif', meaning: 'several formats at once' },
    { line: 'workerlint check k8s --base origin/main', meaning: 'only what is new since a revision' },
    { line: 'workerlint check --helm charts/web,prod.yaml', meaning: 'a chart with values' },
    { line: 'helm template charts/web | workerlint check -', meaning: 'standard input' },
  ],
  inspect: [
    { line: 'workerlint inspect k8s', meaning: 'a tree for each workload' },
    { line: 'workerlint inspect k8s/web.yaml --format json', meaning: 'for scripts' },
  ],
  plan: [
    { line: 'workerlint plan k8s', meaning: 'today beside three other shapes' },
    { line: 'workerlint plan k8s --node-cpu 4 --node-memory 16Gi', meaning: 'shapes that fit a node' },
  ],
  explain: [
    { line: 'workerlint explain probe-starvation', meaning: 'the page of a policy' },
    { line: 'workerlint explain k8s/web.yaml:26', meaning: 'how the value on a line came to be' },
  ],
  policies: [
    { line: 'workerlint policies', meaning: 'every policy with its level' },
    { line: 'workerlint policies test ci/policies/ours.yaml', meaning: 'the examples of your own policy' },
  ],
  merge: [
    { line: 'workerlint merge shard-*.json --format html=report.html', meaning: 'the shards of a matrix' },
    { line: 'workerlint merge shop=shop.json mail=mail.json', meaning: 'repositories, each below a folder' },
    { line: 'workerlint merge reports', meaning: 'all reports in a folder' },
  ],
  init: [
    { line: 'workerlint init', meaning: 'write the files; nothing is overwritten' },
    { line: 'workerlint init --force', meaning: 'overwrite the configuration and the workflow' },
  ],
  completion: [
    { line: 'source <(workerlint completion bash)', meaning: 'in ~/.bashrc' },
    { line: 'source <(workerlint completion zsh)', meaning: 'in ~/.zshrc, after compinit' },
    { line: 'workerlint completion fish | source', meaning: 'in config.fish' },
  ],
}

const EXIT_CODES =
  'Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 a mistake in options, configuration or policies, 3 a bug.'

/** Adds the examples of a command and of those below it. */
export function addExamples(command: Command): void {
  const examples = EXAMPLES[command.name()] ?? []
  if (examples.length > 0) command.addHelpText('after', helpText(command.name(), examples))
  for (const inner of command.commands) addExamples(inner)
}

function helpText(name: string, examples: readonly Example[]): string {
  const width = largestOf(examples.map(({ line }) => line.length))
  const lines = examples.map(({ line, meaning }) => `  ${line.padEnd(width)}  # ${meaning}`)
  const more = name === 'workerlint' || name === 'check' ? ['', EXIT_CODES] : []
  return ['', 'Examples:', ...lines, ...more, '', `More: ${DOCS}/getting-started.md`].join('\n')
}
