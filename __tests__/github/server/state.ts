/** What the model of GitHub remembers: pull requests with their texts, comments, issues and statuses. */
import { createHash } from 'node:crypto'
import { diffArrays, structuredPatch } from 'diff'

/** An account. */
export interface User {
  readonly login: string
  readonly id: number
  readonly type: 'Bot' | 'User'
}

/** A row of a hunk; `line` is the line at the head, null for deleted rows. */
export interface ModelRow {
  readonly sign: ' ' | '+' | '-'
  readonly line: number | null
}

/** A changed file. `patch` is null when GitHub leaves it out. */
export interface ModelFile {
  readonly filename: string
  readonly previous: string | null
  readonly status: 'added' | 'modified' | 'removed' | 'renamed'
  readonly sha: string
  readonly patch: string | null
  readonly hunks: readonly (readonly ModelRow[])[]
}

/** A review comment; the first of its thread has no `inReplyTo`. */
export interface ModelComment {
  readonly id: number
  readonly nodeId: string
  readonly reviewId: number
  readonly path: string
  readonly isOnFile: boolean
  readonly user: User
  readonly inReplyTo: number | null
  body: string
  /** Null once outdated. */
  line: number | null
  startLine: number | null
  isResolved: boolean
  minimizedReason: string | null
}

/** A review. */
export interface ModelReview {
  readonly id: number
  readonly body: string
  readonly commitId: string
  readonly state: 'PENDING' | 'COMMENTED' | 'APPROVED' | 'CHANGES_REQUESTED'
  readonly user: User
}

/** A comment on an issue or in the conversation of a pull request. */
export interface ModelIssueComment {
  readonly id: number
  readonly issue: number
  readonly user: User
  body: string
}

/** An issue. */
export interface ModelIssue {
  readonly number: number
  readonly user: User
  title: string
  body: string
  labels: readonly string[]
  state: 'open' | 'closed'
  stateReason: string | null
}

/** A repository of an owner, whose archive can be had. */
export interface ModelRepository {
  readonly owner: string
  readonly name: string
  readonly isArchived: boolean
  readonly isFork: boolean
  readonly commit: string
  readonly files: ReadonlyMap<string, string>
}

/** A commit status. */
export interface ModelStatus {
  readonly id: number
  readonly sha: string
  readonly context: string
  readonly state: string
  readonly description: string
}

/** A check run; annotations are what all requests together gave. */
export interface ModelCheckRun {
  readonly id: number
  readonly sha: string
  readonly name: string
  readonly conclusion: string
  title: string
  summary: string
  annotations: readonly unknown[]
}

/** Files by path. */
export type Tree = ReadonlyMap<string, string>

/** A pull request. */
export interface ModelPull {
  readonly number: number
  readonly headOwner: string
  readonly headBranch: string
  readonly user: User
  baseSha: string
  headSha: string
  files: readonly ModelFile[]
  comments: ModelComment[]
  reviews: ModelReview[]
}

/** Everything. */
export interface State {
  /** Repositories beside the one of the workflow. */
  fleet: readonly ModelRepository[]
  /** An organization, or a person. */
  ownerKind: 'Organization' | 'User'
  readonly owner: string
  readonly repo: string
  readonly commits: Map<string, Tree>
  readonly pulls: Map<number, ModelPull>
  issues: ModelIssue[]
  issueComments: ModelIssueComment[]
  statuses: ModelStatus[]
  checkRuns: ModelCheckRun[]
  viewer: User
  canWrite: boolean
  hasIssues: boolean
  hasGraphql: boolean
  nextId: number
}

/** The account of GITHUB_TOKEN. https://api.github.com/users/github-actions[bot] */
export const actionsBot: User = { login: 'github-actions[bot]', id: 41_898_282, type: 'Bot' }

/** A person. */
export const person: User = { login: 'octavia', id: 1007, type: 'User' }

/** A repository without anything. */
export function createState(): State {
  return {
    fleet: [],
    ownerKind: 'Organization',
    owner: 'shop',
    repo: 'deploy',
    commits: new Map(),
    pulls: new Map(),
    issues: [],
    issueComments: [],
    statuses: [],
    checkRuns: [],
    viewer: actionsBot,
    canWrite: true,
    hasIssues: true,
    hasGraphql: true,
    nextId: 9_000_001,
  }
}

/** A new id. */
export function takeId(state: State): number {
  state.nextId += 1
  return state.nextId
}

