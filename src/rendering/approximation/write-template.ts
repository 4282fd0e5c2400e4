/** What a template writes, as far as that can be known; placeholders stand for the rest. */
import { evaluate, type Scope, Variables } from './expression.ts'
import { ChartRefusal, isTrue, printed, UNKNOWN } from './known.ts'
import type { TemplateBlock, TemplateNode } from './template-tree.ts'

/** Written text, and the template's offset behind each piece of it. */
export interface Written {
  readonly text: string
  readonly pieces: readonly { readonly at: number; readonly start: number }[]
}

/** What stands for something unknown; a number makes it unlike all others. */
export const PLACEHOLDER = /WorkerlintUnknown\d+/

/** Templates that include one another deeper than this, or that write more, are given up. */
const DEEPEST = 40
const MOST_CHARACTERS = 2_000_000
/** Pieces of templates that one chart writes, with those of everything included. */
const MOST_PIECES = 200_000

/** Named templates, and what all templates start from. */
export interface TemplateWorld {
  readonly root: unknown
  readonly named: ReadonlyMap<string, readonly TemplateNode[]>
  /** How many pieces were written so far. */
  readonly work: { pieces: number }
}

/** Writes a template. Fails with a {@link ChartRefusal} when it would make helm fail. */
export function writeTemplate(nodes: readonly TemplateNode[], world: TemplateWorld): Written {
  const writer = new Writer()
  write(nodes, scopeOf(world, world.root, 0), writer)
  return writer
}

class Writer implements Written {
  text = ''
  readonly pieces: { at: number; start: number }[] = []
  #unknown = 0

  add(text: string, start: number): void {
    if (this.text.length + text.length > MOST_CHARACTERS) throw new ChartRefusal('the template writes too much')
    if (text !== '') this.pieces.push({ at: this.text.length, start })
    this.text += text
  }

  placeholder(): string {
    return `WorkerlintUnknown${this.#unknown++}`
  }
}

function scopeOf(world: TemplateWorld, dot: unknown, depth: number): Scope {
  return {
    dot,
    root: dot,
    spend: () => {
      world.work.pieces++
      if (world.work.pieces > MOST_PIECES) throw new ChartRefusal('the templates do too much')
    },
    variables: new Variables(null),
    include: (name, inner) => {
      const nodes = world.named.get(name)
      if (nodes === undefined || depth > DEEPEST) return UNKNOWN
      const own = new Writer()
      write(nodes, scopeOf(world, inner, depth + 1), own)
      return PLACEHOLDER.test(own.text) ? UNKNOWN : own.text
    },
  }
}

function write(nodes: readonly TemplateNode[], scope: Scope, writer: Writer): void {
  for (const node of nodes) {
    scope.spend()
    if (node.kind === 'text') writer.add(node.text, node.start)
    else if (node.kind === 'action') writeAction(node.body, node.start, { scope, writer })
    else if (node.word !== 'define') writeBlock(node, scope, writer)
  }
}

interface Writing {
  readonly scope: Scope
  readonly writer: Writer
}

function writeAction(body: string, start: number, { scope, writer }: Writing): void {
  if (/^(break|continue)$/.test(body)) throw new ChartRefusal(`${body} is not followed`)
  const assigned = /^(\$\w+)\s*(:?=)\s*([\s\S]+)$/.exec(body)
  if (assigned !== null) {
    const [, name = '', operator, expression = ''] = assigned
    const value = evaluate(expression, scope)
    if (operator === '=') scope.variables.assign(name, value)
    else scope.variables.declare(name, value)
    return
  }
  const included = /^template\s+([\s\S]+)$/.exec(body)?.[1]
  const text = printed(evaluate(included === undefined ? body : `include ${included}`, scope))
  writer.add(text === UNKNOWN ? unknownText(body, writer) : text, start)
}

/** What is indented as a block is taken for keys of a map, all else for part of a scalar. */
function unknownText(body: string, writer: Writer): string {
  const count = /\|\s*nindent\s+(\d+)$/.exec(body)?.[1]
  const name = writer.placeholder()
  return count === undefined ? name : `\n${' '.repeat(Number(count))}${name}: unknown`
}

