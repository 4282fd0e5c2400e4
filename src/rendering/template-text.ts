/** The text of a Go template: which characters are actions (`{{ … }}`) and which stand as they are. */

/** One action. Offsets are half-open and include the braces. */
export interface TemplateAction {
  readonly start: number
  readonly end: number
  /** What stands between the braces and trim markers. */
  readonly body: string
  readonly trimsLeft: boolean
  readonly trimsRight: boolean
  /** How many `define` blocks are around it. */
  readonly defineDepth: number
}

/** Words that open a block which `end` closes. https://pkg.go.dev/text/template#hdr-Actions */
const OPENING = /^(if|range|with|define|block)\b/

/** All actions in order; null when one does not end. */
export function templateActions(text: string): readonly TemplateAction[] | null {
  const actions: TemplateAction[] = []
  const blocks: string[] = []
  let defineDepth = 0
  for (let start = text.indexOf('{{'); start >= 0; ) {
    const end = actionEnd(text, start)
    if (end === null) return null
    const inside = text.slice(start + 2, end - 2)
    const trimsLeft = /^-\s/.test(inside)
    const trimsRight = /\s-$/.test(inside)
    const body = inside.slice(trimsLeft ? 1 : 0, inside.length - (trimsRight ? 1 : 0)).trim()
    if (/^end\b/.test(body) && blocks.pop() === 'define') defineDepth--
    actions.push({ start, end, body, trimsLeft, trimsRight, defineDepth })
    const opened = OPENING.exec(body)?.[1]
    if (opened !== undefined) blocks.push(opened)
    if (opened === 'define') defineDepth++
    start = text.indexOf('{{', end)
  }
  return actions
}

/** Does an action write nothing itself: control flow, assignments, comments? */
export function isSilentAction({ body }: TemplateAction): boolean {
  return /^(if|else|end|range|with|define|block|break|continue)\b/.test(body) || /^(\$\w*\s*:?=|\/\*)/.test(body)
}

/** The offset behind the closing braces, past strings and comments. */
function actionEnd(text: string, start: number): number | null {
  const comment = /^\{\{(- )?\s*\/\*/.exec(text.slice(start, start + 40))
  if (comment !== null) {
    const close = text.indexOf('*/', start + comment[0].length)
    const end = close < 0 ? -1 : text.indexOf('}}', close)
    return end < 0 ? null : end + 2
  }
  for (let at = start + 2; at < text.length; at++) {
    const character = text[at]
    if (character === '}' && text[at + 1] === '}') return at + 2
    if (character === '`') {
      at = text.indexOf('`', at + 1)
      if (at < 0) return null
    } else if (character === '"' || character === "'") {
      at = quoteEnd(text, at)
      if (at < 0) return null
    }
  }
  return null
}

function quoteEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === text[start]) return at
  }
  return -1
}
