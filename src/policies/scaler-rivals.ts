/** Autoscalers that stop one another. */
import type { Manifest } from '../workloads/manifest.ts'
import { mayShareNamespace } from '../workloads/system.ts'

/** More rivals are not listed: they would be as many for each of them. */
const MOST_RIVALS = 20

/** Of the autoscalers with the same target those that are applied with one. */
export function rivalsOf(scaler: Manifest, scalers: readonly Manifest[]): readonly Manifest[] {
  const rivals: Manifest[] = []
  for (const other of scalers) {
    if (rivals.length >= MOST_RIVALS) break
    if (isRival(other, scaler)) rivals.push(other)
  }
  return rivals
}

function isRival(other: Manifest, scaler: Manifest): boolean {
  if (other === scaler || !mayShareNamespace(other.identity, scaler.identity)) return false
  // Overlays in other folders are other installations.
  if (folderOf(other) !== folderOf(scaler)) return false
  const isSameFile = other.file.path === scaler.file.path
  return isSameFile || other.identity.name !== scaler.identity.name || other.identity.kind !== scaler.identity.kind
}

function folderOf({ file }: Manifest): string {
  return file.path.slice(0, file.path.lastIndexOf('/') + 1)
}
