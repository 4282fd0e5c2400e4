/** Measures one run of a command: wall clock, CPU and peak memory as the kernel counted them. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'

const WRAPPER = join(import.meta.dirname, 'measure.py')

/** Runs a command once. Its output goes to a file; that of `cat` alone is thrown away, so that it measures reading. */
export function measure({ command, folder, output, seconds, codes = [0], isSilent = false }) {
  const input = JSON.stringify({ command, folder, output: isSilent ? devNull : output, seconds })
  const result = spawnSync('python3', [WRAPPER], { input, encoding: 'utf8' })
  if (result.status !== 0) throw new Error(`python3 is needed to measure: ${result.error?.message ?? result.stderr}`)
  const measured = JSON.parse(result.stdout)
  if (!measured.isLate && !codes.includes(measured.code)) {
    const said = isSilent ? '' : readFileSync(output, 'utf8').slice(-500)
    throw new Error(`${command.slice(0, 3).join(' ')} … ended with ${measured.code}: ${said}`)
  }
  return measured
}

/** The median of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The exponent of growth: the slope of a line through the logarithms of sizes and times, by least squares. */
export function fittedExponent(points) {
  const logarithms = points.map(([size, time]) => [Math.log(size), Math.log(time)])
  const mean = (index) => logarithms.reduce((sum, point) => sum + point[index], 0) / logarithms.length
  const [x, y] = [mean(0), mean(1)]
  const above = logarithms.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return above / logarithms.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}
