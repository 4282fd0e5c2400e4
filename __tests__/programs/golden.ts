/** Golden cases: what a real program made of a command line, variables and files. */
import type { JsonProcess } from '../../src/reports/inspect-json.ts'
import { inspectTexts } from '../inspect.ts'

/** One case; `expect` has the settings, or `error` when the program refuses to start. */
export interface GoldenCase {
  readonly id: string
  readonly argv: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
  readonly expect: Readonly<Record<string, unknown>>
}

/** What differs between the golden case and what was read; empty when nothing does. */
export async function differences(golden: GoldenCase, program: string): Promise<readonly string[]> {
  const process = await processOf(golden, program)
  if (process === undefined) return ['no process']
  if (golden.expect['error'] === true) return process.startupError === null ? ['it starts'] : []
  if (process.startupError !== null) return [`it does not start: ${process.startupError}`]
  return Object.entries(golden.expect).flatMap(([name, wanted]) => {
    const setting = process.settings[name]
    if (name === 'app') return []
    if (typeof wanted === 'object' && wanted !== null && 'dependsOn' in wanted) {
      return setting?.known === false && setting.dependsOn === 'cpu_count' ? [] : [`${name} is known`]
    }
    if ((wanted === null || wanted === false) && !setting?.value) return []
    const isSame = setting?.known === true && JSON.stringify(setting.value) === JSON.stringify(wanted)
    return isSame ? [] : [`${name}: ${JSON.stringify(setting)}, not ${JSON.stringify(wanted)}`]
  })
}

async function processOf(golden: GoldenCase, program: string): Promise<JsonProcess | undefined> {
  const [container] = await inspectTexts({ 'p.yaml': manifestOf(golden) })
  return container?.processes.find((process) => process.program === program)
}

/** The case as a Pod whose files are a mounted ConfigMap. */
function manifestOf(golden: GoldenCase): string {
  const quote = (text: string) => JSON.stringify(text)
  const files = Object.entries(golden.files ?? {})
  const literal = (text: string) => quote(text.replaceAll('$(', '$$('))
  const data = files.map(([, text], index) => `  f${index}: ${quote(text)}\n`).join('')
  const head = files.length === 0 ? '' : `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: files}\ndata:\n${data}---\n`
  const env = Object.entries(golden.env ?? {}).map(
    ([name, value]) => `{name: ${quote(name)}, value: ${literal(value)}}`,
  )
  const mounts = files.map(([path], index) => `{name: files, mountPath: ${quote(`/app/${path}`)}, subPath: f${index}}`)
  return `${head}apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  volumes: [${files.length === 0 ? '' : '{name: files, configMap: {name: files}}'}]
  containers:
    - name: c
      image: example.test/app:1
      workingDir: /app
      command: [${golden.argv.map(literal).join(', ')}]
      env: [${env.join(', ')}]
      volumeMounts: [${mounts.join(', ')}]
`
}
