/** Names of objects in renderings of one chart that were made for different releases. */

/**
 * May an object of another rendering be the one that is called `own` for `release`? The rest of its name is the same, and
 * stands behind some other release. https://helm.sh/docs/chart_best_practices/labels/ and the names of `helm create`.
 */
export function isSameButRelease(other: string, own: string, release: string): boolean {
  if (other === own) return true
  if (!own.startsWith(release)) return false
  const rest = own.slice(release.length)
  return other.length > rest.length && other.endsWith(rest) && (rest === '' || rest.startsWith('-'))
}
