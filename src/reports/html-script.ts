/** The script of the HTML report: sorting and filtering the fleet. */

/** Reads what is in the page and hides or moves rows; it makes no markup from text. */
export const PAGE_SCRIPT = `
'use strict'
const tools = document.getElementById('tools')
if (tools) {
  const table = document.getElementById('fleet-table')
  const body = table.tBodies[0]
  const rows = [...body.rows]
  const sections = new Map([...document.querySelectorAll('[data-row]')].map((section) => [Number(section.dataset.row), section]))
  const filter = document.getElementById('filter')
  const boxes = [...tools.querySelectorAll('.severity')]
  const headers = [...table.tHead.rows[0].cells]
  tools.hidden = false
  const show = () => {
    const words = filter.value.toLowerCase().split(' ').filter(Boolean)
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value))
    let count = 0
    rows.forEach((row, index) => {
      const isShown = severities.has(row.dataset.severity) && words.every((word) => row.dataset.words.includes(word))
      row.hidden = !isShown
      const section = sections.get(index)
      if (section) section.hidden = !isShown
      if (isShown) count += 1
    })
    document.getElementById('shown').textContent = count + ' of ' + rows.length + ' shown'
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
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && document.activeElement !== filter) {
      event.preventDefault()
      filter.focus()
    }
  })
  show()
}
`
