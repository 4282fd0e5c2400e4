#!/usr/bin/env node
// Writes every generated file: the list of programs, the compiled policies of the bundle, their texts and pages, and the schema. `git diff --exit-code` shows what was stale.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { parse } from 'yaml'

const root = new URL('..', import.meta.url).pathname

writeFileSync(join(root, 'src/programs/registry.ts'), programRegistry())
writeFileSync(join(root, 'src/policies/policy-texts.ts'), policyTexts())
writeFileSync(join(root, 'README.md'), readmeWithTables())
execFileSync(
  join(root, 'node_modules/.bin/biome'),
  ['check', '--write', 'src/programs/registry.ts', 'src/policies/policy-texts.ts'],
  { cwd: root, stdio: 'ignore' },
)
for (const [path, text] of await documents()) {
  mkdirSync(join(root, dirname(path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** Pages, schema and vocabulary come from the sources, bundled for this version of Node. Pages of removed policies go. */
async function documents() {
  const folder = mkdtempSync(join(tmpdir(), 'workerlint-generate-'))
  try {
    const outfile = join(folder, 'documents.mjs')
    await build({
      absWorkingDir: root,
      entryPoints: ['src/generated-documents.ts'],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      logLevel: 'warning',
      banner: {
        js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
      },
    })
    const { generatedDocuments } = await import(pathToFileURL(outfile).href)
    const measured = join(root, 'lab/verdicts.json')
    const verdicts = existsSync(measured) ? JSON.parse(readFileSync(measured, 'utf8')) : {}
    const texts = generatedDocuments(readFileSync(join(root, 'src/policies/vocabulary.ts'), 'utf8'), verdicts)
    rmSync(join(root, 'docs/policies'), { recursive: true, force: true })
    return texts
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function programRegistry() {
  const folders = readdirSync(join(root, 'src/programs'), { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && readdirSync(join(root, 'src/programs', entry.name)).includes('program.ts'),
    )
    .map((entry) => entry.name)
    .sort()
  const names = folders.map((folder) => folder.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()))
  return [
    '/** All programs, one folder each; written by `npm run generate` from the folders it finds. */',
    ...folders.map((folder, index) => `import { program as ${names[index]} } from './${folder}/program.ts'`),
    "import type { Program } from './program.ts'",
    '',
    '/** Every program that workerlint knows. */',
    `export const PROGRAMS: readonly Program[] = [${names.join(', ')}]`,
    '',
  ].join('\n')
}

function policyTexts() {
  const policies = join(root, 'policies')
  const files = readdirSync(policies, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => readdirSync(join(policies, entry.name)).map((file) => `${entry.name}/${file}`))
    .filter((file) => file.endsWith('.yaml'))
    .sort()
  return [
    '/** The texts of `policies/`; written by `npm run generate`, for the pages that people read. */',
    '',
    '/** Policy files by path below `policies/`. */',
    'export const POLICY_TEXTS: ReadonlyMap<string, string> = new Map([',
    ...files.map(
      (file) => `  [${JSON.stringify(file)}, ${JSON.stringify(readFileSync(join(policies, file), 'utf8'))}],`,
    ),
    '])',
    '',
  ].join('\n')
}

/** The README with the inputs and outputs of action.yml between its markers. */
function readmeWithTables() {
  const { inputs, outputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
  const cell = (text) => text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')
  const shown = (text) => (text === '' ? '' : `\`${text}\``)
  const tables = {
    inputs: [
      '| input | default | meaning |',
      '|---|---|---|',
      ...Object.entries(inputs).map(
        ([name, entry]) => `| \`${name}\` | ${shown(entry.default)} | ${cell(entry.description)} |`,
      ),
    ],
    outputs: [
      '| output | meaning |',
      '|---|---|',
      ...Object.entries(outputs).map(([name, entry]) => `| \`${name}\` | ${cell(entry.description)} |`),
    ],
  }
  return Object.entries(tables).reduce(
    (text, [name, lines]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`),
        (_, open, close) => `${open}\n${lines.join('\n')}\n${close}`,
      ),
    readFileSync(join(root, 'README.md'), 'utf8'),
  )
}
