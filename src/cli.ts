/** The command line: words in, exit code out. */
import { outputOf } from './cli/direct-output.ts'
import type { Terminal } from './cli/terminal.ts'

void run()

/** Ends the process at once unless a stream was made, which may have something left to write. */
async function run(): Promise<void> {
  const made = new Set<unknown>()
  const counted = <T>(stream: T): T => {
    made.add(stream)
    return stream
  }
  const terminal: Terminal = {
    workingDirectory: process.cwd(),
    environment: process.env,
    stdout: outputOf(1, () => counted(process.stdout)),
    stderr: outputOf(2, () => counted(process.stderr)),
    get stdin() {
      return counted(process.stdin)
    },
  }
  const { runCli } = await import('./cli/run-cli.ts')
  process.exitCode = await runCli(process.argv.slice(2), terminal)
  if (made.size === 0) process.exit()
}
