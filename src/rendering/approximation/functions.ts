/** The functions of templates that can be told without helm. https://helm.sh/docs/chart_template_guide/function_list/ */
import { ChartRefusal, fieldOf, isKnown, isTrue, printed, UNKNOWN, yamlText } from './known.ts'

/** Nobody writes YAML deeper than this. */
const DEEPEST_INDENT = 200

/** Takes the arguments in order, the piped one last. */
type TemplateFunction = (values: readonly unknown[]) => unknown

/** Calls a function; {@link UNKNOWN} when it is not among these, or something it needs is unknown. */
export function callFunction(name: string, values: readonly unknown[]): unknown {
  const lazy = LAZY.get(name)
  if (lazy !== undefined) return lazy(values)
  return values.every(isKnown) ? (EAGER.get(name)?.(values) ?? UNKNOWN) : UNKNOWN
}

/** Functions that can do with unknown arguments. */
const LAZY: ReadonlyMap<string, TemplateFunction> = new Map<string, TemplateFunction>([
  ['list', (values) => [...values]],
  ['dict', dictionary],
  ['and', (values) => chosen(values, (value) => !isTrue(value))],
  ['or', (values) => chosen(values, isTrue)],
  ['coalesce', (values) => chosen(values, isTrue)],
  ['default', ([fallback, value]) => (value === UNKNOWN ? UNKNOWN : isTrue(value) ? value : fallback)],
  ['ternary', ([yes, no, test]) => (isKnown(test) ? (isTrue(test) ? yes : no) : UNKNOWN)],
  ['required', ([message, value]) => (value === null || value === undefined || value === '' ? refuse(message) : value)],
  ['fail', ([message]) => refuse(message)],
  ['quote', (values) => quoted(values, '"')],
  ['squote', (values) => quoted(values, "'")],
])

const EAGER: ReadonlyMap<string, TemplateFunction> = new Map<string, TemplateFunction>([
  ['not', ([value]) => !isTrue(value)],
  ['empty', ([value]) => !isTrue(value)],
  ['eq', ([first, ...rest]) => (isScalar(first) && rest.every(isScalar) ? rest.includes(first) : UNKNOWN)],
  ['ne', ([first, second]) => (isScalar(first) && isScalar(second) ? first !== second : UNKNOWN)],
  ['int', ([value]) => integer(value)],
  ['int64', ([value]) => integer(value)],
  ['toString', ([value]) => printed(value)],
  ['toYaml', ([value]) => yamlText(value)],
  ['tpl', ([text]) => (typeof text === 'string' && !text.includes('{{') ? text : UNKNOWN)],
  ['hasKey', ([map, key]) => typeof map === 'object' && map !== null && Object.hasOwn(map, String(key))],
  ['index', ([value, ...keys]) => keys.reduce(itemOf, value)],
  ['indent', ([count, text]) => indented(Number(count), text)],
  ['nindent', ([count, text]) => withText(indented(Number(count), text), (shifted) => `\n${shifted}`)],
  ['trim', ([text]) => withText(text, (known) => known.trim())],
  ['lower', ([text]) => withText(text, (known) => known.toLowerCase())],
  ['upper', ([text]) => withText(text, (known) => known.toUpperCase())],
  ['trunc', ([count, text]) => withText(text, (known) => truncated(Number(count), known))],
  ['trimSuffix', ([end, text]) => withText(text, (known) => cut(known, String(end), 'end'))],
  ['trimPrefix', ([start, text]) => withText(text, (known) => cut(known, String(start), 'start'))],
  ['contains', ([part, text]) => withText(text, (known) => known.includes(String(part)))],
  ['hasPrefix', ([part, text]) => withText(text, (known) => known.startsWith(String(part)))],
  ['hasSuffix', ([part, text]) => withText(text, (known) => known.endsWith(String(part)))],
  ['replace', ([from, to, text]) => withText(text, (known) => known.replaceAll(String(from), String(to)))],
  ['printf', ([format, ...values]) => formatted(format, values)],
  ['print', (values) => (values.every((value) => typeof value === 'string') ? values.join('') : UNKNOWN)],
])

/** The first value that decides, else the last one; nothing behind an unknown one counts. */
function chosen(values: readonly unknown[], decides: (value: unknown) => boolean): unknown {
  for (const value of values) if (value === UNKNOWN || decides(value)) return value
  return values.at(-1)
}

function dictionary(values: readonly unknown[]): unknown {
  const pairs = values.flatMap((value, index) => (index % 2 === 0 ? [[String(value), values[index + 1]] as const] : []))
  return values.some((value, index) => index % 2 === 0 && typeof value !== 'string')
    ? UNKNOWN
    : Object.fromEntries(pairs)
}

function refuse(message: unknown): never {
  throw new ChartRefusal(String(typeof message === 'symbol' ? '' : message))
}

function quoted(values: readonly unknown[], mark: '"' | "'"): unknown {
  const texts = values.filter((value) => value !== null && value !== undefined).map(printed)
  if (texts.some((text) => typeof text !== 'string' || /[^\t\n\x20-\x7e]/.test(text))) return UNKNOWN
  return texts.map((text) => (mark === '"' ? JSON.stringify(text) : `'${String(text)}'`)).join(' ')
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function integer(value: unknown): unknown {
  if (typeof value === 'number') return Math.trunc(value)
  return typeof value === 'string' && /^(0|-?[1-9]\d*)$/.test(value) ? Number(value) : UNKNOWN
}

function itemOf(value: unknown, key: unknown): unknown {
  if (typeof key === 'number') return Array.isArray(value) && key < value.length ? value[key] : UNKNOWN
  return fieldOf(value, String(key))
}

function withText(value: unknown, change: (text: string) => unknown): unknown {
  return typeof value === 'string' ? change(value) : UNKNOWN
}

function indented(count: number, text: unknown): unknown {
  if (!(count >= 0 && count <= DEEPEST_INDENT)) return UNKNOWN
  return withText(text, (known) => known.replace(/^/gm, ' '.repeat(count)))
}

function truncated(count: number, text: string): string {
  return count < 0 ? text.slice(count) : text.slice(0, count)
}

function cut(text: string, part: string, side: 'start' | 'end'): string {
  if (part === '') return text
  if (side === 'end') return text.endsWith(part) ? text.slice(0, -part.length) : text
  return text.startsWith(part) ? text.slice(part.length) : text
}

/** Only the verbs whose outcome is plain: strings, whole numbers, `%v` of either. */
function formatted(format: unknown, values: readonly unknown[]): unknown {
  if (typeof format !== 'string' || /%[^sdv]/.test(format)) return UNKNOWN
  const verbs = [...format.matchAll(/%([sdv])/g)]
  if (verbs.length !== values.length) return UNKNOWN
  const isPlain = verbs.every(([, verb], index) => {
    const value = values[index]
    return verb === 's' ? typeof value === 'string' : verb === 'd' ? Number.isInteger(value) : isScalar(value)
  })
  if (!isPlain || values.some((value) => printed(value) === UNKNOWN)) return UNKNOWN
  let index = 0
  return format.replace(/%[sdv]/g, () => String(printed(values[index++])))
}
