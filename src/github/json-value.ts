/** Reading values out of JSON that somebody else wrote. */

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Is the value a JSON object? */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object under a key; an empty one when there is none. */
export function objectAt(value: unknown, key: string): JsonObject {
  const found = memberAt(value, key)
  return isObject(found) ? found : {}
}

/** The list under a key; an empty one when there is none. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const found = memberAt(value, key)
  return Array.isArray(found) ? found : []
}

/** The string under a key, null when there is none. */
export function stringAt(value: unknown, key: string): string | null {
  const found = memberAt(value, key)
  return typeof found === 'string' ? found : null
}

/** The number under a key, null when there is none. */
export function numberAt(value: unknown, key: string): number | null {
  const found = memberAt(value, key)
  return typeof found === 'number' && Number.isFinite(found) ? found : null
}

/** Is the value under the key `true`? */
export function isTrueAt(value: unknown, key: string): boolean {
  return memberAt(value, key) === true
}

/** The value of a JSON text, undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function memberAt(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}
