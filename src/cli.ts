/** The command line: words in, exit code out. */
import { outputOf } from './cli/direct-output.ts'

void import('./cli/run-cli.ts')
  .then(({ runCli }) =>
    runCli(process.argv.slice(2), {
      workingDirectory: process.cwd(),
      environment: process.env,
      stdout: outputOf(1, () => process.stdout),
      // A stream is made when it is first looked at, which takes a millisecond or two.
      get stderr() {
        return process.stderr
      },
      get stdin() {
        return process.stdin
      },
    }),
  )
  .then((code) => {
    process.exitCode = code
  })
