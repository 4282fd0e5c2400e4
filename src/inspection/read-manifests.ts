/** Files to Kubernetes objects: those that hold none are passed over, and what cannot be read is told. */

import { readDocuments } from '../manifests/parse.ts'
import { createScan, type Scan } from '../manifests/plain/document-scan.ts'
import type { Repository } from '../repository/repository.ts'
import type { Problem } from '../source/errors.ts'
import { appendAll } from '../source/lists.ts'
import { createTextPool } from '../source/own-text.ts'
import { RecentValues } from '../source/recent.ts'
import type { SourceFile } from '../source/source-file.ts'
import { type Reading, type ReadManifest, readForgettableManifests } from '../workloads/manifest.ts'
import { createSystemBuilder, type System } from '../workloads/system.ts'

/** The objects of a repository and what could not be read. */
export interface ReadManifests {
  readonly system: System
  readonly files: number
  readonly problems: readonly Problem[]
}

/** Objects and workloads that are remembered at once; others are read again when they are asked for. */
const MOST_REMEMBERED = 500

/** Makes what reading many files shares. */
export function createReading(scan: Scan = createScan()): Reading {
  return { recent: new RecentValues(MOST_REMEMBERED), scan, texts: createTextPool() }
}

/** Reads the manifests of all files to check; `see` is told of each while its nodes are at hand. */
export function readAllManifests(
  repository: Repository,
  reading: Reading,
  see: (read: ReadManifest) => void,
): ReadManifests {
  const objects = createSystemBuilder()
  const problems: Problem[] = []
  const add = (read: ReadManifest) => {
    objects.add(read)
    see(read)
  }
  for (const path of repository.checked) {
    const content = repository.read(path)
    if (content.kind === 'refused') problems.push({ file: path, line: 1, message: content.message })
    else appendAll(problems, readFileManifests(content.file, repository.named.has(path), reading, add))
  }
  return { system: objects.build(), files: repository.checked.length, problems }
}

/** Reads the manifests of one file, and gives its errors when the file was named or looks like a manifest. */
export function readFileManifests(
  file: SourceFile,
  isNamed: boolean,
  reading: Reading,
  add: (read: ReadManifest) => void,
): readonly Problem[] {
  if (isChartTemplate(file)) return []
  const problems: Problem[] = []
  for (const document of readDocuments(file, reading.scan, problems)) {
    for (const read of readForgettableManifests(file, document, reading)) add(read)
  }
  if (problems.length === 0) return []
  return isNamed || /^[ \t]*\{?[ \t]*"?(apiVersion|kind)"?[ \t]*:/m.test(file.text) ? problems : []
}

/** Templates of a Helm chart are no YAML; they are rendered elsewhere. */
function isChartTemplate(file: SourceFile): boolean {
  return /(^|\/)templates\//.test(file.path) && /\{\{/.test(file.text)
}
