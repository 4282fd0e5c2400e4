/** Options that several commands share, and how they are described. */
import { type Command, Option } from 'commander'

/** A repeatable option starts with none, which is no default worth telling. */
export function describeOption(option: Option): string {
  const choices = option.argChoices === undefined ? '' : ` (${option.argChoices.join(', ')})`
  const fallback = typeof option.defaultValue === 'string' ? ` (default ${option.defaultValue})` : ''
  return `${option.description}${choices}${fallback}`
}

/** The option `--fail-on`. */
export function failOn(): Option {
  const levels = ['error', 'warning', 'info', 'never']
  return new Option('--fail-on <level>', 'lowest severity that makes the exit code 1').choices(levels)
}

/** The options of nearly every command. */
export function common(command: Command): Command {
  return command
    .option('--config <file>', 'configuration file; by default .workerlint.yaml, searched upward from the path')
    .option('--no-color', 'print without colours')
    .helpOption('-h, --help', 'print this help')
    .allowExcessArguments(false)
}

/** The options of commands that render. */
export function rendering(command: Command): Command {
  return command
    .option(
      '--helm <chart[,values]>',
      'render a Helm chart, with values files; may be given several times',
      collect,
      [],
    )
    .option('--kustomize <dir>', 'build a kustomization; may be given several times', collect, [])
    .option('--allow-network', 'let helm and kustomize fetch dependencies and remote bases')
}

/** Gathers the values of an option that may be given several times. */
export function collect(value: string, before: string[]): string[] {
  return [...before, value]
}
