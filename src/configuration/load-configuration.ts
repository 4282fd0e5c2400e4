/** `.workerlint.yaml` to a configuration; every mistake of the file is told at once, with its place. */
import { childOf, type YamlEntry, type YamlMap, type YamlNode } from '../manifests/node.ts'
import { parseYaml } from '../manifests/parse.ts'
import { loadedParameter } from '../policies/load-policy.ts'
import { didYouMean, type Mistake, mistakeAt } from '../policies/mistakes.ts'
import {
  type NodeReader,
  readChoice,
  readItems,
  readMap,
  readScalar,
  readString,
  readStrings,
  requireValue,
} from '../policies/node-reader.ts'
import type { Parameter, Policy } from '../policies/policy.ts'
import type { SourceFile } from '../source/source-file.ts'
import { parseQuantity, toBytes } from '../units/quantity.ts'
import {
  type Configuration,
  type Database,
  DEFAULT_CONFIGURATION,
  type Level,
  NO_SIZING,
  type Override,
  type OverrideMatch,
  type PolicySetting,
  type SizingSetting,
} from './configuration.ts'

/** The configuration of a file, the file it extends, and its mistakes. */
export interface LoadedConfiguration {
  readonly configuration: Configuration
  /** A relative file name in `extends`; null when it names a set of policies. */
  readonly extendsFile: string | null
  readonly mistakes: readonly Mistake[]
}

const KEYS = [
  'extends',
  'topology',
  'failOn',
  'exclude',
  'policyFiles',
  'policies',
  'sizing',
  'databases',
  'overrides',
  '$schema',
]
const LEVELS = ['off', 'info', 'warning', 'error'] as const
const TOPOLOGIES = ['horizontal', 'mixed', 'vertical'] as const
const PROFILES = ['io', 'cpu', 'mixed'] as const
const SETS = ['recommended', 'strict', 'none'] as const
const MATCH_KEYS = ['path', 'namespace', 'kind', 'name', 'container']
const SIZING_KEYS = ['baseMemory', 'workerMemory', 'profile']

/** Reads a configuration over a base (the one it extends). `policies` are those that it may name. */
export function loadConfiguration(
  file: SourceFile,
  policies: readonly Policy[],
  programs: readonly string[],
  base: Configuration = DEFAULT_CONFIGURATION,
): LoadedConfiguration {
  const parsed = parseYaml(file)
  const reader: NodeReader = { mistakes: parsed.problems.map((problem) => ({ ...problem, column: 1 })) }
  const [document] = parsed.documents
  const root = readMap(reader, document, 'the configuration', KEYS)
  if (root === null) return { configuration: base, extendsFile: null, mistakes: reader.mistakes }
  const reading: Reading = { reader, policies, programs }
  const set = readExtends(reader, childOf(root, 'extends'))
  const sizing = readProgramSizing(reading, childOf(root, 'sizing'))
  return {
    configuration: {
      extends: set.profile ?? base.extends,
      topology: readChoice(reader, childOf(root, 'topology'), 'topology', TOPOLOGIES) ?? base.topology,
      failOn:
        readChoice(reader, childOf(root, 'failOn'), 'failOn', ['error', 'warning', 'info', 'never'] as const) ??
        base.failOn,
      exclude: [...base.exclude, ...readStrings(reader, childOf(root, 'exclude'), 'exclude')],
      policyFiles: [...base.policyFiles, ...readStrings(reader, childOf(root, 'policyFiles'), 'policyFiles')],
      policies: mergePolicies(base.policies, readPolicies(reading, childOf(root, 'policies'))),
      headroom: sizing.headroom ?? base.headroom,
      sizing: new Map([...base.sizing, ...sizing.programs]),
      databases: [...base.databases, ...readDatabases(reading, childOf(root, 'databases'))],
      overrides: [...base.overrides, ...readOverrides(reading, childOf(root, 'overrides'))],
      usage: base.usage,
    },
    extendsFile: set.file,
    mistakes: reader.mistakes,
  }
}

