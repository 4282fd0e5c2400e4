/** What workerlint recommends and what its model expects for every scenario, before anything runs. */
import { readFileSync } from 'node:fs'
import { check } from '../src/check.ts'
import { DEFAULT_CONFIGURATION } from '../src/configuration/configuration.ts'
import { applyEdits, type LineEdit } from '../src/findings/edits/edit.ts'
import { inspectRepository } from '../src/inspection/inspect-repository.ts'
import { loadBundledPolicies } from '../src/policies/load-bundled.ts'
import { PROGRAMS } from '../src/programs/registry.ts'
import { memoryRepository } from '../src/repository/repository.ts'
import { type QueueFigures, solveQueue } from '../src/sizing/queueing.ts'
import { type Pod, podStation } from '../src/sizing/waiting.ts'
import { InternalError } from '../src/source/errors.ts'
import { lineStartAt } from '../src/source/source-file.ts'
import { manifestOf, type Scenario, type ScenarioManifest } from './scenario.ts'

/**
 * CPU that a server spends on a request beside the application's own, in milliseconds: 1.2 in a first series of measurements
 * with gunicorn 26.2.0; 3 for celery, where a task of 100 ms ran 9.7 times a second on one core. Set before the scenarios ran.
 */
const OVERHEAD = { gunicorn: 1.2, celery: 3 } as const

/** A setting as the harness runs it, with what the model expects where it speaks about it. */
interface PredictedSetting {
  readonly words: readonly string[]
  readonly cpu: number | null
  readonly memory: number | null
  readonly pods?: number
  readonly script?: readonly string[]
  readonly model: { readonly throughput: number; readonly p99: number | null; readonly capacity: number } | null
}

/** The predictions of a scenario by setting. */
export interface Prediction {
  readonly findings: readonly string[]
  readonly settings: Readonly<Record<string, PredictedSetting>>
}

const OPTIONS = {
  programs: PROGRAMS,
  policies: loadBundledPolicies(),
  configuration: { ...DEFAULT_CONFIGURATION, extends: 'strict' },
  baseline: new Set<string>(),
  today: null,
} as const

/** Predictions by scenario, as they are committed. */
export async function predictions(scenariosFile: string): Promise<Readonly<Record<string, Prediction>>> {
  const scenarios: readonly Scenario[] = JSON.parse(readFileSync(scenariosFile, 'utf8'))
  const found: Record<string, Prediction> = {}
  for (const scenario of scenarios) found[scenario.id] = await predict(scenario)
  return found
}

async function predict(scenario: Scenario): Promise<Prediction> {
  if (scenario.topologies !== undefined) return { findings: [], settings: topologySettings(scenario) }
  if (scenario.manifest === undefined) {
    const plain = Object.entries(scenario.settings ?? {}).map(([name, words]) => [name, bare(words)] as const)
    return { findings: [], settings: Object.fromEntries(plain) }
  }
  const { manifest } = scenario
  const before = manifestOf(manifest)
  const { findings } = await check(memoryRepository(new Map([['lab.yaml', before]])), OPTIONS)
  const ids = [...new Set(findings.map(({ finding }) => finding.policy.id))].sort()
  const absent = scenario.policies.filter((policy) => !ids.includes(policy))
  if (absent.length > 0) throw new InternalError(`${scenario.id}: ${absent.join(', ')} does not find anything`)
  const after =
    scenario.recommended === undefined
      ? await mended(before, scenario.policies)
      : manifestOf({ ...manifest, words: scenario.recommended })
  const others = Object.entries(scenario.alternatives ?? {}).map(
    ([name, words]) => [name, manifestOf({ ...manifest, words, shell: undefined })] as const,
  )
  const texts = [['as it was', before], ['recommended', after], ...others] as const
  const settings: Record<string, PredictedSetting> = {}
  for (const [name, text] of texts) settings[name] = await settingOf(name, text, scenario, manifest)
  return { findings: ids, settings }
}

/** The text after all that `check --fix` writes for the policies of a scenario; what else it writes does not concern it. */
async function mended(before: string, policies: readonly string[]): Promise<string> {
  let text = before
  const only = OPTIONS.policies.filter(({ policy }) => policies.includes(policy.id))
  for (let round = 0; round < 5; round++) {
    const report = await check(memoryRepository(new Map([['lab.yaml', text]])), { ...OPTIONS, policies: only })
    const suggestions = report.findings.flatMap(({ suggestion }) => suggestion ?? [])
    if (suggestions.length === 0) break
    text = withLines(text, suggestions)
  }
  if (text === before) throw new InternalError(`${policies.join(', ')}: nothing is suggested`)
  return text
}

