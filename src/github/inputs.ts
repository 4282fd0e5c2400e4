/** The inputs of the action, read, checked and typed. */
import type { JsonSeverity } from '../reports/json-report.ts'
import { UserError } from '../source/errors.ts'
import type { Scope } from './placement.ts'
import type { FailOn } from './select-findings.ts'

/** Where findings of a pull request are shown. */
export type ReviewStyle = 'inline' | 'summary' | 'both' | 'off'

/** All inputs. Null means not given. */
export interface ActionInputs {
  readonly paths: readonly string[]
  readonly exclude: readonly string[]
  readonly config: string | null
  readonly policies: readonly string[]
  readonly helm: readonly string[]
  readonly kustomize: readonly string[]
  readonly mode: 'auto' | 'review' | 'audit' | 'list' | 'collect'
  readonly review: ReviewStyle
  readonly scope: Scope
  readonly failOn: FailOn | null
  readonly minSeverity: JsonSeverity
  readonly maxComments: number
  readonly newOnly: boolean | null
  readonly baseline: string | null
  readonly sarifFile: string | null
  readonly jsonFile: string | null
  readonly htmlFile: string | null
  readonly auditIssue: boolean
  readonly issueTitle: string
  readonly issueLabels: readonly string[]
  readonly reopenIssue: boolean
  readonly shard: string | null
  /** Owners and repositories that `list` and `collect` look at. */
  readonly repositories: readonly string[]
  /** Jobs of the matrix that `list` makes; null lets it choose. */
  readonly shards: number | null
  /** The folder of JSON reports that `collect` writes, and that an audit merges instead of checking. */
  readonly reports: string | null
  readonly status: string | null
  readonly checkRun: string | null
  readonly skipDrafts: boolean
  readonly skipAuthors: readonly string[]
  readonly dryRun: boolean
  readonly token: string
}

/** Reads the inputs; `get` gives the text of one, empty when not given. Fails with one {@link UserError} for all mistakes. */
export function readInputs(get: (name: string) => string): ActionInputs {
  const mistakes: string[] = []
  const text = (name: string) => get(name).trim()
  const optional = (name: string) => (text(name) === '' ? null : text(name))
  const list = (name: string, separator: RegExp) =>
    text(name)
      .split(separator)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '')
  const lines = (name: string) => list(name, /\r?\n/)
  const words = (name: string) => list(name, /[\n,]/)
  const choice = <const T extends string>(name: string, values: readonly T[], fallback: T): T => {
    const given = text(name).toLowerCase()
    const found = given === '' ? fallback : values.find((value) => value === given)
    if (found === undefined)
      mistakes.push(`${name} is ${JSON.stringify(text(name))}; it must be one of ${values.join(', ')}.`)
    return found ?? fallback
  }
  const claim = (name: string, fallback: boolean) =>
    choice(name, ['true', 'false'], fallback ? 'true' : 'false') === 'true'
  const count = (name: string, fallback: number) => {
    const given = text(name)
    if (given === '') return fallback
    if (/^\d{1,4}$/.test(given)) return Number(given)
    mistakes.push(`${name} is ${JSON.stringify(given)}; it must be a number from 0 to 9999.`)
    return fallback
  }
  const paths = lines('paths')
  const inputs: ActionInputs = {
    paths: paths.length === 0 ? ['.'] : paths,
    exclude: lines('exclude'),
    config: optional('config'),
    policies: lines('policies'),
    helm: lines('helm'),
    kustomize: lines('kustomize'),
    mode: choice('mode', ['auto', 'review', 'audit', 'list', 'collect'], 'auto'),
    review: choice('review', ['inline', 'summary', 'both', 'off'], 'both'),
    scope: choice('scope', ['changed-lines', 'changed-files', 'all'], 'changed-files'),
    failOn: text('fail-on') === '' ? null : choice('fail-on', ['error', 'warning', 'info', 'never'], 'error'),
    minSeverity: choice('min-severity', ['error', 'warning', 'info'], 'info'),
    maxComments: count('max-comments', 25),
    newOnly: text('new-only') === '' ? null : claim('new-only', true),
    baseline: optional('baseline'),
    sarifFile: optional('sarif-file'),
    jsonFile: optional('json-file'),
    htmlFile: optional('html-file'),
    auditIssue: claim('audit-issue', true),
    issueTitle: optional('issue-title') ?? 'workerlint audit',
    issueLabels: words('issue-labels').length === 0 ? ['workerlint'] : words('issue-labels'),
    reopenIssue: claim('reopen-issue', true),
    shard: optional('shard'),
    repositories: lines('repositories'),
    shards: text('shards') === '' ? null : count('shards', 1),
    reports: optional('reports'),
    status: optional('status'),
    checkRun: optional('check-run'),
    skipDrafts: claim('skip-drafts', false),
    skipAuthors: words('skip-authors'),
    dryRun: claim('dry-run', false),
    token: text('token'),
  }
  if (mistakes.length > 0) throw new UserError(mistakes.join(' '))
  return inputs
}
