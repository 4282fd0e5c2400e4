/** The texts of `policies/`; written by `npm run generate`, so that the bundle needs no files beside it. */

/** Policy files by path below `policies/`. */
export const BUNDLED_POLICIES: ReadonlyMap<string, string> = new Map([])
