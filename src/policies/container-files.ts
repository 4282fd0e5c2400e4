/** Where a container can write, and which of its variables refer to later ones. */
import { booleanAt, itemsAt, nodeAt, stringAt, type YamlNode } from '../manifests/node.ts'
import { stringOf } from '../source/resolved.ts'
import type { Container } from '../workloads/workload.ts'
import { type LazyRecord, MapRecord } from './lazy-record.ts'
import type { Context } from './process-context.ts'

/** Folders that Python's tempfile tries, before the working directory: https://docs.python.org/3/library/tempfile.html#tempfile.gettempdir */
const TEMPORARY = ['/tmp', '/var/tmp', '/usr/tmp']

/** Mount paths that can be written to. Volumes of ConfigMaps, Secrets and the downward API cannot. */
export function writableMounts(container: YamlNode, podSpec: YamlNode): readonly string[] {
  const readOnly = new Set(
    itemsAt(podSpec, ['volumes'])
      .filter((volume) =>
        ['configMap', 'secret', 'projected', 'downwardAPI'].some((kind) => nodeAt(volume, [kind]) !== undefined),
      )
      .map((volume) => stringAt(volume, ['name'])),
  )
  return itemsAt(container, ['volumeMounts'])
    .filter((mount) => booleanAt(mount, ['readOnly']) !== true && !readOnly.has(stringAt(mount, ['name'])))
    .flatMap((mount) => stringAt(mount, ['mountPath']) ?? [])
}

/**
 * Can Python make temporary files? False only when the root is read-only and no writable mount can be one of its folders;
 * undefined when the working directory, the last of them, is not known and may be a writable mount.
 */
export function canWriteTemporary(container: Container, podSpec: YamlNode): boolean | undefined {
  if (booleanAt(container.node, ['securityContext', 'readOnlyRootFilesystem']) !== true) return true
  const mounts = writableMounts(container.node, podSpec)
  const set = ['TMPDIR', 'TEMP', 'TMP'].map((name) => container.environment.variables.get(name))
  const chosen = set.flatMap((value) => (value === undefined ? [] : [stringOf(value)]))
  if (chosen.includes(null) || container.environment.open !== null) return undefined
  const folders = [...TEMPORARY, ...chosen.flatMap((folder) => folder ?? [])]
  if (folders.some((folder) => mounts.some((mount) => covers(mount, folder)))) return true
  const { workingDirectory } = container
  if (workingDirectory !== null) return mounts.some((mount) => covers(mount, workingDirectory))
  return mounts.every((mount) => /^\/(dev|run|var\/run|var\/log|var\/cache|etc)(\/|$)/.test(mount)) ? false : undefined
}

/** Mount paths of memory volumes without a size limit. */
export function unboundedMemoryMounts(container: YamlNode, podSpec: YamlNode): readonly string[] {
  const mounts = itemsAt(container, ['volumeMounts'])
  if (mounts.length === 0) return []
  const names = new Set(
    itemsAt(podSpec, ['volumes'])
      .filter((volume) => stringAt(volume, ['emptyDir', 'medium']) === 'Memory')
      .filter((volume) => nodeAt(volume, ['emptyDir', 'sizeLimit']) === undefined)
      .map((volume) => stringAt(volume, ['name'])),
  )
  return mounts
    .filter((mount) => names.has(stringAt(mount, ['name'])))
    .flatMap((mount) => stringAt(mount, ['mountPath']) ?? [])
}

/** Entries of `env` whose `$(NAME)` is defined only further down, so that it stays as it is written. */
export function lateReferences(container: Container): readonly Context[] {
  const entries = itemsAt(container.node, ['env'])
  const values = entries.map((entry) => stringAt(entry, ['value']) ?? '')
  if (!values.some((value) => value.includes('$(')) || container.environment.open !== null) return []
  const names = entries.map((entry) => stringAt(entry, ['name']) ?? '')
  const imported = new Set(
    container.variableSources.filter((source) => source.at === undefined).map((source) => source.name),
  )
  return values.flatMap((value, index) => {
    const isLate = (name: string) => !imported.has(name) && names.indexOf(name) > index
    const late = referencesIn(value).find(isLate)
    return late === undefined ? [] : [{ name: names[index] ?? '', reference: late, value }]
  })
}

/** Known values of variables by name. */
export function knownValues({ environment }: Container): LazyRecord {
  return new MapRecord(environment.variables, (value) => stringOf(value) ?? undefined)
}

function referencesIn(value: string): readonly string[] {
  return [...value.matchAll(/(\$+)\(([A-Za-z_][\w.-]*)\)/g)]
    .filter((match) => (match[1]?.length ?? 0) % 2 === 1)
    .flatMap((match) => match[2] ?? [])
}

function covers(mount: string, folder: string): boolean {
  const path = mount.replace(/\/+$/, '')
  return folder === path || folder.startsWith(`${path}/`)
}
