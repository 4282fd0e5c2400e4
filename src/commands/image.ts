/** What an image starts by itself, as its Dockerfile says. */
import type { ResolvedText } from '../source/resolved.ts'

/** The parts of an image that decide what runs. */
export interface ImageDefinition {
  /** Path of the Dockerfile in the repository. */
  readonly dockerfile: string
  readonly entrypoint: readonly ResolvedText[] | null
  readonly command: readonly ResolvedText[] | null
  readonly environment: ReadonlyMap<string, ResolvedText>
  readonly workingDirectory: string | null
  /** `STOPSIGNAL`, null when it is not set. */
  readonly stopSignal: string | null
  /** The base image of the last stage, such as `python:3.12-slim`. */
  readonly baseImage: string | null
  /** Repository path of the file that the image holds at an absolute path; null when no COPY or ADD gives it. */
  sourceOf(path: string): string | null
}
