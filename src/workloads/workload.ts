/** Workloads and containers: what runs, how often, with which resources and variables. */
import type { YamlMap, YamlNode } from '../manifests/node.ts'
import type { Environment } from '../source/environment.ts'
import type { FieldPath } from '../source/field-path.ts'
import type { Location } from '../source/location.ts'
import type { Resolved, ResolvedText } from '../source/resolved.ts'
import type { SourcedText } from '../source/sourced-text.ts'
import type { Manifest } from './manifest.ts'

/** How many pods run; `max` is null when nothing bounds it (a DaemonSet). */
export interface Replicas {
  readonly min: number | null
  readonly max: number | null
  /** `spec.replicas`, `HorizontalPodAutoscaler/web`, `ScaledObject/worker`, `default` and so on. */
  readonly source: string
  readonly at: Location | undefined
}

/** A resource that is set, not set (value null) or not readable. Millicores or bytes. */
export type Amount = Resolved<number | null>

/** Requests or limits of one container. */
export interface ResourceAmounts {
  readonly cpu: Amount
  readonly memory: Amount
}

/** What the container may use, after defaults from LimitRanges and pod-level resources. */
export interface Resources {
  readonly requests: ResourceAmounts
  readonly limits: ResourceAmounts
  readonly source: 'container' | 'limitRange' | 'pod'
}

/** Where the value of a variable comes from. */
export interface VariableSource {
  readonly name: string
  readonly kind: 'literal' | 'configMap' | 'secret' | 'field' | 'resource' | 'other'
  /** The place of the entry in `env`; undefined for keys of `envFrom`. */
  readonly at: Location | undefined
  readonly node: YamlNode | undefined
}

/** A file as the container sees it. */
export type MountedFile =
  | { readonly kind: 'text'; readonly text: SourcedText }
  | { readonly kind: 'unknown'; readonly why: string }
  | { readonly kind: 'notMounted' }

/** The part a container plays in its pod. */
export type ContainerRole = 'container' | 'initContainer' | 'sidecar'

/** One container of a pod template. */
export interface Container {
  readonly name: string
  readonly role: ContainerRole
  readonly node: YamlMap
  /** Field path of the container in its object. */
  readonly path: FieldPath
  readonly image: string | null
  /** Null when the manifest leaves it to the image. */
  readonly command: readonly ResolvedText[] | null
  readonly args: readonly ResolvedText[] | null
  readonly environment: Environment
  readonly variableSources: readonly VariableSource[]
  readonly workingDirectory: string | null
  readonly resources: Resources
  /** Files from mounted ConfigMaps. */
  readMounted(path: string): MountedFile
}

/** A pod template with its owner. */
export interface Workload {
  readonly manifest: Manifest
  readonly podSpec: YamlMap
  readonly podSpecPath: FieldPath
  /** Annotations of the object and its pod template; those of the template win. */
  readonly annotations: ReadonlyMap<string, string>
  readonly podLabels: ReadonlyMap<string, string>
  readonly replicas: Replicas
  readonly containers: readonly Container[]
  /** Placeholders (`${IMAGE}`, `{{ TAG }}`) show that something else fills this manifest in. */
  readonly isTemplate: boolean
}