function writeBlock(block: TemplateBlock, scope: Scope, writer: Writer): void {
  const inner: Scope = { ...scope, variables: new Variables(scope.variables) }
  if (block.word === 'range') writeRange(block, inner, writer)
  else for (const { head, body } of block.branches) if (writeBranch({ block, head, body }, inner, writer)) return
}

/** Writes a branch when it is the one; true when none behind it can be. */
function writeBranch(
  { block, head, body }: { block: TemplateBlock; head: string | null; body: readonly TemplateNode[] },
  scope: Scope,
  writer: Writer,
): boolean {
  const [, name, expression = ''] = /^(?:(\$\w+)\s*:=\s*)?([\s\S]*)$/.exec(head ?? '') ?? []
  const value = head === null ? true : evaluate(expression, scope)
  if (value === UNKNOWN || block.word === 'block') {
    skipBlock(block, scope, writer)
    return true
  }
  if (name !== undefined) scope.variables.declare(name, value)
  if (!isTrue(value)) return false
  write(body, block.word === 'with' && head !== null ? { ...scope, dot: value } : scope, writer)
  return true
}

/** https://pkg.go.dev/text/template#hdr-Actions: elements of lists, and of maps in the order of their keys. */
function writeRange(block: TemplateBlock, scope: Scope, writer: Writer): void {
  const [first, otherwise] = block.branches
  const [, key, item, expression = ''] =
    /^(?:(?:(\$\w+)\s*,\s*)?(\$\w+)\s*:=\s*)?([\s\S]*)$/.exec(first?.head ?? '') ?? []
  const list = evaluate(expression, scope)
  if (typeof list === 'symbol' || typeof list === 'number' || typeof list === 'string') {
    skipBlock(block, scope, writer)
    return
  }
  if (!isTrue(list)) write(otherwise?.body ?? [], scope, writer)
  for (const [index, value] of entriesOf(list)) {
    const variables = new Variables(scope.variables)
    if (key !== undefined) variables.declare(key, index)
    if (item !== undefined) variables.declare(item, value)
    write(first?.body ?? [], { ...scope, dot: value, variables }, writer)
  }
}

function entriesOf(list: unknown): readonly (readonly [unknown, unknown])[] {
  if (Array.isArray(list)) return [...list.entries()]
  if (typeof list !== 'object' || list === null) return []
  return Object.entries(list).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** A block of which nobody knows whether it counts: a placeholder where it would write, and unknown what it would set. */
function skipBlock(block: TemplateBlock, scope: Scope, writer: Writer): void {
  const actions = block.branches.flatMap(({ body }) => bodiesOf(body)).join('\n')
  for (const [, name = ''] of actions.matchAll(/(\$\w+)\s*=[^=]/g)) scope.variables.assign(name, UNKNOWN)
  const source = block.branches.flatMap(({ body }) => textsOf(body)).join('')
  if (source.trim() === '' && !/\b(include|toYaml|tpl|\.)/.test(actions)) return
  writer.add(source.includes('\n') ? unknownLines(source, writer) : writer.placeholder(), block.start)
}

/** One line at the depth of those that may stand here; no YAML when they stand at several depths that end one another. */
function unknownLines(source: string, writer: Writer): string {
  const lines = source.split('\n').filter((line) => line.trim() !== '')
  const [first = ''] = lines
  const indent = first.length - first.trimStart().length
  if (lines.length === 0 || lines.some((line) => line.length - line.trimStart().length < indent)) return '\n}\n'
  const written = first.trimStart().startsWith('- ') ? `- ${writer.placeholder()}` : `${writer.placeholder()}: unknown`
  return `\n${' '.repeat(indent)}${written}\n`
}

function textsOf(nodes: readonly TemplateNode[]): readonly string[] {
  return nodes.flatMap((node) =>
    node.kind === 'text'
      ? [node.text]
      : node.kind === 'block'
        ? node.branches.flatMap(({ body }) => textsOf(body))
        : [],
  )
}

function bodiesOf(nodes: readonly TemplateNode[]): readonly string[] {
  return nodes.flatMap((node) =>
    node.kind === 'action'
      ? [node.body]
      : node.kind === 'block'
        ? node.branches.flatMap(({ body }) => bodiesOf(body))
        : [],
  )
}
