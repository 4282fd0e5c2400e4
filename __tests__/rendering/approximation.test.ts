import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { stringAt, type YamlMap } from '../../src/manifests/node.ts'
import { parseYaml } from '../../src/manifests/parse.ts'
import { approximateChart } from '../../src/rendering/approximation/approximate-chart.ts'
import { hasUnknown } from '../../src/rendering/approximation/has-unknown.ts'
import { parseAsGo } from '../../src/rendering/approximation/parse-as-go.ts'
import { PLACEHOLDER } from '../../src/rendering/approximation/write-template.ts'
import { discoverCharts, readChartFile } from '../../src/rendering/charts.ts'
import { renderChart } from '../../src/rendering/render-chart.ts'
import { leavesOf } from '../../src/rendering/typed-leaves.ts'
import { memoryRepository, type Repository } from '../../src/repository/repository.ts'
import { printFieldPath } from '../../src/source/field-path.ts'
import type { SourceFile } from '../../src/source/source-file.ts'
import { podTemplatesOf } from '../../src/workloads/kinds.ts'
import { type Manifest, readManifests } from '../../src/workloads/manifest.ts'
import { checkAll, inCopy, open, placesIn, renderingWith } from './checking.ts'
import { HELMS } from './programs.ts'

const shop = join(import.meta.dirname, '../fixtures/charts/shop')
const everyday = join(import.meta.dirname, '../fixtures/charts-alone/everyday')
const without = renderingWith('no-such-helm')

describe('a chart without helm', () => {
  test('is unresolved, and has the findings that are certain where they were typed', async () => {
    const repository = open(shop)
    const report = await checkAll(repository, without)
    expect(report.unresolved.map(({ why }) => why)).toEqual([expect.stringContaining('helm is not installed')])
    expect(placesIn(report, repository)).toEqual([
      'gunicorn-workers-exceed-cpu shop-web ci/large-values.yaml: workers: 33',
      'memory-floor shop-web ci/large-values.yaml: workers: 33',
      'worker-tmp-dir shop-web templates/web.yaml: command: ["gunicorn", "shop.wsgi", "--workers={{ .Values.web.workers }}"]',
      'cpu-request-missing shop-slow templates/worker.yaml: resources:',
      'cpu-request-missing shop-fast templates/worker.yaml: resources:',
      'memory-limit-missing shop-fast templates/worker.yaml: resources:',
      'memory-limit-missing shop-slow templates/worker.yaml: resources:',
      'gunicorn-workers-exceed-cpu shop-web values.yaml: workers: 9 # measured in spring',
      'beat-replicas shop-beat values.yaml: replicas: 2',
    ])
    expect(report.problems).toEqual([])
    expect(report.summary).toMatchObject({ containers: 8, processes: 8 })
  })

  test('has findings of lower confidence and without suggestions', async () => {
    const { findings } = await checkAll(open(shop), without)
    expect(new Set(findings.map(({ confidence }) => confidence))).toEqual(new Set(['heuristic']))
    expect(findings.every(({ suggestion }) => suggestion === null)).toBe(true)
  })

  test('is not looked into when rendering is refused', async () => {
    const report = await checkAll(open(shop), { ...without, refusal: 'nothing of a fork is rendered' })
    expect(report.findings).toEqual([])
    expect(report.unresolved.length).toBeGreaterThan(0)
  })

  test('is ignored where its values say so', async () => {
    await inCopy(shop, async (folder) => {
      const values = readFileSync(join(folder, 'values.yaml'), 'utf8')
      const beat = '  enabled: true\n  replicas: 2'
      expect(values).toContain(beat)
      const ignored = values.replace(beat, `${beat} # workerlint-ignore beat-replicas -- one leads`)
      writeFileSync(join(folder, 'values.yaml'), ignored)
      const report = await checkAll(open(folder), without)
      expect(report.findings.map(({ policy }) => policy)).not.toContain('beat-replicas')
      expect(report.suppressed.map(({ policy }) => policy)).toContain('beat-replicas')
    })
  })
})

/** A chart whose only container runs nine workers on one CPU, written with some lines in it. */
function chartFiles(lines: {
  readonly container?: string
  readonly pod?: string
  readonly head?: string
  readonly args?: string
}): ReadonlyMap<string, string> {
  const template = `${lines.head ?? ''}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
${lines.pod ?? ''}
      containers:
        - name: web
          image: registry.example.com/web:1
          args: ["gunicorn", "--workers=9", "--worker-tmp-dir=/dev/shm", "web:app"${lines.args ?? ''}]
${lines.container ?? '          resources: {requests: {cpu: 1, memory: 4Gi}, limits: {cpu: 1, memory: 4Gi}}'}
`
  return new Map([
    ['web/Chart.yaml', 'apiVersion: v2\nname: web\nversion: 0.1.0\n'],
    ['web/values.yaml', 'small: {limits: {cpu: 500m}}\nenabled: true\ndisabled: false\nempty: {}\n'],
    ['web/templates/web.yaml', template],
  ])
}

function chartWith(lines: Parameters<typeof chartFiles>[0]): Repository {
  return memoryRepository(chartFiles(lines))
}

