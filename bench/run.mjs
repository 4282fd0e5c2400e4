/**
 * Times `workerlint check` on a repository made for it: `npm run bench -- --files=1000`, or on a folder of yours:
 * `npm run bench -- --folder=path`. Prints the machine, the versions, the command and three runs.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const RUNS = 3
/** Of the manifests of a large repository few run gunicorn or celery: one folder of the examples among these many files. */
const FILES_PER_EXAMPLE = 50

const root = join(import.meta.dirname, '..')
const cli = join(root, 'dist', 'cli.js')
const { values } = parseArgs({ options: { files: { type: 'string', default: '1000' }, folder: { type: 'string' } } })

/** Folders of ConfigMaps and Services, and the examples once for every fifty files. */
function writeRepository(folder, files) {
  for (let index = 0; index < files; index++) {
    const place = join(folder, `app-${Math.floor(index / FILES_PER_EXAMPLE)}`)
    if (index % FILES_PER_EXAMPLE === 0) cpSync(join(root, 'examples'), join(place, 'shop'), { recursive: true })
    mkdirSync(place, { recursive: true })
    writeFileSync(join(place, `plain-${index}.yaml`), plainManifest(index))
  }
}

function plainManifest(index) {
  const lines = Array.from({ length: 60 }, (_, line) => `  KEY_${line}: "value ${index} ${line}"`)
  return [
    'apiVersion: v1',
    'kind: ConfigMap',
    'metadata:',
    `  name: settings-${index}`,
    'data:',
    ...lines,
    '---',
    'apiVersion: v1',
    'kind: Service',
    'metadata:',
    `  name: service-${index}`,
    'spec:',
    '  ports: [{port: 80}]',
    '',
  ].join('\n')
}

function countFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
}

/** One run: seconds of the whole process, and its peak memory as the kernel counted it. */
function run(folder) {
  const reporter = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))`
  const started = performance.now()
  const result = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(reporter)}`, cli, 'check', folder, '--format', 'json'],
    { encoding: 'utf8', maxBuffer: 1 << 30 },
  )
  const seconds = (performance.now() - started) / 1000
  if (result.status !== 0 && result.status !== 1) throw new Error(`exit code ${result.status}: ${result.stderr}`)
  return { seconds, mebibytes: Number(/peak (\d+)/.exec(result.stderr)?.[1]) / 1024, report: JSON.parse(result.stdout) }
}

const made = values.folder === undefined
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'workerlint-bench-'))
try {
  if (made) writeRepository(folder, Number(values.files))
  console.log(
    `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  )
  console.log(`node dist/cli.js check ${made ? '<folder>' : folder} --format json; ${countFiles(folder)} files`)
  for (let index = 0; index < RUNS; index++) {
    const { seconds, mebibytes, report } = run(folder)
    console.log(`${seconds.toFixed(2)} s, ${Math.round(mebibytes)} MiB at the peak, ${report.findings.length} findings`)
  }
} finally {
  if (made) rmSync(folder, { recursive: true, force: true })
}
