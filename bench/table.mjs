/** Tables as text: columns of numbers to the right, others to the left. */

/** Prints rows under their headings, every column as wide as its widest cell. */
export function printTable(headings, rows) {
  const columns = headings.map((heading, column) => {
    const cells = rows.map((row) => row[column])
    return {
      width: Math.max(heading.length, ...cells.map((cell) => cell.length)),
      isNumber: cells.every((cell) => /^[-\d<>≤≥]/.test(cell)),
    }
  })
  const line = (cells) =>
    cells
      .map((cell, index) => {
        const { width, isNumber } = columns[index]
        return isNumber ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  console.log(
    `\n${[line(headings), line(columns.map(({ width }) => '-'.repeat(width))), ...rows.map(line)].join('\n')}`,
  )
}
