/** Secrets are never shown: what a name or an address gives away as one is replaced before any report sees it. */
import type { Span } from '../source/location.ts'

/** Stands for a secret, as in the logs of GitHub Actions. */
const MASK = '***'

/** Names of variables and options whose values are secrets. */
const SECRET_NAME =
  /PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|CREDENTIAL|BASIC_AUTH|(?:^|_)(?:PWD|DSN)(?:$|_)/

/** Does a name, in whatever case and with dashes or underscores, stand for a secret? */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(
    name
      .replace(/([a-z])([A-Z])/g, '$1_$2')
      .replaceAll('-', '_')
      .toUpperCase(),
  )
}

/** How a secret is replaced. */
type Mask = (secret: string) => string

const asStars: Mask = () => MASK
/** Keeps the columns of a line, which code frames point at. */
const inPlace: Mask = (secret) => '*'.repeat(secret.length)

/** Masks passwords in addresses, and values of variables and options of secret names. */
export function maskText(text: string): string {
  return maskValues(text, asStars)
}

/** Longer names are none. */
const LONGEST_NAME = 100
/** Longer values are taken to go on to the end of their line. */
const LONGEST_VALUE = 10_000

function maskValues(text: string, mask: Mask): string {
  let masked = ''
  let from = 0
  for (const { start, end } of secretSpans(text)) {
    if (start < from || isReference(text.slice(start, end))) continue
    masked += text.slice(from, start) + mask(text.slice(start, end))
    from = end
  }
  return from === 0 ? text : masked + text.slice(from)
}

/** Where secrets stand, in order. Each sign (`://`, `=`, `--`) is looked around for a bounded way. */
function secretSpans(text: string): readonly Span[] {
  const spans: Span[] = []
  if (!text.includes('=') && !text.includes('--') && !text.includes('://')) return spans
  for (const { index } of text.matchAll(/:\/\/|=|--/g)) {
    const span =
      text[index] === ':'
        ? passwordIn(text, index + 3)
        : text[index] === '='
          ? assigned(text, index)
          : given(text, index)
    if (span !== null) spans.push(span)
  }
  return spans.sort((one, other) => one.start - other.start)
}

/** `user:password@` behind `://`. */
function passwordIn(text: string, start: number): Span | null {
  const authority = /^[^\s/'"@]*/.exec(text.slice(start, start + LONGEST_VALUE))?.[0] ?? ''
  const colon = authority.indexOf(':')
  if (colon < 0 || text[start + authority.length] !== '@') return null
  return { start: start + colon + 1, end: start + authority.length }
}

/** The value behind `NAME=`. */
function assigned(text: string, sign: number): Span | null {
  let start = sign
  while (start > 0 && sign - start < LONGEST_NAME && /[\w-]/.test(text[start - 1] ?? '')) start--
  return isSecretName(text.slice(start, sign)) ? valueAt(text, sign + 1) : null
}

/** The word behind `--name`. */
function given(text: string, start: number): Span | null {
  const part = text.slice(start, start + LONGEST_NAME)
  const name = /^--[A-Za-z][\w-]*/.exec(part)?.[0] ?? ''
  const space = /^[ \t]+(?!-)/.exec(part.slice(name.length))?.[0] ?? ''
  return name !== '' && space !== '' && isSecretName(name) ? valueAt(text, start + name.length + space.length) : null
}

/** A quoted or bare word. */
function valueAt(text: string, start: number): Span | null {
  const value = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s"';&|]+)/.exec(text.slice(start, start + LONGEST_VALUE))?.[0] ?? ''
  if (value.length < LONGEST_VALUE) return value === '' ? null : { start, end: start + value.length }
  const end = text.indexOf('\n', start)
  return { start, end: end < 0 ? text.length : end }
}

/** Masks words of a command; the word behind an option of a secret name is its value. */
export function maskWords(words: readonly (string | null)[]): readonly (string | null)[] {
  return words.map((word, index) => {
    const before = words[index - 1]
    const isValue = typeof before === 'string' && /^--?[a-z][\w-]*$/i.test(before) && isSecretName(before)
    return word !== null && isValue && !word.startsWith('-') ? MASK : word === null ? null : maskText(word)
  })
}

/** In every line with a secret name; few lines have any of these, so that all others are passed by. */
const NEAR_SECRET =
  /passw|passphrase|secret|token|api[-_]?key|private[-_]?key|access[-_]?key|credential|basic[-_]?auth|pwd|dsn|:\/\//i

/** Masks lines of a manifest: values of variables and entries of secret names, and all data of Secrets. */
export function maskLines(lines: readonly string[]): readonly string[] {
  let isSecret = false
  let name: string | null = null
  return lines.map((line) => {
    if (line.startsWith('---')) isSecret = false
    if (line.startsWith('kind:') && /^kind:\s*["']?Secret\b/.test(line)) isSecret = true
    const isValue = line.includes('value:')
    const isNear = isSecret || (isValue && name !== null) || NEAR_SECRET.test(line)
    const masked = isNear ? maskValues(isSecret ? maskEntry(line) : maskVariable(line, name), inPlace) : line
    name = nameIn(line) ?? (isValue && /^\s*value:/.test(line) ? null : name)
    return masked
  })
}

/** The name that a line of its own gives. */
function nameIn(line: string): string | undefined {
  if (!line.includes('name:')) return undefined
  return /^\s*(?:- )?name:\s*["']?([\w.-]+)["']?\s*(?:#.*)?$/.exec(line)?.[1]
}

/** `value:` below the name of a variable, `{name: X, value: y}`, or `X: y` as in a ConfigMap. */
function maskVariable(line: string, name: string | null): string {
  return line.includes('value:') ? maskValue(line, name) : maskPlainEntry(line)
}

function maskValue(line: string, name: string | null): string {
  const pair = /^(.*\bname:\s*["']?([\w.-]+)["']?\s*,\s*value:\s*)("[^"]*"|'[^']*'|[^,}\s]+)(.*)$/.exec(line)
  if (pair !== null)
    return isSecretName(pair[2] ?? '') && !isReference(pair[3] ?? '')
      ? `${pair[1]}${inPlace(pair[3] ?? '')}${pair[4]}`
      : line
  const value = /^(\s*value:\s*)(\S.*)$/.exec(line)
  if (value !== null)
    return name !== null && isSecretName(name) && !isReference(value[2] ?? '')
      ? `${value[1]}${inPlace(value[2] ?? '')}`
      : line
  return maskPlainEntry(line)
}

function maskPlainEntry(line: string): string {
  const entry = /^(\s*["']?([A-Z][A-Z0-9_]*)["']?:\s+)(\S.*)$/.exec(line)
  return entry !== null && isSecretName(entry[2] ?? '') && !isReference(entry[3] ?? '')
    ? `${entry[1]}${inPlace(entry[3] ?? '')}`
    : line
}

/** Every entry below `data:` and `stringData:`; names and labels of a Secret are none. */
function maskEntry(line: string): string {
  const entry = /^(\s+["']?[\w.-]+["']?:\s+)(\S.*)$/.exec(line)
  if (entry === null || /^\s+(?:name|namespace|labels|annotations):/.test(line)) return line
  return `${entry[1]}${inPlace(entry[2] ?? '')}`
}

/** A reference to a variable gives nothing away. */
function isReference(value: string): boolean {
  return /^["']?\$/.test(value)
}
