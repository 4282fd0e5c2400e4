/** All commands with their options. */
import { Argument, Command, CommanderError, Option } from 'commander'
import { FORMATS } from '../reports/formats.ts'
import { InternalError, UserError } from '../source/errors.ts'
import { VERSION } from '../version.ts'
import { collect, common, describeOption, failOn, rendering } from './command-options.ts'
import { addExamples } from './help-texts.ts'
import { refuseMisspeltCommand } from './misspelt-command.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** Runs a command line; gives the exit code and never throws. */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = EXIT.clean
  const finish = (result: number) => {
    code = result
  }
  try {
    refuseMisspeltCommand(words, [...COMMANDS.keys()], terminal.workingDirectory)
    const program = createProgram(terminal, finish, meantCommands(words))
    await program.parseAsync([...words], { from: 'user' })
    return code
  } catch (error) {
    return exitCodeOf(error, terminal)
  }
}

type Finish = (code: number) => void

const COMMANDS: ReadonlyMap<string, (program: Command, terminal: Terminal, finish: Finish) => void> = new Map([
  ['check', addCheck],
  ['inspect', addInspect],
  ['plan', addPlan],
  ['explain', addExplain],
  ['policies', addPolicies],
  ['merge', addMerge],
  ['init', addInit],
  ['completion', addCompletion],
])

/** The commands that words can be about: most are about the one they name, or else about the default one. */
function meantCommands(words: readonly string[]): readonly string[] {
  const [first = ''] = words
  if (first === 'completion' || words.some((word) => word === 'help' || /^(-h|--help)/.test(word)))
    return [...COMMANDS.keys()]
  return [COMMANDS.has(first) ? first : 'check']
}

/** The options of `check`, also what the action's inputs are compared with. */
export function createProgram(
  terminal: Terminal,
  finish: Finish,
  commands: readonly string[] = [...COMMANDS.keys()],
): Command {
  const program = new Command('workerlint')
    .description(
      'Checks gunicorn, celery and their siblings against the resources of the Kubernetes manifests that run them.',
    )
    .version(VERSION, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.stdout.write(text),
      writeErr: (text) => void terminal.stderr.write(text),
    })
    .configureHelp({ optionDescription: describeOption })
  if (commands.length === 1) program.helpCommand(false)
  else program.helpCommand('help [command]', 'print the help of a command')
  for (const name of commands) COMMANDS.get(name)?.(program, terminal, finish)
  addExamples(program)
  return program
}

function addCheck(program: Command, terminal: Terminal, finish: Finish): void {
  rendering(common(program.command('check', { isDefault: true })))
    .description('check manifests (the default command)')
    .argument('[paths...]', 'files, folders or globs; - is standard input; by default . or what is to be rendered')
    .option('--format <name[=file]>', `${[...FORMATS.keys()].join(', ')}; may be given several times`, collect, [])
    .addOption(failOn())
    .option('--policies <glob>', 'further policy files; may be given several times', collect, [])
    .option('--exclude <glob>', 'paths to leave out; may be given several times', collect, [])
    .option('--usage <file>', 'measured memory: JSON of KRR or a CSV; may be given several times', collect, [])
    .option('--fix', 'apply every suggestion in place')
    .option('--diff', 'print the suggestions as a unified patch')
    .option('--baseline <file>', 'accept the findings in this file')
    .option('--write-baseline <file>', 'write the findings of this run as a baseline')
    .option('--base <ref>', 'report only what is new or graver than at this git revision')
    .option('--shard <i/n>', 'report only on part I of N of the files; merge puts the parts together')
    .option('--jobs <n>', 'most threads to use, from 1; checking uses one, so the number changes nothing')
    .option('--stdin-filepath <path>', 'what to call standard input')
    .option('--strict', 'exit with 2 when a file or document cannot be read')
    .option('--quiet', 'findings alone, without code frames')
    .option('--verbose', 'also suppressed findings, all containers that are not resolved, and links')
    .action(async (paths: string[], options) => {
      const { runCheck } = await import('./check-command.ts')
      finish(await runCheck(paths, options, terminal))
    })
}

function addInspect(program: Command, terminal: Terminal, finish: Finish): void {
  rendering(common(program.command('inspect')))
    .description('show what every container really runs, and where each value comes from')
    .argument('[paths...]', 'files, folders or globs; by default . or what is to be rendered')
    .addOption(new Option('--format <name>', 'how to print').choices(['text', 'json']).default('text'))
    .option('--exclude <glob>', 'paths to leave out; may be given several times', collect, [])
    .option('--verbose', 'also defaults, and containers that run no server')
    .action(async (paths: string[], options) => {
      const { runInspect } = await import('./inspect-command.ts')
      finish(await runInspect(paths, options, terminal))
    })
}

