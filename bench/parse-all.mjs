/** Parses every document below a folder with the `yaml` library and throws it away: what a check costs at least that parses everything. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'

let documents = 0
for (const entry of readdirSync(process.argv[2] ?? '.', { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.ya?ml$/.test(entry.name)) continue
  documents += parseAllDocuments(readFileSync(join(entry.parentPath, entry.name), 'utf8')).length
}
console.log(documents)
