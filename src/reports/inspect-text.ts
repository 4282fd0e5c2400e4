/** `inspect --format text`: a tree for each workload. */

import { styleText } from 'node:util'
import { appendAll } from '../source/lists.ts'
import type { Presentation } from './formatter.ts'
import type { JsonContainer, JsonInspection, JsonProcess, JsonSetting } from './inspect-json.ts'
import { printable } from './printable.ts'

type Style = Parameters<typeof styleText>[0]

/** The inspection for people; containers that run no known server only with `verbose`. */
export function formatInspection(inspection: JsonInspection, presentation: Presentation): string {
  const paint = (style: Style, text: string) =>
    presentation.useColor ? styleText(style, text, { validateStream: false }) : text
  const printing: Printing = { presentation, paint }
  const isVerbose = presentation.verbosity === 'verbose'
  const shown = inspection.containers.filter((container) => isVerbose || container.status !== 'notAServer')
  const hidden = inspection.containers.length - shown.length
  const sections = groupByWorkload(shown).map((group) => formatWorkload(group, printing))
  const problems = inspection.problems.map(({ file, line, message }) =>
    paint('red', `${printable(file)}:${line} ${printable(message)}`),
  )
  const rest =
    hidden > 0
      ? [paint('dim', `${hidden} other containers run no server that workerlint knows (--verbose shows them)`)]
      : []
  return `${[...sections, ...problems, ...rest].join('\n\n')}\n`
}

interface Printing {
  readonly presentation: Presentation
  paint(style: Style, text: string): string
}

function groupByWorkload(containers: readonly JsonContainer[]): readonly (readonly JsonContainer[])[] {
  const groups = new Map<string, JsonContainer[]>()
  for (const container of containers) {
    const { workload } = container
    const key = [container.file, workload.kind, workload.namespace, workload.name].join('\n')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [container])
    else group.push(container)
  }
  return [...groups.values()]
}

function formatWorkload(containers: readonly JsonContainer[], printing: Printing): string {
  const [first] = containers
  if (first === undefined) return ''
  const { workload, replicas } = first
  const { paint } = printing
  const name = `${workload.kind}/${printable(workload.name)}`
  const namespace = workload.namespace === null ? '' : ` in ${printable(workload.namespace)}`
  const count =
    replicas.min === replicas.max ? `${replicas.min ?? '?'}` : `${replicas.min ?? '?'}–${replicas.max ?? '?'}`
  const header = `${paint('bold', name)}${namespace}  ${count} × ${paint('dim', `(${replicas.source})  ${printable(first.file)}`)}`
  return [
    header,
    ...containers.flatMap((container, index) => formatContainer(container, index === containers.length - 1, printing)),
  ].join('\n')
}

function formatContainer(container: JsonContainer, isLast: boolean, printing: Printing): readonly string[] {
  const { paint } = printing
  const role = container.role === 'container' ? '' : ` ${container.role}`
  const status =
    container.status === 'resolved'
      ? ''
      : ` ${paint(container.status === 'unresolved' ? 'yellow' : 'dim', container.status)}`
  const lines = [
    `${isLast ? '└─' : '├─'} ${paint('bold', printable(container.container))}${role}${status} ${paint('dim', `:${container.line}`)}`,
  ]
  const indent = isLast ? '   ' : '│  '
  if (container.why !== null) appendAll(lines, wrapped(`why: ${container.why}`, indent, printing))
  for (const [index, process] of container.processes.entries()) {
    appendAll(lines, formatProcess(process, indent, index === container.processes.length - 1, printing))
  }
  return lines
}

function formatProcess(process: JsonProcess, indent: string, isLast: boolean, printing: Printing): readonly string[] {
  const { paint, presentation } = printing
  const conditional = process.conditional ? ` ${paint('yellow', 'on one branch')}` : ''
  const pid1 = process.pid1 ? ' PID 1' : ''
  const via = process.via.length === 0 ? '' : paint('dim', ` via ${process.via.map(printable).join(' → ')}`)
  const lines = [
    `${indent}${isLast ? '└─' : '├─'} ${paint('cyan', process.program)} ${process.role}${pid1}${conditional}${via}`,
  ]
  const inner = `${indent}${isLast ? '   ' : '│  '}`
  appendAll(lines, wrapped(process.argv.map((word) => word ?? '‹unknown›').join(' '), `${inner}$ `, printing))
  if (process.startupError !== null)
    lines.push(`${inner}${paint('red', `does not start: ${printable(process.startupError)}`)}`)
  for (const [name, setting] of Object.entries(process.settings)) {
    if (presentation.verbosity !== 'verbose' && !isTelling(name, setting)) continue
    lines.push(`${inner}${settingLine(name, setting, printing)}`)
  }
  return lines
}

/** Settings that somebody set, and the numbers that decide about size. */
function isTelling(name: string, setting: JsonSetting): boolean {
  if (!setting.known || setting.origin !== 'default')
    return setting.known || setting.dependsOn !== undefined || isSizing(name)
  return isSizing(name)
}

function isSizing(name: string): boolean {
  return ['workers', 'threads', 'worker_class_effective', 'concurrency', 'pool_effective', 'timeout', 'bind'].includes(
    name,
  )
}

function settingLine(name: string, setting: JsonSetting, { paint }: Printing): string {
  const place = setting.at === undefined ? '' : ` (${printable(setting.at.file)}:${setting.at.line})`
  if (!setting.known)
    return `${name} = ${paint('yellow', 'unknown')} ${paint('dim', `${printable(setting.why ?? '')}${place}`)}`
  const value = Array.isArray(setting.value) ? setting.value.join(', ') : String(setting.value)
  return `${name} = ${paint('bold', printable(value))} ${paint('dim', `${setting.origin}${place}`)}`
}

/** Wraps at spaces to the width of the terminal. */
function wrapped(text: string, indent: string, { presentation, paint }: Printing): readonly string[] {
  const width = Math.max(20, presentation.width - indent.length)
  const lines: string[] = []
  let current = ''
  for (const word of printable(text).split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current)
      current = word
    } else current = current === '' ? word : `${current} ${word}`
  }
  lines.push(current)
  const follow = indent.replace('$ ', '  ')
  return lines.map((line, index) => `${index === 0 ? indent : follow}${paint('dim', line)}`)
}