const known = '          resources: {requests: {cpu: 1, memory: 4Gi}, limits: {cpu: 1, memory: 4Gi}}'

describe('what is unknown of a chart', () => {
  test.each([
    ['nothing', {}],
    ['labels', { pod: '      affinity: {{ include "nowhere" . }}' }],
    [
      'a condition that is known',
      { head: '{{- if and .Values.enabled (not .Values.disabled) }}', container: `${known}\n{{- end }}` },
    ],
    ['an empty block', { pod: '      {{- with .Values.empty }}\n      tolerations: {{ toYaml . }}\n      {{- end }}' }],
  ])('is told when it is %s', async (_name, lines) => {
    const { findings } = await checkAll(chartWith(lines), without)
    expect(findings.map(({ policy }) => policy)).toContain('gunicorn-workers-exceed-cpu')
  })

  test.each([
    ['a word of the command', { args: ', {{ include "nowhere" . }}' }],
    [
      'the limit',
      { container: '          resources:\n            limits:\n              cpu: {{ lookup "v1" "Node" "" "" }}' },
    ],
    ['the resources', { container: '          resources:\n            {{- include "nowhere" . | nindent 12 }}' }],
    ['variables', { container: `${known}\n          env:\n            {{- include "nowhere" . | nindent 12 }}` }],
    ['a variable', { container: `${known}\n          env: [{name: GUNICORN_CMD_ARGS, value: {{ randAlpha 3 }}}]` }],
    [
      'whether there are variables',
      { container: `${known}\n          {{- if .Capabilities.APIVersions }}\n          env: []\n          {{- end }}` },
    ],
    ['the rest of the pod', { pod: '      {{- include "nowhere" . | nindent 6 }}' }],
    [
      'annotations',
      { pod: '      {{- if .Files.Get "x" }}\n      terminationGracePeriodSeconds: 5\n      {{- end }}' },
    ],
    ['whether there is a pod', { head: '{{- if .Capabilities.APIVersions }}', container: `${known}\n{{- end }}` }],
    ['a condition that does not hold', { head: '{{- if .Values.disabled }}', container: `${known}\n{{- end }}` }],
    ['what the chart requires', { head: '{{- $_ := required "image is needed" .Values.image }}' }],
    ['an action that does not end', { head: '{{- if' }],
  ])('keeps silent about %s', async (_name, lines) => {
    const report = await checkAll(chartWith(lines), without)
    expect(report.findings).toEqual([])
    expect(report.problems).toEqual([])
    expect(report.unresolved.map(({ workload }) => workload.kind)).toContain('Chart')
  })
})

test('an autoscaler that is not known keeps its chart silent', async () => {
  const scaler = '{{- if .Capabilities.APIVersions }}\nkind: HorizontalPodAutoscaler\n{{- end }}\n'
  const files = chartFiles({})
  const sure = await checkAll(
    memoryRepository(
      new Map([
        ...files,
        ['web/templates/hpa.yaml', '{{- if .Values.disabled }}\nkind: HorizontalPodAutoscaler\n{{- end }}'],
      ]),
    ),
    without,
  )
  expect(sure.findings.length).toBeGreaterThan(0)
  const unsure = await checkAll(memoryRepository(new Map([...files, ['web/templates/hpa.yaml', scaler]])), without)
  expect(unsure.findings).toEqual([])
})

const doubling = [...Array(60).keys()].map(
  (step) => `{{- define "d${step + 1}" }}{{ include "d${step}" . }}{{ include "d${step}" . }}{{ end }}`,
)

describe('a template that means harm', () => {
  test.each([
    ['includes that double', `{{- define "d0" }}x{{ end }}${doubling.join('')}{{- $_ := include "d60" . }}`],
    ['includes without end', '{{- define "a" }}{{ include "a" . }}{{ end }}{{- $_ := include "a" . }}'],
    ['texts that double', `{{- $x := "12345678" }}${'{{- $x = printf "%s%s" $x $x }}'.repeat(80)}`],
    ['lists that double', `{{- $x := list 1 }}${'{{- $x = list $x $x }}'.repeat(80)}{{- $_ := toYaml $x }}`],
    ['brackets without end', `{{- $_ := ${'('.repeat(100_000)}1${')'.repeat(100_000)} }}`],
    ['blocks without end', `${'{{- if .Values.enabled }}'.repeat(20_000)}${'{{- end }}'.repeat(20_000)}`],
    ['an indentation below nothing', '{{- $_ := "x" | indent -5 }}'],
  ])('costs little: %s', async (_name, head) => {
    const started = performance.now()
    const report = await checkAll(chartWith({ head }), without)
    expect(report.problems).toEqual([])
    expect(report.unresolved.map(({ workload }) => workload.kind)).toContain('Chart')
    expect(performance.now() - started).toBeLessThan(5000)
  })

  test('values that are no YAML keep the chart unresolved', async () => {
    await inCopy(shop, async (folder) => {
      writeFileSync(join(folder, 'values.yaml'), 'web: [unclosed\n')
      const report = await checkAll(open(folder), without)
      expect(report.unresolved.map(({ workload }) => workload.kind)).toContain('Chart')
      expect(report.findings.filter(({ file }) => file.startsWith('templates/'))).toEqual([])
    })
  })
})

