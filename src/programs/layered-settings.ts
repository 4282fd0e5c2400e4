/** Settings of a process over defaults that all processes of its program share. */
import type { Setting, Settings } from './program.ts'

/** Settings of which few differ from the defaults. */
export class LayeredSettings implements Settings {
  /** The settings that are no defaults. */
  readonly own: Settings
  /** What the others are. */
  readonly defaults: Settings
  #all: Settings | null = null

  constructor(own: Settings, defaults: Settings) {
    this.own = own
    this.defaults = defaults
  }

  get size(): number {
    return this.#merged().size
  }

  get(name: string): Setting | undefined {
    return this.own.get(name) ?? this.defaults.get(name)
  }

  has(name: string): boolean {
    return this.own.has(name) || this.defaults.has(name)
  }

  keys() {
    return this.#merged().keys()
  }

  values() {
    return this.#merged().values()
  }

  entries() {
    return this.#merged().entries()
  }

  forEach(visit: (setting: Setting, name: string, settings: Settings) => void): void {
    this.#merged().forEach(visit)
  }

  [Symbol.iterator]() {
    return this.entries()
  }

  #merged(): Settings {
    this.#all ??= new Map([...this.defaults, ...this.own])
    return this.#all
  }
}

/** A setting that is not known, with its name. */
export type UnknownSetting = readonly [name: string, setting: Extract<Setting, { readonly known: false }>]

/** The settings that are not known, in their order. Shared defaults are known, so that only the others are looked at. */
export function unknownSettings(settings: Settings): readonly UnknownSetting[] {
  if (!(settings instanceof LayeredSettings)) return unknownAmong(settings)
  const own = unknownAmong(settings.own)
  if (own.length < 2) return own
  const beyond = new Map(own.map((unknown) => [unknown[0], unknown]))
  const ordered: UnknownSetting[] = []
  settings.defaults.forEach((_, name) => {
    const unknown = beyond.get(name)
    if (unknown !== undefined) ordered.push(unknown)
    beyond.delete(name)
  })
  return [...ordered, ...beyond.values()]
}

function unknownAmong(settings: Settings): readonly UnknownSetting[] {
  const unknown: UnknownSetting[] = []
  settings.forEach((setting, name) => {
    if (!setting.known) unknown.push([name, setting])
  })
  return unknown
}
