/** A Go template as a tree: text, actions, and blocks with their branches. */
import { type TemplateAction, templateActions } from '../template-text.ts'

/** A piece of a template; `start` is its offset in the template's text. */
export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string; readonly start: number }
  | { readonly kind: 'action'; readonly body: string; readonly start: number }
  | TemplateBlock

/** `if`, `with`, `range`, `define` or `block` up to its `end`. */
export interface TemplateBlock {
  readonly kind: 'block'
  readonly word: string
  readonly branches: readonly TemplateBranch[]
  readonly start: number
}

/** A branch: what stands behind its word, and `else` without anything as null. */
export interface TemplateBranch {
  readonly head: string | null
  readonly body: readonly TemplateNode[]
}

interface OpenBlock {
  readonly word: string
  readonly start: number
  readonly branches: { readonly head: string | null; readonly body: TemplateNode[] }[]
}

/** Blocks within blocks deeper than this are not written by people. */
const DEEPEST_BLOCK = 100

/** Reads a template; null when it is none. https://pkg.go.dev/text/template */
export function readTemplate(text: string): readonly TemplateNode[] | null {
  const actions = templateActions(text)
  if (actions === null) return null
  const root: TemplateNode[] = []
  const open: OpenBlock[] = []
  const here = () => open.at(-1)?.branches.at(-1)?.body ?? root
  let before: TemplateAction | null = null
  for (const action of actions) {
    here().push(textBetween(text, before, action))
    before = action
    if (!takeAction(action, open, here)) return null
  }
  here().push(textBetween(text, before, null))
  return open.length === 0 ? root : null
}

/** Puts an action where it belongs; false when no block is open that it would continue. */
function takeAction({ body, start }: TemplateAction, open: OpenBlock[], here: () => TemplateNode[]): boolean {
  const [, word = '', head = ''] = /^(\w*)\s*([\s\S]*)$/.exec(body) ?? []
  if (body.startsWith('/*')) return true
  if (/^(if|with|range|define|block)$/.test(word)) {
    open.push({ word, start, branches: [{ head, body: [] }] })
    return open.length <= DEEPEST_BLOCK
  }
  if (word === 'else') {
    open.at(-1)?.branches.push({ head: head === '' ? null : head.replace(/^(if|with)\s+/, ''), body: [] })
    return open.length > 0
  }
  if (word === 'end') {
    const closed = open.pop()
    if (closed === undefined) return false
    here().push({ kind: 'block', word: closed.word, start: closed.start, branches: closed.branches })
    return true
  }
  here().push({ kind: 'action', body, start })
  return true
}

/** The text between two actions, less what their markers trim. */
function textBetween(text: string, left: TemplateAction | null, right: TemplateAction | null): TemplateNode {
  const from = left?.end ?? 0
  const whole = text.slice(from, right?.start ?? text.length)
  const trimmed = left?.trimsRight === true ? whole.trimStart() : whole
  const start = from + whole.length - trimmed.length
  return { kind: 'text', text: right?.trimsLeft === true ? trimmed.trimEnd() : trimmed, start }
}
