/** A headless Chromium spoken to over two pipes, by the DevTools protocol. https://chromedevtools.github.io/devtools-protocol/ */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { isObject, objectAt, parseJson, stringAt } from '../../src/github/json-value.ts'

/** A tab of the browser. */
export interface Tab {
  /** Opens a page and waits until it is loaded; `errors` are what it complained about since. */
  readonly open: (url: string) => Promise<void>
  readonly errors: string[]
  /** The value of an expression, which is evaluated in the page; a thrown error fails. */
  readonly evaluate: (expression: string) => Promise<unknown>
  readonly send: (method: string, parameters?: Readonly<Record<string, unknown>>) => Promise<Record<string, unknown>>
  /** Presses and releases a key, such as `Tab`, `Enter` or `a`. */
  readonly press: (key: string) => Promise<void>
  readonly close: () => void
}

/** Where Chromium is on this machine; null when it is not. */
export const CHROMIUM: string | null = findChromium()

function findChromium(): string | null {
  for (const name of [process.env['CHROMIUM'] ?? 'chromium', 'chromium-browser', 'google-chrome']) {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' })
      return name
    } catch {
      // Not this one.
    }
  }
  return null
}

/** Starts the browser with one tab. */
export async function startBrowser(program: string): Promise<Tab> {
  const folder = mkdtempSync(join(tmpdir(), 'workerlint-browser-'))
  // Tests run as root in containers, where the sandbox of Chromium cannot start.
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--disable-dev-shm-usage']
  const child = spawn(program, [...flags, '--remote-debugging-pipe', `--user-data-dir=${folder}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const connection = connect(child)
  const { targetInfos } = await connection.send('Target.getTargets', {}, null)
  const page = Array.isArray(targetInfos) ? targetInfos.find((info) => stringAt(info, 'type') === 'page') : undefined
  const parameters = { targetId: stringAt(page, 'targetId'), flatten: true }
  const attached = await connection.send('Target.attachToTarget', parameters, null)
  const session = stringAt(attached, 'sessionId')
  const send = (method: string, given: Readonly<Record<string, unknown>> = {}) =>
    connection.send(method, given, session)
  const errors: string[] = []
  connection.listen((method, event) => {
    if (method === 'Runtime.exceptionThrown') errors.push(JSON.stringify(objectAt(event, 'exceptionDetails')))
    if (method === 'Log.entryAdded') errors.push(stringAt(objectAt(event, 'entry'), 'text') ?? '')
    if (method === 'Runtime.consoleAPICalled') errors.push(JSON.stringify(event))
    if (method === 'Network.requestWillBeSent') {
      const url = stringAt(objectAt(event, 'request'), 'url') ?? ''
      if (!url.startsWith('file:')) errors.push(`requested ${url}`)
    }
  })
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await send(`${domain}.enable`)
  return {
    errors,
    send,
    open: async (url) => {
      const loaded = connection.once('Page.loadEventFired')
      await send('Page.navigate', { url })
      await loaded
    },
    evaluate: async (expression) => {
      const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
      const failure = answer['exceptionDetails']
      if (failure !== undefined) throw new Error(JSON.stringify(failure))
      return objectAt(answer, 'result')['value']
    },
    press: async (key) => {
      const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined
      const codes: Readonly<Record<string, number>> = { Tab: 9, Enter: 13, Escape: 27, ' ': 32 }
      const given = { key, windowsVirtualKeyCode: codes[key] ?? 0, ...(text === undefined ? {} : { text }) }
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...given })
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...given })
    },
    close: () => {
      child.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
      child.kill()
    },
  }
}

type Listener = (method: string, parameters: Record<string, unknown>) => void

/** Messages are JSON that ends with a zero byte. */
function connect(child: ChildProcess) {
  const [, , , input, output] = child.stdio
  if (!(input instanceof Writable) || !(output instanceof Readable)) throw new Error('the browser has no pipes')
  const waiting = new Map<number, { resolve(value: Record<string, unknown>): void; reject(error: Error): void }>()
  const listeners: Listener[] = []
  let last = 0
  let pending = ''
  const receive = (text: string) => {
    const message = parseJson(text)
    if (!isObject(message)) return
    const answered = typeof message['id'] === 'number' ? waiting.get(message['id']) : undefined
    if (answered === undefined) {
      for (const listener of listeners) listener(stringAt(message, 'method') ?? '', objectAt(message, 'params'))
    } else if ('error' in message) answered.reject(new Error(JSON.stringify(message['error'])))
    else answered.resolve(objectAt(message, 'result'))
  }
  output.setEncoding('utf8')
  output.on('data', (chunk: string) => {
    const parts = (pending + chunk).split('\0')
    pending = parts.pop() ?? ''
    for (const part of parts) receive(part)
  })
  return {
    listen: (listener: Listener) => listeners.push(listener),
    once: (wanted: string) =>
      new Promise<void>((resolve) => {
        listeners.push((method) => {
          if (method === wanted) resolve()
        })
      }),
    send: (method: string, params: Readonly<Record<string, unknown>>, sessionId: string | null) => {
      last += 1
      const id = last
      const session = sessionId === null ? {} : { sessionId }
      input.write(`${JSON.stringify({ id, method, params, ...session })}\0`)
      return new Promise<Record<string, unknown>>((resolve, reject) => waiting.set(id, { resolve, reject }))
    },
  }
}
