/** Kubernetes quantities: the grammar and rounding of `apimachinery/pkg/api/resource/quantity.go`. */

/**
 * An exact amount in billionths of a unit. Kubernetes keeps nothing finer: smaller fractions are rounded up.
 * Source: https://github.com/kubernetes/apimachinery/blob/master/pkg/api/resource/quantity.go
 */
export interface Quantity {
  readonly nanos: bigint
}

const NANOS_PER_UNIT = 1_000_000_000n
/** Larger amounts with a binary suffix are capped at this many units (`maxAllowed` in quantity.go). */
const LARGEST_UNITS = 9_223_372_036_854_775_807n

const DECIMAL_EXPONENTS: ReadonlyMap<string, number> = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
])
const BINARY_EXPONENTS: ReadonlyMap<string, number> = new Map([
  ['Ki', 10],
  ['Mi', 20],
  ['Gi', 30],
  ['Ti', 40],
  ['Pi', 50],
  ['Ei', 60],
])

/** Parses a quantity as the API server does; null when the API server would refuse it. */
export function parseQuantity(text: string): Quantity | null {
  if (text.length > 512) return null
  const short = shortQuantity(text)
  if (short !== null) return short
  const match = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(.*)$/s.exec(text)
  if (match === null) return null
  const [, sign = '', digits = '', suffix = ''] = match
  const [whole = '', fraction = ''] = digits.split('.')
  const mantissa = BigInt(`${whole}${fraction}` || '0')
  const scaled = scaleMantissa(mantissa, fraction.length, suffix)
  if (scaled === null) return null
  const isBinary = BINARY_EXPONENTS.has(suffix)
  const capped = isBinary && scaled > LARGEST_UNITS * NANOS_PER_UNIT ? LARGEST_UNITS * NANOS_PER_UNIT : scaled
  return { nanos: sign === '-' ? -capped : capped }
}

/** Billionths in one unit with a suffix that most amounts have. */
const COMMON_UNITS: ReadonlyMap<string, bigint> = new Map([
  ['m', 1_000_000n],
  ['', NANOS_PER_UNIT],
  ['M', 1_000_000n * NANOS_PER_UNIT],
  ['G', 1_000_000_000n * NANOS_PER_UNIT],
  ['Ki', 1_024n * NANOS_PER_UNIT],
  ['Mi', 1_048_576n * NANOS_PER_UNIT],
  ['Gi', 1_073_741_824n * NANOS_PER_UNIT],
])
/** More of them may be more than the largest amount. */
const FEW_DIGITS = 9

/** The quantity of a few digits and a common suffix, which needs no rounding; null for any other text. */
function shortQuantity(text: string): Quantity | null {
  let value = 0
  let length = 0
  for (; length < text.length && length < FEW_DIGITS; length++) {
    const digit = text.charCodeAt(length) - 48
    if (digit < 0 || digit > 9) break
    value = value * 10 + digit
  }
  const unit = length === 0 ? undefined : COMMON_UNITS.get(text.slice(length))
  return unit === undefined ? null : { nanos: BigInt(value) * unit }
}

/** Thousandths of a CPU, rounded up as the scheduler does. */
export function toMillicores(quantity: Quantity): number {
  return Number(divideUp(quantity.nanos, 1_000_000n))
}

/** Bytes, rounded up to whole ones. */
export function toBytes(quantity: Quantity): number {
  return Number(divideUp(quantity.nanos, NANOS_PER_UNIT))
}

function scaleMantissa(mantissa: bigint, fractionDigits: number, suffix: string): bigint | null {
  const binary = BINARY_EXPONENTS.get(suffix)
  if (binary !== undefined) {
    return divideUp(mantissa * NANOS_PER_UNIT * 2n ** BigInt(binary), 10n ** BigInt(fractionDigits))
  }
  const exponent = DECIMAL_EXPONENTS.get(suffix) ?? scientificExponent(suffix)
  if (exponent === null) return null
  const power = exponent - fractionDigits + 9
  if (power >= 0) return mantissa * 10n ** BigInt(Math.min(power, 64))
  return divideUp(mantissa, 10n ** BigInt(Math.min(-power, 600)))
}

function scientificExponent(suffix: string): number | null {
  const match = /^[eE]([+-]?\d{1,6})$/.exec(suffix)
  return match?.[1] === undefined ? null : Number(match[1])
}

function divideUp(amount: bigint, divisor: bigint): bigint {
  const quotient = amount / divisor
  return amount % divisor > 0n ? quotient + 1n : quotient
}
