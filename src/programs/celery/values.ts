/** Values of celery's options as click takes them. Source: https://github.com/celery/celery/blob/main/celery/bin/worker.py */
import type { Conversion } from '../parsing/convert.ts'
import type { OptionSpec } from '../parsing/option.ts'
import { parsePythonFloat, parsePythonInt } from '../parsing/python-numbers.ts'
import { pythonRepr } from '../parsing/python-repr.ts'

/** Converts the text of an option; refusals are click's. */
export function convertClick(spec: OptionSpec, text: string): Conversion {
  const label = spec.flags.map((flag) => `'${flag}'`).join(' / ')
  const invalid = (reason: string): Conversion => ({
    kind: 'refused',
    message: `Invalid value for ${label}: ${reason}`,
  })
  switch (spec.type) {
    case 'int':
    case 'autoInt': {
      const value = parsePythonInt(text)
      return value === null ? invalid(`${pythonRepr(text)} is not a valid integer.`) : { kind: 'value', value }
    }
    case 'float': {
      const value = parsePythonFloat(text)
      return value === null ? invalid(`${pythonRepr(text)} is not a valid float.`) : { kind: 'value', value }
    }
    case 'choice':
      return convertChoice(spec, text, invalid)
    case 'list':
      return { kind: 'value', value: text.split(',') }
    case 'custom':
      return convertAutoscale(text, invalid)
    case 'boolean':
      return convertBoolean(text, invalid)
    case 'string':
      return { kind: 'value', value: text }
  }
}

function convertChoice(spec: OptionSpec, text: string, invalid: (reason: string) => Conversion): Conversion {
  const value = spec.setting === 'loglevel' ? text.toUpperCase() : text
  const choices = (spec.choices ?? []).filter((choice) => choice !== 'custom')
  if (choices.includes(value)) return { kind: 'value', value }
  return invalid(`${pythonRepr(value)} is not one of ${choices.map(pythonRepr).join(', ')}.`)
}

/** `MAX,MIN` in any order; one number is the maximum over a minimum of 0. */
function convertAutoscale(text: string, invalid: (reason: string) => Conversion): Conversion {
  const parts = text.split(',')
  if (parts.length > 2)
    return invalid(`Expected two comma separated integers or one integer.Got ${parts.length} instead.`)
  const numbers = parts.map(parsePythonInt)
  const [first = null, second = parts.length === 1 ? 0 : null] = numbers
  if (first === null) {
    return invalid(
      parts.length === 1
        ? `Expected an integer. Got [${pythonRepr(text)}] instead.`
        : 'Expected two comma separated integers.',
    )
  }
  if (second === null) return invalid('Expected two comma separated integers.')
  return { kind: 'value', value: [Math.max(first, second), Math.min(first, second)] }
}

function convertBoolean(text: string, invalid: (reason: string) => Conversion): Conversion {
  const value = text.trim().toLowerCase()
  if (['1', 'true', 't', 'yes', 'y', 'on'].includes(value)) return { kind: 'value', value: true }
  if (['0', 'false', 'f', 'no', 'n', 'off', ''].includes(value)) return { kind: 'value', value: false }
  return invalid(`${pythonRepr(text)} is not a valid boolean.`)
}
