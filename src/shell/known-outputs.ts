/** What external programs print in a command substitution, for the few whose output follows from their words. */
import type { Location } from '../source/location.ts'
import { knownText, type ResolvedText, stringOf } from '../source/resolved.ts'
import { unsourcedText } from '../source/sourced-text.ts'
import { mapText } from './changed-text.ts'
import { printsCpuCount } from './cpu-count.ts'
import { evaluateExpr } from './expr.ts'
import { readKnownFile } from './known-files.ts'
import type { Machine } from './machine.ts'
import { baseName, directoryName } from './paths.ts'
import type { State, Status } from './state.ts'
import { translate } from './translate.ts'
import { computed, firstUnknown, joinTexts, sharedDependence, unknown } from './values.ts'

/** What a program prints and how it ends. */
export interface ProgramOutput {
  readonly output: ResolvedText
  readonly status: Status
}

const assumedSuccess: Status = { code: 0, isCertain: false }
const newline = knownText(unsourcedText('\n'))

/** The output of a program. */
export function outputOf(
  machine: Machine,
  state: State,
  argv: readonly ResolvedText[],
  at: Location | undefined,
): ProgramOutput {
  const [first, ...rest] = argv
  const name = first === undefined ? null : stringOf(first)
  const words = rest.map(stringOf)
  if (name === null) return { output: notKnown(argv, at), status: assumedSuccess }
  const program = baseName(name, '')
  const known = words.every((word) => word !== null) ? words.map((word) => word ?? '') : null
  if (known !== null && printsCpuCount(program, known)) {
    return {
      output: unknown(
        `the output of \`${[program, ...known].join(' ').slice(0, 80)}\` is the CPU count of the node`,
        at,
        'cpu_count',
      ),
      status: assumedSuccess,
    }
  }
  const output = computeOutput(machine, state, { program, rest, words: known, at })
  if (output !== null) return output
  return { output: inherits(program, rest, state.input, at) ?? notKnown(argv, at), status: assumedSuccess }
}

function notKnown(argv: readonly ResolvedText[], at: Location | undefined): ResolvedText {
  const open = firstUnknown(argv)
  const words = argv.map((word) => stringOf(word) ?? '…').join(' ')
  return open === undefined || argv[0]?.known === true
    ? unknown(`the output of \`${words.slice(0, 80)}\` is not known`, at)
    : unknown(open.why, open.at)
}

interface Call {
  readonly program: string
  readonly rest: readonly ResolvedText[]
  /** The words, when all are known. */
  readonly words: readonly string[] | null
  readonly at: Location | undefined
}

function computeOutput(machine: Machine, state: State, { program, rest, words, at }: Call): ProgramOutput | null {
  const [first, second] = rest
  switch (program) {
    case 'cat':
      return succeed(concatenate(machine, state, rest))
    case 'basename':
      if (words === null || first === undefined || words.length > 2) return null
      return succeed(line(mapText(first, (path) => baseName(path, words[1] ?? ''))))
    case 'dirname':
      return words?.length === 1 && first !== undefined ? succeed(line(mapText(first, directoryName))) : null
    case 'expr':
      return evaluateExpr(machine, rest, at)
    case 'tr':
      return words !== null && second !== undefined && state.input !== null
        ? succeedWith(translate(words, state.input))
        : null
    case 'seq':
      return words === null ? null : succeedWith(sequence(words, at))
    default:
      return null
  }
}

function succeed(output: ResolvedText): ProgramOutput {
  return { output, status: assumedSuccess }
}

function succeedWith(output: ResolvedText | null): ProgramOutput | null {
  return output === null ? null : succeed(output)
}

function line(text: ResolvedText): ResolvedText {
  return joinTexts([text, newline])
}

function concatenate(machine: Machine, state: State, rest: readonly ResolvedText[]): ResolvedText {
  const files = rest.filter((word) => stringOf(word)?.startsWith('-') !== true || stringOf(word) === '-')
  const input = state.input ?? unknown('what is read is not known', undefined)
  if (files.length === 0) return input
  return joinTexts(
    files.map((file) => {
      const path = stringOf(file)
      if (path === '-') return input
      return path === null ? unknown('which file is read is not known', undefined) : readKnownFile(machine, state, path)
    }),
  )
}

function sequence(words: readonly string[], at: Location | undefined): ResolvedText | null {
  if (words.length === 0 || words.length > 3 || words.some((word) => !/^-?\d{1,6}$/.test(word))) return null
  const numbers = words.map(Number)
  const last = numbers.at(-1) ?? 0
  const from = numbers.length > 1 ? (numbers[0] ?? 1) : 1
  const step = numbers.length > 2 ? (numbers[1] ?? 1) : 1
  if (step === 0 || (last - from) / step > 1000) return null
  let text = ''
  for (let value = from; step > 0 ? value <= last : value >= last; value += step) text += `${value}\n`
  return computed(text, at)
}

const filters = new Set([
  'awk',
  'gawk',
  'mawk',
  'bc',
  'sed',
  'grep',
  'egrep',
  'wc',
  'head',
  'tail',
  'cut',
  'sort',
  'uniq',
  'xargs',
  'tr',
  'dc',
  'expr',
  'python',
  'python3',
  'perl',
  'echo',
  'printf',
  'numfmt',
  'tee',
  'paste',
  'nl',
])

/** A filter over the CPU count gives something that depends on the CPU count. */
function inherits(
  program: string,
  rest: readonly ResolvedText[],
  input: ResolvedText | null,
  at: Location | undefined,
): ResolvedText | null {
  if (!filters.has(program)) return null
  const parts = [...rest, ...(input === null ? [] : [input])]
  const open = firstUnknown(parts)
  const readsCpu = rest.some((word) => /^\/proc\/cpuinfo$|^\/sys\/devices\/system\/cpu/.test(stringOf(word) ?? ''))
  const dependsOn = readsCpu && open === undefined ? 'cpu_count' : sharedDependence(parts)
  if (dependsOn === undefined) return open === undefined ? null : unknown(open.why, open.at)
  return unknown(open?.why ?? `the output of \`${program}\` depends on the CPUs of the node`, open?.at ?? at, dependsOn)
}
