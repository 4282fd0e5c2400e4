/** Which modules a command loads, in a run of its own. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The files of all modules that a Node script loads with these arguments, in order. */
export function loadedModules(script, args, folder) {
  const place = mkdtempSync(join(tmpdir(), 'workerlint-loaded-'))
  const list = join(place, 'list')
  try {
    // https://nodejs.org/api/module.html#customization-hooks: the hook sees every module, also those that are imported later.
    const hook = `import { appendFileSync } from 'node:fs'
      export async function load(url, context, next) { appendFileSync(${JSON.stringify(list)}, url + '\\n'); return next(url, context) }`
    const register = `import { register } from 'node:module'; register(${JSON.stringify(dataUrl(hook))})`
    const run = ['--no-warnings', '--import', dataUrl(register), script, ...args]
    const { status, stderr } = spawnSync(process.execPath, run, { cwd: folder, encoding: 'utf8' })
    if (status !== 0 && status !== 1) throw new Error(`${script} ended with ${status}: ${stderr}`)
    const urls = readFileSync(list, 'utf8').split('\n')
    return [...new Set(urls.filter((url) => url.startsWith('file:')))].map((url) => fileURLToPath(url))
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function dataUrl(text) {
  return `data:text/javascript,${encodeURIComponent(text)}`
}
