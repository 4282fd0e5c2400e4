/** What process policies see: settings, the process, and its sizing. Unknown values are left out. */
import type { InspectedContainer } from '../programs/inspection.ts'
import type { ProgramProcess } from '../programs/program.ts'
import type { ProcessSizing } from '../sizing/size-process.ts'
import { stringOf } from '../source/resolved.ts'
import { formatBytes, formatMebibytes, formatMillicores } from '../units/format.ts'
import { hostsOf, isLastInvocation, portsOf, signalsGroup, variablesInUse } from './process-facts.ts'
import { wordFacts } from './word-facts.ts'

/** Values by name, as CEL takes them. */
export type Context = Readonly<Record<string, unknown>>

/** The settings whose values are known. */
export function settingsContext(process: ProgramProcess): Context {
  const values: Record<string, unknown> = {}
  for (const [name, setting] of process.settings) if (setting.known) values[name] = setting.value
  return values
}

/** Where each known setting comes from: cli, env, configFile or default. */
export function originsContext(process: ProgramProcess): Context {
  const values: Record<string, unknown> = {}
  for (const [name, setting] of process.settings) if (setting.known) values[name] = setting.origin
  return values
}

/** The process itself. */
export function processContext(process: ProgramProcess, inspected: InspectedContainer): Context {
  const { invocation, model } = process
  const facts = wordFacts(process)
  const size = process.sizeSetting === null ? undefined : process.settings.get(process.sizeSetting)
  const text = (word: typeof facts.spacedWord) => (word === undefined ? null : stringOf(word))
  const slots =
    model === null || model.processes === null || model.threads === null ? null : model.processes * model.threads
  return withoutUndefined({
    program: process.program,
    role: process.role,
    via: invocation.via,
    termination: invocation.termination,
    pid1: invocation.termination === 'pid1',
    conditional: invocation.conditional,
    startupError: process.startupError?.message ?? null,
    startupErrorSetting: process.startupError?.setting ?? null,
    cpuCountSettings: cpuCountSettings(process),
    processes: model?.processes ?? undefined,
    threads: model?.threads ?? undefined,
    slots: slots ?? undefined,
    parents: model?.parents,
    concurrency: model?.concurrency,
    spacedWord: text(facts.spacedWord),
    spacedFlag: text(facts.spacedWord)?.split(/\s/)[0] ?? null,
    unexpandedWord: text(facts.unexpandedWord),
    undefinedReference: text(facts.undefinedReference),
    equalsShortFlag: text(facts.equalsShortFlag),
    zeroWord: text(facts.zeroWord),
    legacyWord: text(facts.legacyWord),
    sizeValue: size?.known === true ? size.value : undefined,
    sizeOrigin: size?.known === true ? size.origin : undefined,
    isLast: isLastInvocation(process, inspected),
    ports: portsOf(process),
    hosts: hostsOf(process),
    signalsGroup: signalsGroup(process, inspected.container),
    variablesInUse: variablesInUse(process, inspected.container),
    command: invocation.argv.map((word) => stringOf(word) ?? '…').join(' '),
  })
}

/** Sizing figures; what there is nothing to size by is left out. */
export function sizingContext(sizing: ProcessSizing | null): Context {
  if (sizing === null) return { recommended: {} }
  const { cpu, memory, assumptions } = sizing
  return withoutUndefined({
    cpu: typeof cpu === 'string' ? undefined : cpu.value / 1000,
    cpuText: typeof cpu === 'string' ? undefined : formatMillicores(cpu.value),
    cpuIsLimit: typeof cpu === 'string' ? undefined : cpu.step.term === 'limits.cpu',
    memory: typeof memory === 'string' ? undefined : memory.value,
    memoryText: typeof memory === 'string' ? undefined : formatBytes(memory.value),
    memoryNeed: sizing.memoryNeed ?? undefined,
    memoryNeedText: sizing.memoryNeed === null ? undefined : formatMebibytes(sizing.memoryNeed),
    memoryFloor: sizing.memoryFloor ?? undefined,
    memoryFloorText: sizing.memoryFloor === null ? undefined : formatMebibytes(sizing.memoryFloor),
    baseMemory: assumptions.baseMemory.value,
    workerMemory: assumptions.workerMemory.value,
    workerMemoryText: formatMebibytes(assumptions.workerMemory.value),
    isMeasured: assumptions.workerMemory.source !== 'default',
    headroom: assumptions.headroom,
    profile: assumptions.profile.value,
    profileIsDefault: assumptions.profile.source === 'default',
    topology: assumptions.topology.value,
    recommended: Object.fromEntries([...sizing.recommended].map(([name, { value }]) => [name, value])),
  })
}

function cpuCountSettings(process: ProgramProcess): readonly string[] {
  return [...process.settings].flatMap(([name, setting]) =>
    !setting.known && setting.dependsOn === 'cpu_count' ? [name] : [],
  )
}

/** The values that are there; an absent one is unknown to CEL. */
export function withoutUndefined(values: Record<string, unknown>): Context {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
