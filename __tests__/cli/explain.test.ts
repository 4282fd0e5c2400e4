/** `explain FILE:LINE` answers on every line of a container. */
import { afterAll, describe, expect, test } from '@jest/globals'
import { createWorkspace } from './command-line.ts'

const workspace = createWorkspace('examples')
afterAll(workspace.remove)

describe('explain', () => {
  test.each([
    ['a line with a value follows it', 26, 'workers = 9 by --workers (cli) at examples/web.yaml:26:27'],
    ['a line without one tells what the container runs', 37, 'No value on examples/web.yaml:37 reaches a program'],
    ['a line of no container says so', 6, 'Nothing on examples/web.yaml:6 belongs to a container.'],
  ])('%s', async (_, line, text) => {
    const { code, out } = await workspace.run(['explain', `examples/web.yaml:${line}`])
    expect(code).toBe(0)
    expect(out).toContain(text)
    expect(out.includes('execve: gunicorn')).toBe(line !== 6)
  })
})
