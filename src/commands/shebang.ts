/** The first line of a script: which shell reads it. */

import { shellDialect } from './shell-words.ts'
import { baseName } from './strip-wrapper.ts'

/** The dialect that a shebang names; a script without one is read by sh; null when another interpreter reads it. */
export function readShebang(text: string): 'posix' | 'dash' | 'bash' | 'busybox' | null {
  const match = /^#!\s*(\S+)(?:\s+(\S+))?(?:\s+(\S+))?/.exec(text.slice(0, 400))
  if (match === null) return 'posix'
  const words = match.slice(1).filter((word) => word !== undefined)
  for (const word of words) {
    const dialect = shellDialect(baseName(word))
    if (dialect !== undefined) return dialect
    if (baseName(word) === 'busybox') return 'busybox'
  }
  return null
}
