/**
 * The bundle: what esbuild splits the sources into, as scripts. One holds everything that a check begins with; what is loaded
 * when it is needed has one of its own. A script can be stored with what it compiled while it ran; a module cannot.
 */
import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { build, transform } from 'esbuild'
import { buildOptions } from './build-options.mjs'

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

/** The files of the bundle by path, the start script with the names of its modules, and esbuild's account of all modules. */
export async function linkScripts({ minify }) {
  const { outputFiles, metafile } = await build({ ...buildOptions('bundle'), minify, write: false })
  const textOf = new Map(outputFiles.map(({ path, text }) => [basename(path), text]))
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]))
  const nameOf = new Map([...outputs].map(([name, { entryPoint }]) => [entryPoint, name]))
  const modules = new Set(AT_START.flatMap((entry) => [...closure(nameOf.get(entry), outputs)]))
  const text = await linkStart({ modules, asked: askedFor(outputs, modules), textOf, minify })
  const start = `chunks/start-${createHash('sha256').update(text).digest('hex').slice(0, 8).toUpperCase()}.js`
  const files = new Map([[start, text]])
  const loader = await linkLoader(minify)
  for (const [name, output] of outputs) {
    if (modules.has(name)) continue
    const { code } = await transform(textOf.get(name), { ...SCRIPT, minify })
    if (ENTRIES.includes(output.entryPoint)) files.set(name, entryText(loader, start, code))
    else files.set(`chunks/${name}`, code)
  }
  return { files, start: { path: start, modules }, metafile }
}

/** A module and all that it imports before it runs. */
function closure(name, outputs, found = new Set()) {
  if (found.has(name)) return found
  found.add(name)
  for (const { path, kind } of outputs.get(name).imports)
    if (kind === 'import-statement' && outputs.has(basename(path))) closure(basename(path), outputs, found)
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

function entryText(loader, start, code) {
  const bundle = `{folder:require("node:path").join(__dirname,"chunks"),start:${JSON.stringify(basename(start))},require}`
  return `${loader}loader.runScripts(${bundle},(require)=>{${code}});\n`
}
