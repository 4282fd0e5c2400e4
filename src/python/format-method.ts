/** `str.format`. */
import type { Call } from './calls.ts'
import { formatValue } from './formatting.ts'
import { placeOf } from './state.ts'
import { toRepresentation } from './text.ts'
import { isCompound, keyOf, PythonRaise, type Result } from './values.ts'

/** The text of a template; undefined when it is not followed. */
export function formatTemplate(call: Call, template: string): string | undefined {
  const { machine, state, node } = call
  let next = 0
  let isOpen = false
  const text = template.replace(
    /\{\{|\}\}|\{([^{}:!]*)(?:!([rsa]))?(?::([^{}]*))?\}|[{}]/g,
    (whole: string, field, conversion, spec) => {
      if (whole === '{{' || whole === '}}') return whole.slice(1)
      if (field === undefined)
        throw new PythonRaise('ValueError', "Single '}' encountered in format string", placeOf(machine, node))
      const name = /^([^.[]*)((?:\.\w+|\[[^\]]*\])*)$/.exec(String(field))
      const key = name?.[1] ?? ''
      const value = resolve(call, key === '' ? String(next++) : key, name?.[2] ?? '')
      if (value?.known !== true) {
        isOpen = true
        return ''
      }
      const shown = conversion === 'r' ? toRepresentation(state, value.value) : value.value
      const formatted = formatValue(state, shown, String(spec ?? ''))
      if (formatted === null) isOpen = true
      return formatted ?? ''
    },
  )
  return isOpen ? undefined : text
}

function resolve({ machine, state, node, given }: Call, key: string, path: string): Result | undefined {
  const isIndex = /^\d+$/.test(key)
  const found = isIndex ? given.positional[Number(key)] : given.keywords.get(key)
  if (found === undefined) {
    if (isIndex)
      throw new PythonRaise(
        'IndexError',
        'Replacement index out of range for positional args tuple',
        placeOf(machine, node),
      )
    throw new PythonRaise('KeyError', `'${key}'`, placeOf(machine, node))
  }
  if (path === '') return found
  const step = /^\[([^\]]*)\]$/.exec(path)?.[1]
  if (step === undefined || !found.known || !isCompound(found.value) || found.value.kind !== 'dict') return undefined
  const object = state.heap.get(found.value.id)
  const name = keyOf(step)
  return object?.kind === 'dict' && name !== null ? object.entries.get(name)?.value : undefined
}
