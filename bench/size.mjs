#!/usr/bin/env node
/** Prints what `check examples` loads, and what weighs what in it and in all of `dist/`: `node bench/size.mjs`. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { linkScripts } from '../scripts/link-scripts.mjs'
import { loadedScripts } from './loaded.mjs'
import { printTable } from './table.mjs'

const ROOT = join(import.meta.dirname, '..')
/** Origins that weigh less are summed. */
const LIGHT_BYTES = 10_000

/** Builds what is here and prints its sizes. */
export async function printSizes() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'workerlint-size-')))
  try {
    const { files, modules, metafile } = await linkScripts({ minify: true })
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const loaded = loadedScripts(join(folder, 'cli.js'), ['check', 'examples'], ROOT)
    const bytes = loaded.reduce((sum, path) => sum + statSync(path).size, 0)
    console.log(`\nLoaded by \`check examples\`: ${loaded.length} scripts, ${kilobytes(bytes)} kB`)
    const names = new Set([...modules, ...loaded.map((path) => basename(path))])
    const outputs = Object.entries(metafile.outputs).map(([path, output]) => ({ name: basename(path), output }))
    const atStart = weights(outputs.filter(({ name }) => names.has(name)))
    const everything = weights(outputs)
    const origins = [...everything.keys()].sort((one, other) => everything.get(other) - everything.get(one))
    const heavy = origins.filter((origin) => everything.get(origin) >= LIGHT_BYTES)
    const light = origins.filter((origin) => everything.get(origin) < LIGHT_BYTES)
    const sum = (weightOf, names) => names.reduce((total, name) => total + (weightOf.get(name) ?? 0), 0)
    printTable(
      ['what', 'loaded kB', 'dist kB'],
      [
        ...heavy.map((origin) => [origin, kilobytes(sum(atStart, [origin])), kilobytes(sum(everything, [origin]))]),
        [`${light.length} lighter ones`, kilobytes(sum(atStart, light)), kilobytes(sum(everything, light))],
        ['all', kilobytes(sum(atStart, origins)), kilobytes(sum(everything, origins))],
      ],
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Bytes in bundles by package or room of the source. */
function weights(outputs) {
  const found = new Map()
  for (const { output } of outputs) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const origin = originOf(relative(ROOT, join(ROOT, input)))
      found.set(origin, (found.get(origin) ?? 0) + bytesInOutput)
    }
  }
  return found
}

function originOf(path) {
  return (
    /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path)?.[1] ??
    /^src\/[^/]+(?=\/)/.exec(path)?.[0] ??
    'src'
  )
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(0)
}

if (process.argv[1] === import.meta.filename) await printSizes()
