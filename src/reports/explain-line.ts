/** `explain FILE:LINE`: every hop by which the values on a line reach a program. */
import type { InspectedContainer, Inspection } from '../inspection/inspection.ts'
import type { ProgramProcess, Setting } from '../programs/program.ts'
import type { Location } from '../source/location.ts'
import { stringOf } from '../source/resolved.ts'
import { lineColumnAt } from '../source/source-file.ts'
import { printable } from './printable.ts'
import { maskText, maskWords } from './secrets.ts'

/** The explanation of a line; says so when nothing on it reaches a program. */
export function explainLine(inspection: Inspection, file: string, line: number): string {
  const hops = inspection.containers.flatMap((container) => explainContainer(container, file, line))
  if (hops.length > 0) return `${hops.join('\n')}\n`
  const near = inspection.containers.find(({ container }) => isOn(container.node.location, file, line))
  if (near === undefined) return `Nothing on ${file}:${line} belongs to a container.\n`
  const { processes, why } = near.processes
  const belongs = `${file}:${line} belongs to container ${printable(near.container.name)}`
  if (processes.length === 0) return `${belongs}: ${printable(why ?? 'it runs no server that workerlint knows')}.\n`
  const all = processes.flatMap((process) => explainProcess(near, process, settingsThatAreSet(process)))
  return `No value on ${file}:${line} reaches a program; it belongs to a container that runs this.\n${all.join('\n')}\n`
}

function explainContainer(inspected: InspectedContainer, file: string, line: number): readonly string[] {
  return inspected.processes.processes.flatMap((process) => {
    const settings = [...process.settings].filter(
      ([, setting]) => setting.at !== undefined && touches(setting.at, file, line),
    )
    const words = process.invocation.argv.some((word) => {
      const place = word.known ? word.text.segments[0]?.location : word.at
      return place !== undefined && touches(place, file, line)
    })
    if (settings.length === 0 && !words) return []
    return explainProcess(inspected, process, settings.length > 0 ? settings : settingsThatAreSet(process))
  })
}

function explainProcess(
  { workload, container }: InspectedContainer,
  process: ProgramProcess,
  settings: readonly (readonly [string, Setting])[],
): readonly string[] {
  const { identity } = workload.manifest
  const { invocation } = process
  const words = maskWords(invocation.argv.map(stringOf)).map((word) => printable(word ?? '‹unknown›'))
  return [
    `${identity.kind}/${printable(identity.name)}, container ${printable(container.name)}, image ${printable(container.image ?? '(none)')}`,
    `  command and args in the manifest: ${container.command === null ? 'command from the image' : 'command given'}, ${container.args === null ? 'no args' : 'args given'}`,
    ...invocation.via.map((label) => `  → ${printable(label)}`),
    `  → execve: ${words.join(' ')}`,
    `  → ${process.program} (${process.role})${process.startupError === null ? '' : `, which does not start: ${printable(maskText(process.startupError.message))}`}`,
    ...settings.flatMap(([name, setting]) => explainSetting(name, setting)),
  ]
}

function explainSetting(name: string, setting: Setting): readonly string[] {
  const at = setting.at === undefined ? '' : ` at ${placeOf(setting.at)}`
  const written = setting.writtenAs === undefined ? '' : ` by ${printable(setting.writtenAs)}`
  if (!setting.known) return [`     ${name} is unknown${written}${at}: ${printable(setting.why)}`]
  const hops = (setting.text?.segments ?? []).map((segment) => placeOf(segment.location))
  const through = [...new Set(hops)].filter((place) => setting.at === undefined || place !== placeOf(setting.at))
  const value = `     ${name} = ${printable(maskText(String(setting.value)))}${written} (${setting.origin})${at}`
  return [value, ...through.map((place) => `       written at ${place}`)]
}

function settingsThatAreSet(process: ProgramProcess): readonly (readonly [string, Setting])[] {
  return [...process.settings].filter(([, setting]) => !setting.known || setting.origin !== 'default')
}

function touches(location: Location, file: string, line: number): boolean {
  if (location.file.path !== file) return false
  const start = lineColumnAt(location.file, location.span.start).line
  return start <= line && line <= lineColumnAt(location.file, location.span.end).line
}

function isOn(location: Location, file: string, line: number): boolean {
  return touches(location, file, line)
}

function placeOf(location: Location): string {
  const { line, column } = lineColumnAt(location.file, location.span.start)
  return `${printable(location.file.path)}:${line}:${column}`
}
