/** Which program a command starts, also behind `python -m` and `manage.py`. */
import { type ResolvedText, stringOf } from '../source/resolved.ts'

/** The name of the program and the words after it. */
export interface ProgramWords {
  /** Base name of the executable, the module after `-m`, or `manage.py`. */
  readonly name: string
  readonly words: readonly ResolvedText[]
  /** Index in argv of the first word after the name. */
  readonly offset: number
}

const PYTHON = /^(python|pypy)[\d.]*$/
/** Options of the Python interpreter that take a word. Source: https://docs.python.org/3/using/cmdline.html */
const PYTHON_OPTIONS_WITH_VALUE: ReadonlySet<string> = new Set(['-W', '-X', '--check-hash-based-pycs'])

/** Finds the program in argv; null when its name is not known. */
export function programWords(argv: readonly ResolvedText[]): ProgramWords | null {
  const head = argv[0] === undefined ? null : stringOf(argv[0])
  if (head === null) return null
  const name = baseName(head)
  if (!PYTHON.test(name)) {
    return { name: name === 'django-admin' ? 'manage.py' : name, words: argv.slice(1), offset: 1 }
  }
  return pythonWords(argv)
}

function pythonWords(argv: readonly ResolvedText[]): ProgramWords | null {
  for (let at = 1; at < argv.length; at++) {
    const word = argv[at]
    const text = word === undefined ? null : stringOf(word)
    if (text === null) return null
    if (text === '-m' || /^-[bBdEhiIOqsSuvVxP]+m$/.test(text)) return named(argv, at + 1, moduleProgram)
    if (/^-m./.test(text)) return { name: moduleProgram(text.slice(2)), words: argv.slice(at + 1), offset: at + 1 }
    if (text === '-c' || text === '-') return null
    if (PYTHON_OPTIONS_WITH_VALUE.has(text)) at++
    else if (!text.startsWith('-')) return named(argv, at, baseName)
  }
  return null
}

function named(argv: readonly ResolvedText[], at: number, nameOf: (text: string) => string): ProgramWords | null {
  const word = argv[at]
  const text = word === undefined ? null : stringOf(word)
  return text === null ? null : { name: nameOf(text), words: argv.slice(at + 1), offset: at + 1 }
}

/** `gunicorn.app.wsgiapp` runs gunicorn, `celery.__main__` celery. */
function moduleProgram(module: string): string {
  return module.split('.')[0] ?? module
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
