/** The containers of a repository beside its report, so that the report merged from many can draw the fleet. */
import type { JsonContainer, JsonProcess } from './inspect-json.ts'
import type { MemoryNeed } from './memory-need.ts'

/** All containers with what they need; schema version 1. */
export interface JsonFleet {
  readonly schemaVersion: 1
  readonly containers: readonly JsonContainer[]
  readonly needs: readonly MemoryNeed[]
}

/** Settings that are told even when they are defaults: they decide how many processes there are. */
const SIZING = ['workers', 'concurrency', 'processes', 'threads', 'worker_class_effective', 'pool_effective']

/** The fleet of one repository; of the settings, those that somebody set and those that decide about size. */
export function toJsonFleet(containers: readonly JsonContainer[], needs: readonly MemoryNeed[]): JsonFleet {
  return {
    schemaVersion: 1,
    containers: containers
      .filter(({ status }) => status !== 'notAServer')
      .map((container) => ({ ...container, processes: container.processes.map(withTellingSettings) })),
    needs,
  }
}

/** The fleet with every path below a folder. */
export function fleetBelowFolder({ containers, needs }: JsonFleet, folder: string): JsonFleet {
  const move = (file: string) => `${folder}/${file}`
  const settingsOf = ({ settings }: JsonProcess) =>
    Object.fromEntries(
      Object.entries(settings).map(([name, setting]) => [
        name,
        setting.at === undefined ? setting : { ...setting, at: { ...setting.at, file: move(setting.at.file) } },
      ]),
    )
  return {
    schemaVersion: 1,
    containers: containers.map((container) => ({
      ...container,
      file: move(container.file),
      processes: container.processes.map((process) => ({ ...process, settings: settingsOf(process) })),
    })),
    needs: needs.map((need) => ({ ...need, file: move(need.file) })),
  }
}

function withTellingSettings(process: JsonProcess): JsonProcess {
  const telling = Object.entries(process.settings).filter(
    ([name, setting]) => !setting.known || setting.origin !== 'default' || SIZING.includes(name),
  )
  return { ...process, settings: Object.fromEntries(telling) }
}