const corpus = new URL('../../../shared/corpus/helm', import.meta.url).pathname
const folders = [shop, everyday, corpus].filter((folder) => existsSync(folder))
const cases = folders.flatMap((folder) =>
  discoverCharts(open(folder)).map(
    (request) => [`${request.chart} ${request.variant ?? ''} of ${folder.split('/').at(-1)}`, folder, request] as const,
  ),
)
const suite = HELMS.length > 0 ? describe : describe.skip

suite('what is told of a chart without helm is what helm renders', () => {
  let certain = 0

  test.each(cases)('%s', async (_name, folder, request) => {
    const repository = open(folder)
    const chart = readChartFile(repository, request.chart)
    if (chart === null) throw new TypeError('no chart')
    const approximation = approximateChart({ request, chart, repository })
    const { rendering } = await renderChart({
      request,
      chart,
      repository,
      options: { program: HELMS[0] ?? '', allowNetwork: false },
    })
    if (approximation === null || rendering === null) return
    rendering.dispose()
    const real = new Map(manifestsIn(rendering.file).map((manifest) => [identityOf(manifest), manifest]))
    for (const manifest of manifestsIn(approximation.file)) {
      const same = real.get(identityOf(manifest))
      const templates = podTemplatesOf(manifest)
      if (!PLACEHOLDER.test(textOf(manifest.object)))
        expect(scalarsOf(manifest.object)).toEqual(scalarsOf(same?.object))
      for (const { podSpec } of templates) {
        for (const container of containersOf(podSpec)) {
          if (hasUnknown(manifest.object, container)) continue
          certain += 1
          const [template] = same === undefined ? [] : podTemplatesOf(same)
          const name = stringAt(container, ['name'])
          const twin = containersOf(template?.podSpec).find((other) => stringAt(other, ['name']) === name)
          expect(twin).toBeDefined()
          expect(withoutHarmless(scalarsOf(container))).toEqual(withoutHarmless(scalarsOf(twin)))
        }
      }
    }
  })

  test.each([shop, everyday])('every finding is one of a real rendering, at the same place: %s', async (folder) => {
    const repository = open(folder)
    const rendered = placesIn(await checkAll(repository, renderingWith(HELMS[0] ?? '')), repository)
    const own = placesIn(await checkAll(repository, without), repository)
    expect(own.length).toBeGreaterThan(1)
    expect(own.filter((place) => !rendered.includes(place))).toEqual([])
  })

  test('values are read as helm reads them', async () => {
    const values =
      'a: yes\nb: off\nc: 0644\nd: 2024-01-02\ne: 12:30\nf: &f {x: 1}\ng: {<<: *f, z: 2}\nh: y\ni: n\nj: 0x10\nk: 1_000\n' +
      'l: 1e3\nm: ~\nn: 1.50\no: "yes"\np: +5\nq: .5\nr: Yes\ns: 08\nt: True\nyes: 1\n'
    await inCopy(shop, async (folder) => {
      const chart = join(folder, '..', 'values')
      mkdirSync(join(chart, 'templates'), { recursive: true })
      writeFileSync(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: values\nversion: 0.1.0\n')
      writeFileSync(join(chart, 'values.yaml'), values)
      writeFileSync(join(chart, 'templates/values.yaml'), 'values: {{ .Values | toJson | quote }}\n')
      const printed = execFileSync(HELMS[0] ?? '', ['template', 'x', chart], { encoding: 'utf8' })
      const quoted = /^values: (.*)$/m.exec(printed)?.[1] ?? ''
      expect(parseAsGo(values)).toEqual(JSON.parse(JSON.parse(quoted)))
    })
    expect(() => parseAsGo('a: 0o17\n')).toThrow('octal')
  })

  test('and that is something', () => {
    expect(certain).toBeGreaterThanOrEqual(4)
  })
})

function manifestsIn(file: SourceFile): readonly Manifest[] {
  return parseYaml(file).documents.flatMap((document) => readManifests(file, document))
}

function identityOf({ identity }: Manifest): string {
  return `${identity.kind}/${identity.name}`
}

function containersOf(podSpec: YamlMap | undefined): readonly YamlMap[] {
  const lists = [podSpec?.entries.get('containers')?.value, podSpec?.entries.get('initContainers')?.value]
  return lists
    .flatMap((list) => (list?.kind === 'sequence' ? list.items : []))
    .flatMap((item) => (item.kind === 'map' ? [item] : []))
}

function textOf({ location }: YamlMap): string {
  return location.file.text.slice(location.span.start, location.span.end)
}

/** Scalars by path. */
function scalarsOf(map: YamlMap | undefined): Readonly<Record<string, string>> {
  if (map === undefined) return {}
  const { file } = map.location
  return Object.fromEntries(
    leavesOf(map, { file, document: map }).map(({ path, node }) => [printFieldPath(path), node.text.value]),
  )
}

function withoutHarmless(scalars: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(scalars).filter(([path]) => !/^image/.test(path)))
}
