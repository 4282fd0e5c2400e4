/** The options that say what is rendered: `--helm`, `--kustomize`, `--allow-network`. */
import { isAbsolute, relative } from 'node:path'
import type { RenderingRequest } from '../prepare.ts'
import type { Terminal } from './terminal.ts'

/** The options as commander gives them. */
export interface RenderingFlags {
  readonly helm?: readonly string[]
  readonly kustomize?: readonly string[]
  readonly allowNetwork?: boolean
}

/** What is rendered; folders outside the working directory are told as they are reached from it. */
export function renderingOf(flags: RenderingFlags, { workingDirectory }: Terminal): RenderingRequest {
  const relativeTo = (text: string) =>
    text.replace(/^[^\s,]+/, (path) => (isAbsolute(path) ? relative(workingDirectory, path) || '.' : path))
  return {
    helm: (flags.helm ?? []).map(relativeTo),
    kustomize: (flags.kustomize ?? []).map(relativeTo),
    allowNetwork: flags.allowNetwork === true,
    refusal: null,
  }
}

/** The paths to read: those that were written; without any the working directory, unless something is rendered. */
export function pathsOf(written: readonly string[], { helm, kustomize }: RenderingRequest): readonly string[] {
  return written.length > 0 || helm.length + kustomize.length > 0 ? written : ['.']
}
