/** The part of a policy's page that says what the laboratory measured. */

/** What a scenario of the laboratory says about a policy. */
export interface Measured {
  readonly scenario: string
  readonly title: string
  readonly verdict: string
}

/** The section with a link to each scenario; empty without any. */
export function measuredMarkdown(measured: readonly Measured[]): string {
  if (measured.length === 0) return ''
  const lines = measured.map(
    ({ scenario, title, verdict }) => `- [${title}](../../lab/RESULTS.md#${scenario}): **${verdict}**`,
  )
  return `\n## Measured\n\n${lines.join('\n')}\n`
}
