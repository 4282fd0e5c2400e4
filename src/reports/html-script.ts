/** The script of the HTML report: one workload at a time, sorting and filtering the fleet, light or dark. */

/** Reads what is in the page and hides, shows or moves it; it makes no markup from text. */
export const PAGE_SCRIPT = `
'use strict'
const overview = document.getElementById('overview')
const pages = [...document.querySelectorAll('.page')]
const title = document.title
const route = (isFirst) => {
  const target = location.hash === '' ? null : document.getElementById(location.hash.slice(1))
  const page = target === null ? null : target.closest('.page')
  overview.classList.toggle('away', page !== null)
  pages.forEach((other) => other.classList.toggle('away', other !== page))
  document.title = page === null ? title : page.querySelector('h2').textContent + ' · ' + title
  if (page !== null) {
    page.querySelector('h2').focus({ preventScroll: true })
    target.scrollIntoView()
  } else if (!isFirst && target !== null) {
    target.scrollIntoView()
    if (target.tabIndex < 0) target.focus({ preventScroll: true })
  }
}
addEventListener('hashchange', () => route(false))
route(true)

const theme = document.getElementById('theme')
theme.hidden = false
theme.addEventListener('click', () => {
  const root = document.documentElement
  const isDark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  root.dataset.theme = isDark ? 'light' : 'dark'
})

const tools = document.getElementById('tools')
if (tools) {
  const table = document.getElementById('fleet-table')
  const body = table.tBodies[0]
  const rows = [...body.rows]
  const filter = document.getElementById('filter')
  const shown = document.getElementById('shown')
  const boxes = [...tools.querySelectorAll('.severity')]
  const headers = [...table.tHead.rows[0].cells]
  tools.hidden = false
  const show = () => {
    const words = filter.value.toLowerCase().split(' ').filter(Boolean)
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value))
    const left = new Set()
    let count = 0
    rows.forEach((row) => {
      row.hidden = !(severities.has(row.dataset.severity) && words.every((word) => row.dataset.words.includes(word)))
      if (row.hidden) return
      left.add(row.dataset.page)
      count += 1
    })
    pages.forEach((page) => page.classList.toggle('filtered', !left.has(page.id)))
    shown.textContent = count + ' of ' + rows.length + ' shown'
  }
  const sort = (column) => {
    const direction = headers[column].getAttribute('aria-sort') === 'ascending' ? -1 : 1
    headers.forEach((header) => header.removeAttribute('aria-sort'))
    headers[column].setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending')
    const valueOf = (row) => row.cells[column].dataset.sort
    const isNumber = rows.every((row) => valueOf(row) !== '' && Number.isFinite(Number(valueOf(row))))
    const compare = (a, b) => isNumber ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0
    body.append(...[...rows].sort((a, b) => direction * compare(valueOf(a), valueOf(b))))
  }
  headers.forEach((header, column) => header.querySelector('button').addEventListener('click', () => sort(column)))
  filter.addEventListener('input', show)
  boxes.forEach((box) => box.addEventListener('change', show))
  tools.addEventListener('submit', (event) => event.preventDefault())
  addEventListener('keydown', (event) => {
    if (event.key === '/' && document.activeElement !== filter && !overview.classList.contains('away')) {
      event.preventDefault()
      filter.focus()
    }
    if (event.key === 'Escape' && overview.classList.contains('away')) location.hash = '#containers'
  })
  show()
}
`
