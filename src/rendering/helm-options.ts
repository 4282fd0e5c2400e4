/** How charts are rendered. */
export interface HelmOptions {
  /** The program: `helm` on the PATH. */
  readonly program: string
  /** May dependencies that the chart does not carry be fetched? */
  readonly allowNetwork: boolean
}