function addPlan(program: Command, terminal: Terminal, finish: Finish): void {
  rendering(common(program.command('plan')))
    .description("every workload's shape today beside the horizontal, mixed and vertical topology")
    .argument('[paths...]', 'files, folders or globs; by default . or what is to be rendered')
    .addOption(
      new Option('--format <name>', 'how to print').choices(['text', 'json', 'markdown', 'html']).default('text'),
    )
    .option('--exclude <glob>', 'paths to leave out; may be given several times', collect, [])
    .option('--usage <file>', 'measured memory: JSON of KRR or a CSV; may be given several times', collect, [])
    .option('--node <machine>', 'a machine that the nodes are made of, such as m5.large')
    .option('--node-cpu <amount>', 'CPU that a pod can have on a node, such as 4')
    .option('--node-memory <amount>', 'memory that a pod can have on a node, such as 16Gi')
    .option('--rps <number>', 'requests a second of each web server, on all its replicas')
    .option('--tasks-per-second <number>', 'tasks a second of each worker, on all its replicas')
    .option('--service-ms <number>', 'milliseconds of one request or task when nothing else runs')
    .option('--io-fraction <share>', 'how much of that it waits: 0 for computing alone, 1 for waiting alone')
    .addOption(
      new Option('--apply <topology>', 'write this shape into the manifests').choices([
        'horizontal',
        'mixed',
        'vertical',
      ]),
    )
    .option('--diff', 'print what --apply would write as a unified patch')
    .action(async (paths: string[], options) => {
      const { runPlan } = await import('./plan-command.ts')
      finish(await runPlan(paths, options, terminal))
    })
}

function addExplain(program: Command, terminal: Terminal, finish: Finish): void {
  common(program.command('explain'))
    .description("a policy's page, or every hop by which the value on a line was resolved")
    .argument('<subject>', 'a policy, or FILE:LINE')
    .option('--policies <glob>', 'further policy files; may be given several times', collect, [])
    .action(async (subject: string, options) => {
      const { runExplain } = await import('./explain-command.ts')
      finish(await runExplain(subject, options, terminal))
    })
}

function addPolicies(program: Command, terminal: Terminal, finish: Finish): void {
  const policies = common(program.command('policies'))
    .description('list the policies')
    .addOption(new Option('--format <name>', 'how to print').choices(['text', 'json', 'markdown']).default('text'))
    .option('--policies <glob>', 'further policy files; may be given several times', collect, [])
    .action(async (options) => {
      const { runPolicies } = await import('./policies-command.ts')
      finish(await runPolicies(options, terminal))
    })
  common(policies.command('test'))
    .description('run the examples of policy files')
    .argument('<files...>', 'policy files')
    .action(async (files: string[]) => {
      const { runPolicyTests } = await import('./policies-test-command.ts')
      finish(await runPolicyTests(files, terminal))
    })
}

function addMerge(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('merge')
    .description('merge JSON reports of shards or repositories into one')
    .argument(
      '<reports...>',
      'files that --format json wrote; FOLDER=FILE puts the paths of one below a folder; a folder is all reports in it',
    )
    .option('--format <name[=file]>', `${[...FORMATS.keys()].join(', ')}; may be given several times`, collect, [])
    .addOption(failOn().default('error'))
    .option('--quiet', 'findings alone')
    .option('--verbose', 'also suppressed findings, all containers that are not resolved, and links')
    .option('--no-color', 'print without colours')
    .helpOption('-h, --help', 'print this help')
    .action(async (reports: string[], options) => {
      const { runMerge } = await import('./merge-command.ts')
      finish(await runMerge(reports, options, terminal))
    })
}

function addInit(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('init')
    .description('write .workerlint.yaml, a workflow and a pre-commit entry')
    .option('--force', 'overwrite files that are there')
    .helpOption('-h, --help', 'print this help')
    .allowExcessArguments(false)
    .action(async (options) => {
      const { runInit } = await import('./init-command.ts')
      finish(await runInit(options, terminal))
    })
}

function addCompletion(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('completion')
    .description('print the completion script of a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .helpOption('-h, --help', 'print this help')
    .allowExcessArguments(false)
    .action(async (shell: string) => {
      const { runCompletion } = await import('./completion-command.ts')
      finish(runCompletion(shell, program, terminal))
    })
}

function exitCodeOf(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.userError
  if (error instanceof UserError) {
    terminal.stderr.write(`${error.message}\n`)
    return EXIT.userError
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const kind = error instanceof InternalError ? 'workerlint has a bug' : 'workerlint failed unexpectedly'
  terminal.stderr.write(`${kind}; please report it at https://github.com/workerlint/workerlint/issues\n${detail}\n`)
  return EXIT.bug
}
