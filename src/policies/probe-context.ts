/** What policies see of a container's probes. */
import { itemsAt, mapAt, numberAt, stringAt, type YamlNode } from '../manifests/node.ts'
import { type LazyRecord, lazyRecord, readersOf } from './lazy-record.ts'

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const

/** One probe. Defaults: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Probe */
export function probeContext(container: YamlNode, field: string): LazyRecord {
  const node = mapAt(container, [field])
  const kind = node === undefined ? 'none' : probeKind(node)
  const words = itemsAt(node, ['exec', 'command']).map((item) => stringAt(item, []) ?? '')
  return lazyRecord(PROBE, { container, field, node, kind, words, command: words.join(' ') })
}

/** The probes that are set, each with its field name as `probe`. */
export function probeList(container: YamlNode): readonly LazyRecord[] {
  return PROBES.map((field) => probeContext(container, field)).filter((probe) => probe.read('kind') !== 'none')
}

/** A probe's node, which may be missing, and the container it is of. */
interface ProbeSource {
  readonly container: YamlNode
  readonly field: string
  readonly node: YamlNode | undefined
  readonly kind: string
  /** Words of an exec probe, and the same joined by spaces. */
  readonly words: readonly string[]
  readonly command: string
}

const PROBE = readersOf<ProbeSource>([
  ['kind', ({ kind }) => kind],
  ['probe', ({ field }) => field],
  ['timeoutSeconds', ({ node }) => numberAt(node, ['timeoutSeconds']) ?? 1],
  ['periodSeconds', ({ node }) => numberAt(node, ['periodSeconds']) ?? 10],
  ['failureThreshold', ({ node }) => numberAt(node, ['failureThreshold']) ?? 3],
  ['initialDelaySeconds', ({ node }) => numberAt(node, ['initialDelaySeconds']) ?? 0],
  ['port', ({ container, node, kind }) => probePort(container, node, kind)],
  ['command', ({ command }) => command],
  ['asksCelery', ({ command }) => asksCelery(command)],
  ['celeryTimeout', ({ command }) => celeryTimeout(command)],
  ['hasDestination', ({ command }) => /\s(-d|--destination)([= ]|\S)/.test(command)],
  ['literalVariable', ({ words }) => literalVariable(words)],
])

function probeKind(node: YamlNode): string {
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
