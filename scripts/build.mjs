#!/usr/bin/env node
// Builds dist/: two entries (dist/cli.js, dist/index.js) and the scripts that they load.
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { linkScripts } from './link-scripts.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const outdir = process.argv[2] ?? join(root, 'dist')

rmSync(outdir, { recursive: true, force: true })
mkdirSync(join(outdir, 'chunks'), { recursive: true })
const { files, metafile } = await linkScripts({ minify: true })
for (const [path, text] of files) writeFileSync(join(outdir, path), text)
const cli = join(outdir, 'cli.js')
writeFileSync(cli, `#!/usr/bin/env node\n${readFileSync(cli, 'utf8')}`)
// The mode that writing takes counts for new files only, and this one is there already.
chmodSync(cli, 0o755)
writeFileSync(join(outdir, 'package.json'), '{"type":"commonjs"}\n')
writeFileSync(join(outdir, 'licenses.txt'), collectLicenses(metafile))

/** The licence texts of every package whose code is in the bundle. */
function collectLicenses(metafile) {
  const packages = new Set()
  for (const input of Object.keys(metafile.inputs)) {
    const match = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)
    if (match) packages.add(match[1])
  }
  return [...packages]
    .sort()
    .map((name) => {
      const folder = join(root, 'node_modules', name)
      const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
      const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
      return `${name} ${version}\nLicense: ${typeof license === 'string' ? license : JSON.stringify(license)}\n${text}`
    })
    .join('\n----------------------------------------\n\n')
}
