/** The words of policy expressions as a Markdown page, with the comments of vocabulary.ts as their descriptions. */
import type { Scope } from './policy.ts'
import { scopeVocabulary, type Vocabulary } from './vocabulary.ts'

const SCOPES: readonly Scope[] = ['process', 'container', 'workload', 'scaler', 'system']

/** Tables of every object of the vocabulary, and the scopes that have it. */
export function vocabularyMarkdown(source: string): string {
  const comments = commentsOf(source)
  const objects = new Map<string, Vocabulary>()
  for (const scope of SCOPES) {
    for (const [name, type] of Object.entries(scopeVocabulary(scope)))
      if (typeof type !== 'string') objects.set(name, type)
  }
  const sections = [...objects].map(([name, fields]) => {
    const scopes = SCOPES.filter((scope) => name in scopeVocabulary(scope))
    return `## ${name}\n\nIn scope ${scopes.join(', ')}.\n\n| Word | Type | What it is |\n|---|---|---|\n${rows(name, fields, name, comments)}`
  })
  return `# The words of policy expressions

A word that is not known for a subject is absent, and an expression over it never fires. \`dyn\` may be null. Beside these there
are \`settings\` and \`origins\` (scope process: every setting of the program by its own name, and where it comes from: cli, env,
configFile or default), \`params\`, \`variables\` and, with \`each\`, \`each\`. Written by \`npm run generate\`.

${sections.join('\n\n')}
`
}

function rows(path: string, fields: Vocabulary, owner: string, comments: ReadonlyMap<string, string>): string {
  return Object.entries(fields)
    .map(([name, type]) => {
      const comment = comments.get(`${owner}.${name}`) ?? ''
      if (typeof type === 'string') return `| \`${path}.${name}\` | ${type} | ${comment} |`
      return rows(`${path}.${name}`, type, /Probe$/.test(name) ? 'probe' : name, comments)
    })
    .join('\n')
}

/** Comments by `object.field`: the constant's name in lower case, and the field below the comment. */
function commentsOf(source: string): ReadonlyMap<string, string> {
  const comments = new Map<string, string>()
  let owner = ''
  let comment = ''
  for (const line of source.split('\n')) {
    owner = /^const ([A-Z]+): Vocabulary/.exec(line)?.[1]?.toLowerCase() ?? owner
    const found = /^ {2,4}\/\*\* (.*?) \*\/$/.exec(line)?.[1]
    const field = /^ {2,4}(\w+):/.exec(line)?.[1]
    if (found !== undefined) comment = found.replaceAll('|', '\\|')
    else if (field !== undefined) {
      if (comment !== '') comments.set(`${owner}.${field}`, comment)
      comment = ''
    }
  }
  return comments
}
