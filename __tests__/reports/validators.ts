/** Judges of the machine formats; each gives its complaints, none when the text is sound. */
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { type ParserError, parse } from 'parse5'
import { SaxesParser } from 'saxes'
import { validateXML } from 'xmllint-wasm'

const fixture = (name: string) => JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8'))

/** Validates by a JSON schema; `id` and `$schema` of draft 4 are left out, for nothing else of it differs here. */
function schemaJudge(name: string): (text: string) => readonly string[] {
  const { $schema, id, ...schema } = fixture(name)
  const ajv = new Ajv({ strict: false, allErrors: true })
  formats.default(ajv)
  const validate = ajv.compile(schema)
  return (text) => {
    validate(JSON.parse(text))
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
  }
}

/** By the schema of OASIS. */
export const sarifComplaints = schemaJudge('sarif/sarif-schema-2.1.0.json')

/** By the fields that GitLab documents. */
export const gitlabComplaints = schemaJudge('reports/gitlab-schema.json')

/** By the schema of JUnit XML in the fixtures, with libxml2. */
export async function junitComplaints(text: string): Promise<readonly string[]> {
  const schema = readFileSync(new URL('../fixtures/reports/junit.xsd', import.meta.url), 'utf8')
  const { errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents: text }], schema: [schema] })
  return [...errors.map(({ rawMessage }) => rawMessage), ...(errors.length === 0 ? miscounts(text) : [])]
}

/** Where the numbers of a suite, or of the whole, are not those of its cases. */
function miscounts(text: string): readonly string[] {
  const complaints: string[] = []
  const open: { readonly counts: Record<string, number>; readonly said: Record<string, string> }[] = []
  const parser = new SaxesParser({ xmlns: false })
  parser.on('opentag', ({ name, attributes }) => {
    const key = { testcase: 'tests', failure: 'failures', error: 'errors', skipped: 'skipped' }[name]
    if (key !== undefined) for (const { counts } of open) counts[key] = (counts[key] ?? 0) + 1
    open.push({ counts: {}, said: attributes })
  })
  parser.on('closetag', ({ name }) => {
    const element = open.pop()
    if (name !== 'testsuite' && name !== 'testsuites') return
    for (const key of ['tests', 'failures', 'errors', ...(name === 'testsuite' ? ['skipped'] : [])])
      if (element?.said[key] !== String(element?.counts[key] ?? 0)) complaints.push(`${name} miscounts ${key}`)
  })
  parser.write(text).close()
  return complaints
}

/** The names of all elements of XML in order; fails when it is not well-formed. */
export function xmlSkeleton(text: string): readonly string[] {
  const names: string[] = []
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => names.push(name))
  parser.write(text).close()
  return names
}

/** An element of a page with its attributes. */
export interface PageElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** All elements of a page as a browser reads it, and where it breaks the rules of HTML. */
export function readPage(text: string): {
  readonly elements: readonly PageElement[]
  readonly errors: readonly string[]
} {
  const errors: ParserError[] = []
  const elements: PageElement[] = []
  const pending: unknown[] = [
    parse(text, { onParseError: (error) => errors.push(error), sourceCodeLocationInfo: true }),
  ]
  while (pending.length > 0) {
    const node = pending.shift()
    if (typeof node !== 'object' || node === null) continue
    if ('tagName' in node && typeof node.tagName === 'string' && 'attrs' in node && Array.isArray(node.attrs)) {
      const pairs: readonly { readonly name: string; readonly value: string }[] = node.attrs
      elements.push({
        name: node.tagName,
        attributes: Object.fromEntries(pairs.map(({ name, value }) => [name, value])),
      })
    }
    if ('childNodes' in node && Array.isArray(node.childNodes)) pending.unshift(...node.childNodes)
  }
  const told = errors.map(({ code, startLine, startCol }) => `${code} at ${startLine}:${startCol}`)
  return { elements, errors: [...told, ...unbalanced(text)] }
}

/** Elements that are not closed, or closed in the wrong order; browsers forgive them and so does their parser. */
function unbalanced(text: string): readonly string[] {
  const open: string[] = []
  const markup = text.replace(/(<(script|style)>)[\s\S]*?(?=<\/\2>)/g, '$1')
  for (const [, slash, name = '', end] of markup.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/g)) {
    if (['meta', 'br', 'input'].includes(name) || end === '/') continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return [`${name} is closed but not open`]
  }
  return open.map((name) => `${name} is not closed`)
}