interface Reading {
  readonly reader: NodeReader
  readonly policies: readonly Policy[]
  readonly programs: readonly string[]
}

function readExtends(reader: NodeReader, node: YamlNode | undefined) {
  const scalar = readScalar(reader, node, 'extends')
  if (scalar === null) return { profile: null, file: null }
  const { value } = scalar.text
  const profile = SETS.find((set) => set === value) ?? null
  if (profile === null && !/\.(ya?ml|json)$/.test(value)) {
    reader.mistakes.push(
      mistakeAt(
        scalar.location,
        `extends is "${value}"; expected ${SETS.join(', ')} or a file.${didYouMean(value, SETS)}`,
      ),
    )
    return { profile: null, file: null }
  }
  return { profile, file: profile === null ? value : null }
}

function readPolicies(reading: Reading, node: YamlNode | undefined): ReadonlyMap<string, PolicySetting> {
  const map = readMap(reading.reader, node, 'policies', [])
  const settings = new Map<string, PolicySetting>()
  for (const [name, entry] of map?.entries ?? []) {
    const policy = reading.policies.find((candidate) => candidate.id === name)
    if (policy === undefined) {
      const hint = didYouMean(
        name,
        reading.policies.map((candidate) => candidate.id),
      )
      reading.reader.mistakes.push(mistakeAt(entry.key.location, `unknown policy "${name}".${hint}`))
      continue
    }
    settings.set(name, readPolicySetting(reading.reader, entry, policy))
  }
  return settings
}

function readPolicySetting(reader: NodeReader, { value }: YamlEntry, policy: Policy): PolicySetting {
  if (value.kind === 'scalar') return { severity: readLevel(reader, value, policy.id), params: new Map() }
  const map = readMap(reader, value, policy.id, ['severity', 'params'])
  const severity = readLevel(reader, childOf(map ?? undefined, 'severity'), 'severity')
  const params = new Map<string, Parameter>()
  const known = [...policy.params.keys()]
  for (const [name, entry] of readMap(reader, childOf(map ?? undefined, 'params'), 'params', [])?.entries ?? []) {
    const parameter = loadedParameter(entry.value)
    if (!known.includes(name)) {
      reader.mistakes.push(
        mistakeAt(entry.key.location, `${policy.id} has no parameter "${name}".${didYouMean(name, known)}`),
      )
    } else if (parameter === null || typeof parameter !== typeof policy.params.get(name)) {
      reader.mistakes.push(
        mistakeAt(
          entry.value.location,
          `parameter ${name} must be like its default ${JSON.stringify(policy.params.get(name))}`,
        ),
      )
    } else params.set(name, parameter)
  }
  return { severity, params }
}

/** `off` may also be written without quotes, where YAML 1.1 reads a boolean. */
function readLevel(reader: NodeReader, node: YamlNode | undefined, what: string): Level | null {
  return readChoice(reader, node, what, LEVELS)
}

function mergePolicies(base: ReadonlyMap<string, PolicySetting>, own: ReadonlyMap<string, PolicySetting>) {
  const merged = new Map(base)
  for (const [name, setting] of own) {
    const before = merged.get(name)
    const params = new Map([...(before?.params ?? []), ...setting.params])
    merged.set(name, { severity: setting.severity ?? before?.severity ?? null, params })
  }
  return merged
}

function readProgramSizing(reading: Reading, node: YamlNode | undefined) {
  const map = readMap(reading.reader, node, 'sizing', ['headroom', ...reading.programs])
  const programs = new Map<string, SizingSetting>()
  let headroom: number | null = null
  for (const [name, { value }] of map?.entries ?? []) {
    if (name === 'headroom') headroom = readFraction(reading.reader, value)
    else if (reading.programs.includes(name)) programs.set(name, readSizing(reading.reader, value, `sizing.${name}`))
  }
  return { headroom, programs }
}

