import { describe, expect, test } from '@jest/globals'
import { check } from '../../src/check.ts'
import { DEFAULT_CONFIGURATION } from '../../src/configuration/configuration.ts'
import { inspectAll } from '../../src/inspect-all.ts'
import { loadBundledPolicies } from '../../src/policies/load-bundled.ts'
import { PROGRAMS } from '../../src/programs/registry.ts'
import { explainLine } from '../../src/reports/explain-line.ts'
import { FORMATS } from '../../src/reports/formats.ts'
import { PLAIN } from '../../src/reports/formatter.ts'
import { toJsonInspection } from '../../src/reports/inspect-json.ts'
import { isSecretName, maskLines, maskText, maskWords } from '../../src/reports/secrets.ts'
import { toJsonReport } from '../../src/reports/to-json-report.ts'
import { memoryRepository } from '../../src/repository/repository.ts'

const SECRET = 'hunter2-Tr0ub4dor'
const manifest = `apiVersion: v1
kind: Secret
metadata: {name: web}
stringData:
  anything: ${SECRET}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: worker}
spec:
  template:
    spec:
      containers:
        - name: worker
          command: [sh, -c, "DJANGO_SECRET_KEY=${SECRET} celery -A shop --broker redis://:${SECRET}@redis:6379/0 worker -c 64 --flower-basic-auth=u:${SECRET}"]
          env:
            - name: CELERY_BROKER_PASSWORD
              value: ${SECRET}
            - {name: API_TOKEN, value: "${SECRET}"}
            - name: WEB_CONCURRENCY
              value: "$(API_TOKEN)"
          resources: {limits: {cpu: "1", memory: 512Mi}}
        - name: web
          command: [gunicorn, "--env=A_TOKEN=${SECRET}$HOME", --env, "DB_PASSWORD=$(API_TOKEN)", "-w 4", "--forwarded-allow-ips=http://u:${SECRET}@h", shop.wsgi]
          env:
            - {name: API_TOKEN, value: "${SECRET}"}
            - name: GUNICORN_CMD_ARGS
              value: "--name=x --proxy-password ${SECRET} --workers=abc postgres://shop:${SECRET}@db/shop"
          resources: {limits: {cpu: "1", memory: 512Mi}}
`
const repository = memoryRepository(new Map([['k8s.yaml', manifest]]))
const options = {
  programs: PROGRAMS,
  policies: loadBundledPolicies(),
  configuration: { ...DEFAULT_CONFIGURATION, extends: 'strict' as const },
  baseline: new Set<string>(),
  today: null,
}

describe('a secret of a manifest', () => {
  test.each([...FORMATS])('is in no report of the format %s', async (_name, format) => {
    const report = toJsonReport(await check(repository, options))
    expect(report.findings.length).toBeGreaterThan(3)
    const { containers } = toJsonInspection((await inspectAll(repository, options)).inspections)
    const text = format(report, {
      ...PLAIN,
      verbosity: 'verbose',
      containers,
      linesOf: () => maskLines(manifest.split('\n')),
    })
    expect(text).not.toContain(SECRET)
  })

  test('is not in what inspect shows', async () => {
    const { inspections } = await inspectAll(repository, options)
    const inspection = toJsonInspection(inspections)
    expect(JSON.stringify(inspection)).not.toContain(SECRET)
    const [first] = inspection.containers
    expect(first?.processes[0]?.argv).toContain('redis://:***@redis:6379/0')
  })

  test('is not in what explain shows of any line', async () => {
    const { inspections } = await inspectAll(repository, options)
    for (const { inspection } of inspections) {
      for (const [index] of manifest.split('\n').entries())
        expect(explainLine(inspection, 'k8s.yaml', index + 1)).not.toContain(SECRET)
    }
  })
})

describe('what is taken for a secret', () => {
  test.each([
    'DB_PASSWORD',
    'SECRET_KEY',
    'API_TOKEN',
    'AWS_SECRET_ACCESS_KEY',
    'apiKey',
    '--basic-auth',
    'SENTRY_DSN',
    'clientSecret',
  ])('%s', (name) => {
    expect(isSecretName(name)).toBe(true)
  })

  test.each([
    'DB_PASSWORD',
    'passwd',
    'KEY_PASSPHRASE',
    'clientSecret',
    'api-token',
    'apiKey',
    'API_KEY',
    'PRIVATEKEY',
    'private-key',
    'accessKey',
    'AWS_ACCESS_KEY',
    'credentials',
    'basicAuth',
    'basic-auth',
    'DB_PWD',
    'sentry-dsn',
  ])('the value of %s in every line of a manifest', (name) => {
    const lines = [
      `- name: ${name}`,
      '  value: pa55',
      `- {name: ${name}, value: pa55}`,
      `- ${name}=pa55`,
      `- --${name} pa55`,
    ]
    expect(maskLines(lines)).toEqual(lines.map((line) => line.replace('pa55', '****')))
    const upper = `${name.replaceAll('-', '_').toUpperCase()}: pa55`
    if (isSecretName(upper.slice(0, -6))) expect(maskLines([upper])).toEqual([upper.replace('pa55', '****')])
  })

  test('every entry of a Secret, and none of the next object', () => {
    const lines = ['kind: Secret', 'data:', '  a: b3', '---', 'kind: ConfigMap', 'data:', '  a: b3']
    expect(maskLines(lines)).toEqual(['kind: Secret', 'data:', '  a: **', ...lines.slice(3)])
  })

  test.each(['WEB_CONCURRENCY', 'KEYCLOAK_URL', 'MONKEY', 'PORT', '--keepalive', 'AUTHOR', 'PWDS'])(
    '%s is not',
    (name) => {
      expect(isSecretName(name)).toBe(false)
    },
  )

  test.each([
    ['amqp://shop:pa55@rabbit//', 'amqp://shop:***@rabbit//'],
    ['amqp://shop:$(PW)@rabbit//', 'amqp://shop:$(PW)@rabbit//'],
    ['A_TOKEN=abc gunicorn', 'A_TOKEN=*** gunicorn'],
    ['--password="a b" x', '--password=*** x'],
    ['secretName: web', 'secretName: web'],
    ['4 workers want 2: fewer', '4 workers want 2: fewer'],
  ])('%s', (text, masked) => {
    expect(maskText(text)).toBe(masked)
  })

  test('is the word behind an option', () => {
    expect(maskWords(['flower', '--basic-auth', 'u:p', '--port', '1', '--token', '--x'])).toEqual([
      'flower',
      '--basic-auth',
      '***',
      '--port',
      '1',
      '--token',
      '--x',
    ])
  })
})
