/**
 * Modules that only some input needs. They are imported like any other, and have a script of their own in the bundle, which is
 * read when something of them is first called. That is sound because no module does anything when it is loaded.
 */
import { join, relative } from 'node:path'

const LATE = [
  'src/check-approximation.ts',
  'src/check-rendering.ts',
  'src/cli/baseline-file.ts',
  'src/cli/fix.ts',
  'src/cli/git.ts',
  'src/cli/patch.ts',
  'src/cli/since-base.ts',
  'src/cli/standard-input.ts',
  'src/commands/dockerfile.ts',
  'src/configuration/load-configuration.ts',
  'src/findings/join-reports.ts',
  'src/fleet-plans.ts',
  'src/inspect-all.ts',
  'src/manifests/library.ts',
  'src/python/evaluate.ts',
  'src/render-all.ts',
  'src/reports/annotations.ts',
  'src/reports/gitlab.ts',
  'src/reports/html.ts',
  'src/reports/inspect-json.ts',
  'src/reports/json.ts',
  'src/reports/junit.ts',
  'src/reports/markdown.ts',
  'src/reports/sarif.ts',
  'src/shard.ts',
  'src/trace-committed.ts',
]

/** Options of esbuild under which the importers of late modules ask the loader for them by name. */
export function lateModules(options) {
  const names = new Map(LATE.map((path) => [path, `late-${path.replace(/^src\/|\.ts$/g, '').replaceAll('/', '-')}`]))
  const entryPoints = Object.fromEntries([...names].map(([path, name]) => [name, path]))
  const plugin = {
    name: 'late modules',
    setup(build) {
      build.onResolve({ filter: /^\..*\.ts$/ }, ({ path, resolveDir, kind }) => {
        const name = names.get(relative(options.absWorkingDir, join(resolveDir, path)))
        return name === undefined || kind === 'entry-point' ? null : { path: `./${name}.js`, external: true }
      })
    },
  }
  return { ...options, entryPoints: { ...options.entryPoints, ...entryPoints }, plugins: [plugin] }
}
