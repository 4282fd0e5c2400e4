/** The HTML report in a real browser. `UPDATE_SCREENSHOTS=1` writes the pictures of the documentation anew. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createWorkspace } from '../cli/command-line.ts'
import { CHROMIUM, startBrowser, type Tab } from './browser.ts'

if (CHROMIUM === null) console.warn('Chromium is not installed; the HTML report is not tested in a browser')
const inBrowser = CHROMIUM === null ? describe.skip : describe
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pictures = new URL('../../docs/images/', import.meta.url)

inBrowser('the HTML report of the examples', () => {
  const workspace = createWorkspace('examples')
  let tab: Tab
  let address = ''

  beforeAll(async () => {
    await workspace.run(['check', 'examples', '--format', 'html=report.html'])
    address = pathToFileURL(join(workspace.folder, 'report.html')).href
    tab = await startBrowser(CHROMIUM ?? '')
  })

  afterAll(() => {
    tab.close()
    workspace.remove()
  })

  /** Opens the report anew, at a place of it. */
  async function open(hash = ''): Promise<void> {
    await tab.open('about:blank')
    tab.errors.length = 0
    await tab.open(address + hash)
  }

  const seen = (selector: string) =>
    tab.evaluate(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((one) => one.checkVisibility()).map((one) => one.textContent.trim())`,
    )
  /** The page answers a change of its hash in a task of its own. */
  const settled = () => tab.evaluate('new Promise((done) => setTimeout(done, 100))')
  const names = () => seen('#fleet-table tbody tr td:nth-child(2)')
  const click = (selector: string) => tab.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`)
  const write = (words: string) =>
    tab.evaluate(
      `filter.value = ${JSON.stringify(words)}; filter.dispatchEvent(new Event('input')); document.getElementById('shown').textContent`,
    )

  test('loads nothing and complains about nothing', async () => {
    await open()
    expect(await tab.evaluate('document.title')).toBe('workerlint report')
    expect(await seen('.page')).toEqual([])
    expect(tab.errors).toEqual([])
  })

  test('a script or style that is not its own does not run, and the judge can tell', async () => {
    await open()
    const script = "const s = document.createElement('script'); s.textContent = 'window.foreign = 1'"
    expect(await tab.evaluate(`${script}; document.body.append(s); typeof window.foreign`)).toBe('undefined')
    expect(tab.errors.join()).toContain('Content Security Policy')
  })

  test('the table is filtered by words and by severity', async () => {
    await open()
    expect(await names()).toEqual(['admin', 'beat', 'web', 'worker', 'mailer'])
    expect(await write('celery mail')).toBe('1 of 5 shown')
    expect(await names()).toEqual(['mailer'])
    expect(await write('probe-starvation')).toBe('1 of 5 shown')
    expect(await names()).toEqual(['admin'])
    await write('')
    await click('.severity[value=error]')
    expect(await names()).toEqual(['worker'])
    expect(await tab.evaluate("document.getElementById('shown').textContent")).toBe('1 of 5 shown')
    expect(tab.errors).toEqual([])
  })

  test('the table is sorted by text and by number, both ways', async () => {
    await open()
    const header = (column: number) => `#fleet-table th:nth-child(${column}) button`
    await click(header(2))
    expect(await names()).toEqual(['admin', 'beat', 'mailer', 'web', 'worker'])
    await click(header(4))
    await click(header(4))
    expect(await names()).toEqual(['mailer', 'web', 'admin', 'worker', 'beat'])
    const sorted = await tab.evaluate(
      "[...document.querySelectorAll('th[aria-sort]')].map((th) => [th.innerText.trim(), th.ariaSort])",
    )
    expect(sorted).toEqual([['Workers', 'descending']])
  })

  test('every workload has a page with what it runs, its findings, its diffs and its plan', async () => {
    await open()
    await click('#fleet-table tbody tr:nth-child(3) a')
    expect(await seen('#overview')).toEqual([])
    const [title] = [await seen('.page h2')]
    expect(title).toEqual([expect.stringContaining('Deployment/web in shop')])
    expect(await seen('.page .command')).toEqual([
      'gunicorn shop.wsgi:application --bind 0.0.0.0:8000 --workers 9 --keep-alive 65',
    ])
    expect(await seen('.page .settings tbody tr')).toEqual(expect.arrayContaining(['workers9cli examples/web.yaml:26']))
    expect(await seen('.page ins')).toEqual(expect.arrayContaining(['+                 --workers 2 \\']))
    expect(await seen('.page .plan tbody th')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^today/), expect.stringMatching(/^horizontal/)]),
    )
    expect(await tab.evaluate('document.title')).toContain('Deployment/web')
    expect(await tab.evaluate('document.activeElement.tagName')).toBe('H2')
    await tab.evaluate('history.back()')
    await settled()
    expect(await names()).toHaveLength(5)
    expect(tab.errors).toEqual([])
  })

  test('details open: the settings by default', async () => {
    await open('#workload-3')
    const before = await seen('.page .settings tbody tr')
    await click('.page:not(.away) details:not([open]) summary')
    const after = await seen('.page .settings tbody tr')
    expect(Array.isArray(before) && Array.isArray(after) && after.length > before.length + 20).toBe(true)
  })

  test('works from the keyboard alone', async () => {
    await open()
    await tab.press('Tab')
    expect(await tab.evaluate('document.activeElement.className')).toBe('skip')
    await tab.press('/')
    expect(await tab.evaluate('document.activeElement.id')).toBe('filter')
    await tab.send('Input.insertText', { text: 'mailer' })
    expect(await names()).toEqual(['mailer'])
    await tab.evaluate("document.querySelector('#fleet-table tbody tr:not([hidden]) a').focus()")
    await tab.press('Enter')
    await settled()
    expect(await seen('.page h2')).toEqual([expect.stringContaining('Deployment/mailer')])
    await tab.press('Escape')
    await settled()
    expect(await names()).toEqual(['mailer'])
    expect(await tab.evaluate('document.activeElement.id')).toBe('containers')
  })

  test('the button turns light to dark and back', async () => {
    await open()
    const background = () => tab.evaluate('getComputedStyle(document.body).backgroundColor')
    const light = await background()
    await click('#theme')
    const dark = await background()
    await click('#theme')
    expect([light, dark, await background()]).toEqual(['rgb(255, 255, 255)', 'rgb(13, 17, 23)', 'rgb(255, 255, 255)'])
  })

  test('nothing is wider than a telephone', async () => {
    await tab.send('Emulation.setDeviceMetricsOverride', {
      width: 380,
      height: 800,
      deviceScaleFactor: 1,
      mobile: true,
    })
    for (const hash of ['', '#workload-1', '#workload-3', '#workload-5']) {
      await open(hash)
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(380)
    }
    await tab.send('Emulation.clearDeviceMetricsOverride')
  })

  test('on paper every page is there, and the tools are not', async () => {
    await open()
    await write('celery')
    await tab.send('Emulation.setEmulatedMedia', { media: 'print' })
    expect(await seen('.page h2')).toHaveLength(3)
    expect(await seen('#tools, nav, #theme')).toEqual([])
    await tab.send('Emulation.setEmulatedMedia', { media: '' })
  })

  test.each(['light', 'dark'].flatMap((scheme) => ['', '#workload-3', '#workload-5'].map((hash) => [scheme, hash])))(
    'breaks no rule of accessibility: %s %s',
    async (scheme, hash) => {
      await tab.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] })
      await open(hash)
      await tab.evaluate(axe)
      const found = await tab.evaluate(
        'axe.run(document, {resultTypes: ["violations"]}).then(({violations, passes}) => ({broken: violations.flatMap(({id, nodes}) => nodes.map(({html}) => id + " " + html.slice(0, 120))), passed: passes.length}))',
      )
      expect(found).toEqual({ broken: [], passed: expect.any(Number) })
    },
  )

  test('the judge of accessibility can tell', async () => {
    await open()
    await tab.evaluate(axe)
    await tab.evaluate("document.documentElement.removeAttribute('lang')")
    const found = await tab.evaluate('axe.run().then(({violations}) => violations.map(({id}) => id))')
    expect(found).toEqual(['html-has-lang'])
  })

  test('the pictures of the documentation can be taken', async () => {
    for (const { name, hash, scheme, width, height, media } of PICTURES) {
      const features = [{ name: 'prefers-color-scheme', value: scheme }]
      await tab.send('Emulation.setEmulatedMedia', { features, media })
      const mobile = width < 500
      await tab.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: mobile ? 2 : 1, mobile })
      await open(hash)
      const { data } = await tab.send('Page.captureScreenshot', { format: 'png' })
      const picture = Buffer.from(typeof data === 'string' ? data : '', 'base64')
      expect(picture.subarray(1, 4).toString()).toBe('PNG')
      if (process.env['UPDATE_SCREENSHOTS'] === '1') writeFileSync(new URL(name, pictures), picture)
    }
    await tab.send('Emulation.clearDeviceMetricsOverride')
    await tab.send('Emulation.setEmulatedMedia', { features: [], media: '' })
  })
})

const PICTURES = [
  { name: 'report.png', hash: '', scheme: 'light', width: 1200, height: 1130, media: 'screen' },
  { name: 'report-dark.png', hash: '', scheme: 'dark', width: 1200, height: 1130, media: 'screen' },
  { name: 'report-workload.png', hash: '#workload-5', scheme: 'light', width: 1200, height: 1500, media: 'screen' },
  { name: 'report-workload-dark.png', hash: '#workload-5', scheme: 'dark', width: 1200, height: 1500, media: 'screen' },
  { name: 'report-phone.png', hash: '', scheme: 'light', width: 390, height: 1200, media: 'screen' },
  { name: 'report-print.png', hash: '', scheme: 'dark', width: 794, height: 1123, media: 'print' },
] as const
