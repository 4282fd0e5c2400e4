#!/usr/bin/env node
// npm run new:program NAME: writes the folder of a new program and lists it.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [name] = process.argv.slice(2)
if (name === undefined || !/^[a-z][a-z0-9-]*$/.test(name)) {
  console.error('usage: npm run new:program NAME (lower-case letters, digits and dashes)')
  process.exit(2)
}
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = join(root, 'src/programs', name)
if (existsSync(folder)) {
  console.error(`src/programs/${name} exists`)
  process.exit(2)
}
mkdirSync(folder)
writeFileSync(
  join(folder, 'program.ts'),
  `/** ${name}: what its settings are and how it uses processes. */
import { defineProgram, knownNumber } from '../parsing/table-program.ts'

/** ${name}. */
export const program = defineProgram({
  name: '${name}',
  executables: ['${name}'],
  style: 'argparse',
  docs: 'https://example.com/${name}',
  sizeSetting: 'workers',
  options: [
    { setting: 'workers', flags: ['-w', '--workers'], type: 'int', default: 1, variables: ['WEB_CONCURRENCY'] },
    { setting: 'version', flags: ['--version'], type: 'boolean', default: false },
    { setting: 'help', flags: ['-h', '--help'], type: 'boolean', default: false },
  ],
  role: () => 'web',
  model: (settings) => ({ processes: knownNumber(settings, 'workers'), threads: 1, concurrency: 'process', parents: 1 }),
})
`,
)
execFileSync(process.execPath, [join(root, 'scripts/generate.mjs')], { stdio: 'inherit' })
console.log(`src/programs/${name}/program.ts is listed; fill in its table`)
