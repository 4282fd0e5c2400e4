/** `echo` and `printf`, as far as their output is seen. */
import type { Location } from '../source/location.ts'
import { knownText, type ResolvedText, stringOf } from '../source/resolved.ts'
import { derivedText, unsourcedText } from '../source/sourced-text.ts'
import { decodeEchoEscapes } from './ansi-escapes.ts'
import { mapText } from './changed-text.ts'
import { hasExtensions, isBash } from './dialect.ts'
import type { Machine } from './machine.ts'
import { appendOutput } from './output.ts'
import { formatPrintf } from './printf.ts'
import type { State } from './state.ts'
import { joinTexts, unknown } from './values.ts'
import { scalar, writeVariable } from './variables.ts'

/** `echo`: dash decodes escapes always, bash and busybox with `-e`. */
export function runEcho(machine: Machine, state: State, fields: readonly ResolvedText[]): void {
  if (state.output === null) return
  const options = hasExtensions(machine.dialect) ? /^-[neE]+$/ : /^-n$/
  let next = 0
  let endsLine = true
  let decodes = !hasExtensions(machine.dialect)
  for (; next < fields.length; next++) {
    const field = fields[next]
    const option = field === undefined ? null : stringOf(field)
    if (option === null || !options.test(option)) break
    if (option.includes('n')) endsLine = false
    if (/e/.test(option)) decodes = true
    if (option.includes('E')) decodes = false
    if (!hasExtensions(machine.dialect)) {
      next++
      break
    }
  }
  const space = knownText(unsourcedText(' '))
  const words = fields.slice(next).flatMap((field, i) => (i === 0 ? [field] : [space, field]))
  let text = joinTexts(words)
  if (decodes) {
    text = mapText(text, (value) => {
      const decoded = decodeEchoEscapes(value, 'zero')
      if (decoded.isStopped) endsLine = false
      return decoded.text
    })
  }
  appendOutput(state, endsLine ? joinTexts([text, knownText(unsourcedText('\n'))]) : text)
}

/** `printf`, and `printf -v name` in bash. */
export function runPrintf(
  machine: Machine,
  state: State,
  fields: readonly ResolvedText[],
  at: Location | undefined,
): void {
  const [first, second] = fields
  const isAssigning = isBash(machine.dialect) && first !== undefined && stringOf(first) === '-v' && second !== undefined
  const rest = isAssigning
    ? fields.slice(2)
    : stringOf(first ?? knownText(unsourcedText(''))) === '--'
      ? fields.slice(1)
      : fields
  const [format, ...values] = rest
  if (format === undefined) {
    state.status = { code: 2, isCertain: true }
    return
  }
  const text = printed(format, values, at)
  if (!isAssigning) {
    appendOutput(state, text)
    return
  }
  const name = stringOf(second)
  if (name !== null && /^[A-Za-z_]\w*$/.test(name)) writeVariable(machine, state, name, scalar(text), at)
}

function printed(format: ResolvedText, values: readonly ResolvedText[], at: Location | undefined): ResolvedText {
  const [only] = values
  const formatText = stringOf(format)
  if (formatText === '%s' && values.length === 1 && only !== undefined) return only
  const open = [format, ...values].find((text) => !text.known)
  if (open !== undefined && !open.known) {
    const joined =
      formatText === '%s\n' && only !== undefined && values.length === 1
        ? joinTexts([only, knownText(unsourcedText('\n'))])
        : null
    return joined ?? unknown(open.why, open.at, open.dependsOn)
  }
  const text = formatPrintf(
    formatText ?? '',
    values.map((value) => stringOf(value) ?? ''),
  )
  return text === null ? unknown('the output of printf is not known', at) : knownText(derivedText(text, at))
}
