/** Files that a container sees through mounted ConfigMaps. */
import { itemsAt, mapAt, stringAt, type YamlNode } from '../manifests/node.ts'
import type { Manifest } from './manifest.ts'
import { findObject, type System } from './system.ts'
import type { MountedFile } from './workload.ts'

/** Where mounted files are looked for. */
export interface MountRequest {
  readonly container: YamlNode
  readonly podSpec: YamlNode
  readonly manifest: Manifest
  readonly system: System
}

const NOT_MOUNTED: MountedFile = { kind: 'notMounted' }

/** The file at an absolute path, when a volume holds it; `subPath`, `items` and projected volumes are followed. */
export function readMountedFile(request: MountRequest, path: string): MountedFile {
  const mount = closestMount(request.container, path)
  if (mount === undefined) return NOT_MOUNTED
  const mountPath = normalise(stringAt(mount, ['mountPath']) ?? '')
  const below = path === mountPath ? '' : path.slice(mountPath.length).replace(/^\//, '')
  const subPath = stringAt(mount, ['subPath']) ?? ''
  const inVolume = [subPath, below].filter((part) => part !== '').join('/')
  const name = stringAt(mount, ['name'])
  const volume = itemsAt(request.podSpec, ['volumes']).find((item) => stringAt(item, ['name']) === name)
  return volume === undefined
    ? unknown(path, 'a volume that is not defined')
    : fileInVolume(volume, inVolume, path, request)
}

/** The deepest mount that covers a path. */
function closestMount(container: YamlNode, path: string): YamlNode | undefined {
  let best: YamlNode | undefined
  let bestLength = -1
  for (const mount of itemsAt(container, ['volumeMounts'])) {
    const mountPath = normalise(stringAt(mount, ['mountPath']) ?? '')
    const covers = path === mountPath || path.startsWith(mountPath === '/' ? '/' : `${mountPath}/`)
    if (covers && mountPath.length > bestLength) {
      best = mount
      bestLength = mountPath.length
    }
  }
  return best
}

function fileInVolume(volume: YamlNode, inVolume: string, path: string, request: MountRequest): MountedFile {
  const configMap = mapAt(volume, ['configMap'])
  if (configMap !== undefined) return fileInConfigMap(configMap, inVolume, path, request)
  for (const source of itemsAt(volume, ['projected', 'sources'])) {
    const projected = mapAt(source, ['configMap'])
    if (projected === undefined) continue
    const file = fileInConfigMap(projected, inVolume, path, request)
    if (file.kind !== 'notMounted') return file
  }
  const kind = ['secret', 'projected', 'persistentVolumeClaim', 'hostPath', 'csi', 'nfs'].find(
    (name) => mapAt(volume, [name]) !== undefined,
  )
  if (mapAt(volume, ['emptyDir']) !== undefined) return unknown(path, 'an emptyDir volume')
  return unknown(path, kind === undefined ? 'a volume' : `a ${kind} volume`)
}

function fileInConfigMap(configMap: YamlNode, inVolume: string, path: string, request: MountRequest): MountedFile {
  const name = stringAt(configMap, ['name']) ?? ''
  const key = keyFor(configMap, inVolume)
  if (key === undefined) return NOT_MOUNTED
  const found = findObject(request.system, 'ConfigMap', name, request.manifest)
  if (found.kind !== 'found') return unknown(path, `ConfigMap ${name}, which is not among the manifests`)
  const value = mapAt(found.manifest.object, ['data'])?.entries.get(key)?.value
  if (value?.kind !== 'scalar') return NOT_MOUNTED
  return { kind: 'text', text: value.text }
}

/** `items` rename keys; without them the file is named after its key. */
function keyFor(configMap: YamlNode, inVolume: string): string | undefined {
  const items = itemsAt(configMap, ['items'])
  if (items.length === 0) return inVolume
  const item = items.find((candidate) => stringAt(candidate, ['path']) === inVolume)
  return item === undefined ? undefined : stringAt(item, ['key'])
}

function unknown(path: string, source: string): MountedFile {
  return { kind: 'unknown', why: `${path} is in ${source}` }
}

function normalise(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path
}
