/** Workloads that nobody is likely to ask about again: they keep what a report names, and are read again for the rest. */
import { InternalError } from '../source/errors.ts'
import { ownText } from '../source/own-text.ts'
import { Recent, type RecentValues } from '../source/recent.ts'
import type { Manifest } from './manifest.ts'
import { readWorkloads } from './read-workloads.ts'
import type { System } from './system.ts'
import type { Container, Workload } from './workload.ts'

/** What light workloads are read again from. */
export interface LightSource {
  readonly manifest: Manifest
  /** Asked for when all objects have been read. */
  readonly system: () => System
  readonly recent: RecentValues
}

/** What light copies are made of. */
type WorkloadParts = Pick<Workload, 'manifest' | 'containers'>

/** Light copies of the workloads of a manifest, in their order. */
export function lightWorkloads(workloads: readonly WorkloadParts[], source: LightSource): readonly Workload[] {
  const again = new Recent(null, () => readWorkloads(source.manifest, source.system()), source.recent)
  return workloads.map((workload, index) => new LightWorkload(workload, { again, index }))
}

/** One of the workloads that are read again together. */
interface Place {
  readonly again: Recent<readonly Workload[]>
  readonly index: number
}

function wholeAt({ again, index }: Place): Workload {
  return presentOf(again.get()[index])
}

class LightWorkload implements Workload {
  readonly manifest: Manifest
  readonly containers: readonly Container[]
  readonly #place: Place

  constructor({ manifest, containers }: WorkloadParts, place: Place) {
    this.manifest = manifest
    this.containers = containers.map((container, index) => new LightContainer(container, place, index))
    this.#place = place
  }

  get podSpec() {
    return wholeAt(this.#place).podSpec
  }

  get podSpecPath() {
    return wholeAt(this.#place).podSpecPath
  }

  get annotations() {
    return wholeAt(this.#place).annotations
  }

  get podLabels() {
    return wholeAt(this.#place).podLabels
  }

  get replicas() {
    return wholeAt(this.#place).replicas
  }

  get isTemplate() {
    return wholeAt(this.#place).isTemplate
  }
}

class LightContainer implements Container {
  readonly name: string
  readonly role: Container['role']
  readonly image: string | null
  readonly #place: Place
  readonly #index: number

  constructor({ name, role, image }: Container, place: Place, index: number) {
    this.name = ownText(name)
    this.role = role
    this.image = image === null ? null : ownText(image)
    this.#place = place
    this.#index = index
  }

  get node() {
    return this.#whole().node
  }

  get path() {
    return this.#whole().path
  }

  get command() {
    return this.#whole().command
  }

  get args() {
    return this.#whole().args
  }

  get environment() {
    return this.#whole().environment
  }

  get variableSources() {
    return this.#whole().variableSources
  }

  get workingDirectory() {
    return this.#whole().workingDirectory
  }

  get resources() {
    return this.#whole().resources
  }

  readMounted(path: string) {
    return this.#whole().readMounted(path)
  }

  #whole(): Container {
    return presentOf(wholeAt(this.#place).containers[this.#index])
  }
}

function presentOf<T>(value: T | undefined): T {
  if (value === undefined) throw new InternalError('a workload is read differently the second time')
  return value
}
