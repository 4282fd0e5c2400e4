/** Workloads that the API server would refuse, by the schemas of the Kubernetes API. */

import { nodeAt, type YamlNode } from '../manifests/node.ts'
import type { Problem } from '../source/errors.ts'
import { type FieldPath, printFieldPath } from '../source/field-path.ts'
import { appendAll } from '../source/lists.ts'
import { lineColumnAt } from '../source/source-file.ts'
import { hasShape } from './shape.ts'
import type { Workload } from './workload.ts'
import { WORKLOAD_SHAPES } from './workload-shapes.ts'

/** A compiled schema: true when the object fits, else `errors` says why not. */
interface SchemaModule {
  readonly validate: SchemaValidator
}

interface SchemaValidator {
  (value: unknown): boolean
  readonly errors?: readonly SchemaError[] | null
}

interface SchemaError {
  readonly instancePath: string
  readonly keyword: string
  readonly params?: Readonly<Record<string, unknown>>
}

/** Schemas by `apiVersion/kind`, loaded when a workload of the kind is seen that is not of a known shape. */
const SCHEMAS: ReadonlyMap<string, () => Promise<SchemaModule>> = new Map([
  ['apps/v1/Deployment', () => import('kubernetes-models/_schemas/IoK8sApiAppsV1Deployment')],
  ['apps/v1/StatefulSet', () => import('kubernetes-models/_schemas/IoK8sApiAppsV1StatefulSet')],
  ['apps/v1/DaemonSet', () => import('kubernetes-models/_schemas/IoK8sApiAppsV1DaemonSet')],
  ['apps/v1/ReplicaSet', () => import('kubernetes-models/_schemas/IoK8sApiAppsV1ReplicaSet')],
  ['batch/v1/Job', () => import('kubernetes-models/_schemas/IoK8sApiBatchV1Job')],
  ['batch/v1/CronJob', () => import('kubernetes-models/_schemas/IoK8sApiBatchV1CronJob')],
  ['v1/Pod', () => import('kubernetes-models/_schemas/IoK8sApiCoreV1Pod')],
])

/** What the API server would refuse in workloads; one problem a place. Manifests with placeholders are left alone. */
export async function validateWorkloads(workloads: readonly Workload[]): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const workload of workloads) {
    const { identity } = workload.manifest
    const name = `${identity.apiVersion}/${identity.kind}`
    const load = SCHEMAS.get(name)
    const shape = WORKLOAD_SHAPES.get(name)
    if (load === undefined || workload.isTemplate) continue
    if (shape !== undefined && hasShape(workload.manifest.object, shape)) continue
    const { validate } = await load()
    if (!validate(toPlain(workload.manifest.object))) appendAll(problems, problemsOf(workload, validate.errors ?? []))
  }
  return problems
}

/** The first error of each place: those of `oneOf` branches only repeat it. A missing selector or image is somebody else's to tell. */
function problemsOf(workload: Workload, errors: readonly SchemaError[]): readonly Problem[] {
  const seen = new Set<string>()
  return errors.flatMap((error) => {
    if (seen.has(error.instancePath) || error.keyword === 'required' || error.keyword === 'oneOf') return []
    seen.add(error.instancePath)
    const { object, file } = workload.manifest
    const path = fieldPath(error.instancePath)
    const place = nodeAt(object, path)?.location ?? object.location
    const { line } = lineColumnAt(file, place.span.start)
    return [
      {
        file: file.path,
        line,
        message: `${printFieldPath(path)} ${demandOf(error)}; the API server refuses it`,
      },
    ]
  })
}

/** What a schema keyword asks for. Source: https://ajv.js.org/api.html#error-parameters */
function demandOf({ keyword, params }: SchemaError): string {
  switch (keyword) {
    case 'type':
      return `must be ${String(params?.['type']).replace(',', ' or ')}`
    case 'enum':
      return `must be one of ${String(params?.['allowedValues'])}`
    case 'format':
      return `must be ${String(params?.['format'])}`
    default:
      return 'is not valid'
  }
}

function fieldPath(pointer: string): FieldPath {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}

function toPlain(node: YamlNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value
    case 'sequence':
      return node.items.map(toPlain)
    case 'map': {
      const plain: Record<string, unknown> = Object.create(null)
      for (const [key, { value }] of node.entries) plain[key] = toPlain(value)
      return plain
    }
  }
}
