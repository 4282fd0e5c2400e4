/** Workloads that nobody is likely to ask about again: they keep what a report names, and are read again for the rest. */
import { InternalError } from '../source/errors.ts'
import { Recent, type RecentValues } from '../source/recent.ts'
import type { Manifest } from './manifest.ts'
import { readWorkloads } from './read-workloads.ts'
import type { System } from './system.ts'
import type { Container, Workload } from './workload.ts'

/** Light copies of the workloads of a manifest, in their order. */
export function lightWorkloads(
  workloads: readonly Workload[],
  source: { readonly manifest: Manifest; readonly system: System },
  recent: RecentValues,
): readonly Workload[] {
  const again = new Recent(null, () => readWorkloads(source.manifest, source.system), recent)
  return workloads.map((workload, index) => {
    const whole = () => presentOf(again.get()[index], source.manifest)
    const containers = workload.containers.map(
      (container, place) => new LightContainer(container, () => presentOf(whole().containers[place], source.manifest)),
    )
    return new LightWorkload(workload.manifest, containers, whole)
  })
}

class LightWorkload implements Workload {
  readonly manifest: Manifest
  readonly containers: readonly Container[]
  readonly #whole: () => Workload

  constructor(manifest: Manifest, containers: readonly Container[], whole: () => Workload) {
    this.manifest = manifest
    this.containers = containers
    this.#whole = whole
  }

  get podSpec() {
    return this.#whole().podSpec
  }

  get podSpecPath() {
    return this.#whole().podSpecPath
  }

  get annotations() {
    return this.#whole().annotations
  }

  get podLabels() {
    return this.#whole().podLabels
  }

  get replicas() {
    return this.#whole().replicas
  }

  get isTemplate() {
    return this.#whole().isTemplate
  }
}

class LightContainer implements Container {
  readonly name: string
  readonly role: Container['role']
  readonly image: string | null
  readonly #whole: () => Container

  constructor({ name, role, image }: Container, whole: () => Container) {
    this.name = name
    this.role = role
    this.image = image
    this.#whole = whole
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
}

function presentOf<T>(value: T | undefined, { file }: Manifest): T {
  if (value === undefined) throw new InternalError(`${file.path} is read differently the second time`)
  return value
}
