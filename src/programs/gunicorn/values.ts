/** Values of gunicorn settings as its validators take them. Source: https://github.com/benoitc/gunicorn/blob/master/gunicorn/config.py */
import type { Conversion } from '../parsing/convert.ts'
import { parsePythonInt, parsePythonIntBase0 } from '../parsing/python-numbers.ts'
import { pythonRepr } from '../parsing/python-repr.ts'
import type { SettingValue } from '../program.ts'
import type { GunicornSetting } from './settings-table.ts'

/** What argparse's `type` makes of a word: every occurrence is converted, whether or not a later one replaces it. */
export function convertArgument(setting: GunicornSetting, text: string): Conversion {
  if (setting.argument === undefined) return { kind: 'value', value: text }
  const octal = setting.argument === 'autoInt' && /^0\d/.test(text) ? text.replace('0', '0o') : text
  const value = setting.argument === 'int' ? parsePythonInt(text) : parsePythonIntBase0(octal)
  if (value !== null) return { kind: 'value', value }
  const type = setting.argument === 'int' ? 'int' : 'auto_int'
  return refused(`argument ${setting.flags.join('/')}: invalid ${type} value: ${pythonRepr(text)}`)
}

/** gunicorn's own check of the value that is left. */
export function validateArgument(setting: GunicornSetting, value: SettingValue): Conversion {
  return validate(setting, value)
}

/** A value of a configuration file: whole numbers and booleans are told apart from fractions by `isFloat`. */
export function convertConfigValue(setting: GunicornSetting, value: SettingValue, isFloat: boolean): Conversion {
  if (setting.kind === 'count' && (isFloat || value === null || Array.isArray(value))) {
    return refused("int() can't convert non-string with explicit base")
  }
  return validate(setting, value)
}

function validate(setting: GunicornSetting, value: SettingValue): Conversion {
  switch (setting.kind) {
    case 'count':
      return validateCount(value)
    case 'boolean':
      return validateBoolean(value)
    case 'list':
      return validateList(value)
    case 'choice':
      return validateChoice(setting, value)
    case 'hook':
      return { kind: 'value', value: null }
    case 'string':
      if (value === null || typeof value === 'string') return { kind: 'value', value: value?.trim() ?? null }
      return refused(`Not a string: ${String(value)}`)
  }
}

function validateCount(value: SettingValue): Conversion {
  const count =
    typeof value === 'string' ? parsePythonIntBase0(value) : typeof value === 'boolean' ? Number(value) : value
  if (typeof count !== 'number') return refused(`invalid literal for int() with base 0: ${pythonRepr(String(value))}`)
  return count < 0 ? refused(`Value must be positive: ${count}`) : { kind: 'value', value: count }
}

function validateBoolean(value: SettingValue): Conversion {
  if (value === null || typeof value === 'boolean') return { kind: 'value', value }
  if (typeof value !== 'string') return refused(`Invalid type for casting: ${String(value)}`)
  const text = value.toLowerCase().trim()
  if (text === 'true' || text === 'false') return { kind: 'value', value: text === 'true' }
  return refused(`Invalid boolean: ${value}`)
}

function validateList(value: SettingValue): Conversion {
  if (value === null || value === '' || value === false || value === 0) return { kind: 'value', value: [] }
  if (typeof value === 'string') return { kind: 'value', value: [value.trim()] }
  if (!Array.isArray(value)) return refused(`Not a string: ${String(value)}`)
  const wrong = value.find((item) => typeof item !== 'string')
  if (wrong !== undefined) return refused(`Not a string: ${String(wrong)}`)
  return { kind: 'value', value: value.map((item) => String(item).trim()) }
}

function validateChoice(setting: GunicornSetting, value: SettingValue): Conversion {
  if (value === null) return { kind: 'value', value: setting.default }
  if (typeof value === 'boolean')
    return { kind: 'value', value: setting.name === 'proxy_protocol' ? (value ? 'auto' : 'off') : value }
  const text = typeof value === 'string' ? value.toLowerCase().trim() : String(value)
  if (setting.choices?.includes(text) !== true) return refused(`Invalid ${setting.name}: ${pythonRepr(String(value))}`)
  return { kind: 'value', value: text }
}

function refused(message: string): Conversion {
  return { kind: 'refused', message }
}
