/** `inspect --format json`: every container with its processes, settings and where each value comes from. */
import type { InspectedContainer, Inspection } from '../inspection/inspection.ts'
import type { ProgramProcess, Setting, SettingValue } from '../programs/program.ts'
import { lookupVariable } from '../source/environment.ts'
import type { Location } from '../source/location.ts'
import { stringOf } from '../source/resolved.ts'
import { lineColumnAt } from '../source/source-file.ts'
import { VERSION } from '../version.ts'
import type { Amount, Resources } from '../workloads/workload.ts'
import type { JsonProblem, JsonWorkload } from './json-report.ts'
import { maskText, maskWords } from './secrets.ts'

/** A setting; unknown ones say why. */
export interface JsonSetting {
  readonly known: boolean
  readonly value?: unknown
  readonly origin?: string
  readonly why?: string
  readonly dependsOn?: string
  readonly at?: { readonly file: string; readonly line: number; readonly column: number }
}

/** One process. */
export interface JsonProcess {
  readonly program: string
  readonly role: string
  readonly argv: readonly (string | null)[]
  readonly via: readonly string[]
  readonly pid1: boolean
  readonly conditional: boolean
  readonly env: Readonly<Record<string, string | null>>
  readonly startupError: string | null
  readonly settings: Readonly<Record<string, JsonSetting>>
}

/** Amounts of a list; null when not set or not known. */
export interface JsonAmounts {
  readonly cpuMillicores: number | null
  readonly memoryBytes: number | null
}

/** What the container asks for and may use. */
export interface JsonResources {
  readonly requests: JsonAmounts
  readonly limits: JsonAmounts
  readonly source: string
}

/** One container. */
export interface JsonContainer {
  readonly file: string
  readonly line: number
  readonly workload: JsonWorkload
  readonly container: string
  readonly role: string
  readonly replicas: { readonly min: number | null; readonly max: number | null; readonly source: string }
  readonly resources: JsonResources
  readonly status: string
  readonly why: string | null
  readonly processes: readonly JsonProcess[]
}

/** The whole inspection. */
export interface JsonInspection {
  readonly schemaVersion: 1
  readonly tool: { readonly name: string; readonly version: string }
  readonly containers: readonly JsonContainer[]
  readonly problems: readonly JsonProblem[]
}

/** Where people typed what stands at a place: the place itself, or for a rendered text that of its source. */
export type PlaceOf = (location: Location) => Location

/** Inspections as plain data, with what could not be rendered. */
export function toJsonInspection(
  inspections: readonly { readonly inspection: Inspection; readonly placeOf: PlaceOf }[],
  problems: readonly JsonProblem[] = [],
): JsonInspection {
  return {
    schemaVersion: 1,
    tool: { name: 'workerlint', version: VERSION },
    containers: inspections.flatMap(({ inspection, placeOf }) =>
      inspection.containers.map((container) => toJsonContainer(container, placeOf)),
    ),
    problems: [...inspections.flatMap(({ inspection }) => inspection.problems), ...problems],
  }
}

function toJsonContainer({ workload, container, processes }: InspectedContainer, placeOf: PlaceOf): JsonContainer {
  const { identity } = workload.manifest
  const { min, max, source } = workload.replicas
  const { file, line } = toJsonPlace(placeOf(container.node.location))
  return {
    file,
    line,
    workload: { ...identity },
    container: container.name,
    role: container.role,
    replicas: { min, max, source },
    resources: toJsonResources(container.resources),
    status: processes.status,
    why: processes.why,
    processes: processes.processes.map((process) => toJsonProcess(process, placeOf)),
  }
}

function toJsonResources(resources: Resources): JsonResources {
  const amounts = (list: 'requests' | 'limits') => ({
    cpuMillicores: amountValue(resources[list].cpu),
    memoryBytes: amountValue(resources[list].memory),
  })
  return { requests: amounts('requests'), limits: amounts('limits'), source: resources.source }
}

function amountValue(amount: Amount): number | null {
  return amount.known ? amount.value : null
}

function toJsonProcess(process: ProgramProcess, placeOf: PlaceOf): JsonProcess {
  const { invocation } = process
  return {
    program: process.program,
    role: process.role,
    argv: maskWords(invocation.argv.map(stringOf)),
    via: invocation.via,
    pid1: invocation.termination === 'pid1',
    conditional: invocation.conditional,
    env: processVariables(process),
    startupError: process.startupError === null ? null : maskText(process.startupError.message),
    settings: Object.fromEntries(
      [...process.settings].map(([name, setting]) => [name, toJsonSetting(setting, placeOf)]),
    ),
  }
}

/** The variables that the program reads, as it sees them; unset ones are left out. */
function processVariables(process: ProgramProcess): Record<string, string | null> {
  const variables: Record<string, string | null> = {}
  for (const name of process.readsVariables) {
    const value = lookupVariable(process.invocation.environment, name)
    if (value !== undefined) variables[name] = maskVariable(name, stringOf(value))
  }
  return variables
}

function maskSetting(value: SettingValue): SettingValue {
  if (typeof value === 'string') return maskText(value)
  return Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? maskText(item) : item)) : value
}

function maskVariable(name: string, value: string | null): string | null {
  return maskWords([`--${name}`, value])[1] ?? null
}

function toJsonSetting(setting: Setting, placeOf: PlaceOf): JsonSetting {
  const at = setting.at === undefined ? {} : { at: toJsonPlace(placeOf(setting.at)) }
  if (setting.known) return { known: true, value: maskSetting(setting.value), origin: setting.origin, ...at }
  const dependsOn = setting.dependsOn === undefined ? {} : { dependsOn: setting.dependsOn }
  return { known: false, why: setting.why, ...dependsOn, ...at }
}

function toJsonPlace(location: Location) {
  return { file: location.file.path, ...lineColumnAt(location.file, location.span.start) }
}
