/** A start script that many containers have a copy of is followed once, and each is told what it would be told alone. */
import { describe, expect, test } from '@jest/globals'
import { inspectRepository } from '../../src/inspection/inspect-repository.ts'
import { readStartWords, scriptKey } from '../../src/inspection/verdicts.ts'
import { parseYaml } from '../../src/manifests/parse.ts'
import { PROGRAMS } from '../../src/programs/registry.ts'
import { memoryRepository } from '../../src/repository/repository.ts'
import { createSourceFile } from '../../src/source/source-file.ts'

type Texts = readonly (readonly [string, string])[]

/** How far each container comes, by pod. */
async function statuses(texts: Texts): Promise<Readonly<Record<string, string>>> {
  const repository = memoryRepository(new Map(texts))
  const manifests = { ...repository, checked: repository.checked.filter((path) => path.endsWith('.yaml')) }
  const { containers } = await inspectRepository(manifests, PROGRAMS)
  return Object.fromEntries(
    containers.map(({ workload, processes: { status, why } }) => [workload.manifest.identity.name, `${status} ${why}`]),
  )
}

const pod = (name: string, rest = '', script = 'set -e; exec /app/server --port 80'): string => `apiVersion: v1
kind: Pod
metadata: {name: ${name}}
spec:
  volumes:
    - name: files
      configMap: {name: files}
  containers:
    - name: main
      image: registry.example.com/${name}:1
      command: [sh, -c, "${script}"]
${rest}`

const MOUNTED = '      volumeMounts: [{name: files, mountPath: /app}]\n'
const CONFIG_MAP = `---
apiVersion: v1
kind: ConfigMap
metadata: {name: files}
data:
  server: |
    #!/bin/sh
    exec gunicorn -w 3 shop.wsgi
`

describe('a script that many containers have', () => {
  test.each([
    ['first', 'a.yaml', 'z.yaml'],
    ['last', 'z.yaml', 'a.yaml'],
  ])('starts what is mounted where something is, when that pod comes %s', async (_when, mounted, other) => {
    const found = await statuses([
      [mounted, pod('mounted', MOUNTED) + CONFIG_MAP],
      [other, pod('other')],
      ['m.yaml', pod('third')],
    ])
    const told = 'unresolved /app/server is neither mounted nor found in the repository'
    expect(found).toEqual({ mounted: 'resolved null', other: told, third: told })
  })

  test('starts the file of the repository that is nearest to each', async () => {
    const found = await statuses([
      ['shop/app/server', '#!/bin/sh\nexec gunicorn shop.wsgi\n'],
      ['blog/app/server', '#!/bin/sh\nexec sleep 1\n'],
      ['blog/pod.yaml', pod('blog')],
      ['shop/pod.yaml', pod('shop')],
      ['none/pod.yaml', pod('none')],
    ])
    expect(found['shop']).toBe('resolved null')
    expect(found['blog']).toBe('notAServer null')
    expect(found['none']).toMatch(/^unresolved/)
  })

  test('starts what the image brings where its Dockerfile is known', async () => {
    const found = await statuses([
      ['a.yaml', pod('plain')],
      ['web/Dockerfile', 'FROM python:3.13\nCOPY server /app/server\n'],
      ['web/server', '#!/bin/sh\nexec celery -A shop worker\n'],
      ['b.yaml', pod('web')],
    ])
    expect(found['web']).toMatch(/^(resolved|partial)/)
  })
})

describe('the key of a script', () => {
  const keyOf = (text: string) => {
    const [node] = parseYaml(createSourceFile('a.yaml', text)).documents
    if (node === undefined) throw new Error('no document')
    return scriptKey(node, readStartWords(node))
  }

  test.each([
    ['no shell', 'command: [java, -jar, app.jar]'],
    ['a variable', 'command: [sh, -c, "exec $RUN"]'],
    ['an assignment', 'command: [sh, -c, "A=1 run"]'],
    ['a reference', 'command: [sh, -c, "$(RUN)"]'],
    ['no command', 'args: [sh, -c, run]'],
    ['something that is no word', 'command: [sh, -c, {a: b}]'],
  ])('is none for %s', (_what, text) => {
    expect(keyOf(`${text}\n`)).toBeNull()
  })

  test('tells words, folders and mounts apart', () => {
    const keys = [
      'command: [sh, -c, run]',
      'command: [bash, -c, run]',
      'command: [sh, -c, run it]',
      'command: [sh]\nargs: [-c, run, x]',
      'command: [sh, -c, run]\nworkingDir: /srv',
      'command: [sh, -c, run]\nvolumeMounts: [{name: a, mountPath: /a}]',
      'command: [sh, -c, run]\nvolumeMounts: [{name: a, mountPath: /b}]',
    ].map((text) => keyOf(`${text}\n`))
    expect(keys).not.toContain(null)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
