#!/usr/bin/env node
// Writes lab/predictions.json: what is recommended and expected for every scenario. It is committed before the run that tests it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = new URL('..', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'workerlint-predict-'))
try {
  const outfile = join(folder, 'predict.mjs')
  await build({
    absWorkingDir: root,
    entryPoints: ['lab/predict.ts'],
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
  const { predictions } = await import(pathToFileURL(outfile).href)
  const found = await predictions(join(root, 'lab/scenarios.json'))
  writeFileSync(join(root, 'lab/predictions.json'), `${JSON.stringify(found, null, 2)}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
