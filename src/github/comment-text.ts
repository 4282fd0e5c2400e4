/** The words of one review comment. */
import type { JsonFinding } from '../reports/json-report.ts'
import { code, details, escapeMarkdown, fenced, hasInvisible } from '../reports/markdown-text.ts'
import { byteLength, fitBlocks } from './byte-budget.ts'
import { headText, rowsOf } from './diff.ts'
import {
  alternativeText,
  derivationText,
  policyLink,
  recommendationTable,
  smallPrint,
  subjectText,
} from './finding-text.ts'
import type { CommentGroup } from './group-findings.ts'
import { severityMark } from './severity.ts'

const maxNamedSubjects = 20
const maxChangeLength = 8000

/** The Markdown of a comment within so many bytes, without its marker. What stands on other lines of the container is folded. */
export function commentText(group: CommentGroup, budget: number): string {
  const here = group.findings.filter((finding) => isHere(finding, group))
  const shown = here.length === 0 ? group.findings : here
  const others = group.findings.filter((finding) => !shown.includes(finding))
  const [subject, ...subjects] = new Set(group.findings.map(subjectText))
  const isShared = subjects.length === 0
  const blocks = [
    sentences(shown, { budget: budget / 2, isShared }),
    recommendationTable(shown),
    suggestionText(group),
    ...shown.filter((finding) => !group.suggested.includes(finding)).map((finding) => changeText(finding, group)),
    derivationText(shown),
    alternativeText(shown),
    othersText(others, group, { budget: budget / 4, isShared }),
    smallPrint(shown, isShared ? (subject ?? '') : ''),
  ].filter((block) => block !== '')
  const fitted = fitBlocks(blocks, '\n\n', budget - byteLength(cutNote) - 2)
  return fitted.kept === blocks.length ? fitted.text : `${fitted.text}\n\n${cutNote}`
}

/** Does a finding belong to the lines of the comment, by its suggestion or by its place? */
function isHere(finding: JsonFinding, { placement, suggested }: CommentGroup): boolean {
  if (suggested.includes(finding) || placement.kind === 'file') return true
  const { startLine, endLine } = placement.range
  return finding.file === placement.path && finding.start.line <= endLine && startLine <= finding.end.line
}

function othersText(
  findings: readonly JsonFinding[],
  group: CommentGroup,
  { budget, isShared }: { readonly budget: number; readonly isShared: boolean },
): string {
  if (findings.length === 0) return ''
  const items = findings.map((finding) => {
    const place = `line ${finding.start.line}${isShared ? '' : ` of ${subjectText(finding)}`}`
    return `- ${sentence([finding], [])} · ${place}`
  })
  const fitted = fitBlocks(items, '\n', budget)
  const rest = items.length - fitted.kept
  const more = rest === 0 ? '' : `\n- and ${rest} more, in the step summary of the workflow run`
  const changes = findings.map((finding) => changeText(finding, group)).filter((text) => text !== '')
  const body = fitBlocks([`${fitted.text}${more}`, ...changes], '\n\n', budget * 2).text
  return details(`On other lines of this container: ${findings.length}`, body)
}

const cutNote = 'More is in the step summary of the workflow run.'

/** Every message once, heaviest first; one that holds for several containers names them all. */
function sentences(
  findings: readonly JsonFinding[],
  { budget, isShared }: { readonly budget: number; readonly isShared: boolean },
): string {
  const byMessage = new Map<string, JsonFinding[]>()
  for (const finding of findings) {
    const key = JSON.stringify([finding.policy, finding.message])
    byMessage.set(key, [...(byMessage.get(key) ?? []), finding])
  }
  const texts = [...byMessage.values()].map((same) => sentence(same, isShared ? [] : subjectsOf(same)))
  const fitted = fitBlocks(texts, '\n\n', budget)
  const rest = texts.length - fitted.kept
  return rest === 0 ? fitted.text : `${fitted.text}\n\nAnd ${rest} more, in the step summary of the workflow run.`
}

function sentence([first]: readonly JsonFinding[], subjects: readonly string[]): string {
  if (first === undefined) return ''
  const message = `${severityMark[first.severity]} **${first.severity}** · ${escapeMarkdown(first.message)} (${policyLink(first)})`
  if (subjects.length === 0) return message
  if (subjects.length === 1) return `${message} · ${subjects.join('')}`
  const named = subjects.slice(0, maxNamedSubjects).map((subject) => `- ${subject}`)
  const rest = subjects.length - named.length
  return [`${message} · in ${subjects.length} containers:`, ...named, ...(rest > 0 ? [`- and ${rest} more`] : [])].join(
    '\n',
  )
}

function subjectsOf(same: readonly JsonFinding[]): readonly string[] {
  return [...new Set(same.map(subjectText))].filter((subject) => subject !== '')
}

/** https://docs.github.com/pull-requests/collaborating-with-pull-requests/reviewing-changes-in-pull-requests/commenting-on-a-pull-request */
function suggestionText(group: CommentGroup): string {
  const { placement } = group
  if (placement.kind === 'file' || placement.replacement === null) return ''
  // An empty block deletes the lines; one empty line needs a line break inside.
  return placement.replacement === '' ? '```suggestion\n\n```' : fenced(placement.replacement, 'suggestion')
}

/** A fix that the button cannot commit, as a plain diff. */
function changeText(finding: JsonFinding, group: CommentGroup): string {
  const { suggestion } = finding
  if (suggestion === null || suggestion.replacement.length > maxChangeLength) return ''
  const replacement = suggestion.replacement.replaceAll('\r', '')
  if (hasInvisible(replacement)) return ''
  const wanted = replacement.split('\n').map((line) => `+${line}`)
  const present = presentLines(finding, group).map((line) => `-${line}`)
  const lines =
    suggestion.startLine === suggestion.endLine
      ? `line ${suggestion.startLine}`
      : `lines ${suggestion.startLine}–${suggestion.endLine}`
  return `In ${code(suggestion.file)}, ${lines}:\n\n${fenced([...present, ...wanted].join('\n'), 'diff')}`
}

function presentLines(finding: JsonFinding, group: CommentGroup): readonly string[] {
  const { placement } = group
  if (placement.kind === 'file' || finding.suggestion === null || placement.path !== finding.suggestion.file) return []
  const rows = rowsOf(placement.hunk, finding.suggestion)
  return rows.length === 0 ? [] : headText(rows).replaceAll('\r', '').split('\n')
}
