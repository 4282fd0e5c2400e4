/** Evaluates a module in a test, and has CPython run the same module. */
import { spawnSync } from 'node:child_process'
import { evaluateModule, type ModuleOutcome, type PythonValue } from '../../src/python/evaluate.ts'
import { locationOf } from '../../src/source/location.ts'
import { knownText, type Resolved, type ResolvedText } from '../../src/source/resolved.ts'
import { createSourceFile } from '../../src/source/source-file.ts'
import { verbatimText } from '../../src/source/sourced-text.ts'

/** What a test gives to a module. */
export interface Setting {
  readonly environment?: Readonly<Record<string, string | ResolvedText>>
  readonly open?: string
  readonly cpuCount?: number
}

/** Evaluates a module. */
export function evaluate(source: string, { environment = {}, open, cpuCount }: Setting = {}): ModuleOutcome {
  const written = (path: string, text: string) => verbatimText(locationOf(createSourceFile(path, text), 0, text.length))
  const variables = Object.entries(environment).map(([name, value]): [string, ResolvedText] => [
    name,
    typeof value === 'string' ? knownText(written(`env/${name}`, value)) : value,
  ])
  return evaluateModule(written('gunicorn.conf.py', source), {
    environment: { variables: new Map(variables), open: open === undefined ? null : { why: open } },
    fileName: '/app/gunicorn.conf.py',
    workingDirectory: '/app',
    ...(cpuCount === undefined ? {} : { cpuCount }),
  })
}

/** A value as Python prints it, with sets sorted; `?` stands for what is not known. */
export function show(result: Resolved<PythonValue> | undefined): string {
  if (result === undefined) return 'not set'
  if (!result.known) return result.dependsOn === 'cpu_count' ? '?cpu' : '?'
  const { value } = result
  if (value === null) return 'None'
  switch (typeof value) {
    case 'boolean':
      return value ? 'True' : 'False'
    case 'bigint':
      return String(value)
    case 'number':
      return `float ${value}`
    case 'string':
      return JSON.stringify(value)
  }
  if (value.kind === 'bytes') return `b${JSON.stringify(value.value)}`
  if (value.kind === 'object') return 'object'
  if (value.kind === 'dict') return `{${[...value.entries].map(([key, one]) => `${key}: ${show(one)}`).join(', ')}}`
  const items = value.items.map(show)
  return `${value.kind} ${(value.kind === 'set' ? items.sort() : items).join(', ')}`
}

/** What CPython made of a module. */
export interface RealOutcome {
  readonly names: Readonly<Record<string, string>>
  readonly error: string | null
}

const runner = `
import contextlib, io, json, multiprocessing, os, sys
def show(v):
    if v is None or isinstance(v, bool): return str(v)
    if isinstance(v, int): return str(v)
    if isinstance(v, float):
        if v != v or v in (float('inf'), float('-inf')): return 'float ' + {'inf': 'Infinity', '-inf': '-Infinity', 'nan': 'NaN'}[str(v)]
        return 'float %d' % v if v == int(v) and abs(v) < 1e21 else 'float ' + json.dumps(v)
    if isinstance(v, str): return json.dumps(v, ensure_ascii=False)
    if isinstance(v, bytes): return 'b' + json.dumps(v.decode('latin1'), ensure_ascii=False)
    if isinstance(v, (list, tuple)): return type(v).__name__ + ' ' + ', '.join(map(show, v))
    if isinstance(v, (set, frozenset)): return 'set ' + ', '.join(sorted(map(show, v)))
    if isinstance(v, dict): return '{' + ', '.join('%s: %s' % (k, show(x)) for k, x in v.items()) + '}'
    return 'object'
out = []
job = json.load(sys.stdin)
for source in job['modules']:
    os.environ.clear(); os.environ.update(job['environment'])
    n = job['cpus']
    os.cpu_count = lambda: n; multiprocessing.cpu_count = lambda: n; os.sched_getaffinity = lambda x: set(range(n))
    g = {'__name__': '__config__', '__file__': '/app/gunicorn.conf.py'}
    error = None
    try:
        with contextlib.redirect_stdout(io.StringIO()): exec(compile(source, 'conf', 'exec'), g)
    except BaseException as e: error = type(e).__name__ + (': ' + str(e) if str(e) else '')
    out.append({'names': {k: show(v) for k, v in g.items() if not k.startswith('__')}, 'error': error})
json.dump(out, sys.stdout)
`

/** Is there a Python? */
export function hasPython(): boolean {
  return spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))']).status === 0
}

/** Runs modules in CPython on a node with so many CPUs. */
export function runReally(
  modules: readonly string[],
  environment: Readonly<Record<string, string>>,
  cpus: number,
): readonly RealOutcome[] {
  const input = JSON.stringify({ modules, environment, cpus })
  const run = spawnSync('python3', ['-c', runner], { input, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 60_000 })
  if (run.status !== 0) throw new Error(`CPython ended with ${run.status}: ${run.stderr.slice(-500)}`)
  const found: readonly RealOutcome[] = JSON.parse(run.stdout)
  return found
}
