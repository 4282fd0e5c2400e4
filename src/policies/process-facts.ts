/** Facts about a process that follow from its command, its container and its settings. */

import type { InspectedContainer } from '../inspection/inspection.ts'
import { itemsAt, stringAt } from '../manifests/node.ts'
import type { ProgramProcess, Setting } from '../programs/program.ts'
import { stringOf } from '../source/resolved.ts'
import type { Container } from '../workloads/workload.ts'

/** Variables that the program reads by itself or that the container's command or those variables mention. */
export function variablesInUse(process: ProgramProcess, container: Container): readonly string[] {
  const names = [...container.environment.variables.keys()]
  const command = ['command', 'args'].flatMap((field) => textsAt(container, field)).join('\n')
  const read = names.filter((name) => process.readsVariables.includes(name))
  const mentioned = names.filter((name) => mentions(command, name))
  const direct = [...new Set([...read, ...mentioned])]
  const sources = itemsAt(container.node, ['env'])
    .filter((entry) => direct.includes(stringAt(entry, ['name']) ?? ''))
    .map((entry) => stringAt(entry, ['value']) ?? '')
    .join('\n')
  return [...new Set([...direct, ...names.filter((name) => mentions(sources, name))])]
}

/** Is the process the last thing that its container starts? */
export function isLastInvocation(process: ProgramProcess, inspected: InspectedContainer): boolean {
  return inspected.processes.invocations.at(-1) === process.invocation
}

/** TCP ports that a web server listens on; undefined when that is not known. */
export function portsOf(process: ProgramProcess): readonly number[] | undefined {
  switch (process.program) {
    case 'gunicorn':
    case 'hypercorn':
      return addressPorts(process.settings.get('bind'))
    case 'uvicorn':
    case 'fastapi':
    case 'granian':
      return isUnset(process, 'uds') && isUnset(process, 'fd') ? numberPorts(process.settings.get('port')) : undefined
    case 'waitress':
      return isEmptyList(process.settings.get('listen')) && isUnset(process, 'unix_socket')
        ? numberPorts(process.settings.get('port'))
        : undefined
    default:
      return undefined
  }
}

/** Addresses that a web server listens on; undefined when that is not known. */
export function hostsOf(process: ProgramProcess): readonly string[] | undefined {
  const setting = process.settings.get(
    process.program === 'gunicorn' || process.program === 'hypercorn' ? 'bind' : 'host',
  )
  if (setting?.known !== true) return undefined
  const { value } = setting
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.map((address) => String(address).replace(/:\d*$/, '')) : undefined
}

/**
 * Does an init process send the kubelet's signal to every process of the group? dumb-init does unless it is told not to,
 * tini with `-g`. Undefined when the init's own options are not known. Source: https://github.com/Yelp/dumb-init#session-behavior
 */
export function signalsGroup(process: ProgramProcess, container: Container): boolean | undefined {
  const { via } = process.invocation
  const init = via.find((label) => /^(dumb-init|tini|tini-static)$/.test(label))
  if (init === undefined) return false
  const words = [...(container.command ?? []), ...(container.args ?? [])].map(stringOf)
  const at = words.findIndex((word) => word !== null && (word === init || word.endsWith(`/${init}`)))
  if (at < 0) return undefined
  const own = words.slice(at + 1)
  const end = own.findIndex((word) => word === null || !word.startsWith('-') || word === '--')
  const options = own.slice(0, end < 0 ? own.length : end)
  if (init !== 'dumb-init') return options.some((option) => option !== null && /^-[a-z]*g/.test(option))
  const setsid = container.environment.variables.get('DUMB_INIT_SETSID')
  if (setsid !== undefined && !setsid.known) return undefined
  const isSingle = options.some((option) => option === '-c' || option === '--single-child')
  return !isSingle && (setsid === undefined || stringOf(setsid) !== '0')
}

function textsAt(container: Container, field: string): readonly string[] {
  return itemsAt(container.node, [field]).flatMap((item) => stringAt(item, []) ?? [])
}

function mentions(text: string, name: string): boolean {
  let at = text.indexOf(name)
  while (at >= 0) {
    const isWord = !/\w/.test(text[at - 1] ?? '') && !/\w/.test(text[at + name.length] ?? '')
    if (isWord) return true
    at = text.indexOf(name, at + 1)
  }
  return false
}

function isUnset(process: ProgramProcess, name: string): boolean {
  const setting = process.settings.get(name)
  return setting === undefined || (setting.known && setting.value === null)
}

function isEmptyList(setting: Setting | undefined): boolean {
  return setting?.known === true && Array.isArray(setting.value) && setting.value.length === 0
}

function numberPorts(setting: Setting | undefined): readonly number[] | undefined {
  return setting?.known === true && typeof setting.value === 'number' ? [setting.value] : undefined
}

/** Ports of `host:port` addresses; one without a port makes all unknown, a Unix socket has none. */
function addressPorts(setting: Setting | undefined): readonly number[] | undefined {
  if (setting?.known !== true || !Array.isArray(setting.value)) return undefined
  const ports: number[] = []
  for (const address of setting.value) {
    const text = String(address)
    if (text.startsWith('unix:') || text.startsWith('fd:')) continue
    const port = /:(\d+)$/.exec(text)?.[1]
    if (port === undefined) return undefined
    ports.push(Number(port))
  }
  return ports
}