function withLines(text: string, suggestions: readonly LineEdit[]): string {
  const edits = suggestions.map(({ file, startLine, endLine, replacement }) => ({
    file,
    start: lineStartAt(file, startLine),
    end: lineStartAt(file, endLine),
    text: `${replacement}\n`,
  }))
  return applyEdits(text, edits)
}

async function settingOf(
  name: string,
  text: string,
  scenario: Scenario,
  manifest: ScenarioManifest,
): Promise<PredictedSetting> {
  const inspection = await inspectRepository(memoryRepository(new Map([['lab.yaml', text]])), PROGRAMS)
  const [inspected] = inspection.containers
  const process = inspected?.processes.processes[0]
  if (inspected === undefined || process === undefined) throw new InternalError(`${scenario.id}: nothing runs`)
  const { cpu, memory } = inspected.container.resources.limits
  const argv = process.invocation.argv.flatMap((word) => (word.known ? [word.text.value] : []))
  const all = argv.slice(manifest.program === 'gunicorn' ? 2 : 4)
  const written = all.filter((word) => !word.startsWith('--config='))
  const millicores = cpu.known ? cpu.value : null
  const workers = process.model?.processes ?? null
  const words = name === 'as it was' && scenario.originalWords !== undefined ? scenario.originalWords : written
  const threads = process.model?.threads ?? null
  const script = scenario.script?.[name]
  const pod = workers === null || threads === null ? null : { processes: workers, threads, cores: coresOf(millicores) }
  return {
    words,
    cpu: millicores,
    memory: memory.known ? memory.value : null,
    ...(script === undefined ? {} : { script }),
    model: pod === null ? null : modelled(pod, scenario, manifest.program),
  }
}

/** Horizontal, mixed and vertical: four, two and one pod of one, two and four workers. */
function topologySettings(scenario: Scenario): Readonly<Record<string, PredictedSetting>> {
  const { workers, cpuMillicores } = scenario.topologies ?? { workers: 1, cpuMillicores: 1000 }
  const of = (pods: number): PredictedSetting => {
    const processes = workers / pods
    const cpu = cpuMillicores / pods
    const isShared = scenario.balance === 'leastconn'
    const pod = {
      processes: isShared ? workers : processes,
      threads: 1,
      cores: (isShared ? cpuMillicores : cpu) / 1000,
    }
    const share = isShared ? 1 : 1 / pods
    const model = modelled(pod, { ...scenario, rate: (scenario.rate ?? 0) * share }, 'gunicorn')
    const all =
      model === null ? null : { ...model, throughput: model.throughput / share, capacity: model.capacity / share }
    return { words: [`--workers=${processes}`], cpu, memory: null, pods, model: all }
  }
  return { horizontal: of(workers), mixed: of(2), vertical: of(1) }
}

function bare(words: readonly string[]): PredictedSetting {
  return { words, cpu: null, memory: null, model: null }
}

/** Requests of a scenario are all the same. A machine of two cores bounds a limit above it. */
function modelled(pod: Pod, scenario: Scenario, program: 'gunicorn' | 'celery'): PredictedSetting['model'] {
  const { work, rate } = scenario
  if (rate === undefined || work === undefined || (scenario.kind !== 'web' && scenario.kind !== 'celery')) return null
  const cpu = (work.cpuMs ?? 0) + OVERHEAD[program]
  const service = cpu + (work.waitMs ?? 0)
  const load = { arrivalsPerSecond: rate, serviceMilliseconds: service, ioFraction: (work.waitMs ?? 0) / service }
  const figures: QueueFigures = solveQueue(podStation(pod, load, 0))
  const round = (value: number) => Math.round(value * 100) / 100
  return {
    capacity: round(figures.capacity),
    throughput: round(Math.min(rate, figures.capacity)),
    p99: figures.p99Seconds === null ? null : round(figures.p99Seconds * 1000),
  }
}

function coresOf(millicores: number | null): number | null {
  return millicores === null ? null : millicores / 1000
}
