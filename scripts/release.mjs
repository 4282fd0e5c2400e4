#!/usr/bin/env node
// Says what is to be released: the version of package.json, its major tag, and its section of the changelog. Anything that does not fit stops the release.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = process.argv[2] ?? join(import.meta.dirname, '..')
const read = (path) => readFileSync(join(root, path), 'utf8')
const { version } = JSON.parse(read('package.json'))
const lock = JSON.parse(read('package-lock.json'))

if (!/^\d+\.\d+\.\d+$/.test(version)) stop(`the version ${version} is not MAJOR.MINOR.PATCH`)
if (lock.version !== version) stop(`package-lock.json says ${lock.version}, package.json ${version}`)
if (!read('src/version.ts').includes(`'${version}'`)) stop(`src/version.ts does not say ${version}`)
const sections = read('CHANGELOG.md').split(/^## /m).slice(1)
const section = sections.find((text) => text.split('\n')[0].split(' ')[0] === version)
if (section === undefined) stop(`CHANGELOG.md has no section "## ${version}"`)
const notes = section.split('\n').slice(1).join('\n').trim()
if (notes === '') stop(`the section of ${version} in CHANGELOG.md is empty`)

process.stdout.write(`${JSON.stringify({ version, tag: `v${version}`, major: `v${version.split('.')[0]}`, notes })}\n`)

function stop(reason) {
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}
