import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { JsonProcess } from '../../src/reports/inspect-json.ts'
import { inspectTexts } from '../inspect.ts'

/** A golden case: what the real program made of a command line, variables and files. */
interface GoldenCase {
  readonly id: string
  readonly argv: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
  readonly expect: Readonly<Record<string, unknown>>
}

function load(name: string): readonly GoldenCase[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/conformance', `${name}.json`), 'utf8'))
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

async function processOf(golden: GoldenCase, program: string): Promise<JsonProcess | undefined> {
  const [container] = await inspectTexts({ 'p.yaml': manifestOf(golden) })
  return container?.processes.find((process) => process.program === program)
}

/** What differs between the golden case and what was read; empty when nothing does. */
async function differences(golden: GoldenCase, program: string): Promise<readonly string[]> {
  const process = await processOf(golden, program)
  if (process === undefined) return ['no process']
  if (golden.expect['error'] === true) return process.startupError === null ? ['it starts'] : []
  if (process.startupError !== null) return [process.startupError]
  return Object.entries(golden.expect).flatMap(([name, wanted]) => {
    const setting = process.settings[name]
    if (name === 'app') return []
    if (typeof wanted === 'object' && wanted !== null && 'dependsOn' in wanted) {
      return setting?.known === false && setting.dependsOn === 'cpu_count' ? [] : [`${name} is known`]
    }
    if ((wanted === null || wanted === false) && !setting?.value) return []
    return setting?.known === true && JSON.stringify(setting.value) === JSON.stringify(wanted)
      ? []
      : [`${name}: ${JSON.stringify(setting)}, not ${JSON.stringify(wanted)}`]
  })
}

describe.each(['gunicorn', 'celery'])('%s settings are what the real program resolved', (program) => {
  const cases = load(program)

  test(`in all ${cases.length} golden cases`, async () => {
    const wrong: string[] = []
    for (const golden of cases) {
      const found = await differences(golden, program)
      if (found.length > 0) wrong.push(`${golden.id} ${golden.argv.join(' ')}: ${found.join('; ')}`)
    }
    expect(wrong).toEqual([])
  })
})
