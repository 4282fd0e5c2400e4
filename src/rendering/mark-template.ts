/** Marking the lines of a template, so that what they write can be traced back to them. */
import { type MarkTable, UNMARKING_PIPELINE } from './line-marks.ts'
import { isSilentAction, type TemplateAction, templateActions } from './template-text.ts'

/** The template with a mark at the end of every line that may carry one; unchanged when it cannot be read. */
export function markTemplate(file: string, text: string, table: MarkTable): string {
  const actions = templateActions(text)
  if (actions === null) return text
  const marked: string[] = []
  let offset = 0
  for (const [line, whole] of text.split('\n').entries()) {
    const content = whole.endsWith('\r') ? whole.slice(0, -1) : whole
    const mayCarry = mayCarryMark(content, offset, actions)
    marked.push(mayCarry ? content + table.markFor({ file, line }) + whole.slice(content.length) : whole)
    offset += whole.length + 1
  }
  return protectHashes(marked.join('\n'))
}

function mayCarryMark(content: string, offset: number, actions: readonly TemplateAction[]): boolean {
  const end = offset + content.length
  if (actions.some((action) => action.start < end && end < action.end)) return false
  const own = actions.filter((action) => action.end > offset && action.start < end)
  const last = own.at(-1)
  const isTrimmedBehind = last?.trimsRight === true && content.slice(last.end - offset).trim() === ''
  if (isTrimmedBehind) return false
  const literal = literalText(content, offset, own)
  const isInDefine = (last ?? actions.findLast((action) => action.end <= offset))?.defineDepth ?? 0
  if (literal !== '') {
    if (/^(---|\.\.\.|#|%)/.test(literal)) return false
    return isDefined(offset, actions) ? /^(- |-$|["']?[\w./-]+["']?:(\s|$))/.test(literal) : true
  }
  const writes = own.some((action) => !isSilentAction(action))
  return writes && (isInDefine === 0 || own.some(({ body }) => /\b(n?indent|toYaml)\b/.test(body)))
}

/** What of a line stands outside actions, without surrounding white space. */
function literalText(content: string, offset: number, actions: readonly TemplateAction[]): string {
  let literal = ''
  let at = 0
  for (const action of actions) {
    literal += content.slice(at, Math.max(at, action.start - offset))
    at = Math.max(at, action.end - offset)
  }
  return (literal + content.slice(at)).trim()
}

/** Does a line stand inside a `define` block? */
function isDefined(offset: number, actions: readonly TemplateAction[]): boolean {
  const before = actions.findLast((action) => action.start <= offset)
  if (before === undefined) return false
  const opens = /^define\b/.test(before.body) ? 1 : 0
  return before.defineDepth + opens > 0
}

/** Hashes and encodings of included templates are taken without the marks. */
function protectHashes(text: string): string {
  return text.replace(/\|\s*(?=(sha1sum|sha256sum|sha512sum|adler32sum|b64enc|fromYaml|fromJson)\b)/g, () => {
    return `| ${UNMARKING_PIPELINE} | `
  })
}
