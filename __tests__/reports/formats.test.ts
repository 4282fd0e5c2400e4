/** The machine formats are what their readers expect, and the judges can tell. */
import { describe, expect, test } from '@jest/globals'
import { formatGitlab } from '../../src/reports/gitlab.ts'
import { formatHtml } from '../../src/reports/html.ts'
import { formatJunit } from '../../src/reports/junit.ts'
import { formatSarif } from '../../src/reports/sarif.ts'
import { CLEAN_REPORT, SMALL_PRESENTATION, SMALL_REPORT } from './small-report.ts'
import { gitlabComplaints, junitComplaints, readPage, sarifComplaints } from './validators.ts'

const sarif = (report = SMALL_REPORT) => formatSarif(report, SMALL_PRESENTATION)

describe('sarif', () => {
  test('is valid by the schema of OASIS', () => {
    expect(sarifComplaints(sarif())).toEqual([])
    expect(sarifComplaints(sarif(CLEAN_REPORT))).toEqual([])
  })

  test.each([
    ['a level of its own', '"level": "warning"', '"level": "grave"'],
    ['a line before the first', '"startLine": 3', '"startLine": 0'],
    ['another version', '"version": "2.1.0"', '"version": "2.2.0"'],
    ['a property nobody knows', '"ruleIndex"', '"ruleNumber"'],
  ])('the schema refuses %s', (_, from, to) => {
    expect(sarifComplaints(sarif().replace(from, to))).not.toEqual([])
  })

  test('a clean report is one run without results', () => {
    expect(JSON.parse(sarif(CLEAN_REPORT)).runs).toEqual([expect.objectContaining({ results: [] })])
  })

  test('every result names its rule, its columns, two fingerprints, the suggestion and what suppresses it', () => {
    const [run] = JSON.parse(sarif()).runs
    const [beat, web, quiet] = run.results
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      'beat-replicas',
      'gunicorn-workers-exceed-cpu',
      'probe-starvation',
    ])
    expect([beat.ruleIndex, web.ruleIndex, quiet.ruleIndex]).toEqual([0, 1, 2])
    expect([beat.level, web.level, quiet.level]).toEqual(['error', 'warning', 'note'])
    expect(web.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'k8s/%C3%A9t%C3%A9%20%26%20co/web.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 3, startColumn: 15, endLine: 3, endColumn: 16 },
    })
    expect(web.relatedLocations[0].physicalLocation.region).toMatchObject({ startLine: 5, startColumn: 8 })
    expect(web.partialFingerprints).toEqual({
      primaryLocationLineHash: 'aaaa0000aaaa0000aaaa0000aaaa0000:1',
      'workerlint/v1': 'aaaa0000aaaa0000aaaa0000aaaa0000',
    })
    expect(web.fixes[0].artifactChanges[0].replacements).toEqual([
      { deletedRegion: { startLine: 3, endLine: 3 }, insertedContent: { text: '  - --workers=2' } },
    ])
    expect(quiet.suppressions).toEqual([{ kind: 'inSource', status: 'accepted', justification: 'the probe moves' }])
    expect(run.automationDetails.id).toBe('workerlint/')
    expect(run.tool.driver.rules[1]).toMatchObject({
      helpUri: 'https://example.com/policies/gunicorn-workers-exceed-cpu.md',
      help: { markdown: expect.stringContaining('# gunicorn-workers-exceed-cpu') },
    })
    expect(run.invocations[0].toolExecutionNotifications).toHaveLength(2)
  })

  test('fingerprints that occur twice get numbers', () => {
    const [finding] = SMALL_REPORT.findings
    const twice = finding === undefined ? [] : [finding, finding]
    const { results } = JSON.parse(sarif({ ...CLEAN_REPORT, findings: twice })).runs[0]
    const hashes = results.map((one: { partialFingerprints: Record<string, string> }) => one.partialFingerprints)
    expect(new Set(hashes.map((one: Record<string, string>) => one['primaryLocationLineHash'])).size).toBe(2)
  })
})

describe('junit', () => {
  test('is valid by its schema, and counts itself', async () => {
    expect(await junitComplaints(formatJunit(SMALL_REPORT, SMALL_PRESENTATION))).toEqual([])
    expect(await junitComplaints(formatJunit(CLEAN_REPORT, SMALL_PRESENTATION))).toEqual([])
  })

  test.each([
    ['a wrong count', 'failures="2"', 'failures="3"'],
    ['an element in a wrong place', '<testcase classname="k8s/beat.yaml"', '<failure classname="k8s/beat.yaml"'],
    ['an attribute that its readers do not know', '<testcase ', '<testcase line="7" '],
    ['a bare ampersand', '&amp;', '&'],
  ])('the judge refuses %s', async (_, from, to) => {
    const text = formatJunit(SMALL_REPORT, SMALL_PRESENTATION).replace(from, to)
    expect(await junitComplaints(text)).not.toEqual([])
  })
})

describe('gitlab', () => {
  test('has the fields that GitLab documents', () => {
    expect(gitlabComplaints(formatGitlab(SMALL_REPORT, SMALL_PRESENTATION))).toEqual([])
    expect(formatGitlab(CLEAN_REPORT, SMALL_PRESENTATION)).toBe('[]\n')
  })

  test.each([
    ['another severity', '"critical"', '"grave"'],
    ['no fingerprint', '"fingerprint"', '"print"'],
  ])('the judge refuses %s', (_, from, to) => {
    expect(gitlabComplaints(formatGitlab(SMALL_REPORT, SMALL_PRESENTATION).replace(from, to))).not.toEqual([])
  })

  test('fingerprints differ between files', () => {
    const [, workers] = SMALL_REPORT.findings
    const findings = workers === undefined ? [] : [workers, workers, { ...workers, file: 'k8s/other.yaml' }]
    const entries: readonly { fingerprint: string }[] = JSON.parse(
      formatGitlab({ ...CLEAN_REPORT, findings }, SMALL_PRESENTATION),
    )
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(3)
  })
})

describe('html', () => {
  const html = formatHtml(SMALL_REPORT, SMALL_PRESENTATION)

  test('is HTML without mistakes', () => {
    expect(readPage(html).errors).toEqual([])
    expect(readPage(formatHtml(CLEAN_REPORT, SMALL_PRESENTATION)).errors).toEqual([])
    expect(readPage(html.replace('</table>', '')).errors).not.toEqual([])
  })

  test('loads nothing: addresses stand in links alone', () => {
    const { elements } = readPage(html)
    const loading = elements.filter(({ attributes }) => 'src' in attributes || 'srcset' in attributes)
    expect(loading).toEqual([])
    expect(elements.filter(({ name }) => ['link', 'iframe', 'img', 'object', 'base'].includes(name))).toEqual([])
    const policy = elements.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')
    expect(policy?.attributes['content']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'$/,
    )
    expect(html).not.toMatch(/url\(|@import/)
  })

  test('shows the containers that are well beside the others', () => {
    expect(html).toContain('Deployment/quiet in shop')
    expect(html).toContain('9 <span aria-hidden="true">→</span><span class="spoken">, wanted</span> 2')
    expect(html).toContain('<ins>+   - --workers=2</ins>')
  })

  test('every link inside the page leads somewhere', () => {
    const { elements } = readPage(html)
    const ids = new Set(elements.map(({ attributes }) => attributes['id']))
    const inside = elements.flatMap(({ attributes }) =>
      attributes['href']?.startsWith('#') ? [attributes['href']] : [],
    )
    expect(inside.length).toBeGreaterThan(0)
    expect(inside.filter((target) => !ids.has(target.slice(1)))).toEqual([])
  })
})
