/** How the bundles are made, for the build and for what measures it. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** The options of esbuild for bundles in a folder. */
export function buildOptions(outdir) {
  return {
    absWorkingDir: root,
    entryPoints: { cli: 'src/cli.ts', index: 'src/action.ts' },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    charset: 'utf8',
    chunkNames: 'chunks/[name]-[hash]',
    legalComments: 'none',
    metafile: true,
    alias: { punycode: join(root, 'node_modules/punycode/punycode.es6.js') },
    logLevel: 'warning',
  }
}
