/** Measured memory of containers: from KRR, from a CSV, or from VerticalPodAutoscalers among the manifests. */
import { itemsAt, stringAt } from '../manifests/node.ts'
import { UserError } from '../source/errors.ts'
import { parseQuantity, toBytes } from '../units/quantity.ts'
import type { Manifest } from '../workloads/manifest.ts'
import type { Workload } from '../workloads/workload.ts'

/** Peak memory in bytes by `namespace/workload/container`; the namespace is empty where it is not known. */
export type UsageTable = ReadonlyMap<string, number>

/** Reads a usage file; `name` is what messages call it. A file in neither form is the user's mistake. */
export function readUsage(text: string, name: string): UsageTable {
  return /^\s*[[{]/.test(text) ? readKrr(text, name) : readCsv(text, name)
}

/** The measured peak of a container, first with its namespace, then without. */
export function usageOf(table: UsageTable, workload: Workload, container: string): number | undefined {
  if (table.size === 0) return undefined
  const { namespace, name } = workload.manifest.identity
  return (
    table.get(`${namespace ?? ''}/${name}/${container}`) ??
    (namespace === null ? anyNamespace(table, name, container) : table.get(`/${name}/${container}`))
  )
}

/** `status.recommendation` of VerticalPodAutoscalers. Source: https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/api.md */
export function usageOfAutoscalers(autoscalers: readonly Manifest[]): UsageTable {
  const table = new Map<string, number>()
  for (const { object, identity } of autoscalers) {
    const target = stringAt(object, ['spec', 'targetRef', 'name'])
    for (const item of itemsAt(object, ['status', 'recommendation', 'containerRecommendations'])) {
      const container = stringAt(item, ['containerName'])
      const bytes = memoryOf(stringAt(item, ['target', 'memory']))
      if (target !== undefined && container !== undefined && bytes !== null) {
        table.set(`${identity.namespace ?? ''}/${target}/${container}`, bytes)
      }
    }
  }
  return table
}

/** A manifest without a namespace takes the measurement when only one namespace has it. */
function anyNamespace(table: UsageTable, name: string, container: string): number | undefined {
  const found = [...table].filter(([key]) => key.endsWith(`/${name}/${container}`))
  return found.length === 1 ? found[0]?.[1] : undefined
}

/** `krr simple -f json`: each scan has an object and its recommended memory, the peak and a buffer. Source: https://github.com/robusta-dev/krr */
function readKrr(text: string, name: string): UsageTable {
  const table = new Map<string, number>()
  for (const scan of scansOf(text, name)) {
    const object = field(scan, 'object')
    const bytes = field(field(field(field(scan, 'recommended'), 'limits'), 'memory'), 'value')
    const key = [field(object, 'namespace') ?? '', field(object, 'name'), field(object, 'container')].join('/')
    if (typeof bytes === 'number' && bytes > 0) table.set(key, bytes)
  }
  return table
}

function scansOf(text: string, name: string): readonly unknown[] {
  try {
    const scans = field(JSON.parse(text), 'scans')
    if (Array.isArray(scans)) return scans
  } catch {
    // Told below: it is no JSON.
  }
  throw new UserError(`${name} is no report of KRR: expected JSON with a list "scans"`)
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined
}

/** A table with the columns namespace, workload, container and memoryPeak, in any order. */
function readCsv(text: string, name: string): UsageTable {
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const columns = head.split(',').map((column) => column.trim())
  const missing = ['namespace', 'workload', 'container', 'memoryPeak'].filter((column) => !columns.includes(column))
  if (missing.length > 0)
    throw new UserError(
      `${name}:1: the columns ${missing.join(', ')} are missing; expected namespace,workload,container,memoryPeak,cpuP95`,
    )
  const table = new Map<string, number>()
  for (const [index, line] of lines.entries()) {
    const cells = line.split(',').map((cell) => cell.trim())
    const get = (column: string) => cells[columns.indexOf(column)] ?? ''
    const bytes = memoryOf(get('memoryPeak'))
    if (bytes === null)
      throw new UserError(
        `${name}:${index + 2}: memoryPeak is "${get('memoryPeak')}"; expected an amount such as 230Mi`,
      )
    table.set([get('namespace'), get('workload'), get('container')].join('/'), bytes)
  }
  return table
}

function memoryOf(text: string | undefined): number | null {
  const quantity = text === undefined ? null : parseQuantity(text)
  return quantity === null || quantity.nanos <= 0n ? null : toBytes(quantity)
}
