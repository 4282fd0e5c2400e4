/** The port through which programs read configuration files and application code. */
import type { SourcedText } from '../source/sourced-text.ts'

/** A file of the container, or why it cannot be read. */
export type ConfigFile =
  | { readonly kind: 'text'; readonly text: SourcedText }
  | { readonly kind: 'absent' }
  /** Files of the repository that may be the one, when nothing says where they are in the image. */
  | { readonly kind: 'possible'; readonly texts: readonly SourcedText[]; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string }

/** Reads files as the container sees them. */
export interface ConfigFiles {
  /** A file that a flag names: absent only when it certainly does not exist. */
  readNamed(path: string, workingDirectory: string | null): ConfigFile
  /** A file that a program looks for by itself: absent unless it is mounted, copied or the only one of its kind. */
  readDiscovered(path: string, workingDirectory: string | null): ConfigFile
  /** Python files of the repository that contain one of the given words. */
  searchPython(words: readonly string[]): readonly SourcedText[]
}
