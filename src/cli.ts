/** The command line: words in, exit code out. */
void import('./cli/run-cli.ts')
  .then(({ runCli }) =>
    runCli(process.argv.slice(2), {
      workingDirectory: process.cwd(),
      environment: process.env,
      stdout: process.stdout,
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
