/** Names: locals, globals and built-ins. */
import type { SyntaxNode } from '@lezer/common'
import { type Machine, placeOf, type State, textOf } from './state.ts'
import { known, open, PythonRaise, type Result } from './values.ts'

/** Functions that are followed. */
export const builtinNames: ReadonlySet<string> = new Set([
  ...['int', 'float', 'str', 'bool', 'max', 'min', 'round', 'len', 'abs', 'sum', 'sorted', 'reversed', 'list', 'tuple'],
  ...[
    'dict',
    'set',
    'frozenset',
    'range',
    'any',
    'all',
    'isinstance',
    'enumerate',
    'zip',
    'map',
    'filter',
    'repr',
    'type',
  ],
  ...[
    'print',
    'globals',
    'locals',
    'vars',
    'format',
    'chr',
    'ord',
    'hex',
    'bin',
    'oct',
    'divmod',
    'pow',
    'next',
    'iter',
  ],
  ...[
    'callable',
    'hasattr',
    'getattr',
    'setattr',
    'open',
    'input',
    'id',
    'hash',
    'exit',
    'quit',
    'bytes',
    'object',
    'super',
  ],
])

/** Exceptions with the class they derive from. */
export const exceptionParents: ReadonlyMap<string, string> = new Map([
  ['Exception', 'BaseException'],
  ['SystemExit', 'BaseException'],
  ['KeyboardInterrupt', 'BaseException'],
  ['ValueError', 'Exception'],
  ['UnicodeDecodeError', 'ValueError'],
  ['JSONDecodeError', 'ValueError'],
  ['TypeError', 'Exception'],
  ['LookupError', 'Exception'],
  ['KeyError', 'LookupError'],
  ['IndexError', 'LookupError'],
  ['AttributeError', 'Exception'],
  ['NameError', 'Exception'],
  ['UnboundLocalError', 'NameError'],
  ['ImportError', 'Exception'],
  ['ModuleNotFoundError', 'ImportError'],
  ['ArithmeticError', 'Exception'],
  ['ZeroDivisionError', 'ArithmeticError'],
  ['OverflowError', 'ArithmeticError'],
  ['AssertionError', 'Exception'],
  ['OSError', 'Exception'],
  ['FileNotFoundError', 'OSError'],
  ['PermissionError', 'OSError'],
  ['RuntimeError', 'Exception'],
  ['NotImplementedError', 'RuntimeError'],
  ['RecursionError', 'RuntimeError'],
  ['StopIteration', 'Exception'],
  ['SyntaxError', 'Exception'],
])

/** Is an exception of one type caught by another? Null when the type is not a built-in one. */
export function isCaughtBy(type: string, handler: string): boolean | null {
  if (handler === 'BaseException' || type === handler) return true
  for (let at: string | undefined = type; at !== undefined; at = exceptionParents.get(at))
    if (at === handler) return true
  const isBuiltin = (name: string): boolean =>
    name === 'BaseException' || exceptionParents.has(name) || name === 'EnvironmentError' || name === 'IOError'
  if (handler === 'EnvironmentError' || handler === 'IOError') return isCaughtBy(type, 'OSError')
  return isBuiltin(handler) && isBuiltin(type) ? false : null
}

/** The value of a name. */
export function lookUpName(machine: Machine, state: State, node: SyntaxNode): Result {
  const name = textOf(machine, node)
  const found = state.locals?.get(name) ?? state.globals.get(name)
  if (found !== undefined) return found
  if (name === '__file__') return known(machine.context.fileName)
  if (name === '__name__') return known('__config__')
  if (builtinNames.has(name) || exceptionParents.has(name) || name === 'BaseException')
    return known({ kind: 'native', name })
  const at = placeOf(machine, node)
  if (state.openNames !== null) return state.openNames
  if (/^__\w+__$/.test(name) || name === 'Ellipsis' || name === 'NotImplemented' || otherBuiltins.has(name))
    return open(`${name} is not known`, at)
  throw new PythonRaise('NameError', `name '${name}' is not defined`, at)
}

const otherBuiltins = new Set([
  ...[
    'aiter',
    'anext',
    'ascii',
    'breakpoint',
    'bytearray',
    'classmethod',
    'compile',
    'complex',
    'delattr',
    'dir',
    'eval',
  ],
  ...[
    'exec',
    'help',
    'issubclass',
    'memoryview',
    'property',
    'slice',
    'staticmethod',
    'copyright',
    'credits',
    'license',
  ],
  ...[
    'EnvironmentError',
    'IOError',
    'Warning',
    'UserWarning',
    'DeprecationWarning',
    'RuntimeWarning',
    'ConnectionError',
  ],
  ...[
    'TimeoutError',
    'EOFError',
    'MemoryError',
    'BufferError',
    'InterruptedError',
    'IsADirectoryError',
    'NotADirectoryError',
  ],
  ...[
    'StopAsyncIteration',
    'GeneratorExit',
    'UnicodeError',
    'UnicodeEncodeError',
    'FloatingPointError',
    'FileExistsError',
  ],
  ...[
    'BlockingIOError',
    'ChildProcessError',
    'ProcessLookupError',
    'BrokenPipeError',
    'ExceptionGroup',
    'SystemError',
    'IndentationError',
  ],
])
