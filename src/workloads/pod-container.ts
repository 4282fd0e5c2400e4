/** A container of a pod template. What it needs beyond its name is worked out when somebody asks. */
import { nodeAt, scalarAt, stringAt, type YamlMap, type YamlNode } from '../manifests/node.ts'
import type { Environment } from '../source/environment.ts'
import type { FieldPath } from '../source/field-path.ts'
import { type ResolvedText, unknownText } from '../source/resolved.ts'
import type { SourcedText } from '../source/sourced-text.ts'
import { type ContainerEnvironment, readEnvironment } from './environment.ts'
import { expandReferences } from './expansion.ts'
import type { Manifest } from './manifest.ts'
import { readResources } from './resources.ts'
import type { System } from './system.ts'
import { readMountedFile } from './volumes.ts'
import type { Container, ContainerRole, MountedFile, Resources, VariableSource } from './workload.ts'

/** Where a container stands. */
export interface ContainerRequest {
  readonly manifest: Manifest
  readonly podSpec: YamlMap
  readonly system: System
  readonly node: YamlMap
  readonly path: FieldPath
  readonly role: ContainerRole
}

/** A container over its node. */
export class PodContainer implements Container {
  readonly name: string
  readonly role: ContainerRole
  readonly node: YamlMap
  readonly path: FieldPath
  readonly image: string | null
  readonly environment: Environment
  readonly #request: ContainerRequest
  #command: readonly ResolvedText[] | null | undefined
  #args: readonly ResolvedText[] | null | undefined
  #resources: Resources | null = null
  #variables: ContainerEnvironment | null = null

  constructor(request: ContainerRequest) {
    const { node, role, path } = request
    this.name = stringAt(node, ['name']) ?? ''
    this.role = role
    this.node = node
    this.path = path
    this.image = stringAt(node, ['image']) ?? null
    this.environment = new ReadEnvironment(() => this.#read().environment)
    this.#request = request
  }

  get command(): readonly ResolvedText[] | null {
    if (this.#command === undefined) this.#command = this.#words('command')
    return this.#command
  }

  get args(): readonly ResolvedText[] | null {
    if (this.#args === undefined) this.#args = this.#words('args')
    return this.#args
  }

  get variableSources(): readonly VariableSource[] {
    return this.#read().sources
  }

  get workingDirectory(): string | null {
    return stringAt(this.node, ['workingDir']) ?? null
  }

  get resources(): Resources {
    const { node, podSpec, manifest, system } = this.#request
    this.#resources ??= readResources(node, podSpec, manifest, system)
    return this.#resources
  }

  readMounted(path: string): MountedFile {
    const { node, podSpec, manifest, system } = this.#request
    return readMountedFile({ container: node, podSpec, manifest, system }, path)
  }

  #words(field: string): readonly ResolvedText[] | null {
    return readWords(nodeAt(this.node, [field]), (text) => expandReferences(text, this.environment))
  }

  #read(): ContainerEnvironment {
    const { node, manifest, system } = this.#request
    this.#variables ??= readEnvironment({ container: node, manifest, system, resources: () => this.resources })
    return this.#variables
  }
}

/** The variables of a container, read when a word or a program needs one. */
class ReadEnvironment implements Environment {
  readonly #read: () => Environment

  constructor(read: () => Environment) {
    this.#read = read
  }

  get variables() {
    return this.#read().variables
  }

  get open() {
    return this.#read().open
  }
}

function readWords(
  node: YamlNode | undefined,
  expand: (text: SourcedText) => ResolvedText,
): readonly ResolvedText[] | null {
  if (node === undefined || (node.kind === 'scalar' && node.value === null)) return null
  const items = node.kind === 'sequence' ? node.items : [node]
  if (items.length === 0) return null
  return items.map((item) => {
    const scalar = scalarAt(item, [])
    if (scalar === undefined) return unknownText({ why: 'a word of the command is not a string', at: item.location })
    if (scalar.unknown !== undefined) return unknownText({ why: scalar.unknown, at: scalar.location })
    return expand(scalar.text)
  })
}
