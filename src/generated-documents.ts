/** Every document that is generated from the policies and the configuration, by path. */
import { configurationSchema } from './configuration/schema.ts'
import { compileBundledPolicies } from './policies/document-policies.ts'
import { storePolicies } from './policies/store-policies.ts'
import type { StoredPolicies } from './policies/stored-policies.ts'
import { vocabularyMarkdown } from './policies/vocabulary-markdown.ts'
import { PROGRAMS } from './programs/registry.ts'
import { type Measured, measuredMarkdown } from './reports/measured-markdown.ts'
import { policyMarkdown } from './reports/policy-markdown.ts'
import { policyIndex } from './reports/policy-table.ts'

/** What the laboratory measured, by policy: `lab/verdicts.json`. */
export type Verdicts = Readonly<Record<string, readonly Measured[]>>

/** Texts by path below the root; `vocabularySource` is the text of vocabulary.ts, whose comments describe the words. */
export function generatedDocuments(vocabularySource: string, verdicts: Verdicts): ReadonlyMap<string, string> {
  const compiled = compileBundledPolicies(PROGRAMS)
  const policies = compiled.map(({ policy }) => policy)
  return new Map([
    ['src/policies/bundled.ts', bundledModule(storePolicies(compiled))],
    ...policies.map(
      (policy) =>
        [
          `docs/policies/${policy.id}.md`,
          `${policyMarkdown(policy)}${measuredMarkdown(verdicts[policy.id] ?? [])}`,
        ] as const,
    ),
    [
      'policies/README.md',
      policiesReadme(
        policyIndex(policies, (id) => `../docs/policies/${id}.md`),
        policies.length,
      ),
    ],
    ['docs/policy-vocabulary.md', vocabularyMarkdown(vocabularySource)],
    ['schema/workerlint.schema.json', `${JSON.stringify(configurationSchema(policies, PROGRAMS), null, 2)}\n`],
  ])
}

function bundledModule({ headers, rules, words }: StoredPolicies): string {
  return `/** The policies of \`policies/\`, compiled; written by \`npm run generate\`, so that a check reads and parses none of them. */
import type { StoredPolicies } from './stored-policies.ts'

/** What \`readStoredPolicies\` reads. */
export const BUNDLED_POLICIES: StoredPolicies = {
  headers:
    ${JSON.stringify(headers)},
  rules: [
${textLines(rules)}  ],
  words: [
${textLines(words)}  ],
}
`
}

function textLines(texts: readonly string[]): string {
  return texts.map((text) => `    ${JSON.stringify(text)},\n`).join('')
}

function policiesReadme(tables: string, count: number): string {
  return `# Policies

${count} policies, one YAML file each, in the form that your own take (see [writing policies](../docs/writing-policies.md)).
Policies of confidence \`heuristic\` are on in \`extends: strict\` only. This page and those it links to are written by
\`npm run generate\`.

${tables}`
}
