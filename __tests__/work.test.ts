/** How much work a check does, counted and not timed: irrelevant files cost a fixed amount each and nothing besides. */
import { describe, expect, test } from '@jest/globals'
import { check } from '../src/check.ts'
import { DEFAULT_CONFIGURATION } from '../src/configuration/configuration.ts'
import { createScan } from '../src/manifests/plain/document-scan.ts'
import type { CompiledPolicy, CompiledValidation } from '../src/policies/compile-policy.ts'
import type { CompiledExpression } from '../src/policies/expression.ts'
import { loadBundledPolicies } from '../src/policies/load-bundled.ts'
import { PROGRAMS } from '../src/programs/registry.ts'
import { memoryRepository } from '../src/repository/repository.ts'

interface Work {
  filesRead: number
  charactersRead: number
  documentsScanned: number
  documentsParsedByTheLibrary: number
  /** Look-ups in what was scanned: how many nodes somebody asked for. */
  nodesAsked: number
  expressionsEvaluated: number
  findings: number
}

/** Checks files and counts; those that are no YAML can be read and are not checked. */
async function workFor(files: ReadonlyMap<string, string>): Promise<Work> {
  const work: Work = {
    filesRead: 0,
    charactersRead: 0,
    documentsScanned: 0,
    documentsParsedByTheLibrary: 0,
    nodesAsked: 0,
    expressionsEvaluated: 0,
    findings: 0,
  }
  const base = memoryRepository(files)
  const scan = createScan()
  const repository = {
    ...base,
    checked: base.checked.filter((path) => path.endsWith('.yaml')),
    read: (path: string) => {
      work.filesRead++
      work.charactersRead += files.get(path)?.length ?? 0
      return base.read(path)
    },
  }
  const report = await check(repository, {
    programs: PROGRAMS,
    policies: loadBundledPolicies().map((policy) => counted(policy, () => void work.expressionsEvaluated++)),
    configuration: DEFAULT_CONFIGURATION,
    baseline: new Set(),
    today: null,
    scan: (text, span) => {
      const rows = scan(text, span)
      work.documentsScanned++
      if (rows === null) work.documentsParsedByTheLibrary++
      if (rows === null) return null
      const { values, count, base, flow } = rows
      return {
        count,
        base,
        flow,
        get values() {
          work.nodesAsked++
          return values
        },
      }
    },
  })
  return { ...work, findings: report.findings.length }
}

/** The same policy; every evaluation of one of its expressions is told. */
function counted(policy: CompiledPolicy, tell: () => void): CompiledPolicy {
  const one = (expression: CompiledExpression): CompiledExpression => ({
    ...expression,
    evaluate: (context) => {
      tell()
      return expression.evaluate(context)
    },
  })
  const validation = (written: CompiledValidation): CompiledValidation => ({
    rule: written.rule,
    expression: one(written.expression),
    message: written.message && one(written.message),
    recommendation: written.recommendation && one(written.recommendation),
    derivation: written.derivation.map(({ term, value }) => ({ term: one(term), value: one(value) })),
    alternatives: written.alternatives.map(({ field, value }) => ({ field, value: one(value) })),
    related: written.related.map(({ target, message }) => ({ target, message: one(message) })),
  })
  return {
    policy: policy.policy,
    each: policy.each && one(policy.each),
    variables: policy.variables.map(({ name, expression }) => ({ name, expression: one(expression) })),
    matchConditions: policy.matchConditions.map(one),
    validations: policy.validations.map(validation),
  }
}

const workload = (name: string, command: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}}
spec:
  replicas: 3
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec:
      containers:
        - name: main
          image: registry.example.com/${name}:1.2
          command: ${command}
          resources:
            requests: {cpu: 700m, memory: 600Mi}
            limits: {memory: 600Mi}
`

/** Documents of a workload with what is around it. */
const DOCUMENTS = 3

const objectsAround = (name: string) => `---
apiVersion: v1
kind: Service
metadata: {name: ${name}}
spec:
  selector: {app: ${name}}
  ports: [{port: 80}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: ${name}}
data:
  LEVEL: info
`

const autoscaler = (name: string) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: ${name}}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: ${name}}
  minReplicas: 3
  maxReplicas: 9
`

/** Files of a kind, numbered so that their objects have names of their own. */
function numbered(folder: string, count: number, textOf: (name: string) => string): Files {
  return Array.from({ length: count }, (_, index) => {
    const name = `${folder}-${index}`
    return [`${folder}/${name}.yaml`, textOf(name)] as const
  })
}

type Files = readonly (readonly [string, string])[]

