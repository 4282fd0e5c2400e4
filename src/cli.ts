/** The command line: words in, exit code out. */
import module from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

// Compiled code is kept in a folder of the user's own, where Node can (22.8 and later; NODE_DISABLE_COMPILE_CACHE=1 turns it off).
// https://nodejs.org/api/module.html#moduleenablecompilecachecachedir
module.enableCompileCache?.(join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'workerlint'))

const { runCli } = await import('./cli/run-cli.ts')

process.exitCode = await runCli(process.argv.slice(2), {
  workingDirectory: process.cwd(),
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
})
