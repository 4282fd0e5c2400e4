/** Workloads that nobody is likely to ask about again: they keep what a report names, and are read again for the rest. */
import { InternalError } from '../source/errors.ts'
import { ownText } from '../source/own-text.ts'
import type { RecentValues } from '../source/recent.ts'
import type { Manifest } from './manifest.ts'
import { readWorkloads } from './read-workloads.ts'
import type { System } from './system.ts'
import type { Container, Workload } from './workload.ts'

/** What all light workloads are read again with. */
export interface LightReading {
  /** Asked for when all objects have been read. */
  readonly system: () => System
  readonly recent: RecentValues
}

/** What light copies are made of. */
type WorkloadParts = Pick<Workload, 'manifest' | 'containers'>

/** Light copies of the workloads of a manifest, in their order. */
export function lightWorkloads(
  workloads: readonly WorkloadParts[],
  manifest: Manifest,
  reading: LightReading,
): readonly Workload[] {
  const all = new ForgettableWorkloads(manifest, reading)
  return workloads.map((workload, index) => new LightWorkload(workload, all, index))
}

/** The workloads of a manifest, remembered for a while. */
class ForgettableWorkloads {
  readonly #manifest: Manifest
  readonly #reading: LightReading
  #workloads: readonly Workload[] | null = null

  constructor(manifest: Manifest, reading: LightReading) {
    this.#manifest = manifest
    this.#reading = reading
  }

  at(index: number): Workload {
    return presentOf((this.#workloads ?? this.#read())[index])
  }

  forget(): void {
    this.#workloads = null
  }

  #read(): readonly Workload[] {
    const workloads = readWorkloads(this.#manifest, this.#reading.system())
    this.#workloads = workloads
    this.#reading.recent.remember(this, 1)
    return workloads
  }
}

class LightWorkload implements Workload {
  readonly manifest: Manifest
  readonly containers: readonly Container[]
  readonly #all: ForgettableWorkloads
  readonly #index: number

  constructor({ manifest, containers }: WorkloadParts, all: ForgettableWorkloads, index: number) {
    this.manifest = manifest
    this.containers = containers.map((container, place) => new LightContainer(container, this, place))
    this.#all = all
    this.#index = index
  }

  whole(): Workload {
    return this.#all.at(this.#index)
  }

  get podSpec() {
    return this.whole().podSpec
  }

  get podSpecPath() {
    return this.whole().podSpecPath
  }

  get annotations() {
    return this.whole().annotations
  }

  get podLabels() {
    return this.whole().podLabels
  }

  get replicas() {
    return this.whole().replicas
  }

  get isTemplate() {
    return this.whole().isTemplate
  }
}

class LightContainer implements Container {
  readonly name: string
  readonly role: Container['role']
  readonly #workload: LightWorkload
  readonly #index: number

  constructor({ name, role }: Pick<Container, 'name' | 'role'>, workload: LightWorkload, index: number) {
    this.name = ownText(name)
    this.role = role
    this.#workload = workload
    this.#index = index
  }

  get image() {
    return this.#whole().image
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
    return presentOf(this.#workload.whole().containers[this.#index])
  }
}

function presentOf<T>(value: T | undefined): T {
  if (value === undefined) throw new InternalError('a workload is read differently the second time')
  return value
}
