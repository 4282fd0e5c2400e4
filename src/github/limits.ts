/** What GitHub allows: every limit of its API and its runner that this program keeps. */

/** Characters of a comment, issue or review body. https://github.com/orgs/community/discussions/27190 */
export const maxBodyLength = 65_536

/** Bytes we put into one body; the rest of {@link maxBodyLength} is room for the marker and for how GitHub counts. */
export const bodyBudget = 60_000

/** Bytes of a step summary. https://docs.github.com/actions/reference/workflow-commands-for-github-actions#step-isolation-and-limits */
export const maxStepSummaryBytes = 1_048_576

/** Bytes we put into a step summary, so that what other commands of the same step append still fits. */
export const stepSummaryBudget = 1_000_000

/** Annotations of one type that a runner keeps per step. https://docs.github.com/rest/checks/runs, enforced in actions/runner ExecutionContext.cs */
export const annotationsPerType = 10

/** Characters of an annotation message that a runner keeps. https://github.com/actions/runner/blob/main/src/Runner.Worker/ExecutionContext.cs */
export const maxAnnotationLength = 4096

/** Files that a pull request lists. https://docs.github.com/rest/pulls/pulls#list-pull-requests-files */
export const maxListedFiles = 3000

/** Items per page of every list. https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api */
export const pageSize = 100

/** Pages of comments or issues we read before giving up: 5,000 entries. */
export const maxPages = 50

/** File-level comments of one run; they cannot be batched and each notifies. https://docs.github.com/rest/pulls/comments#create-a-review-comment-for-a-pull-request */
export const maxFileComments = 10

/** Reviews of one run when a batch has to be split; every review notifies once. https://docs.github.com/rest/pulls/reviews#create-a-review-for-a-pull-request */
export const maxReviewAttempts = 40

/** Milliseconds between two writes. https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests */
export const writePauseMs = 1000

/** Milliseconds to wait after a secondary rate limit without `retry-after`. https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately */
export const secondaryLimitPauseMs = 60_000

/** Milliseconds after which waiting for a rate limit costs more than publishing elsewhere. */
export const longestPauseMs = 120_000

/** Milliseconds for one request. */
export const requestTimeoutMs = 30_000

/** Attempts of a request that may be repeated. */
export const maxAttempts = 4

/** Characters of the description of a commit status. https://docs.github.com/rest/commits/statuses#create-a-commit-status */
export const maxStatusDescription = 140

/** Annotations that one request on a check run takes; further ones are added by further requests. https://docs.github.com/rest/checks/runs#create-a-check-run */
export const annotationsPerRequest = 50

/** Requests for the annotations of one check run, so at most 1,000 annotations; the table of the summary goes on. */
export const maxCheckRunRequests = 20

/** User id of `github-actions[bot]`, the author of everything written with GITHUB_TOKEN on github.com. https://api.github.com/users/github-actions[bot] */
export const actionsBotId = 41_898_282

/** Files whose text is asked for in one GraphQL query. https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api */
export const textsPerQuery = 50

/** Files whose text one run asks for. */
export const maxTexts = 500

/** Bytes of the history that a dashboard remembers in its marker. */
export const maxTrendBytes = 4096

/** Runs that a dashboard remembers. */
export const maxTrendPoints = 30

/** Jobs of one matrix. https://docs.github.com/actions/reference/limits */
export const mostMatrixJobs = 256

/** Repositories that one job of a matrix checks unless a number of jobs is given: about a minute of downloads. */
export const repositoriesPerJob = 50

/** Milliseconds for the download of one repository. */
export const downloadTimeoutMs = 300_000
