/** Which scripts of the bundle a command loads, in a run of its own: `node bench/loaded.mjs dist/cli.js check examples` prints them. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** An entry of the bundle, and all scripts beside and below it that it reads with these arguments, in order. */
export function loadedScripts(entry, args, folder) {
  const place = mkdtempSync(join(tmpdir(), 'workerlint-loaded-'))
  const list = join(place, 'list')
  const hook = join(place, 'hook.cjs')
  try {
    writeFileSync(
      hook,
      `const fs = require('node:fs'), read = fs.readFileSync
      fs.readFileSync = (path, ...rest) => {
        if (typeof path === 'string' && path.startsWith(${JSON.stringify(dirname(entry))}) && path.endsWith('.js'))
          fs.appendFileSync(${JSON.stringify(list)}, path + '\\n')
        return read(path, ...rest)
      }`,
    )
    const environment = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' }
    const run = ['--require', hook, entry, ...args]
    const { status, stderr } = spawnSync(process.execPath, run, { cwd: folder, encoding: 'utf8', env: environment })
    if (status !== 0 && status !== 1) throw new Error(`${entry} ended with ${status}: ${stderr}`)
    return [...new Set([entry, ...readFileSync(list, 'utf8').trim().split('\n')])]
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) {
  const [entry, ...args] = process.argv.slice(2)
  console.log(loadedScripts(resolve(entry), args, process.cwd()).join('\n'))
}