function readFraction(reader: NodeReader, node: YamlNode): number | null {
  const text = readString(reader, node, 'headroom')
  const value = text === null ? Number.NaN : Number(text)
  if (value >= 0 && value < 1) return value
  reader.mistakes.push(mistakeAt(node.location, `headroom is "${text ?? ''}"; expected a number from 0 to below 1`))
  return null
}

function readSizing(reader: NodeReader, node: YamlNode | undefined, what: string): SizingSetting {
  const map = readMap(reader, node, what, SIZING_KEYS)
  if (map === null) return NO_SIZING
  return {
    baseMemory: readMemory(reader, childOf(map, 'baseMemory'), 'baseMemory'),
    workerMemory: readMemory(reader, childOf(map, 'workerMemory'), 'workerMemory'),
    profile: readChoice(reader, childOf(map, 'profile'), 'profile', PROFILES),
  }
}

function readMemory(reader: NodeReader, node: YamlNode | undefined, what: string): number | null {
  const scalar = readScalar(reader, node, what)
  if (scalar === null) return null
  const quantity = parseQuantity(scalar.text.value)
  if (quantity !== null && quantity.nanos > 0n) return toBytes(quantity)
  reader.mistakes.push(
    mistakeAt(scalar.location, `${what} is "${scalar.text.value}"; expected an amount of memory such as 128Mi`),
  )
  return null
}

function readDatabases(reading: Reading, node: YamlNode | undefined): readonly Database[] {
  const { reader } = reading
  return readItems(reader, node, 'databases').flatMap((item) => {
    const map = readMap(reader, item, 'a database', ['name', 'maxConnections', 'reserved', 'perSlot', 'workloads'])
    if (map === null) return []
    const name = requireValue(reader, readString(reader, childOf(map, 'name'), 'name'), map, 'name')
    const maxConnections = requireValue(
      reader,
      readCount(reader, childOf(map, 'maxConnections'), 'maxConnections'),
      map,
      'maxConnections',
    )
    if (name === null || maxConnections === null) return []
    const workloads = readItems(reader, childOf(map, 'workloads'), 'workloads').map((entry) =>
      readMatch(reader, entry, 'a workload'),
    )
    const reserved = readCount(reader, childOf(map, 'reserved'), 'reserved') ?? 3
    const perSlot = readCount(reader, childOf(map, 'perSlot'), 'perSlot') ?? 1
    return [{ name, maxConnections, reserved, perSlot, workloads }]
  })
}

function readCount(reader: NodeReader, node: YamlNode | undefined, what: string): number | null {
  const scalar = readScalar(reader, node, what)
  if (scalar === null) return null
  if (/^\d+$/.test(scalar.text.value)) return Number(scalar.text.value)
  reader.mistakes.push(mistakeAt(scalar.location, `${what} is "${scalar.text.value}"; expected a whole number`))
  return null
}

function readOverrides(reading: Reading, node: YamlNode | undefined): readonly Override[] {
  const { reader } = reading
  return readItems(reader, node, 'overrides').flatMap((item) => {
    const map: YamlMap | null = readMap(reader, item, 'an override', ['match', 'policies', 'sizing', 'reason'])
    if (map === null) return []
    const match = readMatch(reader, childOf(map, 'match'), 'match')
    const policies = readPolicies(reading, childOf(map, 'policies'))
    const reason = readString(reader, childOf(map, 'reason'), 'reason')
    if ([...policies.values()].some((setting) => setting.severity === 'off'))
      requireValue(reader, reason, map, 'reason')
    return [{ match, policies, sizing: readSizing(reader, childOf(map, 'sizing'), 'sizing'), reason }]
  })
}

function readMatch(reader: NodeReader, node: YamlNode | undefined, what: string): OverrideMatch {
  const map = readMap(reader, node, what, MATCH_KEYS)
  const get = (key: string) => readString(reader, childOf(map ?? undefined, key), key)
  return {
    path: get('path'),
    namespace: get('namespace'),
    kind: get('kind'),
    name: get('name'),
    container: get('container'),
  }
}
