/** The rows of the fleet by workload: each has a page of its own. */
import type { FleetRow, Standing } from './html-fleet.ts'

/** A workload with its containers. */
export interface FleetPage {
  /** The `id` of its section, and what links lead to. */
  readonly id: string
  readonly title: string
  readonly file: string
  readonly severity: Standing
  readonly rows: readonly FleetRow[]
}

/** Standings from the heaviest. */
export const STANDINGS: readonly Standing[] = ['error', 'warning', 'info', 'unknown', 'clean']

/** Groups rows by file and workload, in their order. */
export function fleetPages(rows: readonly FleetRow[]): readonly FleetPage[] {
  const groups = new Map<string, FleetRow[]>()
  for (const row of rows) {
    const key = `${row.file}\n${row.title}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return [...groups.values()].map((group, index) => ({
    id: `workload-${index + 1}`,
    title: group[0]?.title ?? '',
    file: group[0]?.file ?? '',
    severity: STANDINGS.find((standing) => group.some(({ severity }) => severity === standing)) ?? 'clean',
    rows: group,
  }))
}
