/** Paths inside the container. */

/** An absolute path without `.` and `..`; null when the directory it is relative to is not known. */
export function resolvePath(directory: string | null, path: string): string | null {
  if (!path.startsWith('/') && directory === null) return null
  const steps: string[] = []
  for (const step of (path.startsWith('/') ? path : `${directory}/${path}`).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return `/${steps.join('/')}`
}

/** The last step of a path, as `basename` prints it. */
export function baseName(path: string, suffix: string): string {
  const base = /^\/+$/.test(path) ? '/' : (/([^/]*)\/*$/.exec(path)?.[1] ?? '')
  return suffix !== '' && base !== suffix && base.endsWith(suffix) ? base.slice(0, -suffix.length) : base
}

/** All but the last step of a path, as `dirname` prints it. */
export function directoryName(path: string): string {
  const trimmed = path.replace(/\/+$/, '')
  if (trimmed === '') return path.startsWith('/') ? '/' : '.'
  const cut = trimmed.lastIndexOf('/')
  return cut < 0 ? '.' : trimmed.slice(0, cut).replace(/\/+$/, '') || '/'
}
