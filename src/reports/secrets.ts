/** Secrets are never shown: what a name or an address gives away as one is replaced before any report sees it. */

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

const ADDRESS = /(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@'"]{0,200}:)([^\s/@'"]{1,500})(?=@)/gi
const ASSIGNMENT = /(-{0,2}\b[A-Za-z][\w-]{0,80})(=)("[^"\n]{1,500}"|'[^'\n]{1,500}'|[^\s"';&|]{1,500})/g
const OPTION = /(--[A-Za-z][\w-]{0,80})([ \t]{1,4})("[^"\n]{1,500}"|'[^'\n]{1,500}'|[^\s"';&|-][^\s"';&|]{0,500})/g

function maskValues(text: string, mask: Mask): string {
  if (!/[:=]|--/.test(text)) return text
  const masked = (whole: string, name: string, sign: string, value: string) =>
    isSecretName(name) && !isReference(value) ? `${name}${sign}${mask(value)}` : whole
  return text
    .replace(ADDRESS, (whole, address: string, secret: string) =>
      isReference(secret) ? whole : `${address}${mask(secret)}`,
    )
    .replace(ASSIGNMENT, masked)
    .replace(OPTION, masked)
}

/** Masks words of a command; the word behind an option of a secret name is its value. */
export function maskWords(words: readonly (string | null)[]): readonly (string | null)[] {
  return words.map((word, index) => {
    const before = words[index - 1]
    const isValue = typeof before === 'string' && /^--?[a-z][\w-]*$/i.test(before) && isSecretName(before)
    return word !== null && isValue && !word.startsWith('-') ? MASK : word === null ? null : maskText(word)
  })
}

/** Masks lines of a manifest: values of variables and entries of secret names, and all data of Secrets. */
export function maskLines(lines: readonly string[]): readonly string[] {
  let isSecret = false
  let name: string | null = null
  return lines.map((line) => {
    if (/^---/.test(line)) isSecret = false
    if (/^kind:\s*["']?Secret\b/.test(line)) isSecret = true
    const masked = isSecret ? maskEntry(line) : maskVariable(line, name)
    name =
      /^\s*(?:- )?name:\s*["']?([\w.-]+)["']?\s*(?:#.*)?$/.exec(line)?.[1] ?? (/^\s*value:/.test(line) ? null : name)
    return maskValues(masked, inPlace)
  })
}

/** `value:` below the name of a variable, `{name: X, value: y}`, or `X: y` as in a ConfigMap. */
function maskVariable(line: string, name: string | null): string {
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
