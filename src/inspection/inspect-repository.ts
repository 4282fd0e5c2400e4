/** What every container really runs: repository → manifests → workloads → commands → programs. */

import { createScan, type Scan } from '../manifests/plain/document-scan.ts'
import type { Program } from '../programs/program.ts'
import type { Repository } from '../repository/repository.ts'
import { loadShellGrammar } from '../shell/grammar.ts'
import { InternalError } from '../source/errors.ts'
import { appendAll } from '../source/lists.ts'
import { ownsNoPods } from '../workloads/kinds.ts'
import { type LightReading, lightWorkloads } from '../workloads/light-workload.ts'
import type { Manifest } from '../workloads/manifest.ts'
import { readWorkloads } from '../workloads/read-workloads.ts'
import { createAskedSystem, type System } from '../workloads/system.ts'
import type { Workload } from '../workloads/workload.ts'
import { type InspectedWorkloads, inspectAlone, lightContainers } from './inspect-alone.ts'
import { type InspectionContext, inspectionContext, inspectWorkloads } from './inspect-containers.ts'
import type { InspectedContainer, Inspection } from './inspection.ts'
import { createReading, readAllManifests } from './read-manifests.ts'
import { createVerdicts } from './verdicts.ts'

/** Inspects every container in the files to check, in the order of files and places. */
export async function inspectRepository(
  repository: Repository,
  programs: readonly Program[],
  scan: Scan = createScan(),
): Promise<Inspection> {
  const context = inspectionContext(repository, programs, await loadShellGrammar())
  const reading = createReading(scan)
  const asked = createAskedSystem()
  const verdicts = createVerdicts()
  let all: System | null = null
  const light: LightReading = { recent: reading.recent, system: () => built(all) }
  const found: (InspectedWorkloads | Manifest)[] = []
  const read = readAllManifests(repository, reading, (one) => {
    if (ownsNoPods(one.manifest.identity)) return
    found.push(inspectAlone(one, { context, asked, reading: light, verdicts }) ?? one.manifest)
  })
  const { system } = read
  all = system
  const workloads: Workload[] = []
  const containers: InspectedContainer[] = []
  for (const one of found) {
    const inspected = 'containers' in one ? one : inspectAmongAll(one, system, { context, light })
    appendAll(workloads, inspected.workloads)
    appendAll(containers, inspected.containers)
  }
  return { containers, workloads, system, files: read.files, problems: read.problems }
}

/** Inspects the workloads of a manifest that may refer to others; those without a server are kept light. */
function inspectAmongAll(
  manifest: Manifest,
  system: System,
  { context, light }: { readonly context: InspectionContext; readonly light: LightReading },
): InspectedWorkloads {
  const own = readWorkloads(manifest, system)
  const inspected = inspectWorkloads(own, context)
  if (inspected.some(({ processes }) => processes.processes.length > 0))
    return { workloads: own, containers: inspected }
  const workloads = lightWorkloads(own, manifest, light)
  return { workloads, containers: lightContainers(inspected, workloads) }
}

function built(system: System | null): System {
  if (system === null) throw new InternalError('an object was asked for before all were read')
  return system
}
