/** What process policies see: settings, the process, and its sizing. Unknown values are left out. */
import type { InspectedContainer } from '../inspection/inspection.ts'
import { unknownSettings } from '../programs/layered-settings.ts'
import type { ProgramProcess, Setting, SettingOrigin, SettingValue } from '../programs/program.ts'
import type { ProcessSizing } from '../sizing/size-process.ts'
import { stringOf } from '../source/resolved.ts'
import { formatBytes, formatMebibytes, formatMillicores } from '../units/format.ts'
import { type LazyRecord, lazyRecord, MapRecord, readersOf } from './lazy-record.ts'
import { hostsOf, isLastInvocation, portsOf, signalsGroup, variablesInUse } from './process-facts.ts'
import { WORD_FACTS, type WordFact, wordFact } from './word-facts.ts'

/** Values by name, as CEL takes them. */
export type Context = Readonly<Record<string, unknown>>

/** The settings whose values are known. */
export function settingsContext({ settings }: ProgramProcess): LazyRecord {
  return new MapRecord(settings, valueOfSetting)
}

/** Where each known setting comes from: cli, env, configFile or default. */
export function originsContext({ settings }: ProgramProcess): LazyRecord {
  return new MapRecord(settings, originOfSetting)
}

function valueOfSetting(setting: Setting): SettingValue | undefined {
  return setting.known ? setting.value : undefined
}

function originOfSetting(setting: Setting): SettingOrigin | undefined {
  return setting.known ? setting.origin : undefined
}

/** The process itself. */
export function processContext(process: ProgramProcess, inspected: InspectedContainer): LazyRecord {
  return lazyRecord(PROCESS, { process, inspected })
}

/** A process and the container that starts it. */
interface ProcessSource {
  readonly process: ProgramProcess
  readonly inspected: InspectedContainer
}

const PROCESS = readersOf<ProcessSource>([
  ['program', ({ process }) => process.program],
  ['role', ({ process }) => process.role],
  ['via', ({ process }) => process.invocation.via],
  ['termination', ({ process }) => process.invocation.termination],
  ['pid1', ({ process }) => process.invocation.termination === 'pid1'],
  ['conditional', ({ process }) => process.invocation.conditional],
  ['startupError', ({ process }) => process.startupError?.message ?? null],
  ['startupErrorSetting', ({ process }) => process.startupError?.setting ?? null],
  ['cpuCountSettings', ({ process }) => cpuCountSettings(process)],
  ['processes', ({ process }) => process.model?.processes ?? undefined],
  ['threads', ({ process }) => process.model?.threads ?? undefined],
  ['slots', ({ process }) => slotsOf(process)],
  ['parents', ({ process }) => process.model?.parents],
  ['concurrency', ({ process }) => process.model?.concurrency],
  ...WORD_FACTS.map((name) => [name, ({ process }: ProcessSource) => factText(process, name)] as const),
  ['spacedFlag', ({ process }) => factText(process, 'spacedWord')?.split(/\s/)[0] ?? null],
  ['sizeValue', ({ process }) => sizeOf(process)?.value],
  ['sizeOrigin', ({ process }) => sizeOf(process)?.origin],
  ['isLast', ({ process, inspected }) => isLastInvocation(process, inspected)],
  ['ports', ({ process }) => portsOf(process)],
  ['hosts', ({ process }) => hostsOf(process)],
  ['signalsGroup', ({ process, inspected }) => signalsGroup(process, inspected.container)],
  ['variablesInUse', ({ process, inspected }) => variablesInUse(process, inspected.container)],
  ['command', ({ process }) => process.invocation.argv.map((word) => stringOf(word) ?? '…').join(' ')],
])

function slotsOf({ model }: ProgramProcess): number | undefined {
  return model === null || model.processes === null || model.threads === null
    ? undefined
    : model.processes * model.threads
}

function factText(process: ProgramProcess, name: WordFact): string | null {
  const word = wordFact(process, name)
  return word === undefined ? null : stringOf(word)
}

/** The setting that decides how many processes work, when it is known. */
function sizeOf({ sizeSetting, settings }: ProgramProcess): Extract<Setting, { readonly known: true }> | undefined {
  const size = sizeSetting === null ? undefined : settings.get(sizeSetting)
  return size?.known === true ? size : undefined
}

/** Sizing figures; what there is nothing to size by is left out. */
export function sizingContext(sizing: ProcessSizing | null): LazyRecord {
  return sizing === null ? lazyRecord(UNSIZED, null) : lazyRecord(SIZING, sizing)
}

const UNSIZED = readersOf<null>([['recommended', () => ({})]])

const SIZING = readersOf<ProcessSizing>([
  ['cpu', ({ cpu }) => (typeof cpu === 'string' ? undefined : cpu.value / 1000)],
  ['cpuText', ({ cpu }) => (typeof cpu === 'string' ? undefined : formatMillicores(cpu.value))],
  ['cpuIsLimit', ({ cpu }) => (typeof cpu === 'string' ? undefined : cpu.step.term === 'limits.cpu')],
  ['memory', ({ memory }) => (typeof memory === 'string' ? undefined : memory.value)],
  ['memoryText', ({ memory }) => (typeof memory === 'string' ? undefined : formatBytes(memory.value))],
  ['memoryNeed', ({ memoryNeed }) => memoryNeed ?? undefined],
  ['memoryNeedText', ({ memoryNeed }) => (memoryNeed === null ? undefined : formatMebibytes(memoryNeed))],
  ['memoryFloor', ({ memoryFloor }) => memoryFloor ?? undefined],
  ['memoryFloorText', ({ memoryFloor }) => (memoryFloor === null ? undefined : formatMebibytes(memoryFloor))],
  ['baseMemory', ({ assumptions }) => assumptions.baseMemory.value],
  ['workerMemory', ({ assumptions }) => assumptions.workerMemory.value],
  ['workerMemoryText', ({ assumptions }) => formatMebibytes(assumptions.workerMemory.value)],
  ['isMeasured', ({ assumptions }) => assumptions.workerMemory.source !== 'default'],
  ['headroom', ({ assumptions }) => assumptions.headroom],
  ['profile', ({ assumptions }) => assumptions.profile.value],
  ['profileIsDefault', ({ assumptions }) => assumptions.profile.source === 'default'],
  ['topology', ({ assumptions }) => assumptions.topology.value],
  [
    'recommended',
    ({ recommended }) => Object.fromEntries([...recommended].map(([name, { value }]) => [name, value] as const)),
  ],
])

function cpuCountSettings(process: ProgramProcess): readonly string[] {
  return unknownSettings(process.settings).flatMap(([name, { dependsOn }]) => (dependsOn === 'cpu_count' ? [name] : []))
}

/** The values that are there; an absent one is unknown to CEL. */
export function withoutUndefined(values: Record<string, unknown>): Context {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
