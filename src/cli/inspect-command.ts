/** `workerlint inspect`. */
import { inspectAll } from '../inspect-all.ts'
import { renderedFolders, renderingOptions } from '../prepare.ts'
import { PROGRAMS } from '../programs/registry.ts'
import { PLAIN } from '../reports/formatter.ts'
import { toJsonInspection } from '../reports/inspect-json.ts'
import { formatInspection } from '../reports/inspect-text.ts'
import { openDiskRepository } from '../repository/disk.ts'
import { UserError } from '../source/errors.ts'
import { pathsOf, type RenderingFlags, renderingOf } from './rendering-flags.ts'
import { EXIT, type Terminal, usesColor, verbosityOf, widthOf } from './terminal.ts'

/** The options as commander gives them. */
export interface InspectCommandOptions extends RenderingFlags {
  readonly format: string
  readonly exclude: readonly string[]
  readonly verbose?: boolean
  readonly color: boolean
}

/** Prints what every container runs. */
export async function runInspect(
  written: readonly string[],
  options: InspectCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const rendering = renderingOf(options, terminal)
  const repository = openDiskRepository({
    workingDirectory: terminal.workingDirectory,
    paths: [...pathsOf(written, rendering), ...renderedFolders(rendering)],
    exclude: options.exclude,
  })
  if (repository.checked.length === 0)
    throw new UserError(`nothing to inspect in ${pathsOf(written, rendering).join(' ')}: no YAML or JSON files`)
  const all = await inspectAll(repository, { programs: PROGRAMS, rendering: renderingOptions(rendering) })
  const inspection = toJsonInspection(all.inspections, all.problems)
  if (options.format === 'json') {
    terminal.stdout.write(`${JSON.stringify(inspection, null, 2)}\n`)
    return EXIT.clean
  }
  terminal.stdout.write(
    formatInspection(inspection, {
      ...PLAIN,
      useColor: usesColor(terminal, terminal.stdout, options.color),
      width: widthOf(terminal.stdout),
      verbosity: verbosityOf(options),
    }),
  )
  return EXIT.clean
}
