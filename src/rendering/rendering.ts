/** A rendered chart or kustomization, with the way back to what people typed. */
import type { YamlMap } from '../manifests/node.ts'
import type { FieldPath } from '../source/field-path.ts'
import type { SourceFile } from '../source/source-file.ts'
import type { HelmOptions } from './helm-options.ts'
import type { TypedLine } from './line-marks.ts'
import type { ToolOutcome } from './run-tool.ts'
import type { TypedLeaf } from './typed-leaves.ts'

/** A value of the rendered text: its characters, the line it starts on (from 0), and its way from the object's root. */
export interface RenderedValue {
  readonly text: string
  readonly line: number
  readonly path: FieldPath
}

/** A typed map that becomes the rendered map at `path`, so that keys added here appear there. */
export interface TypedHome {
  readonly map: YamlMap
  readonly path: FieldPath
}

/** What a rendering of a chart tells about other renderings of it. */
export interface RenderedChart {
  readonly name: string
  readonly release: string
  /** The template that `# Source:` names. */
  templateOf(source: string): SourceFile | null
}

/** One rendering. */
export interface Rendering {
  /** The file that asks for it: `Chart.yaml` or `kustomization.yaml`. */
  readonly owner: SourceFile
  /** What sets it apart from other renderings of its owner, such as `ci/prod-values.yaml`; null for the only one. */
  readonly variant: string | null
  /** The rendered text under a path that no file has. */
  readonly file: SourceFile
  /** Do templates write the text, so that a value is typed at one place and used at another? */
  readonly usesTemplates: boolean
  /** Null for a kustomization. */
  readonly chart: RenderedChart | null
  /** Files that a change may be typed into, by path. */
  readonly sources: ReadonlyMap<string, SourceFile>
  /** The typed line behind a line of the rendered text (from 0). */
  typedLineOf(line: number): TypedLine | null
  /** Typed scalars that may feed a value, the likeliest first. `named` ones may feed it without being part of it. */
  leavesFor(value: RenderedValue): { readonly named: readonly TypedLeaf[]; readonly alike: readonly TypedLeaf[] }
  /** Typed maps in which a missing key of the rendered object may be added, the likeliest first. */
  homesFor(value: RenderedValue): readonly TypedHome[]
  /** Renders once more with the texts of some sources changed. */
  renderWith(changed: ReadonlyMap<string, string>): Promise<ToolOutcome>
  /** Is a file checked as part of this rendering and not by itself? */
  covers(path: string): boolean
  /** Deletes temporary files. */
  dispose(): void
}

/** What could not be rendered, with the reason of the program that renders. */
export interface RenderFailure {
  readonly owner: SourceFile
  /** Name of the chart, or folder of the kustomization. */
  readonly name: string
  /** One sentence. */
  readonly why: string
  /** Is the program itself missing? */
  readonly isMissing: boolean
}

/** What came of one request: a rendering or a failure, and what is worth knowing beside it. */
export interface RenderOutcome {
  readonly owner: SourceFile
  readonly variant: string | null
  readonly rendering: Rendering | null
  readonly failure: RenderFailure | null
  /** What the rendering had to do without, one sentence each. */
  readonly notes: readonly string[]
}

/** What to render and with what. */
export interface RenderingOptions {
  /** Charts that were asked for, as `CHART[,VALUES…] [--release NAME] [--namespace NAME] [--values FILE] [--set KEY=VALUE]`. */
  readonly charts: readonly string[]
  /** Folders of kustomizations that were asked for. */
  readonly kustomizations: readonly string[]
  /** Are charts and kustomizations among the checked files rendered too? */
  readonly discovers: boolean
  /** Why nothing may be rendered, one sentence; null when it may. */
  readonly refusal: string | null
  readonly helm: HelmOptions
}
