/** The model's things as GitHub's API shows them. */
import type {
  ModelCheckRun,
  ModelComment,
  ModelFile,
  ModelIssue,
  ModelIssueComment,
  ModelPull,
  ModelRepository,
  ModelReview,
  ModelStatus,
  State,
  User,
} from './state.ts'

const when = '2026-11-01T10:00:00Z'

/** A user as GitHub shows one. */
export function userJson(user: User) {
  const url = `https://api.github.com/users/${encodeURIComponent(user.login)}`
  const names = [
    'followers',
    'following',
    'gists',
    'starred',
    'subscriptions',
    'organizations',
    'repos',
    'events',
    'received_events',
  ]
  const links = Object.fromEntries(names.map((name) => [`${name}_url`, `${url}/${name}`]))
  return {
    login: user.login,
    id: user.id,
    node_id: `U_${user.id}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${user.id}`,
    gravatar_id: '',
    url,
    html_url: `https://github.com/${encodeURIComponent(user.login)}`,
    ...links,
    type: user.type,
    site_admin: false,
  }
}

/** The fields of a repository that are read here; GitHub's own answer has many more. */
export function repositoryJson({ owner, name, isArchived, isFork }: ModelRepository) {
  return {
    name,
    full_name: `${owner}/${name}`,
    private: true,
    fork: isFork,
    archived: isArchived,
    disabled: false,
    default_branch: 'main',
  }
}

/** The fields of a pull request that are read here; GitHub's own answer has many more. */
export function pullJson(state: State, pull: ModelPull) {
  return {
    number: pull.number,
    state: 'open',
    draft: false,
    user: userJson(pull.user),
    head: {
      sha: pull.headSha,
      ref: pull.headBranch,
      label: `${pull.headOwner}:${pull.headBranch}`,
      repo: { full_name: `${pull.headOwner}/${state.repo}` },
    },
    base: {
      sha: pull.baseSha,
      ref: 'main',
      label: `${state.owner}:main`,
      repo: { full_name: `${state.owner}/${state.repo}` },
    },
    changed_files: pull.files.length,
  }
}

/** A changed file. */
export function fileJson(state: State, pull: ModelPull, file: ModelFile) {
  const signs = file.hunks.flat().map((row) => row.sign)
  const additions = signs.filter((sign) => sign === '+').length
  const deletions = signs.filter((sign) => sign === '-').length
  const isPureRename = file.status === 'renamed' && file.patch === null
  const link = `${page(state)}/blob/${pull.headSha}/${encodeURIComponent(file.filename)}`
  return {
    sha: file.sha,
    filename: file.filename,
    ...(file.previous === null ? {} : { previous_filename: file.previous }),
    status: file.status,
    additions,
    deletions,
    changes: file.patch === null && !isPureRename ? 5000 : additions + deletions,
    blob_url: link,
    raw_url: link,
    contents_url: link,
    ...(file.patch === null ? {} : { patch: file.patch }),
  }
}

/** A review. */
export function reviewJson(state: State, pull: ModelPull, review: ModelReview) {
  const html = `${page(state)}/pull/${pull.number}#pullrequestreview-${review.id}`
  const api = pullUrl(state, pull)
  return {
    id: review.id,
    node_id: `PRR_${review.id}`,
    user: userJson(review.user),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: api,
    _links: { html: { href: html }, pull_request: { href: api } },
    submitted_at: when,
    commit_id: review.commitId,
    author_association: 'CONTRIBUTOR',
  }
}

/** A review comment. */
export function commentJson(state: State, pull: ModelPull, comment: ModelComment) {
  const html = `${page(state)}/pull/${pull.number}#discussion_r${comment.id}`
  const api = pullUrl(state, pull)
  const url = `https://api.github.com/repos/${state.owner}/${state.repo}/pulls/comments/${comment.id}`
  return {
    url,
    id: comment.id,
    node_id: comment.nodeId,
    pull_request_review_id: comment.reviewId,
    diff_hunk: '@@ -1,1 +1,1 @@',
    path: comment.path,
    commit_id: pull.headSha,
    original_commit_id: pull.headSha,
    ...(comment.inReplyTo === null ? {} : { in_reply_to_id: comment.inReplyTo }),
    user: userJson(comment.user),
    body: comment.body,
    created_at: when,
    updated_at: when,
    html_url: html,
    pull_request_url: api,
    author_association: 'CONTRIBUTOR',
    _links: { self: { href: url }, html: { href: html }, pull_request: { href: api } },
    ...(comment.line === null ? {} : { line: comment.line }),
    ...(comment.startLine === null ? {} : { start_line: comment.startLine }),
    side: 'RIGHT',
    subject_type: comment.isOnFile ? 'file' : 'line',
  }
}

/** A comment of the conversation. */
export function issueCommentJson(state: State, comment: ModelIssueComment) {
  const api = `https://api.github.com/repos/${state.owner}/${state.repo}/issues`
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: `${api}/comments/${comment.id}`,
    html_url: `${page(state)}/issues/${comment.issue}#issuecomment-${comment.id}`,
    body: comment.body,
    user: userJson(comment.user),
    created_at: when,
    updated_at: when,
    issue_url: `${api}/${comment.issue}`,
    author_association: 'CONTRIBUTOR',
    performed_via_github_app: null,
  }
}

/** An issue. */
export function issueJson(state: State, issue: ModelIssue) {
  const api = `https://api.github.com/repos/${state.owner}/${state.repo}`
  const url = `${api}/issues/${issue.number}`
  return {
    id: 5_000_000 + issue.number,
    node_id: `I_${issue.number}`,
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `${page(state)}/issues/${issue.number}`,
    number: issue.number,
    state: issue.state,
    state_reason: issue.stateReason,
    title: issue.title,
    body: issue.body,
    user: userJson(issue.user),
    labels: issue.labels.map((name, index) => ({
      id: index + 1,
      node_id: `LA_${index}`,
      url: `${api}/labels/${encodeURIComponent(name)}`,
      name,
      color: 'ededed',
      default: false,
      description: null,
    })),
    assignee: null,
    assignees: [],
    milestone: null,
    locked: false,
    comments: 0,
    closed_at: issue.state === 'closed' ? when : null,
    created_at: when,
    updated_at: when,
    author_association: 'CONTRIBUTOR',
    performed_via_github_app: null,
  }
}

/** A commit status. */
export function statusJson(state: State, status: ModelStatus) {
  return {
    url: `https://api.github.com/repos/${state.owner}/${state.repo}/statuses/${status.sha}`,
    avatar_url: null,
    id: status.id,
    node_id: `SC_${status.id}`,
    state: status.state,
    description: status.description,
    target_url: null,
    context: status.context,
    created_at: when,
    updated_at: when,
    creator: userJson(state.viewer),
  }
}

/** A check run. */
export function checkRunJson(state: State, run: ModelCheckRun) {
  const url = `https://api.github.com/repos/${state.owner}/${state.repo}/check-runs/${run.id}`
  return {
    id: run.id,
    node_id: `CR_${run.id}`,
    head_sha: run.sha,
    external_id: '',
    url,
    html_url: null,
    details_url: null,
    status: 'completed',
    conclusion: run.conclusion,
    started_at: when,
    completed_at: when,
    output: {
      title: run.title,
      summary: run.summary,
      text: null,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    name: run.name,
    check_suite: null,
    app: null,
    pull_requests: [],
  }
}

function page(state: State): string {
  return `https://github.com/${state.owner}/${state.repo}`
}

function pullUrl(state: State, pull: ModelPull): string {
  return `https://api.github.com/repos/${state.owner}/${state.repo}/pulls/${pull.number}`
}
