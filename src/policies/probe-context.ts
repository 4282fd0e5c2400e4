/** What policies see of a container's probes. */
import { itemsAt, mapAt, numberAt, stringAt, type YamlNode } from '../manifests/node.ts'
import { type LazyRecord, lazyRecord, type Readers } from './lazy-record.ts'
import type { Context } from './process-context.ts'

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const

/** One probe. Defaults: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Probe */
export function probeContext(container: YamlNode, field: string): LazyRecord {
  return lazyRecord(PROBE, { container, node: mapAt(container, [field]) })
}

/** The probes that are set, each with its field name as `probe`. */
export function probeList(container: YamlNode): readonly Context[] {
  return PROBES.flatMap((probe) => {
    const node = mapAt(container, [probe])
    if (node === undefined || probeKind(node) === 'none') return []
    const values = [...PROBE].map(([name, read]) => [name, read({ container, node })] as const)
    return [{ ...Object.fromEntries(values), probe }]
  })
}

/** A probe's node, which may be missing, and the container it is of. */
interface ProbeSource {
  readonly container: YamlNode
  readonly node: YamlNode | undefined
}

const PROBE: Readers<ProbeSource> = new Map<string, (source: ProbeSource) => unknown>([
  ['kind', ({ node }) => probeKind(node)],
  ['timeoutSeconds', ({ node }) => numberAt(node, ['timeoutSeconds']) ?? 1],
  ['periodSeconds', ({ node }) => numberAt(node, ['periodSeconds']) ?? 10],
  ['failureThreshold', ({ node }) => numberAt(node, ['failureThreshold']) ?? 3],
  ['initialDelaySeconds', ({ node }) => numberAt(node, ['initialDelaySeconds']) ?? 0],
  ['port', ({ container, node }) => probePort(container, node, probeKind(node))],
  ['command', ({ node }) => commandOf(node)],
  ['asksCelery', ({ node }) => asksCelery(commandOf(node))],
  ['celeryTimeout', ({ node }) => celeryTimeout(commandOf(node))],
  ['hasDestination', ({ node }) => /\s(-d|--destination)([= ]|\S)/.test(commandOf(node))],
  ['literalVariable', ({ node }) => literalVariable(wordsOf(node))],
])

function wordsOf(node: YamlNode | undefined): readonly string[] {
  return itemsAt(node, ['exec', 'command']).map((item) => stringAt(item, []) ?? '')
}

function commandOf(node: YamlNode | undefined): string {
  return wordsOf(node).join(' ')
}

function probeKind(node: YamlNode | undefined): string {
  if (mapAt(node, ['httpGet']) !== undefined) return 'http'
  if (mapAt(node, ['exec']) !== undefined) return 'exec'
  if (mapAt(node, ['tcpSocket']) !== undefined) return 'tcp'
  return mapAt(node, ['grpc']) === undefined ? 'none' : 'grpc'
}

/** The probe's port as a number; a name is looked up among the container's ports. */
function probePort(container: YamlNode, node: YamlNode | undefined, kind: string): number | null {
  const path = kind === 'http' ? ['httpGet', 'port'] : kind === 'tcp' ? ['tcpSocket', 'port'] : ['grpc', 'port']
  const direct = numberAt(node, path)
  if (direct !== undefined) return direct
  const name = stringAt(node, path)
  const port = itemsAt(container, ['ports']).find((item) => name !== undefined && stringAt(item, ['name']) === name)
  return numberAt(port, ['containerPort']) ?? null
}

/** `celery … inspect ping` and `celery … status` ask the workers over the broker. */
function asksCelery(command: string): boolean {
  return (
    /\bcelery\b/.test(command) && /\s(inspect\s+(?:-\S+\s+)*ping|inspect\s.*\bping|status)(\s|$|["'])/.test(command)
  )
}

/** Seconds of celery's own `--timeout`; 1 when it is not given. */
function celeryTimeout(command: string): number {
  const match = /\s(?:-t|--timeout)[= ]?(\d+(?:\.\d+)?)/.exec(command)
  return match?.[1] === undefined ? 1 : Number(match[1])
}

/** A word with `$NAME` that no shell reads. */
function literalVariable(words: readonly string[]): string | null {
  const [program = ''] = words
  if (/(^|\/)(ba|da|a|z|k)?sh$/.test(program) || program === 'env' || words.some((word) => /^-\w*c$/.test(word))) {
    return null
  }
  return words.find((word) => /\$[A-Za-z_]|\$\{[A-Za-z_]|`[^`]+`/.test(word)) ?? null
}
