/**
 * The bundle: what esbuild splits the sources into, as scripts. One holds everything that a check begins with; what is loaded
 * when it is needed has one of its own. A script can be stored with what it compiled while it ran; a module cannot.
 */
import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { build, transform } from 'esbuild'
import { buildOptions } from './build-options.mjs'
import { lateModules } from './late-modules.mjs'

const START = 'start.js'
const ENTRIES = ['src/cli.ts', 'src/action.ts']

/** What every check loads, whatever it checks. */
const AT_START = ['src/cli/run-cli.ts', 'src/cli/check-command.ts']

/** How scripts are written: as CommonJS, whose `require` the loader gives, and in ASCII, which is read fastest. */
const SCRIPT = {
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  charset: 'ascii',
  legalComments: 'none',
  logLevel: 'warning',
  supported: { 'dynamic-import': false },
}

/** The files of the bundle by path, the names of the modules in its start script, and esbuild's account of all modules. */
export async function linkScripts({ minify }) {
  const options = lateModules({ ...buildOptions('bundle'), minify })
  const { outputFiles, metafile } = await build({ ...options, write: false })
  const textOf = new Map(outputFiles.map(({ path, text }) => [basename(path), text]))
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]))
  const nameOf = new Map([...outputs].map(([name, { entryPoint }]) => [entryPoint, name]))
  const modules = new Set(AT_START.flatMap((entry) => [...closure(nameOf.get(entry), outputs)]))
  const asked = askedFor(outputs, modules)
  const scripts = new Map([[START, await linkStart({ modules, asked, textOf, minify })]])
  for (const name of outputs.keys()) {
    if (modules.has(name)) continue
    const { code } = await transform(textOf.get(name), { ...SCRIPT, minify })
    scripts.set(name, code)
  }
  const loader = await linkLoader(minify)
  const id = hashOf([loader, ...scripts.values()])
  const isEntry = (name) => ENTRIES.includes(outputs.get(name)?.entryPoint)
  const files = [...scripts].map(([name, code]) =>
    isEntry(name)
      ? [name, entryText(loader, id, code)]
      : [`chunks/${name}`, `(function(require,module,exports){${code}\n})\n`],
  )
  return { files: new Map(files), modules, metafile }
}

function hashOf(texts) {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16)
}

/** A module and all that it imports before it runs. */
function closure(name, outputs, found = new Set()) {
  if (found.has(name)) return found
  found.add(name)
  for (const { path, kind, external } of outputs.get(name).imports)
    if (kind === 'import-statement' && external !== true) closure(basename(path), outputs, found)
  return found
}

/** Modules of the start script that the loader is asked for: by other scripts, and by its own where they are imported late. */
function askedFor(outputs, modules) {
  const asked = new Set()
  for (const [name, { imports }] of outputs) {
    for (const { path, kind } of imports)
      if (modules.has(basename(path)) && (kind === 'dynamic-import' || !modules.has(name))) asked.add(basename(path))
  }
  return [...asked].sort()
}

/** One script of all modules that are loaded at the start; it exports those that are asked for, by their names. */
async function linkStart({ modules, asked, textOf, minify }) {
  const linker = {
    name: 'modules',
    setup(build) {
      // An import that is done late stays one, so that its module is not wrapped in a function.
      build.onResolve({ filter: /^\./ }, ({ path, kind }) =>
        modules.has(basename(path)) && kind === 'import-statement'
          ? { path: basename(path), namespace: 'modules' }
          : { path, external: true },
      )
      build.onLoad({ filter: /./, namespace: 'modules' }, ({ path }) => ({ contents: textOf.get(path) }))
    },
  }
  const contents = asked.map((name) => `export * as ${JSON.stringify(name)} from ${JSON.stringify(`./${name}`)}`)
  const stdin = { contents: contents.join('\n') }
  const options = { ...SCRIPT, stdin, bundle: true, write: false, minify, plugins: [linker] }
  const { outputFiles } = await build(options)
  return outputFiles[0].text
}

/** The loader of scripts, as the head of an entry. */
async function linkLoader(minify) {
  const { outputFiles } = await build({
    ...SCRIPT,
    absWorkingDir: join(import.meta.dirname, '..'),
    entryPoints: ['src/run-scripts.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'loader',
    minify,
  })
  return outputFiles[0].text
}

/** Compiled code is kept by the bundle's `id`, because V8 itself knows a script by its length only. */
function entryText(loader, id, code) {
  const folder = 'require("node:path").join(__dirname,"chunks")'
  const bundle = `{folder:${folder},id:${JSON.stringify(id)},start:${JSON.stringify(START)},require}`
  return `${loader}loader.runScripts(${bundle},(require)=>{${code}});\n`
}
