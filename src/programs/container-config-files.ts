/** Configuration files of a container: mounted, copied by the Dockerfile, or found in the repository. */
import { type FileSources, readContainerFile } from '../commands/container-files.ts'
import { absolutePath, readRepositoryFile } from '../commands/repository-files.ts'
import type { SourcedText } from '../source/sourced-text.ts'
import type { ConfigFile, ConfigFiles } from './config-files.ts'

/** More files that may be the one are not looked into. */
const MOST_POSSIBLE_FILES = 50

/** The files that programs of a container may read. */
export function containerConfigFiles(sources: FileSources): ConfigFiles {
  return {
    readNamed: (path, workingDirectory) => readNamed(sources, path, workingDirectory),
    readDiscovered: (path, workingDirectory) => readDiscovered(sources, path, workingDirectory),
    searchPython: (words) => sources.index.pythonFilesWith(words).filter((text) => !isForeignTest(text, sources.near)),
  }
}

/** Files of tests say nothing about what is deployed, unless the manifest stands among them. */
function isForeignTest({ segments }: SourcedText, manifest: string): boolean {
  const path = segments[0]?.location.file.path ?? ''
  const folder = /^(?:.*?\/)?(?:__tests__|tests?|testdata|fixtures)\//.exec(path)?.[0]
  return folder !== undefined && !manifest.startsWith(folder)
}

function readNamed(sources: FileSources, path: string, workingDirectory: string | null): ConfigFile {
  const absolute = absolutePath(path, workingDirectory ?? (path.startsWith('/') ? null : '/'))
  if (absolute === '/dev/null') return { kind: 'absent' }
  return absolute === null
    ? { kind: 'unknown', why: `${path} is relative to an unknown directory` }
    : readContainerFile(sources, absolute)
}

/** A file that nobody names is only believed in when it is mounted or certainly part of the image. */
function readDiscovered(sources: FileSources, path: string, workingDirectory: string | null): ConfigFile {
  const directory = workingDirectory ?? sources.image?.workingDirectory ?? null
  const absolute = directory === null ? null : absolutePath(path, directory)
  if (absolute !== null) {
    const mounted = sources.container.readMounted(absolute)
    if (mounted.kind !== 'notMounted') return mounted
    const text = sources.image?.readFile(absolute) ?? null
    if (text !== null) return { kind: 'text', text }
  }
  const name = path.slice(path.lastIndexOf('/') + 1)
  const paths = sources.image === null ? sources.index.pathsNamed(name) : []
  if (paths.length === 0) return { kind: 'absent' }
  const texts = paths.slice(0, MOST_POSSIBLE_FILES).flatMap((found) => {
    const text = readRepositoryFile(sources.repository, found)
    return text === null ? [] : [text]
  })
  const why = `${paths.length === 1 ? paths[0] : `one of ${paths.length} files named ${name}`} may be in the working directory of the image`
  return { kind: 'possible', texts, why }
}
