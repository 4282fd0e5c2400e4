/** Recommended values as they are written in manifests and on command lines. */
import { formatBytes, formatMillicores } from '../../units/format.ts'

/** A field's value: memory in bytes and CPU in millicores become quantities. */
export function fieldText(path: string, value: string | number | boolean | null): string {
  if (typeof value === 'number' && /(^|\.)memory$/.test(path)) return formatBytes(value)
  if (typeof value === 'number' && /(^|\.)cpu$/.test(path)) return formatMillicores(value)
  return String(value)
}

/** A flag with its value: `--workers=3`, or the flag alone for `true`. */
export function flagText(flag: string, value: string | number | boolean | null): string {
  return value === true ? flag : `${flag}=${String(value)}`
}
