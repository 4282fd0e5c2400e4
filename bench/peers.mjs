/** Other tools that judge manifests: how each is asked for its version and run on a folder. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const REGO = `package main

import rego.v1

deny contains message if {
  some container in input.spec.template.spec.containers
  not container.resources.limits.memory
  message := sprintf("%s has no memory limit", [container.name])
}
`

const RULESET = `rules:
  memory-limit:
    given: $.spec.template.spec.containers[*].resources.limits
    then: {field: memory, function: truthy}
`

/** A folder with one JSON schema of Kubernetes for each kind, for kubeconform, which would download them. */
const SCHEMAS = process.env.KUBERNETES_SCHEMAS ?? ''

/** Every peer; `args` gives the words for a workload, and `note` says what it leaves out here. */
export const PEERS = [
  { program: 'kube-linter', version: ['version'], args: () => ['lint', '.'], note: 'built-in checks' },
  { program: 'kube-score', version: ['version'], args: ({ paths }) => ['score', ...paths], note: 'built-in checks' },
  {
    program: 'kubeconform',
    version: ['-v'],
    args: ({ policies }) => [
      '-schema-location',
      join(policies, 'schemas', '{{.ResourceKind}}{{.KindSuffix}}.json'),
      '-ignore-missing-schemas',
      '.',
    ],
    note: SCHEMAS === '' ? 'without schemas, which it would download' : 'schemas of KUBERNETES_SCHEMAS',
  },
  {
    program: 'conftest',
    version: ['--version'],
    args: ({ policies }) => ['test', '--policy', join(policies, 'limits.rego'), '.'],
    note: 'one rule',
  },
  {
    program: 'checkov',
    version: ['--version'],
    args: () => ['-d', '.', '--framework', 'kubernetes', '--compact', '--quiet', '--skip-download'],
    note: 'built-in checks of Kubernetes',
  },
  {
    program: 'spectral',
    version: ['--version'],
    args: ({ policies }) => ['lint', '**/*.{yaml,yml}', '--ruleset', join(policies, 'spectral.yaml')],
    note: 'one rule; it refuses files of several documents',
  },
]

/** The peers that are installed, with their versions. */
export function installedPeers() {
  return PEERS.flatMap((peer) => {
    const asked = spawnSync(peer.program, peer.version, { encoding: 'utf8' })
    if (asked.error !== undefined) return []
    const told = /v?\d+\.\d+\.\d+[\w.+-]*/.exec(`${asked.stdout}${asked.stderr}`)?.[0]
    return [{ ...peer, version: moduleVersion(peer.program) ?? told ?? 'of unknown version' }]
  })
}

/** The version of a program that `go install` made; such programs do not know it themselves, or tell that of a part. */
function moduleVersion(program) {
  const module = spawnSync('sh', ['-c', 'go version -m "$(command -v "$1")"', 'sh', program], { encoding: 'utf8' })
  return /^\s+mod\s+\S+\s+(v\S+)/m.exec(module.stdout)?.[1]
}

/** Writes the rules for peers that have none of their own. */
export function writePolicies(folder) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'limits.rego'), REGO)
  writeFileSync(join(folder, 'spectral.yaml'), RULESET)
  writeSchemas(join(folder, 'schemas'))
  return folder
}

/** Schemas refer to the file of definitions as a web server would give it; here it is a file. */
function writeSchemas(folder) {
  mkdirSync(folder)
  if (SCHEMAS === '') return
  const definitions = `"file://${join(folder, '_definitions.json')}#`
  for (const name of readdirSync(SCHEMAS).filter((file) => file.endsWith('.json'))) {
    const text = readFileSync(join(SCHEMAS, name), 'utf8')
    writeFileSync(join(folder, name), text.replaceAll('"/api/_definitions.json#', definitions))
  }
}

/** The commands of installed peers on a workload; findings are no failure, and neither is what they cannot read. */
export function peerCommands(peers, { folder, paths }, policies) {
  return peers.map(({ program, version, args }) => ({
    name: `${program} ${version}`,
    command: [program, ...args({ paths, policies })],
    folder,
    codes: Array.from({ length: 256 }, (_, code) => code),
    isSlow: true,
    isPeer: true,
  }))
}
