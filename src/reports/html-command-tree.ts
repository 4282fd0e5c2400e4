/** What a container really runs, as a tree: shells and wrappers, the program, its settings and where each comes from. */
import { escapeXml } from './escape-xml.ts'
import type { JsonContainer, JsonProcess, JsonSetting } from './inspect-json.ts'

/** The tree of a container; says why when there is none. */
export function commandTree({ processes, why }: JsonContainer): string {
  const reason = why === null ? '' : `<p class="place">${escapeXml(why)}</p>`
  if (processes.length === 0) return reason === '' ? '<p class="place">It runs no server that is known.</p>' : reason
  return `${reason}<ul class="tree">${processes.map(processItem).join('')}</ul>`
}

/** Wrappers outermost first, each the branch of the next. */
function processItem(process: JsonProcess): string {
  const wrappers = process.via.map((name) => `<li><code>${escapeXml(name)}</code><ul>`).join('')
  return `${wrappers}${programItem(process)}${'</ul></li>'.repeat(process.via.length)}`
}

function programItem(process: JsonProcess): string {
  const words = process.argv.map((word) =>
    word === null ? '<em>unknown</em>' : `<span class="word">${escapeXml(shown(word))}</span>`,
  )
  const notes = [
    `${process.program} ${process.role}`,
    ...(process.pid1 ? ['PID 1'] : []),
    ...(process.conditional ? ['on one branch of a condition that is not known'] : []),
  ]
  const broken =
    process.startupError === null ? '' : `<p class="broken">does not start: ${escapeXml(process.startupError)}</p>`
  return `<li><code class="command">${words.join(' ')}</code> <small>${escapeXml(notes.join(', '))}</small>${broken}${settings(process)}</li>`
}

/** A word as a shell would need it, so that one with a space is seen to be one. */
function shown(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

function settings(process: JsonProcess): string {
  const all = Object.entries(process.settings)
  const set = all.filter(([, setting]) => !isDefault(setting))
  const rest = all.filter(([, setting]) => isDefault(setting))
  const given = set.length === 0 ? '' : table(set)
  const defaults =
    rest.length === 0
      ? ''
      : `<details><summary>${rest.length} ${rest.length === 1 ? 'setting' : 'settings'} by default</summary>${table(rest)}</details>`
  return given + defaults
}

function isDefault(setting: JsonSetting): boolean {
  return setting.known && setting.origin === 'default'
}

function table(entries: readonly (readonly [string, JsonSetting])[]): string {
  const rows = entries.map(([name, setting]) => {
    const at = setting.at === undefined ? '' : ` <code>${escapeXml(`${setting.at.file}:${setting.at.line}`)}</code>`
    const from = setting.known ? escapeXml(setting.origin ?? '') : escapeXml(setting.why ?? '')
    const value = setting.known ? `<code>${escapeXml(valueText(setting.value))}</code>` : '<em>unknown</em>'
    return `<tr><th scope="row"><code>${escapeXml(name)}</code></th><td>${value}</td><td>${from}${at}</td></tr>`
  })
  const head = '<thead><tr><th scope="col">Setting</th><th scope="col">Value</th><th scope="col">From</th></tr></thead>'
  return `<table class="settings">${head}<tbody>${rows.join('')}</tbody></table>`
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ')
  return value === null || value === undefined ? 'none' : String(value)
}
