/** Shards and merged reports. */
import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { toJsonFleet } from '../../src/reports/fleet-json.ts'
import { mergeReports } from '../../src/reports/merge-reports.ts'
import { readJsonFleet } from '../../src/reports/read-fleet-json.ts'
import { readJsonReport } from '../../src/reports/read-json-report.ts'
import { isInShard } from '../../src/shard.ts'
import { SMALL_REPORT } from '../reports/small-report.ts'
import { createWorkspace, gunicorn, TWO_BEATS } from './command-line.ts'

const workspace = createWorkspace('examples')
workspace.write('examples/more/beat.yaml', `${TWO_BEATS}# workerlint-ignore nothing-known -- misspelt\n`)
workspace.write('examples/more/quiet.yaml', gunicorn(2))
workspace.write(
  'examples/more/accepted.yaml',
  TWO_BEATS.replace('  replicas', '  # workerlint-ignore beat-replicas -- for a test\n  replicas'),
)
workspace.write('examples/broken.yaml', 'apiVersion: v1\nkind: [Pod\n')
afterAll(workspace.remove)

describe('the shards of a run', () => {
  test.each([1, 2, 3, 7])('merge into the report of the whole run: %i shards', async (count) => {
    const whole = await workspace.run(['check', 'examples', '--format', 'json=whole.json'])
    const names = Array.from({ length: count }, (_, index) => `shard-${index + 1}.json`)
    for (const [index, name] of names.entries())
      await workspace.run(['check', 'examples', '--shard', `${index + 1}/${count}`, '--format', `json=${name}`])
    const merged = await workspace.run(['merge', ...names, '--format', 'json=merged.json'])
    expect(workspace.read('merged.json')).toBe(workspace.read('whole.json'))
    expect(merged.code).toBe(whole.code)
  })

  test.each(['1', '2', '7', '9999'])('and the whole run say the same with --jobs %s', async (jobs) => {
    const whole = await workspace.run(['check', 'examples', '--format', 'json'])
    const part = await workspace.run(['check', 'examples', '--format', 'json', '--shard', '1/2'])
    expect(await workspace.run(['check', 'examples', '--format', 'json', '--jobs', jobs])).toEqual(whole)
    expect(await workspace.run(['check', 'examples', '--format', 'json', '--shard', '1/2', '--jobs', jobs])).toEqual(
      part,
    )
  })

  test('hold every file once', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 20 }), (file, count) => {
        const shards = Array.from({ length: count }, (_, index) => ({ index: index + 1, count }))
        expect(shards.filter((shard) => isInShard(file, shard))).toHaveLength(1)
      }),
    )
  })
})

describe('merge', () => {
  const json = JSON.stringify(SMALL_REPORT)

  test('reads what was written', () => {
    expect(readJsonReport(json)).toEqual(SMALL_REPORT)
  })

  test('drops findings with the same file and fingerprint, and adds up what was looked at', () => {
    const merged = mergeReports([SMALL_REPORT, SMALL_REPORT])
    expect(merged.findings).toHaveLength(2)
    expect(merged.summary).toMatchObject({ files: 8, findings: { error: 1, warning: 1, info: 0 }, suppressed: 1 })
  })

  test('tells repositories apart by a folder before the file', async () => {
    workspace.write('a=b.json', json)
    workspace.write('one.json', json)
    const { code, out } = await workspace.run(['merge', 'shop=one.json', 'api=one.json', '--format', 'json'])
    const files = JSON.parse(out).findings.map(({ file }: { file: string }) => file)
    expect(code).toBe(1)
    expect(files).toEqual([
      'api/k8s/beat.yaml',
      'api/k8s/été & co/web.yaml',
      'shop/k8s/beat.yaml',
      'shop/k8s/été & co/web.yaml',
    ])
    expect((await workspace.run(['merge', 'a=b.json', '--fail-on', 'never'])).code).toBe(0)
  })

  test('takes a folder: every report stands below the name of its file, without the commit', async () => {
    workspace.write(`fleet/acme/shop@${'a1'.repeat(20)}.json`, json)
    workspace.write('fleet/acme/api.json', json)
    const { out } = await workspace.run(['merge', 'fleet', '--format', 'json', '--fail-on', 'never'])
    const named = await workspace.run([
      'merge',
      'acme/api=fleet/acme/api.json',
      `acme/shop=fleet/acme/shop@${'a1'.repeat(20)}.json`,
      '--format=json',
      '--fail-on=never',
    ])
    expect(JSON.parse(out).findings[0].file).toBe('acme/api/k8s/beat.yaml')
    expect(out).toBe(named.out)
    workspace.write('empty/readme.txt', '')
    expect(await workspace.run(['merge', 'empty'])).toMatchObject({ code: 2, err: 'there are no reports in empty\n' })
  })

  test('draws the fleet when the containers stand beside the reports', async () => {
    const inspected = JSON.parse((await workspace.run(['inspect', 'examples/web.yaml', '--format', 'json'])).out)
    const [container] = inspected.containers
    const { file, line, workload, container: name } = container
    const fleet = toJsonFleet([container], [{ file, line, workload, container: name, bytes: 2 ** 30 }])
    workspace.write('drawn/acme/shop.json', (await workspace.run(['check', 'examples/web.yaml', '--format=json'])).out)
    workspace.write('drawn/acme/shop.fleet.json', JSON.stringify(fleet))
    expect(readJsonFleet(JSON.stringify(fleet))).toEqual(fleet)
    const { out } = await workspace.run(['merge', 'drawn', '--format', 'html', '--fail-on', 'never'])
    expect(out.match(/<path class="point/g)).toHaveLength(2)
    expect(out).toContain('<code>acme/shop/examples/web.yaml:26</code>')
    workspace.write('drawn/acme/shop.fleet.json', '{"schemaVersion": 1, "containers": [{}]}')
    expect(await workspace.run(['merge', 'drawn'])).toMatchObject({
      code: 2,
      err: 'report drawn/acme/shop.fleet.json: containers[0].file is not a text\n',
    })
  })

  test.each<[string, unknown, string]>([
    ['another version', { ...SMALL_REPORT, schemaVersion: 2 }, 'schemaVersion is not 1'],
    ['no findings', { ...SMALL_REPORT, findings: undefined }, 'findings is not a list'],
    ['a list', [], 'the report is not an object'],
    [
      'a line that is none',
      { ...SMALL_REPORT, problems: [{ file: 'a', line: 1.5, message: 'm' }] },
      'problems[0].line is not a whole number',
    ],
    [
      'a severity of its own',
      { ...SMALL_REPORT, findings: [{ ...SMALL_REPORT.findings[0], severity: 'grave' }] },
      'findings[0].severity is not error, warning, info',
    ],
  ])('refuses %s by name', async (_, report, message) => {
    workspace.write('bad.json', JSON.stringify(report))
    const { code, err } = await workspace.run(['merge', 'bad.json'])
    expect(code).toBe(2)
    expect(err).toBe(`report bad.json: ${message}\n`)
  })
})