/** Stores a tree as a commit; gives its id. */
export function commit(state: State, tree: Tree): string {
  const sha = createHash('sha1')
    .update(JSON.stringify([...tree]))
    .digest('hex')
  state.commits.set(sha, tree)
  return sha
}

/** What a pull request is opened with; a file whose patch GitHub would leave out is named in `withoutPatch`. */
export interface PullTexts {
  readonly base: Tree
  readonly head: Tree
  readonly withoutPatch?: readonly string[]
  readonly renames?: ReadonlyMap<string, string>
}

/** Opens a pull request. */
export function openPull(state: State, number: number, texts: PullTexts): ModelPull {
  const pull: ModelPull = {
    number,
    headOwner: state.owner,
    headBranch: `change-${number}`,
    user: person,
    baseSha: commit(state, texts.base),
    headSha: commit(state, texts.head),
    files: changedFiles(texts),
    comments: [],
    reviews: [],
  }
  state.pulls.set(number, pull)
  return pull
}

/** Pushes a new head: comments follow their lines, and become outdated when those change or leave the diff. */
export function push(state: State, pull: ModelPull, head: Tree): void {
  const base = state.commits.get(pull.baseSha) ?? new Map<string, string>()
  const before = state.commits.get(pull.headSha) ?? new Map<string, string>()
  pull.headSha = commit(state, head)
  pull.files = changedFiles({ base, head })
  for (const comment of pull.comments) {
    if (comment.isOnFile || comment.line === null) continue
    const moved = followLines(before.get(comment.path) ?? '', head.get(comment.path) ?? '')
    const line = moved.get(comment.line)
    const start = comment.startLine === null ? null : moved.get(comment.startLine)
    const file = pull.files.find((entry) => entry.filename === comment.path)
    const isInDiff =
      file !== undefined && line !== undefined && file.hunks.some((hunk) => hunk.some((row) => row.line === line))
    comment.line = isInDiff && start !== undefined ? line : null
    comment.startLine = comment.line === null ? null : (start ?? null)
  }
}

/** The changed files of two trees with patches of three lines of context. */
export function changedFiles(texts: PullTexts): readonly ModelFile[] {
  const paths = [...new Set([...texts.base.keys(), ...texts.head.keys()])].sort()
  const renamed = new Set(texts.renames?.values() ?? [])
  return paths.flatMap((path) => {
    const previous = texts.renames?.get(path) ?? null
    const old = texts.base.get(previous ?? path)
    const now = texts.head.get(path)
    if (now === undefined && renamed.has(path)) return []
    if (old === now && previous === null) return []
    return [modelFile(path, { previous, old, now, hasPatch: texts.withoutPatch?.includes(path) !== true })]
  })
}

function modelFile(
  path: string,
  version: {
    readonly previous: string | null
    readonly old: string | undefined
    readonly now: string | undefined
    readonly hasPatch: boolean
  },
): ModelFile {
  const { previous, old, now, hasPatch } = version
  const { hunks } = structuredPatch(path, path, old ?? '', now ?? '', undefined, undefined, { context: 3 })
  const status =
    previous !== null ? 'renamed' : old === undefined ? 'added' : now === undefined ? 'removed' : 'modified'
  const patch = hunks
    .map((hunk) =>
      [`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`, ...hunk.lines].join('\n'),
    )
    .join('\n')
  const isShown = hasPatch && hunks.length > 0
  return {
    filename: path,
    previous,
    status,
    sha: blobSha(now ?? old ?? ''),
    patch: isShown ? patch : null,
    hunks: isShown ? hunks.map((hunk) => rowsOf(hunk.newStart, hunk.lines)) : [],
  }
}

function rowsOf(start: number, lines: readonly string[]): readonly ModelRow[] {
  let line = start
  return lines.flatMap((text): readonly ModelRow[] => {
    const sign = text.charAt(0)
    if (sign === '-') return [{ sign, line: null }]
    if (sign !== '+' && sign !== ' ') return []
    line += 1
    return [{ sign, line: line - 1 }]
  })
}

function followLines(before: string, after: string): ReadonlyMap<number, number> {
  const map = new Map<number, number>()
  let [left, right] = [1, 1]
  for (const part of diffArrays(before.split('\n'), after.split('\n'))) {
    for (let index = 0; index < part.value.length; index++) {
      if (!part.added && !part.removed) map.set(left + index, right + index)
    }
    if (!part.added) left += part.value.length
    if (!part.removed) right += part.value.length
  }
  return map
}

function blobSha(text: string): string {
  const bytes = Buffer.from(text, 'utf8')
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}
