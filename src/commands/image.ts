/** What an image starts by itself. */
import type { ResolvedText } from '../source/resolved.ts'
import type { SourcedText } from '../source/sourced-text.ts'

/** The parts of an image that decide what runs. */
export interface ImageDefinition {
  /** What the definition was read from, for explanations: a Dockerfile's path or the name of a well-known image. */
  readonly source: string
  readonly entrypoint: readonly ResolvedText[] | null
  readonly command: readonly ResolvedText[] | null
  readonly environment: ReadonlyMap<string, ResolvedText>
  readonly workingDirectory: string | null
  /** `STOPSIGNAL`, null when it is not set. */
  readonly stopSignal: string | null
  /** A file of the image by its absolute path; null when nothing says what it holds. */
  readFile(path: string): SourcedText | null
}
