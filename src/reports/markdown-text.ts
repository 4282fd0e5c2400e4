/** Foreign text made safe for Markdown as GitHub reads it: a report, a comment, an issue or a step summary. */
import { largestOf } from '../source/lists.ts'

const maxTextLength = 600
const bidirectionalOrInvisible =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu

/** Text on one line, with control, bidirectional and zero-width characters made visible. */
export function oneLine(text: string): string {
  return showInvisible(text.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ').replaceAll('\t', ' '))
}

/** Does the text hold characters that a reader cannot see? They must not be offered for committing. */
export function hasInvisible(text: string): boolean {
  return showInvisible(text.replace(/[\n\t]/g, '')) !== text.replace(/[\n\t]/g, '')
}

/**
 * Text as Markdown that reads as written: no formatting, HTML, link, mention, issue reference, commit link or bare URL.
 * https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
export function escapeMarkdown(text: string): string {
  return (
    cut(oneLine(text))
      .replace(/[&<>]/g, (character) => htmlEntities[character] ?? character)
      .replace(/[\\`*_~[\]|$]/g, (character) => `\\${character}`)
      // Some readers undo the backslash in the label of a link and then see an image.
      .replace(/!(?=\\\[)/g, '&#33;')
      .replace(/@(?=\w)/g, '@&#8203;')
      .replace(/#(?=\w)/g, '#&#8203;')
      .replace(/\bGH-(?=\d)/gi, (prefix) => `${prefix}&#8203;`)
      .replace(/\b[0-9a-f]{7,40}\b/g, (sha) => (/\d/.test(sha) ? `${sha.slice(0, 3)}&#8203;${sha.slice(3)}` : sha))
      .replace(/:\/\//g, ':&#8203;//')
      .replace(/\bwww\./gi, (prefix) => `${prefix.slice(0, 3)}&#8203;.`)
      .replace(/^([-+#=]|\d+[.)])/, (start) => `&#8203;${start}`)
  )
}

/** Text as inline code; mentions and links are dead in it. */
export function code(text: string): string {
  const content = cut(oneLine(text)).replaceAll('|', '\\|')
  if (content.trim() === '') return '` `'
  const fence = '`'.repeat(longestBacktickRun(content) + 1)
  const pad = content.startsWith('`') || content.endsWith('`') || /^ .* $/.test(content) ? ' ' : ''
  // A pipe must be escaped inside a table even in code, and the backslash shows outside one, so pipes become entities there.
  return content.includes('\\|') ? codeElement(text) : `${fence}${pad}${content}${pad}${fence}`
}

/** Text as a fenced block that its content cannot close. */
export function fenced(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestBacktickRun(text) + 1))
  return text === '' ? `${fence}${language}\n${fence}` : `${fence}${language}\n${text}\n${fence}`
}

/** A link, or the bare label when the address is not plain HTTP. */
export function link(label: string, address: string): string {
  if (!URL.canParse(address)) return label
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return label
  const target = url.href.replace(
    /[()<>[\]|\\`*_~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `[${label}](${target})`
}

/** A table whose cells are already Markdown. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Markdown that opens on a click. `summary` is plain text. */
export function details(summary: string, body: string): string {
  return `<details><summary>${escapeHtml(summary)}</summary>\n\n${body}\n\n</details>`
}

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return oneLine(text)
    .replace(/[&<>"']/g, (character) => htmlEntities[character] ?? character)
    .replace(/@(?=\w)/g, '@&#8203;')
}

const htmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function codeElement(text: string): string {
  const escaped = cut(oneLine(text))
    .replace(/[&<>]/g, (character) => htmlEntities[character] ?? character)
    .replace(/[\\`*_~[\]|$#@:]/g, (character) => `&#${character.charCodeAt(0)};`)
    // Bare addresses become links even inside an HTML element.
    .replace(/\bwww\./gi, (prefix) => `${prefix.slice(0, 3)}&#46;`)
  return `<code>${escaped}</code>`
}

function showInvisible(text: string): string {
  return text.replace(
    bidirectionalOrInvisible,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}}`,
  )
}

function longestBacktickRun(text: string): number {
  return Math.max(0, largestOf(Array.from(text.matchAll(/`+/g), (run) => run[0].length)))
}

function cut(text: string): string {
  return text.length <= maxTextLength ? text : `${Array.from(text).slice(0, maxTextLength).join('')}…`
}
