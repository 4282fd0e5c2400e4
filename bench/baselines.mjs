/** What a check is compared with on every machine: reading the bytes, searching them, starting Node, parsing everything. */
import { join } from 'node:path'

/** The commands that are measured on a workload beside the check. */
export function baselinesOf({ folder }) {
  return [
    { name: 'cat', command: ['sh', '-c', 'find . -type f -exec cat {} +'], isSilent: true },
    { name: "grep -rlE 'gunicorn|celery'", command: ['grep', '-rlE', 'gunicorn|celery', '.'], codes: [0, 1] },
    { name: 'node -e 0', command: [process.execPath, '-e', '0'] },
    {
      name: 'yaml (full parse)',
      command: [process.execPath, join(import.meta.dirname, 'parse-all.mjs'), '.'],
      isSlow: true,
    },
  ].map((one) => ({ ...one, folder }))
}