const SERVERS = 6
const FEW = 40
const serverText = (name: string) => workload(name, '[gunicorn, --workers, "7", shop.wsgi]') + objectsAround(name)
const otherText = (name: string) => workload(name, '[java, -jar, app.jar]') + objectsAround(name)
const servers = numbered('server', SERVERS, serverText)

const workOf = (files: Files) => workFor(new Map(files))

function minus(one: Work, other: Work): Work {
  return {
    filesRead: one.filesRead - other.filesRead,
    charactersRead: one.charactersRead - other.charactersRead,
    documentsScanned: one.documentsScanned - other.documentsScanned,
    documentsParsedByTheLibrary: one.documentsParsedByTheLibrary - other.documentsParsedByTheLibrary,
    nodesAsked: one.nodesAsked - other.nodesAsked,
    expressionsEvaluated: one.expressionsEvaluated - other.expressionsEvaluated,
    findings: one.findings - other.findings,
  }
}

describe('irrelevant files', () => {
  test('cost what they cost alone, twice as many twice as much, and no expression', async () => {
    const alone = await workOf(servers)
    const few = minus(await workOf([...servers, ...numbered('other', FEW, otherText)]), alone)
    const many = minus(await workOf([...servers, ...numbered('other', 2 * FEW, otherText)]), alone)
    expect(alone.findings).toBeGreaterThan(0)
    expect(alone.expressionsEvaluated).toBeGreaterThan(1000)
    expect(few).toMatchObject({
      filesRead: FEW,
      documentsParsedByTheLibrary: 0,
      expressionsEvaluated: 0,
      findings: 0,
    })
    // Once to index a document, and once more for what is asked about it later.
    expect(few.documentsScanned).toBeGreaterThanOrEqual(FEW * DOCUMENTS)
    expect(few.documentsScanned).toBeLessThanOrEqual(2 * FEW * DOCUMENTS)
    expect(many).toMatchObject({
      filesRead: 2 * few.filesRead,
      documentsScanned: 2 * few.documentsScanned,
      nodesAsked: 2 * few.nodesAsked,
      documentsParsedByTheLibrary: 0,
      expressionsEvaluated: 0,
    })
  })

  test('with autoscalers of their own cost a fixed number of expressions each', async () => {
    const scaled = (name: string) => `${otherText(name)}---\n${autoscaler(name)}`
    const alone = await workOf(servers)
    const few = minus(await workOf([...servers, ...numbered('other', FEW, scaled)]), alone)
    const many = minus(await workOf([...servers, ...numbered('other', 2 * FEW, scaled)]), alone)
    expect(few.findings).toBe(0)
    // Whether an autoscaler is of interest is for the policies to say.
    expect(few.expressionsEvaluated).toBeLessThanOrEqual(FEW * 15)
    expect(many.expressionsEvaluated).toBe(2 * few.expressionsEvaluated)
    expect(many.documentsScanned).toBe(2 * few.documentsScanned)
  })
})

describe('files', () => {
  test('are read once each, and those that are no manifests not at all', async () => {
    const others = numbered('other', FEW, otherText)
    const manifests = [...servers, ...others]
    const work = await workOf([
      ...manifests,
      ['README.md', 'x'.repeat(100_000)],
      ['data/rows.csv', '1,2\n'.repeat(1000)],
    ])
    expect(work.filesRead).toBe(manifests.length)
    expect(work.charactersRead).toBe(manifests.reduce((sum, [, text]) => sum + text.length, 0))
  })
})

describe('the library', () => {
  test('parses the documents that are not plain, each once', async () => {
    const others = numbered('other', FEW, otherText)
    const odd: Files = [
      ['odd/tag.yaml', otherText('tag').replace('LEVEL: info', 'LEVEL: !!str 1')],
      ['odd/lines.yaml', otherText('lines').replace('LEVEL: info', 'LEVEL: one\n    two')],
      ['odd/end.yaml', `${otherText('end')}...\n# more\n`],
    ]
    const without = await workOf([...servers, ...others])
    const difference = minus(await workOf([...servers, ...others, ...odd]), without)
    expect(difference.documentsParsedByTheLibrary).toBe(odd.length)
    expect(difference.findings).toBe(0)
  })
})

describe('servers', () => {
  test('in files of their own cost the same each', async () => {
    const once = await workOf(servers)
    const twice = await workOf(numbered('server', 2 * SERVERS, serverText))
    expect(twice.findings).toBe(2 * once.findings)
    expect(twice.documentsScanned).toBe(2 * once.documentsScanned)
    expect(twice.expressionsEvaluated / once.expressionsEvaluated).toBeCloseTo(2, 1)
  })
})
